//! Yearly records (年度記録): 当初予定, 設定目標, 実績, 評価.

use domain::programme::{
    Evaluation, EvaluatorId, Node, NodeId, Plan, Term, VocabularyId, YearRecord, percent_of, says_same_as_before,
};
use domain::value::fiscal_year::FiscalYear;
use serde::{Deserialize, Serialize};
use store::{Outcome, Table, Write};
use ts_rs::TS;

use crate::error::Thing;
use crate::file::Found;
use crate::op::{Field, Op};
use crate::{By, Result, Workbench, WorkbenchError, words};

/// One cell of the progress grid with its new text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecordEdit {
    /// The item.
    pub node: NodeId,
    /// The fiscal year.
    pub year: FiscalYear,
    /// Which field of the record.
    pub field: Field,
    /// Axis and evaluator, for an evaluation or its reason.
    #[serde(default)]
    #[ts(optional)]
    pub judge: Option<Judge>,
    /// The new text; "" clears the cell.
    pub text: String,
}

/// Whose judgement on which axis a cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Judge {
    /// The axis.
    pub vocabulary: VocabularyId,
    /// The evaluator.
    pub evaluator: EvaluatorId,
}

/// Sets cells of yearly records as one step: what is typed, pasted or filled down.
///
/// A word outside the vocabulary is kept as written and stays without a term; the check lists it.
/// 「前年度と同じ」 as planning is the mark of the record and no text of its own;
/// without planning in the year before, one typed alone is refused and one in a table stays text.
pub fn set(workbench: &mut Workbench, by: &By, edits: &[RecordEdit]) -> Result<Outcome<()>> {
    let op = name(workbench, edits)?;
    let in_table = edits.len() > 1;
    workbench.transact(by, &op, |w| edits.iter().try_for_each(|edit| put(w, edit, in_table)))
}

fn name(workbench: &Workbench, edits: &[RecordEdit]) -> Result<Op> {
    let first = edits.first().ok_or(WorkbenchError::NothingToShow)?;
    let read = workbench.read();
    let year = store::plan::reckoning(&read, Table::Node, first.node.0)?.of(first.year);
    if edits.len() > 1 {
        return Ok(Op::SetRecords { count: edits.len(), year });
    }
    let item = store::node::title(&read, first.node)?.found(Thing::Node, first.node.0)?;
    Ok(Op::SetRecord { item, year, field: first.field })
}

pub(crate) fn set_one(w: &Write<'_>, edit: &RecordEdit) -> Result<()> {
    put(w, edit, false)
}

/// Sets one cell, alone or as one of a table.
fn put(w: &Write<'_>, edit: &RecordEdit, in_table: bool) -> Result<()> {
    let before = store::record::read(w, edit.node, edit.year)?;
    if before.is_none() {
        let id = store::node::plan_of(w, edit.node)?.found(Thing::Node, edit.node.0)?;
        let plan = store::plan::header(w, id)?.found(Thing::Plan, id.0)?;
        // A record that is there can be mended; a new one belongs into the plan.
        crate::settings::within(&plan, edit.year)?;
    }
    let mut record = before.clone().unwrap_or_else(|| YearRecord::empty(edit.year));
    let text = words::text(&edit.text)?;
    match edit.field {
        Field::Planned if says_same_as_before(&text) => match say_same(w, edit.node, &mut record) {
            // The rest of a table does not wait for one cell: its words stay as they were written.
            Err(WorkbenchError::NoPlanningBefore { .. }) if in_table => record.planned = text,
            said => said?,
        },
        Field::Planned => {
            let before = match record.year.previous() {
                Some(year) => {
                    store::record::read(w, edit.node, year)?.map_or_else(String::new, |before| before.planned)
                }
                None => String::new(),
            };
            record.plan(text, &before);
            unmark_next(w, edit.node, &record)?;
        }
        Field::Target => record.target = text,
        Field::PreviousState => record.previous_state = text,
        Field::Actual => {
            // Without results there is nothing that could tell all years so far.
            record.cumulative &= !text.is_empty();
            record.actual = text;
        }
        Field::Issues => record.issues = text,
        Field::Note => record.note = text,
        Field::Evaluation | Field::Reason => {
            let plan = store::node::plan_of(w, edit.node)?.found(Thing::Node, edit.node.0)?;
            let plan = store::plan::header(w, plan)?.found(Thing::Plan, plan.0)?;
            let judge = judge(&plan, edit)?;
            judge_record(&mut record, &plan, judge, edit.field, text);
        }
        _ => return Err(WorkbenchError::NoSuch { thing: Thing::Node, id: edit.node.0 }),
    }
    // An empty cell left empty makes no record of a year that has none.
    if before.is_none() && record == YearRecord::empty(edit.year) {
        return Ok(());
    }
    Ok(store::record::save(w, edit.node, &record)?)
}

