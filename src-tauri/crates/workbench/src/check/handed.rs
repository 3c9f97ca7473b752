//! Papers that were handed out, and whether they would print otherwise now.

use std::collections::HashMap;

use chrono::NaiveDateTime;
use domain::check::{Case, Cell, Fact, Finding, Spot};
use domain::programme::{Meeting, MeetingPaper, PaperId, Programme};
use domain::value::format_date;
use papers::Paper;
use serde::{Deserialize, Serialize};
use store::handing_out::HandingOut;
use ts_rs::TS;

use crate::texts::Texts;
use crate::{Result, Workbench, paper};

/// What became of a paper since it was handed out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaperState {
    /// The paper.
    pub paper: PaperId,
    /// When it was handed out last, local time: 2024-02-02T10:32:05.
    pub at: String,
    /// It would print otherwise now.
    pub stale: bool,
}

/// Remembers that a paper was handed out as composed. It is no step of undo: what left the house
/// stays handed out. A file that is read only remembers nothing.
pub fn handed_out(workbench: &mut Workbench, id: PaperId, paper: &Paper, at: NaiveDateTime) -> Result<()> {
    if workbench.is_read_only() {
        return Ok(());
    }
    workbench.remember(&HandingOut { paper: id, at, digest: papers::digest(paper) })
}

/// The papers of the file that were handed out.
pub fn states(workbench: &Workbench, texts: &Texts) -> Result<Vec<PaperState>> {
    let handed = store::handing_out::all(&workbench.read())?;
    if handed.is_empty() {
        return Ok(Vec::new());
    }
    let programme = workbench.programme()?;
    let states = compared(texts, &programme, &handed).map(|(given, _, _, stale)| PaperState {
        paper: given.paper,
        at: given.at.format("%Y-%m-%dT%H:%M:%S").to_string(),
        stale,
    });
    Ok(states.collect())
}

/// The papers that would print otherwise now.
pub(super) fn stale(texts: &Texts, programme: &Programme, handed: &[HandingOut]) -> Vec<Finding> {
    let findings = compared(texts, programme, handed).filter(|(.., stale)| *stale).map(|(given, meeting, paper, _)| {
        let parts = [meeting.number.as_str(), meeting.name.as_str(), paper.doc_no.as_str(), paper.title.as_str()];
        let title: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        Finding {
            case: Case::Paper,
            at: Spot::Paper(paper.id),
            cell: Cell::Whole,
            title: title.join(" "),
            facts: vec![("what", Fact::Text(format_date(given.at.date())))],
        }
    });
    findings.collect()
}

/// Each paper that was handed out and is still there, and whether it is out of date. A paper that
/// cannot be composed any more prints nothing, which is another thing than what was handed out.
fn compared<'a>(
    texts: &'a Texts,
    programme: &'a Programme,
    handed: &'a [HandingOut],
) -> impl Iterator<Item = (&'a HandingOut, &'a Meeting, &'a MeetingPaper, bool)> {
    let papers: HashMap<PaperId, (&Meeting, &MeetingPaper)> = programme
        .meetings
        .iter()
        .flat_map(|meeting| meeting.papers.iter().map(move |paper| (paper.id, (meeting, paper))))
        .collect();
    handed.iter().filter_map(move |given| {
        let (meeting, paper) = papers.get(&given.paper).copied()?;
        let now = paper::compose(texts, programme, meeting, paper).map(|paper| papers::digest(&paper));
        let stale = now.map_or(true, |now| papers::comparable(&now, &given.digest) && now != given.digest);
        Some((given, meeting, paper, stale))
    })
}
