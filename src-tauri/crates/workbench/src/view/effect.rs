//! 効果額: a table of financial effects with its differences, its totals and what they leave out.

mod figures;
mod words;

use domain::effect::{self, Column, Comparison, Sum};
use domain::programme::{
    City, EffectRow, EffectRowId, EffectSide, EffectSpan, EffectTable, EffectTableId, NodeId, Plan, PlanId,
};
use domain::value::fiscal_year::FiscalYear;
use domain::value::quantity::Unit;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Doubt, YearHead};
use crate::effect::EffectTableForm;
use crate::error::Thing;
use crate::file::Found;
use crate::texts::Texts;
use crate::{Result, Workbench};
use figures::Shown;

pub(crate) use words::total_words;

/// Which table is asked for, and how it is to be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EffectsRequest {
    /// The plan.
    pub plan: PlanId,
    /// The table; none takes the first of the plan.
    #[serde(default)]
    #[ts(optional)]
    pub table: Option<EffectTableId>,
    /// The unit to look at it in; none takes its own.
    #[serde(default)]
    #[ts(optional)]
    pub unit: Option<String>,
    /// First year column, when earlier than the first of plan and table.
    #[serde(default)]
    #[ts(optional)]
    pub first: Option<FiscalYear>,
    /// Last year column, when later than the last of plan and table.
    #[serde(default)]
    #[ts(optional)]
    pub last: Option<FiscalYear>,
}

/// The tables of a plan, and one of them whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EffectsView {
    /// Tables of the plan in their order.
    pub tables: Vec<EffectHead>,
    /// Tables of other plans, to which a search or a finding can lead.
    pub elsewhere: Vec<EffectHead>,
    /// Nodes of the plan that a row can be of.
    pub items: Vec<EffectItem>,
    /// The table; none while the plan has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub sheet: Option<EffectSheet>,
}

/// A table in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EffectHead {
    /// The table.
    pub id: EffectTableId,
    /// Its plan.
    pub plan: PlanId,
    /// Its name.
    pub name: String,
    /// Its unit.
    pub unit: String,
}

impl From<&EffectTable> for EffectHead {
    fn from(table: &EffectTable) -> Self {
        Self { id: table.id, plan: table.plan, name: table.name.clone(), unit: table.unit.clone() }
    }
}

/// A node of the plan that a row can be of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EffectItem {
    /// The node.
    pub node: NodeId,
    /// ② 公文書管理の適正化.
    pub name: String,
    /// Whether it is an item, which carries records; its effects are told in its detail too.
    pub item: bool,
}

/// One table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EffectSheet {
    /// The table.
    pub id: EffectTableId,
    /// What is said of it.
    pub form: EffectTableForm,
    /// The unit it is shown in.
    pub unit: String,
    /// The units it can be shown in without loss.
    pub units: Vec<String>,
    /// Year columns.
    pub years: Vec<YearHead>,
    /// Rows in order of print.
    pub rows: Vec<EffectLine>,
    /// Totals that the program adds up.
    pub totals: Vec<EffectTotal>,
    /// What stands below: over which years the totals run, what they lack, what signs mean.
    pub notes: Vec<String>,
}

/// One row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EffectLine {
    /// The row.
    pub id: EffectRowId,
    /// Name as printed.
    pub title: String,
    /// The item whose effect it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub node: Option<NodeId>,
    /// Side of the budget.
    pub side: EffectSide,
    /// Account (会計).
    pub account: String,
    /// Single year, continuing, cumulated.
    pub span: EffectSpan,
    /// A printed total of the rows above.
    pub total: bool,
    /// Figures by year column.
    pub years: Vec<EffectFigures>,
    /// Figures over the years.
    pub over: EffectFigures,
}

/// A total that the program adds up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EffectTotal {
    /// 合計, 歳入計, 一般会計計.
    pub title: String,
    /// Sums by year column.
    pub years: Vec<EffectFigures>,
    /// Sums over the years.
    pub over: EffectFigures,
}

/// 見込, 実績, 差額.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EffectFigures {
    /// 見込.
    pub expected: EffectFigure,
    /// 実績.
    pub actual: EffectFigure,
    /// 実績 − 見込.
    pub difference: EffectFigure,
}

/// One figure.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct EffectFigure {
    /// As written, or computed; "" where there is none.
    pub text: String,
    /// The number it counts for, as decimal digits in the unit shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub number: Option<String>,
    /// There is none, and none is awaited.
    pub absent: bool,
    /// Why the words are not understood.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub doubt: Option<Doubt>,
    /// A printed total that is not the sum of its parts.
    pub wrong: bool,
    /// What is to be known of it: the years of a sum, what it lacks, how it stands.
    pub note: String,
}

/// A row of effects of one item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NodeEffect {
    /// The table.
    pub table: EffectTableId,
    /// Name of the table.
    pub name: String,
    /// The row.
    pub row: EffectRowId,
    /// Name of the row as printed.
    pub title: String,
    /// 実績 137百万円（令和3～5年度の計、令和6年度は未確定）.
    pub totals: Vec<String>,
}

