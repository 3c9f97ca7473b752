//! Meeting papers (会議資料): composed from the programme as one paper model, which every format
//! then prints.

mod lanes;
mod progress;
mod sheet;

use domain::programme::{Meeting, MeetingPaper, NodeId, PaperId, PaperKind, Programme};
use papers::Paper;

use crate::error::Thing;
use crate::export::{self, PaperFormat};
use crate::file::Found;
use crate::texts::{Texts, keys};
use crate::{Result, Workbench, WorkbenchError};

/// Composes a paper of a meeting.
pub fn compose(texts: &Texts, programme: &Programme, meeting: &Meeting, paper: &MeetingPaper) -> Result<Paper> {
    match paper.kind {
        PaperKind::Progress => progress::compose(texts, programme, meeting, paper),
    }
}

/// The paper with the identity given, composed from the file as it is now.
pub fn of_file(workbench: &Workbench, texts: &Texts, id: PaperId) -> Result<Paper> {
    let programme = workbench.programme()?;
    let (meeting, paper) = find(&programme, |paper| paper.id == id).found(Thing::Paper, id.0)?;
    compose(texts, &programme, meeting, paper)
}

/// The newest paper of a kind: what the command line prints when it is asked for "progress".
pub fn newest(workbench: &Workbench, texts: &Texts, kind: PaperKind) -> Result<Paper> {
    let programme = workbench.programme()?;
    match find(&programme, |paper| paper.kind == kind) {
        Some((meeting, paper)) => compose(texts, &programme, meeting, paper),
        None => {
            let (meeting, paper) = progress::unplanned(texts, &programme)?;
            compose(texts, &programme, &meeting, &paper)
        }
    }
}

/// The forms (調書) of nodes, one page or more for each, from the file as it is now.
pub fn sheets(workbench: &Workbench, texts: &Texts, nodes: &[NodeId]) -> Result<Paper> {
    sheet::compose(texts, &workbench.programme()?, nodes)
}

/// The form of the item with a number in the newest plan that has it; of all items of the newest
/// plan without one.
pub fn sheets_labelled(workbench: &Workbench, texts: &Texts, label: Option<&str>) -> Result<Paper> {
    let programme = workbench.programme()?;
    let nodes = sheet::labelled(&programme, label);
    if let Some(label) = label.filter(|_| nodes.is_empty()) {
        return Err(WorkbenchError::NotUnderstood { text: label.to_owned(), expected: keys::EXPECTED_ITEM_LABEL });
    }
    sheet::compose(texts, &programme, &nodes)
}

/// The identity of the newest paper of a kind; none when no meeting has one.
pub fn newest_id(workbench: &Workbench, kind: PaperKind) -> Result<Option<PaperId>> {
    let meetings = store::meeting::all(&workbench.read())?;
    let papers = meetings.iter().rev().flat_map(|meeting| &meeting.papers);
    Ok(papers.into_iter().find(|paper| paper.kind == kind).map(|paper| paper.id))
}

/// Name of the file a paper is written to: 資料1_…進捗状況….pdf.
pub fn file_name(paper: &Paper, format: PaperFormat) -> String {
    let number = paper.masthead.doc_no.as_ref().map(|number| format!("{number}_")).unwrap_or_default();
    export::file_name(&format!("{number}{}", paper.title), "", format.extension())
}

/// The newest paper that fits, with its meeting.
fn find(programme: &Programme, fits: impl Fn(&MeetingPaper) -> bool) -> Option<(&Meeting, &MeetingPaper)> {
    programme
        .meetings
        .iter()
        .rev()
        .find_map(|meeting| meeting.papers.iter().find(|paper| fits(paper)).map(|paper| (meeting, paper)))
}
