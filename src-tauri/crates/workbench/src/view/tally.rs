//! 集計: the cross tables of a year, the rates, the sentence; every figure with its items.

mod naming;

use domain::programme::{City, LifeCycleKind, NodeId, Office, Plan, PlanId};
use domain::tally::{self, JudgedTable, Tally};
use domain::value::fiscal_year::FiscalYear;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{YearHead, office_names};
use crate::tally::{plan_of, standing, term};
use crate::texts::Texts;
use crate::{Result, Workbench};
use naming::Names;

/// Where the items of a figure stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Judged with a word of the vocabulary.
    Term,
    /// Not judged yet.
    Unjudged,
    /// Judged with a word outside the vocabulary.
    Foreign,
    /// Listed a second time.
    Relisted,
    /// Ended before the year.
    Ended,
    /// New in a later year.
    NotBegun,
    /// Taken out by hand.
    Uncounted,
}

impl From<tally::Standing> for Standing {
    fn from(standing: tally::Standing) -> Self {
        match standing {
            tally::Standing::Term(_) => Self::Term,
            tally::Standing::Unjudged => Self::Unjudged,
            tally::Standing::Foreign => Self::Foreign,
            tally::Standing::Relisted => Self::Relisted,
            tally::Standing::Ended => Self::Ended,
            tally::Standing::NotBegun => Self::NotBegun,
            tally::Standing::Uncounted => Self::Uncounted,
        }
    }
}

/// How many items have one evaluation, and which.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TallyLine {
    /// Name of the axis judged on, where the year has several; "" else, and for items apart from all.
    pub axis: String,
    /// The word; "" for items that are not judged with a word of the vocabulary.
    pub label: String,
    /// Its symbol.
    pub symbol: String,
    /// Where they stand.
    pub standing: Standing,
    /// Whether they stand in the denominator.
    pub counted: bool,
    /// The items counted.
    pub items: Vec<NodeId>,
}

/// The lines of the judgement that stands, axis by axis: every word and what is not judged, of the
/// rest what has items. What stands apart from every axis comes once and last.
pub(super) fn lines(plan: &Plan, tally: &Tally) -> Vec<TallyLine> {
    let tables = standing(tally);
    let named = |table: &JudgedTable| {
        let axis = plan.vocabularies.iter().find(|axis| axis.id == table.judged.vocabulary);
        axis.filter(|_| tables.len() > 1).map(|axis| axis.axis.clone()).unwrap_or_default()
    };
    let (mut lines, mut apart) = (Vec::new(), Vec::new());
    for table in &tables {
        apart.clear();
        for place in shown(table) {
            let column = table.columns[place];
            let term = term(plan, column.standing);
            let is_apart = column.standing.is_apart();
            let line = TallyLine {
                axis: if is_apart { String::new() } else { named(table) },
                label: term
                    .map(|term| term.label.as_str())
                    .or(own_word(plan, column.standing))
                    .unwrap_or_default()
                    .into(),
                symbol: term.map(|term| term.symbol.clone()).unwrap_or_default(),
                standing: column.standing.into(),
                counted: column.counted,
                items: table.all.cells[place].clone(),
            };
            if is_apart { &mut apart } else { &mut lines }.push(line);
        }
    }
    lines.extend(apart);
    lines
}

/// The plan's own word for items that are told apart by what became of them.
fn own_word(plan: &Plan, standing: tally::Standing) -> Option<&str> {
    match standing {
        tally::Standing::Relisted => plan.life_word(LifeCycleKind::Relisted),
        tally::Standing::Ended => plan.life_word(LifeCycleKind::Ended),
        _ => None,
    }
}

/// Places of the columns that are shown.
fn shown(table: &JudgedTable) -> impl Iterator<Item = usize> {
    (0..table.columns.len()).filter(|place| {
        let always = matches!(table.columns[*place].standing, tally::Standing::Term(_) | tally::Standing::Unjudged);
        always || table.all.cells.get(*place).is_some_and(|items| !items.is_empty())
    })
}