/// Planning said to be as in the year before, which must have some.
fn say_same(w: &Write<'_>, node: NodeId, record: &mut YearRecord) -> Result<()> {
    let item = store::node::read(w, node)?.found(Thing::Node, node.0)?;
    let before = record.year.previous().map_or("", |before| item.planned_in(before));
    if before.is_empty() {
        let year = store::plan::reckoning(w, Table::Node, node.0)?.of(record.year);
        return Err(WorkbenchError::NoPlanningBefore { year });
    }
    record.say_same(before);
    unmark_next(w, node, record)
}

/// The year behind is no longer the same when it has words of its own that differ by now.
fn unmark_next(w: &Write<'_>, node: NodeId, record: &YearRecord) -> Result<()> {
    let Some(next) = record.year.next() else { return Ok(()) };
    let Some(mut next) = store::record::read(w, node, next)? else { return Ok(()) };
    if next.unmark_other(&record.planned) {
        store::record::save(w, node, &next)?;
    }
    Ok(())
}

/// The axis and evaluator meant; without a choice the first ones of the year.
fn judge(plan: &Plan, edit: &RecordEdit) -> Result<Judge> {
    if let Some(judge) = edit.judge {
        let axis = plan.vocabularies.iter().any(|vocabulary| vocabulary.id == judge.vocabulary);
        axis.then_some(()).found(Thing::Vocabulary, judge.vocabulary.0)?;
        let known = plan.evaluators.iter().any(|evaluator| evaluator.id == judge.evaluator);
        known.then_some(()).found(Thing::Evaluator, judge.evaluator.0)?;
        return Ok(judge);
    }
    let vocabulary = plan.vocabularies.iter().find(|v| v.covers(edit.year));
    match (vocabulary, plan.evaluators.first()) {
        (Some(vocabulary), Some(evaluator)) => Ok(Judge { vocabulary: vocabulary.id, evaluator: evaluator.id }),
        _ => Err(WorkbenchError::NothingToShow),
    }
}

fn judge_record(record: &mut YearRecord, plan: &Plan, judge: Judge, field: Field, text: String) {
    let position =
        record.evaluations.iter().position(|e| e.vocabulary == judge.vocabulary && e.evaluator == judge.evaluator);
    let mut evaluation = match position {
        Some(position) => record.evaluations.remove(position),
        None => Evaluation {
            vocabulary: judge.vocabulary,
            evaluator: judge.evaluator,
            text: String::new(),
            term: None,
            reason: String::new(),
        },
    };
    if field == Field::Reason {
        evaluation.reason = text;
    } else {
        let vocabulary = plan.vocabularies.iter().find(|v| v.id == judge.vocabulary);
        let term: Option<&Term> = vocabulary.and_then(|vocabulary| vocabulary.understood(&text));
        // A symbol is written out; a percentage stays the one that was judged.
        evaluation.text = match term {
            Some(term) if percent_of(&text).is_none() => term.label.clone(),
            _ => text,
        };
        evaluation.term = term.map(|term| term.id);
    }
    if !evaluation.text.is_empty() || !evaluation.reason.is_empty() {
        record.evaluations.insert(position.unwrap_or(record.evaluations.len()), evaluation);
    }
}

/// The text of a field of a record, "" where the year has no record.
pub fn field_text(node: &Node, year: FiscalYear, field: Field) -> &str {
    let Some(record) = node.record(year) else { return "" };
    match field {
        Field::Planned => &record.planned,
        Field::Target => &record.target,
        Field::PreviousState => &record.previous_state,
        Field::Actual => &record.actual,
        Field::Issues => &record.issues,
        Field::Note => &record.note,
        _ => "",
    }
}
