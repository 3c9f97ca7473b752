//! The sentence above the table of a paper: what the tally says, or what a person made of it.

use domain::programme::{City, MeetingPaper, PaperId, PaperKind, Plan};
use domain::tally::{disagreeing, tally};
use domain::value::fiscal_year::FiscalYear;
use serde::{Deserialize, Serialize};
use store::Outcome;
use ts_rs::TS;

use crate::error::Thing;
use crate::file::Found;
use crate::tally::{plan_of, sentence, told};
use crate::texts::Texts;
use crate::view::YearHead;
use crate::{By, Op, Result, Workbench, WorkbenchError, words};

/// A lead that prints nothing: a person emptied it.
const BLANK: &str = "\u{3000}";

/// The sentence above the table of a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Lead {
    /// The year whose tally it tells: the last one whose results the paper prints. None where the
    /// paper tells no tally, and prints the words of a person only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub year: Option<YearHead>,
    /// What the tally says by itself; "" while nothing is judged.
    pub generated: String,
    /// What is printed; "" prints nothing.
    pub text: String,
    /// A person put it in words of their own.
    pub edited: bool,
    /// Numbers in the words of a person that the tally does not have (any more): 「50項目」.
    pub disagreeing: Vec<String>,
}

/// A lead as it goes into the file: "" leaves it to the tally, blanks print nothing.
pub(crate) fn taken(raw: &str) -> Result<String> {
    let text = words::text(raw)?;
    Ok(if text.trim().is_empty() && !raw.is_empty() { BLANK.to_owned() } else { text })
}

/// The lead of a paper, from a plan read for the year of its results or whole.
pub(crate) fn of_plan(texts: &Texts, city: &City, plan: &Plan, paper: &MeetingPaper) -> Result<Lead> {
    let edited = !paper.lead.is_empty();
    let own = paper.lead.trim().to_owned();
    let Some(year) = results(paper)? else {
        return Ok(Lead { year: None, generated: String::new(), text: own, edited, disagreeing: Vec::new() });
    };
    let tally = tally(plan, year, 0);
    let generated = sentence(texts, city, plan, &tally);
    let text = if edited { own } else { generated.clone() };
    let disagreeing = if edited { disagreeing(&text, &told(texts, plan, &tally)) } else { Vec::new() };
    Ok(Lead { year: Some(YearHead::of(plan.reckoning(), year)), generated, text, edited, disagreeing })
}

/// The last year whose results a paper prints, where it tells their tally: on a progress table two
/// before that of its newest planning.
fn results(paper: &MeetingPaper) -> Result<Option<FiscalYear>> {
    match paper.kind {
        PaperKind::Progress => {
            let year = paper.year.previous().and_then(FiscalYear::previous);
            let out_of_range = WorkbenchError::YearsOutOfRange { first: paper.year.year(), last: paper.year.year() };
            year.map(Some).ok_or(out_of_range)
        }
        PaperKind::Tally => Ok(Some(paper.year)),
        PaperKind::Effects | PaperKind::Plan | PaperKind::Indicators => Ok(None),
    }
}

/// The lead of a paper of the file.
pub fn of_paper(workbench: &Workbench, texts: &Texts, id: PaperId) -> Result<Lead> {
    let meetings = store::meeting::all(&workbench.read())?;
    let paper = meetings.iter().flat_map(|meeting| &meeting.papers).find(|paper| paper.id == id);
    let paper = paper.found(Thing::Paper, id.0)?;
    let city = store::city::read(&workbench.read())?;
    let plan = plan_of(workbench, paper.plan, results(paper)?.unwrap_or(paper.year))?;
    of_plan(texts, &city, &plan, paper)
}

/// Puts the lead of a paper into a person's words; none, or the words of the tally themselves,
/// leave it to the tally again. A blank text prints nothing.
pub fn set(workbench: &mut Workbench, by: &By, texts: &Texts, id: PaperId, text: Option<&str>) -> Result<Outcome<()>> {
    let generated = of_paper(workbench, texts, id)?.generated;
    let lead = match text {
        None => String::new(),
        Some("") => BLANK.to_owned(),
        Some(text) => taken(text)?,
    };
    let lead = if lead == generated { String::new() } else { lead };
    let meetings = store::meeting::all(&workbench.read())?;
    let meeting = meetings.into_iter().find(|meeting| meeting.papers.iter().any(|paper| paper.id == id));
    let mut meeting = meeting.found(Thing::Paper, id.0)?;
    let paper = meeting.papers.iter_mut().find(|paper| paper.id == id).found(Thing::Paper, id.0)?;
    paper.lead = lead;
    let op = Op::EditLead { paper: paper.doc_no.clone() };
    workbench.transact(by, &op, |w| Ok(store::meeting::save(w, &meeting)?))
}