/// The tally of a plan in a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TallyView {
    /// The plan.
    pub plan: PlanId,
    /// Its name.
    pub name: String,
    /// The year counted.
    pub year: YearHead,
    /// Name of the items' level.
    pub item_name: String,
    /// Names of the levels above the items: those the items can be broken down by.
    pub levels: Vec<String>,
    /// The level they are broken down by.
    pub level: u8,
    /// Every item the plan lists, which the figures name.
    pub items: Vec<TallyItem>,
    /// One table per axis and judge; on each axis the judgement that stands comes first.
    pub tables: Vec<TallyTable>,
    /// The rates.
    pub rates: Vec<RateLine>,
}

/// An item of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TallyItem {
    /// The node.
    pub id: NodeId,
    /// Number as printed.
    pub label: String,
    /// Name.
    pub title: String,
    /// Names of its offices.
    pub offices: String,
}

/// The tally by one judge on one axis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TallyTable {
    /// Name of the axis.
    pub axis: String,
    /// Who judged.
    pub judge: String,
    /// What the cells of a row count; those in the denominator stand before the rest.
    pub columns: Vec<TallyColumn>,
    /// All items.
    pub all: TallyRow,
    /// By direction, office, life cycle, group.
    pub parts: Vec<TallyPart>,
    /// The table in a sentence; "" while nothing is judged.
    pub sentence: String,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TallyColumn {
    /// What stands above it.
    pub label: String,
    /// Symbol of the word.
    pub symbol: String,
    /// Where its items stand.
    pub standing: Standing,
    /// Whether they stand in the denominator.
    pub counted: bool,
}

/// What the rows of a part have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Breakdown {
    /// The nodes of a level.
    Direction,
    /// 所管課.
    Office,
    /// 区分.
    LifeCycle,
    /// グループ.
    Group,
}

/// The rows of one breakdown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TallyPart {
    /// Which.
    pub by: Breakdown,
    /// What stands above the names of the rows.
    pub title: String,
    /// How it is counted, where that is not plain.
    pub note: String,
    /// The rows.
    pub rows: Vec<TallyRow>,
}

/// A row of figures, each as the items it counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TallyRow {
    /// Its name.
    pub title: String,
    /// One per column.
    pub cells: Vec<Vec<NodeId>>,
    /// The items in the denominator.
    pub counted: Vec<NodeId>,
    /// The items listed.
    pub listed: Vec<NodeId>,
}

/// A rate with the items it is made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RateLine {
    /// Name as printed.
    pub name: String,
    /// The formula, in the words of the city or in those of its terms.
    pub formula: String,
    /// Who judged.
    pub judge: String,
    /// In percent, rounded; none when nothing stands in the denominator.
    #[serde(default)]
    #[ts(optional)]
    pub percent: Option<String>,
    /// Items of the numerator.
    pub numerator: Vec<NodeId>,
    /// Items of the denominator.
    pub denominator: Vec<NodeId>,
    /// Items not judged yet that the rate leaves out.
    pub left_out: Vec<NodeId>,
}

/// The tally of a year, broken down by the nodes of a level.
pub fn tally(workbench: &Workbench, texts: &Texts, id: PlanId, year: FiscalYear, level: u8) -> Result<TallyView> {
    let plan = plan_of(workbench, id, year)?;
    let offices = store::office::all(&workbench.read())?;
    let city = store::city::read(&workbench.read())?;
    Ok(tally_of(texts, &city, &plan, &offices, year, level))
}

/// The same of a plan that was read whole.
pub(crate) fn tally_of(
    texts: &Texts,
    city: &City,
    plan: &Plan,
    offices: &[Office],
    year: FiscalYear,
    level: u8,
) -> TallyView {
    let counted = tally::tally_among(plan, offices, year, level);
    let names = Names::new(texts, city, plan, offices, level);
    let above = usize::from(plan.evaluation_level).min(plan.levels.len());
    let items = plan.items().map(|item| TallyItem {
        id: item.id,
        label: item.label.clone(),
        title: item.title.clone(),
        offices: office_names(item, offices, Some(year)),
    });
    TallyView {
        plan: plan.id,
        name: plan.name.clone(),
        year: YearHead::of(plan.reckoning(), year),
        item_name: names.level(plan.evaluation_level),
        levels: plan.levels[..above].iter().map(|level| level.name.clone()).collect(),
        level,
        items: items.collect(),
        tables: counted.tables.iter().map(|table| names.table(table, year)).collect(),
        rates: counted.rates.iter().map(|rate| names.rate(rate)).collect(),
    }
}
