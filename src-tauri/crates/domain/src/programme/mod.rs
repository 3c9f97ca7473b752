//! The whole reform programme (行財政改革) of one city, as one value.
//!
//! [`Programme`] is what a `.kaikaku` file holds and what `programme.json` carries; reading a
//! file, writing it as JSON and loading that JSON again gives the same value.
//! Order in a list is meaning (the order of print), so lists are vectors and never sorted here.

mod acceptance;
mod chart;
mod city;
mod effect;
mod ids;
mod indicator;
mod life;
mod meeting;
mod node;
mod numbering;
mod office;
mod plan;
mod rate;
mod record;
mod references;
mod schedule;
pub mod uses;
mod vocabulary;

pub use acceptance::Acceptance;
pub use chart::{Axis, ChartDefinition, ChartSeries, Mark, SecondLine};
pub use city::{City, Comma, read_city_code};
pub use effect::{Basis, BracketMeaning, EffectCell, EffectRow, EffectSide, EffectSpan, EffectTable, SavingSign};
pub use ids::{
    AcceptanceId, BarId, ChartId, EffectRowId, EffectTableId, EvaluatorId, GroupId, IndicatorId, LaneId, LifeEventId,
    MeetingId, NodeId, OfficeChangeId, OfficeId, PaperId, PlanId, ProjectId, RateId, ScheduleId, SectionId, TargetId,
    TermId, VocabularyId,
};
pub use indicator::{Baseline, Indicator, IndicatorScope, IndicatorTarget, Observation, Part, Slot, Stage};
pub use life::{LifeCycle, LifeCycleKind, LifeEvent, LifeWord};
pub use meeting::{Meeting, MeetingPaper, PaperKind};
pub use node::{Assignment, Node, Project, ProjectKind, Responsibility, Section};
pub use numbering::{Numbered, Numbering, style_of};
pub use office::{Office, OfficeChange, OfficeChangeKind, OfficeKind};
pub use plan::{Demand, DemandedField, Group, Level, Plan};
pub use rate::Rate;
pub use record::{Evaluation, YearRecord, says_same_as_before};
pub use references::{Reference, broken_references};
pub use schedule::{Bar, Lane, Months, Schedule, says_as_before};
pub use vocabulary::{Evaluator, Term, Vocabulary, percent_of};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Name of the interchange format, written at the head of every `programme.json`.
pub const FORMAT: &str = "kaikaku-programme";

/// Version of the interchange format this program reads and writes.
pub const FORMAT_VERSION: u32 = 2;

/// The whole reform programme of one city: offices, plans, indicators, effects, charts, meetings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Programme {
    /// Always [`FORMAT`]; tells the file apart from any other JSON.
    pub format: String,
    /// Version of the format, see [`FORMAT_VERSION`].
    pub format_version: u32,
    /// The city and its conventions of print.
    pub city: City,
    /// Offices (所管課) in the order of the city's organisation chart.
    #[serde(default)]
    pub offices: Vec<Office>,
    /// Reorganisations: renamed, merged, split, abolished offices.
    #[serde(default)]
    pub office_changes: Vec<OfficeChange>,
    /// Plans (計画), oldest first.
    #[serde(default)]
    pub plans: Vec<Plan>,
    /// Indicators (指標) of the plans and fiscal indicators of the city.
    #[serde(default)]
    pub indicators: Vec<Indicator>,
    /// Tables of financial effects (効果額).
    #[serde(default)]
    pub effects: Vec<EffectTable>,
    /// Charts (図) as the city prints them.
    #[serde(default)]
    pub charts: Vec<ChartDefinition>,
    /// Meetings (会議) with their papers, oldest first.
    #[serde(default)]
    pub meetings: Vec<Meeting>,
    /// Findings of the check (点検) that were accepted with a reason.
    #[serde(default)]
    pub acceptances: Vec<Acceptance>,
}

impl Programme {
    /// An empty programme of the city named: what a new file holds.
    pub fn new(city_name: impl Into<String>) -> Self {
        Self {
            format: FORMAT.to_owned(),
            format_version: FORMAT_VERSION,
            city: City::named(city_name),
            offices: Vec::new(),
            office_changes: Vec::new(),
            plans: Vec::new(),
            indicators: Vec::new(),
            effects: Vec::new(),
            charts: Vec::new(),
            meetings: Vec::new(),
            acceptances: Vec::new(),
        }
    }
}
