//! History (履歴): every step, what it changed from what to what, and taking a single one back.

mod lines;

use domain::programme::broken_references;
use domain::value::fold::fold;
use serde::{Deserialize, Serialize};
use store::{Outcome, StepId, StepsWanted, StoreError};
use ts_rs::TS;

use crate::error::Thing;
use crate::file::{Found, named};
use crate::op::Op;
use crate::place::{CellRef, Place};
use crate::texts::Texts;
use crate::{By, Result, Step, Workbench};

use lines::Telling;

/// Which steps are asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct StepFilter {
    /// Only those of this person.
    #[ts(optional)]
    pub who: Option<String>,
    /// Only those of this day: 2024-02-02.
    #[ts(optional)]
    pub day: Option<String>,
    /// Only those whose name holds these words.
    pub words: String,
    /// Only those before this step: the next page.
    #[ts(optional)]
    pub before: Option<i64>,
}

/// A page of the history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HistoryView {
    /// The steps, newest first.
    pub steps: Vec<Step>,
    /// Whether there are older ones that fit.
    pub more: bool,
    /// Everybody who did something, and the days on which something was done, newest first.
    pub people: Vec<String>,
    /// Those days: 2024-02-02.
    pub days: Vec<String>,
    /// How many of the oldest steps were dropped to keep the file small.
    #[ts(type = "number")]
    pub pruned: u64,
}

/// What a step did to one value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StepLine {
    /// Where it is shown; none when it is gone.
    #[ts(optional)]
    pub place: Option<Place>,
    /// The very cell there; none when the place is gone.
    #[ts(optional)]
    pub cell: Option<CellRef>,
    /// Name of the thing: ② 公文書管理の適正化.
    pub title: String,
    /// Which of its values: 令和4年度 実績.
    pub field: String,
    /// The value before; none when there was none.
    pub old: Option<String>,
    /// The value after; none when there is none.
    pub new: Option<String>,
}

/// A step with what it changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StepView {
    /// The step.
    pub step: Step,
    /// What it changed.
    pub lines: Vec<StepLine>,
    /// Changed rows beyond those told.
    pub more: u32,
}

/// What taking one old step back would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RevertView {
    /// The step.
    pub step: Step,
    /// What would change now.
    pub lines: Vec<StepLine>,
    /// Changed rows beyond those told.
    pub more: u32,
    /// Values that stay, since they were changed after the step: what the step made of them, and
    /// what they are now.
    pub kept: Vec<StepLine>,
    /// Something that came later hangs on what would go: nothing can be taken back.
    pub needed: bool,
}

/// Whose history is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlaceHistory {
    /// The place.
    pub place: Place,
    /// Only this row there, or this value of it.
    #[serde(default)]
    #[ts(optional)]
    pub cell: Option<CellRef>,
}

/// A change of a thing: a line of its own history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlaceChange {
    /// The step.
    pub step: Step,
    /// What it did.
    pub line: StepLine,
}

/// Steps of a page, and changed rows of a step that are told.
const PAGE: usize = 200;
const ROWS: usize = 300;

/// The newest steps that fit: one page, read from the file page by page.
pub fn view(workbench: &Workbench, texts: &Texts, filter: &StepFilter) -> Result<HistoryView> {
    let words = fold(&filter.words);
    let mut steps: Vec<Step> = Vec::new();
    let mut before = filter.before.map(StepId);
    loop {
        let wanted = StepsWanted { limit: PAGE + 1, before, who: filter.who.as_deref(), day: filter.day.as_deref() };
        let read = workbench.file.steps(&wanted)?;
        before = read.last().map(|step| step.id);
        // The name of a step is made of its texts, so that only words are looked for here.
        let named = read.iter().map(|step| named(texts, step));
        steps.extend(named.filter(|step| words.is_empty() || fold(&step.label).contains(&words)));
        if steps.len() > PAGE || read.len() <= PAGE {
            break;
        }
    }
    let more = steps.len() > PAGE;
    steps.truncate(PAGE);
    let file = &workbench.file;
    Ok(HistoryView { steps, more, people: file.step_people()?, days: file.step_days()?, pruned: file.pruned_steps()? })
}

/// One step with what it changed.
pub fn step(workbench: &Workbench, texts: &Texts, id: i64) -> Result<StepView> {
    let step = workbench.file.step(StepId(id))?.found(Thing::Step, id)?;
    let rows = workbench.file.step_rows(StepId(id))?;
    let told = Telling::of(&workbench.read(), texts, &rows, ROWS)?;
    Ok(StepView { step: named(texts, &step), lines: told.lines, more: told.more })
}

/// What [`revert`] would do; changes nothing.
pub fn preview(workbench: &Workbench, texts: &Texts, id: i64) -> Result<RevertView> {
    let step = workbench.file.step(StepId(id))?.found(Thing::Step, id)?;
    let trial = workbench.file.try_revert(StepId(id))?;
    let read = workbench.read();
    let told = Telling::of(&read, texts, &trial.rows, ROWS)?;
    let made = workbench.file.step_rows(StepId(id))?;
    let kept = lines::kept(&read, texts, &made, &trial.clashes)?;
    Ok(RevertView { step: named(texts, &step), lines: told.lines, more: told.more, kept, needed: trial.needed })
}

/// Takes one old step back, as a new step that can itself be undone; the later steps stay, and so
/// does every value that one of them changed. How many rows stayed is the value of the outcome.
///
/// Refused as a whole when something later hangs on what would go.
pub fn revert(workbench: &mut Workbench, by: &By, id: i64) -> Result<Outcome<u32>> {
    let step = workbench.file.step(StepId(id))?.found(Thing::Step, id)?;
    let op = Op::RevertStep { op: step.op, args: step.args };
    let outcome = workbench.file.revert(&op.step(by), StepId(id), |w| {
        let whole = broken_references(&store::programme::read(w)?).is_empty();
        if whole { Ok(()) } else { Err(crate::WorkbenchError::from(StoreError::Conflict)) }
    })?;
    workbench.note(&outcome.changes);
    let stayed = u32::try_from(outcome.value.len()).unwrap_or(u32::MAX);
    Ok(Outcome { value: stayed, changes: outcome.changes, step: outcome.step })
}

/// The changes of everything that stands at a place, newest first: at most `limit`. Those of a
/// node are its own, those of its schedule and those of all its years; those of a row of effects
/// are its own and those of its amounts.
pub fn of_place(workbench: &Workbench, texts: &Texts, asked: &PlaceHistory, limit: usize) -> Result<Vec<PlaceChange>> {
    let read = workbench.read();
    let mut found = Vec::new();
    let mut before = None;
    while found.len() < limit {
        let steps = workbench.file.history(PAGE, before)?;
        let Some(last) = steps.last() else { break };
        before = Some(last.id);
        for step in steps.iter().filter(|step| !step.undone) {
            let mut rows = workbench.file.step_rows(step.id)?;
            lines::only(&read, asked, &mut rows)?;
            if rows.is_empty() {
                continue;
            }
            let told = Telling::of(&read, texts, &rows, ROWS)?;
            let step = named(texts, step);
            let column = asked.cell.as_ref().and_then(|cell| cell.column.as_ref());
            let of_value = |line: &StepLine| {
                let own = line.cell.as_ref().and_then(|cell| cell.column.as_ref());
                column.is_none() || own.is_none() || own == column
            };
            let lines = told.lines.into_iter().filter(of_value);
            found.extend(lines.map(|line| PlaceChange { step: step.clone(), line }));
            if found.len() >= limit {
                break;
            }
        }
    }
    found.truncate(limit);
    Ok(found)
}
