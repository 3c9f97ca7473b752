//! What each screen shows, made from the programme: no rules of its own, nothing to edit.

mod effect;
mod fiscal;
mod home;
mod indicators;
mod links;
mod plan;
mod progress;
mod schedule;
mod settings;
mod tally;

pub use effect::{
    EffectFigure, EffectFigures, EffectHead, EffectItem, EffectLine, EffectSheet, EffectTotal, EffectsRequest,
    EffectsView, NodeEffect, effects, node_effects,
};
pub(crate) use effect::{effect_sheet, total_words};
pub use fiscal::{Doubt, FiscalCell, FiscalRow, FiscalView, fiscal};
pub use home::{HomeView, home};
pub use indicators::{
    IndicatorGroup, IndicatorProposal, IndicatorRow, IndicatorYear, IndicatorYearCells, IndicatorsView, TargetCell,
    indicators,
};
pub(crate) use indicators::{indicators_of, is_aimed_at};
pub use links::{EffectRef, IndicatorRef, NodeChoices, NodeLinks, NodeRef, choices, links};
pub use plan::{
    NodeView, PlanHead, PlanRow, PlanView, RecordYear, SectionText, SomeRows, node, plan, plan_rows, plans,
};
pub use progress::{JudgeColumn, ProgressCell, ProgressRow, ProgressView, progress, progress_rows};
pub use schedule::{Ghost, ScheduleItem, ScheduleLane, ScheduleView, Shown, schedule};
pub use settings::{ChangeRow, OfficeRow, PlanSettings, SettingsView, UseCount, settings};
pub(crate) use tally::tally_of;
pub use tally::{
    Breakdown, RateLine, Standing, TallyColumn, TallyItem, TallyLine, TallyPart, TallyRow, TallyTable, TallyView, tally,
};

use domain::programme::{Node, Office, Plan};
use domain::value::fiscal_year::{FiscalYear, YearStyle};
use domain::value::reckoning::Reckoning;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A fiscal year with its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct YearHead {
    /// The year.
    pub year: FiscalYear,
    /// 令和6年度, or 平成32年度 in a plan that counts so.
    pub long: String,
    /// R6.
    pub short: String,
}

impl YearHead {
    /// A year as its plan calls it; what belongs to no plan has [`Reckoning::USUAL`].
    pub(crate) fn of(reckoning: Reckoning, year: FiscalYear) -> Self {
        let words = |style| reckoning.format(year, style);
        Self { year, long: words(YearStyle::Long), short: words(YearStyle::Short) }
    }

    /// Several years.
    fn all(reckoning: Reckoning, years: impl IntoIterator<Item = FiscalYear>) -> Vec<Self> {
        years.into_iter().map(|year| Self::of(reckoning, year)).collect()
    }

    /// The years from one to another.
    fn run(reckoning: Reckoning, first: FiscalYear, last: FiscalYear) -> Vec<Self> {
        let years = std::iter::successors(Some(first), |year| year.next());
        Self::all(reckoning, years.take_while(|year| *year <= last))
    }
}

/// Names of a node's offices in their order: 市民協働課、企画政策課. Those that hold in a year, or
/// without one those of today.
fn office_names(node: &Node, offices: &[Office], year: Option<FiscalYear>) -> String {
    let names = node.offices_in(year).filter_map(|assignment| {
        offices.iter().find(|office| office.id == assignment.office).map(|office| office.name.as_str())
    });
    names.collect::<Vec<_>>().join("、")
}

/// Name of the group of a node.
fn group_name(plan: &Plan, node: &Node) -> String {
    let group = node.group.and_then(|group| plan.groups.iter().find(|known| known.id == group));
    group.map(|group| group.name.clone()).unwrap_or_default()
}