/// The rows of effects of a node, with what they come to over the years.
pub fn node_effects(workbench: &Workbench, texts: &Texts, node: NodeId) -> Result<Vec<NodeEffect>> {
    let read = workbench.read();
    let tables = store::effect::all(&read)?;
    let city = store::city::read(&read)?;
    let mut found = Vec::new();
    for table in tables {
        let plan = store::plan::header(&read, table.plan)?.found(Thing::Plan, table.plan.0)?;
        let rows = table.rows.iter().filter(|row| row.node == Some(node));
        found.extend(rows.map(|row| NodeEffect {
            table: table.id,
            name: table.name.clone(),
            row: row.id,
            title: row.title.clone(),
            totals: words::row_totals(texts, &city, &plan, &table, row),
        }));
    }
    Ok(found)
}

/// The tables of a plan, with one of them in the unit asked for.
pub fn effects(workbench: &Workbench, texts: &Texts, asked: &EffectsRequest) -> Result<EffectsView> {
    let read = workbench.read();
    let plan = store::plan::read(&read, asked.plan)?.found(Thing::Plan, asked.plan.0)?;
    let (tables, others): (Vec<EffectTable>, Vec<EffectTable>) =
        store::effect::all(&read)?.into_iter().partition(|table| table.plan == plan.id);
    // A table that is gone by now gives way to the first one.
    let wanted = tables.iter().position(|table| Some(table.id) == asked.table).unwrap_or(0);
    let city = store::city::read(&read)?;
    let sheet = tables.get(wanted).map(|table| sheet(texts, &city, &plan, table, asked));
    let heads = |tables: &[EffectTable]| tables.iter().map(EffectHead::from).collect();
    Ok(EffectsView { tables: heads(&tables), elsewhere: heads(&others), items: items(&plan), sheet })
}

fn items(plan: &Plan) -> Vec<EffectItem> {
    let nodes = plan.nodes.iter().map(|node| EffectItem {
        node: node.id,
        name: [node.label.as_str(), node.title.as_str()].join(" ").trim().to_owned(),
        item: node.level == plan.evaluation_level,
    });
    nodes.collect()
}

/// A table as it is printed: in its own unit, over its own years.
pub(crate) fn effect_sheet(texts: &Texts, city: &City, plan: &Plan, table: &EffectTable) -> EffectSheet {
    let asked = EffectsRequest { plan: plan.id, table: None, unit: None, first: None, last: None };
    sheet(texts, city, plan, table, &asked)
}

fn sheet(texts: &Texts, city: &City, plan: &Plan, table: &EffectTable, asked: &EffectsRequest) -> EffectSheet {
    let units = effect::units(table);
    let unit = asked.unit.as_ref().map(Unit::new).filter(|unit| units.contains(unit));
    let unit = unit.unwrap_or_else(|| Unit::new(&table.unit));
    let shown = Shown { texts, table, unit: &unit, mark: city.negative, reckoning: plan.reckoning() };
    let known = effect::years(table, &plan.years());
    let first = known.first().copied().into_iter().chain(asked.first).min();
    let last = known.last().copied().into_iter().chain(asked.last).max();
    let heads = first.zip(last).map(|(first, last)| YearHead::run(shown.reckoning, first, last)).unwrap_or_default();
    let years: Vec<FiscalYear> = heads.iter().map(|head| head.year).collect();
    let comparisons = effect::comparisons(table);
    let totals = effect::totals(table, &years);
    let several = totals.iter().any(|total| total.span != totals[0].span);
    EffectSheet {
        id: table.id,
        form: EffectTableForm {
            name: table.name.clone(),
            unit: table.unit.clone(),
            saving: table.saving,
            brackets: table.brackets,
            note: table.note.clone(),
        },
        unit: unit.as_str().to_owned(),
        units: units.iter().map(|unit| unit.as_str().to_owned()).collect(),
        years: heads,
        rows: table.rows.iter().map(|row| line(&shown, row, &years, &comparisons)).collect(),
        totals: totals
            .iter()
            .map(|total| EffectTotal {
                title: words::total_title(texts, total, several),
                years: total.of_years.iter().map(|sums| sums_shown(&shown, sums, false)).collect(),
                over: sums_shown(&shown, &total.over_years, true),
            })
            .collect(),
        notes: words::notes(texts, shown.reckoning, table, &totals),
    }
}

fn line(shown: &Shown<'_>, row: &EffectRow, years: &[FiscalYear], comparisons: &[Comparison]) -> EffectLine {
    let over = Column::ALL.map(|column| effect::row_over_years(shown.table, row, years, column));
    EffectLine {
        id: row.id,
        title: row.title.clone(),
        node: row.node,
        side: row.side,
        account: row.account.clone(),
        span: row.span,
        total: row.total,
        years: years.iter().map(|year| shown.figures(row, *year, comparisons)).collect(),
        over: sums_shown(shown, &over, true),
    }
}

fn sums_shown(shown: &Shown<'_>, sums: &[Sum; 3], over: bool) -> EffectFigures {
    let [expected, actual, difference] = sums;
    EffectFigures {
        expected: shown.sum(expected, over),
        actual: shown.sum(actual, over),
        difference: shown.sum(difference, over),
    }
}
