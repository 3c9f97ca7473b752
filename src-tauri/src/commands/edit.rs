//! Undo, redo, history.

use domain::programme::NodeId;
use domain::value::fiscal_year::FiscalYear;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench::record::Judge;
use workbench::texts::{args, keys};
use workbench::view;
use workbench::{Change, Field, Step, Table, Turned, Workbench};

use super::Result;
use crate::desk::Desk;
use crate::ipc::Nothing;

/// What undo and redo would do, and when the file was last written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Turns {
    /// 「…」の入力を元に戻す; none when there is nothing to undo.
    pub undo: Option<String>,
    /// 「…」の入力をやり直す.
    pub redo: Option<String>,
    /// Local time of the last write since the file was opened: 2024-02-02T10:32:05.
    pub saved_at: Option<String>,
}

/// What an undo or redo did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Turn {
    /// Name of the step; none when there was none to turn.
    pub label: Option<String>,
    /// What was touched.
    pub changes: Vec<Change>,
    /// Undo, redo, saved.
    pub turns: Turns,
}

/// How many steps.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct Limit {
    /// At most so many.
    pub limit: u32,
}

/// A text of a yearly record.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct RecordValue {
    /// The item.
    pub node: NodeId,
    /// The year.
    pub year: FiscalYear,
    /// Which text.
    pub field: Field,
    /// Axis and evaluator, for an evaluation or its reason.
    #[serde(default)]
    #[ts(optional)]
    pub judge: Option<Judge>,
}

/// A text of a node.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct NodeValue {
    /// The node.
    pub node: NodeId,
    /// Which text.
    pub field: Field,
    /// Title of the text section, when the field is one.
    #[serde(default)]
    #[ts(optional)]
    pub section: Option<String>,
}

/// A value as it was.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PastValue {
    /// The step that changed it.
    pub step: Step,
    /// What stood there before.
    pub old: Option<String>,
    /// What it became.
    pub new: Option<String>,
}

/// Undo, redo and saved of the open file.
pub fn turns_of(desk: &Desk) -> Result<Turns> {
    let named = |key, step: Option<Step>| step.map(|step| desk.texts.with(key, &args([("op", step.label)])));
    let (undo, redo) =
        desk.with(|workbench| Ok((workbench.next_undo(&desk.texts)?, workbench.next_redo(&desk.texts)?)))?;
    Ok(Turns {
        undo: named(keys::UNDO_LABEL, undo),
        redo: named(keys::REDO_LABEL, redo),
        saved_at: desk.saved_at().map(|at| at.format("%Y-%m-%dT%H:%M:%S").to_string()),
    })
}

/// Takes the last step back.
pub fn undo(desk: &Desk, _: Nothing) -> Result<Turn> {
    turn(desk, Workbench::undo)
}

/// Does the last undone step again.
pub fn redo(desk: &Desk, _: Nothing) -> Result<Turn> {
    turn(desk, Workbench::redo)
}

fn turn(desk: &Desk, act: fn(&mut Workbench) -> workbench::Result<Option<Turned>>) -> Result<Turn> {
    let turned = desk.with(act)?;
    if turned.is_some() {
        desk.saved(crate::journal::now());
    }
    Ok(Turn {
        label: turned.as_ref().map(|turned| turned.label(&desk.texts)),
        changes: turned.map(|turned| turned.changes).unwrap_or_default(),
        turns: turns_of(desk)?,
    })
}

/// The steps, newest first.
pub fn history(desk: &Desk, request: Limit) -> Result<Vec<Step>> {
    desk.with(|workbench| workbench.history(&desk.texts, request.limit as usize))
}

/// What became of one text of a yearly record, or of an evaluation.
pub fn record_history(desk: &Desk, request: RecordValue) -> Result<Vec<PastValue>> {
    let record = [request.node.0, i64::from(request.year.year())];
    let column = match request.field {
        Field::Planned => "planned",
        Field::Target => "target",
        Field::PreviousState => "previous_state",
        Field::Actual => "actual",
        Field::Issues => "issues",
        Field::Evaluation | Field::Reason => {
            let Some(judge) = request.judge else { return Ok(Vec::new()) };
            let key = [record[0], record[1], judge.vocabulary.0, judge.evaluator.0];
            let column = if request.field == Field::Reason { "reason" } else { "text" };
            return past(desk, Table::Evaluation, &key, column);
        }
        _ => "note",
    };
    past(desk, Table::Record, &record, column)
}

/// What became of one text of a node; nothing for what is not kept as one text (offices, groups).
pub fn node_history(desk: &Desk, request: NodeValue) -> Result<Vec<PastValue>> {
    let column = match request.field {
        Field::Label => "label",
        Field::Title => "title",
        Field::LifeCycleWords => {
            let node = desk.with(|workbench| view::node(workbench, &desk.texts, request.node))?.node;
            return match node.life_cycle.last() {
                Some(event) => past(desk, Table::LifeEvent, &[event.id.0], "words"),
                None => Ok(Vec::new()),
            };
        }
        Field::Section => {
            let node = desk.with(|workbench| view::node(workbench, &desk.texts, request.node))?.node;
            let wanted = request.section.unwrap_or_default();
            return match node.sections.iter().find(|section| section.title == wanted) {
                Some(section) => past(desk, Table::Section, &[section.id.0], "text"),
                None => Ok(Vec::new()),
            };
        }
        _ => return Ok(Vec::new()),
    };
    past(desk, Table::Node, &[request.node.0], column)
}

fn past(desk: &Desk, table: Table, key: &[i64], column: &str) -> Result<Vec<PastValue>> {
    let past = desk.with(|workbench| workbench.value_history(&desk.texts, table, key, column))?;
    Ok(past.into_iter().map(|change| PastValue { step: change.step, old: change.old, new: change.new }).collect())
}
