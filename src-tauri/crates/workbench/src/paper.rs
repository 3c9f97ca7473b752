//! Meeting papers (会議資料): composed from the programme as one paper model, which every format
//! then prints.

mod aims;
mod book;
mod counts;
mod effects;
mod form;
mod frame;
mod indicators;
mod lanes;
mod progress;
mod sheet;
mod tally;

use domain::programme::{EffectTable, Meeting, MeetingId, MeetingPaper, NodeId, PaperId, PaperKind, Plan, Programme};
use domain::value::fiscal_year::FiscalYear;
use papers::Paper;

use crate::error::Thing;
use crate::export::{self, PaperFormat};
use crate::file::Found;
use crate::texts::{Texts, keys};
use crate::{Result, Workbench, WorkbenchError, view};

/// Composes a paper of a meeting.
pub fn compose(texts: &Texts, programme: &Programme, meeting: &Meeting, paper: &MeetingPaper) -> Result<Paper> {
    let made = match paper.kind {
        PaperKind::Progress => progress::compose,
        PaperKind::Tally => tally::compose,
        PaperKind::Effects => effects::compose,
        PaperKind::Plan => book::compose,
        PaperKind::Indicators => indicators::compose,
    };
    made(texts, programme, meeting, paper)
}

/// The paper with the identity given, composed from the file as it is now.
pub fn of_file(workbench: &Workbench, texts: &Texts, id: PaperId) -> Result<Paper> {
    let programme = workbench.programme()?;
    let (meeting, paper) = find(&programme, |paper| paper.id == id).found(Thing::Paper, id.0)?;
    compose(texts, &programme, meeting, paper)
}

/// The newest paper of a kind: what the command line prints when it is asked for "progress". Without
/// a meeting that has one, it is made of the newest plan.
pub fn newest(workbench: &Workbench, texts: &Texts, kind: PaperKind) -> Result<Paper> {
    let programme = workbench.programme()?;
    match find(&programme, |paper| paper.kind == kind) {
        Some((meeting, paper)) => compose(texts, &programme, meeting, paper),
        None => {
            let (meeting, paper) = unplanned(texts, &programme, kind)?;
            compose(texts, &programme, &meeting, &paper)
        }
    }
}

/// The paper of a programme that has no meeting for it yet: the newest plan, its last year, no number.
fn unplanned(texts: &Texts, programme: &Programme, kind: PaperKind) -> Result<(Meeting, MeetingPaper)> {
    // A plan without effects or indicators of its own does not hide those of the plan before.
    let with_effects = |plan: &&Plan| programme.effects.iter().any(|table: &EffectTable| table.plan == plan.id);
    let with_indicators = |plan: &&Plan| {
        plan.last.meaning.is_some_and(|year| {
            view::indicators_of(texts, plan, &programme.indicators, year, None)
                .groups
                .iter()
                .any(|g| !g.rows.is_empty())
        })
    };
    let mut plans = programme.plans.iter().rev();
    let plan = match kind {
        PaperKind::Effects => plans.find(with_effects),
        PaperKind::Indicators => plans.find(with_indicators),
        PaperKind::Progress | PaperKind::Tally | PaperKind::Plan => plans.next(),
    };
    let plan = plan.ok_or(WorkbenchError::NothingToShow)?;
    let last = plan.last.meaning.ok_or_else(|| WorkbenchError::NotUnderstood {
        text: plan.last.text.clone(),
        expected: keys::EXPECTED_FISCAL_YEAR,
    })?;
    let year = match kind {
        PaperKind::Tally => last_judged(plan),
        PaperKind::Indicators => last_actual(texts, programme, plan, last),
        PaperKind::Progress | PaperKind::Effects | PaperKind::Plan => None,
    };
    let meeting = Meeting {
        id: MeetingId(0),
        number: String::new(),
        name: String::new(),
        date: None,
        place: String::new(),
        papers: Vec::new(),
    };
    let paper = MeetingPaper {
        id: PaperId(0),
        kind,
        doc_no: texts.get(keys::PAPER_FIRST_NUMBER),
        title: String::new(),
        plan: plan.id,
        year: year.unwrap_or(last),
        lead: String::new(),
    };
    Ok((meeting, paper))
}

/// The last year of a plan in which anything is judged.
fn last_judged(plan: &Plan) -> Option<FiscalYear> {
    let judged = |year: &FiscalYear| {
        domain::tally::tally(plan, *year, 0).tables.iter().any(domain::tally::JudgedTable::is_judged)
    };
    plan.years().into_iter().rev().find(judged)
}

/// The last year up to the one given in which an indicator of a plan has an actual figure.
fn last_actual(texts: &Texts, programme: &Programme, plan: &Plan, last: FiscalYear) -> Option<FiscalYear> {
    let shown = view::indicators_of(texts, plan, &programme.indicators, last, None);
    let rows: Vec<_> = shown.groups.iter().flat_map(|group| &group.rows).collect();
    let told = |at: usize| rows.iter().any(|row| row.years.get(at).is_some_and(|cells| !cells.actual.text.is_empty()));
    let years = shown.years.iter().map(|head| head.year).enumerate();
    years.filter(|(at, year)| *year <= last && told(*at)).map(|(_, year)| year).max()
}

/// The forms (調書) of nodes, one page or more for each, from the file as it is now.
pub fn sheets(workbench: &Workbench, texts: &Texts, nodes: &[NodeId]) -> Result<Paper> {
    sheet::compose(texts, &workbench.programme()?, nodes)
}

/// The form of the item with a number in the newest plan that has it; of all items of the newest
/// plan without one.
pub fn sheets_labelled(workbench: &Workbench, texts: &Texts, label: Option<&str>) -> Result<Paper> {
    let programme = workbench.programme()?;
    let nodes = sheet::numbered(&programme, label);
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
