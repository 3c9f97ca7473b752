//! 進捗: the yearly records of a chosen year, one row per item.

use domain::programme::{Evaluator, LifeWord, Node, NodeId, Plan, PlanId, Term, Vocabulary};
use domain::tally::tally;
use domain::value::fiscal_year::FiscalYear;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::tally::{TallyLine, lines};
use super::{SomeRows, YearHead, group_name, office_names};
use crate::error::Thing;
use crate::file::Found;
use crate::op::Field;
use crate::record::{Judge, field_text};
use crate::{Result, Workbench};

/// A column of judgements: an axis and an evaluator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct JudgeColumn {
    /// Axis and evaluator.
    pub judge: Judge,
    /// Heading: 進捗（所管課）.
    pub title: String,
    /// The words of the vocabulary.
    pub terms: Vec<Term>,
}

/// A text of a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProgressCell {
    /// Which field.
    pub field: Field,
    /// Its text.
    pub text: String,
}

/// One row: a direction, or an item with its record of the year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProgressRow {
    /// The node.
    pub node: NodeId,
    /// Level in the tree.
    pub level: u8,
    /// Whether it is an item and carries a record.
    pub item: bool,
    /// Number as printed.
    pub label: String,
    /// Name.
    pub title: String,
    /// Name of its group.
    pub group: String,
    /// Names of its offices.
    pub offices: String,
    /// The item ended before this year: nothing is due.
    pub ended: bool,
    /// Words of its life cycle.
    pub life_cycle_words: String,
    /// The texts of the record, in the order of the columns.
    pub cells: Vec<ProgressCell>,
    /// 当初予定 is said to be as in the year before (前年度と同じ).
    pub same_as_before: bool,
    /// 実績 tells all years up to this one.
    pub cumulative: bool,
    /// Words stand in the year before that it may be said to be the same as.
    pub may_be_same: bool,
    /// 実績 of the year before, to look at.
    pub before: String,
    /// Evaluations in the order of the judge columns: word and reason.
    pub evaluations: Vec<(String, String)>,
}

/// The yearly records of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProgressView {
    /// The plan.
    pub plan: PlanId,
    /// The year shown.
    pub year: YearHead,
    /// Name of the items' level.
    pub item_name: String,
    /// The plan's own words for what becomes of an item.
    pub life_words: Vec<LifeWord>,
    /// Columns of judgements.
    pub judges: Vec<JudgeColumn>,
    /// Directions and items in order of print.
    pub rows: Vec<ProgressRow>,
    /// Items by the judgement that stands on each axis, and those apart from all.
    pub tally: Vec<TallyLine>,
}

/// The text columns of the progress grid, from left to right.
const FIELDS: [Field; 6] =
    [Field::PreviousState, Field::Planned, Field::Target, Field::Actual, Field::Issues, Field::Note];

/// The records of one year.
pub fn progress(workbench: &Workbench, id: PlanId, year: FiscalYear) -> Result<ProgressView> {
    let read = workbench.read();
    let mut plan = store::plan::header(&read, id)?.found(Thing::Plan, id.0)?;
    let from = year.previous().unwrap_or(year);
    plan.nodes = store::node::with_records(&read, id, from..=year)?;
    let offices = store::office::all(&read)?;
    let judges = judges(&plan, year);
    let rows = plan
        .nodes
        .iter()
        .map(|node| ProgressRow {
            node: node.id,
            level: node.level,
            item: node.level == plan.evaluation_level,
            label: node.label.clone(),
            title: node.title.clone(),
            group: group_name(&plan, node),
            offices: office_names(node, &offices, Some(year)),
            ended: node.life_cycle.ended_before(year),
            life_cycle_words: node.life_cycle.words(),
            cells: FIELDS
                .iter()
                .map(|field| ProgressCell { field: *field, text: field_text(node, year, *field).to_owned() })
                .collect(),
            same_as_before: node.record(year).is_some_and(|record| record.same_as_before),
            cumulative: node.record(year).is_some_and(|record| record.cumulative),
            may_be_same: node.may_be_same(year),
            before: year
                .previous()
                .map(|before| field_text(node, before, Field::Actual))
                .unwrap_or_default()
                .to_owned(),
            evaluations: judges.iter().map(|column| judged(node, year, column.judge)).collect(),
        })
        .collect();
    let item_name = plan.levels.get(usize::from(plan.evaluation_level)).map(|level| level.name.clone());
    Ok(ProgressView {
        plan: id,
        year: YearHead::of(plan.reckoning(), year),
        item_name: item_name.unwrap_or_default(),
        rows,
        tally: lines(&plan, &tally(&plan, year, 0)),
        judges,
        life_words: plan.life_words,
    })
}

/// Some rows of the records of one year, for a screen that shows the others already.
pub fn progress_rows(
    workbench: &Workbench,
    id: PlanId,
    year: FiscalYear,
    nodes: &[NodeId],
) -> Result<SomeRows<ProgressView>> {
    let mut view = progress(workbench, id, year)?;
    let order = view.rows.iter().map(|row| row.node).collect();
    view.rows.retain(|row| nodes.contains(&row.node));
    Ok(SomeRows { view, order })
}

impl JudgeColumn {
    /// The column of one who judges on an axis.
    pub(super) fn of(axis: &Vocabulary, evaluator: &Evaluator) -> Self {
        Self {
            judge: Judge { vocabulary: axis.id, evaluator: evaluator.id },
            title: format!("{}（{}）", axis.axis, evaluator.name),
            terms: axis.terms.clone(),
        }
    }
}

/// Who judges in a year, and on which axis.
pub(super) fn judges(plan: &Plan, year: FiscalYear) -> Vec<JudgeColumn> {
    let axes: Vec<_> = plan.vocabularies.iter().filter(|vocabulary| vocabulary.covers(year)).collect();
    let mut columns = Vec::new();
    for evaluator in &plan.evaluators {
        for axis in &axes {
            columns.push(JudgeColumn::of(axis, evaluator));
        }
    }
    columns
}

fn judged(node: &Node, year: FiscalYear, judge: Judge) -> (String, String) {
    let evaluation = node.record(year).and_then(|record| {
        record.evaluations.iter().find(|e| e.vocabulary == judge.vocabulary && e.evaluator == judge.evaluator)
    });
    evaluation.map(|e| (e.text.clone(), e.reason.clone())).unwrap_or_default()
}
