//! History (履歴): every step, what it changed from what to what, and taking a single one back.

mod lines;

use std::collections::BTreeSet;

use domain::programme::broken_references;
use domain::value::fold::fold;
use serde::{Deserialize, Serialize};
use store::{Outcome, StepId, StoreError};
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

/// The newest steps that fit.
pub fn view(workbench: &Workbench, texts: &Texts, filter: &StepFilter) -> Result<HistoryView> {
    let words = fold(&filter.words);
    let mut steps: Vec<Step> = Vec::new();
    let (mut people, mut days) = (Vec::new(), BTreeSet::new());
    let mut more = false;
    for step in every(workbench)? {
        let step = named(texts, &step);
        let day: String = step.at.chars().take(10).collect();
        if !people.contains(&step.who) {
            people.push(step.who.clone());
        }
        days.insert(day.clone());
        let fits = filter.before.is_none_or(|before| step.id < before)
            && filter.who.as_ref().is_none_or(|who| *who == step.who)
            && filter.day.as_ref().is_none_or(|wanted| *wanted == day)
            && (words.is_empty() || fold(&step.label).contains(&words));
        if fits {
            more = steps.len() == PAGE;
            if !more {
                steps.push(step);
            }
        }
    }
    let days = days.into_iter().rev().collect();
    Ok(HistoryView { steps, more, people, days, pruned: workbench.file.pruned_steps()? })
}

fn every(workbench: &Workbench) -> Result<Vec<store::Step>> {
    Ok(workbench.file.history(usize::MAX, None)?)
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
/// node are its own, those of its schedule and those of all its years.
pub fn of_place(workbench: &Workbench, texts: &Texts, place: Place, limit: usize) -> Result<Vec<PlaceChange>> {
    let read = workbench.read();
    let mut found = Vec::new();
    for step in every(workbench)?.iter().filter(|step| !step.undone) {
        if found.len() >= limit {
            break;
        }
        let mut rows = workbench.file.step_rows(step.id)?;
        lines::only(&read, place, &mut rows)?;
        if rows.is_empty() {
            continue;
        }
        let told = Telling::of(&read, texts, &rows, ROWS)?;
        let step = named(texts, step);
        found.extend(told.lines.into_iter().map(|line| PlaceChange { step: step.clone(), line }));
    }
    found.truncate(limit);
    Ok(found)
}
