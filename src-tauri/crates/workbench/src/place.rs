//! Places: where search, the check and the history send a person.

use domain::programme::{ChartId, EffectTableId, IndicatorId, MeetingId, NodeId, OfficeId, PlanId};
use domain::value::reckoning::Reckoning;
use serde::{Deserialize, Serialize};
use store::{Read, Table, words};
use ts_rs::TS;

use crate::Result;
use crate::texts::{Key, keys};

/// A place of the programme that a screen can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Place {
    /// The city and its conventions.
    City,
    /// What the check found and a person accepted.
    Check,
    /// An office.
    Office {
        /// The office.
        office: OfficeId,
    },
    /// A plan's own data: its levels, vocabularies, evaluators, groups.
    Plan {
        /// The plan.
        plan: PlanId,
    },
    /// A node of the plan.
    Node {
        /// The node.
        node: NodeId,
    },
    /// A lane or bar of a node.
    Schedule {
        /// The node.
        node: NodeId,
    },
    /// A yearly record of a node.
    Record {
        /// The node.
        node: NodeId,
        /// Western year of the record.
        year: i32,
    },
    /// An indicator.
    Indicator {
        /// The indicator.
        indicator: IndicatorId,
    },
    /// A table of financial effects.
    Effect {
        /// The table.
        effect: EffectTableId,
    },
    /// A chart.
    Chart {
        /// The chart.
        chart: ChartId,
    },
    /// A meeting or one of its papers.
    Meeting {
        /// The meeting.
        meeting: MeetingId,
    },
}

/// The very row of the file that is meant at a place, and its column: what a screen puts the
/// keyboard on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CellRef {
    /// The table.
    pub table: Table,
    /// The key of the row, as in [`store::Change::key`].
    #[ts(type = "Array<number>")]
    pub key: Vec<i64>,
    /// The column; none for the row as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub column: Option<String>,
}

/// The part of the programme a place stands in; search shows its results part by part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Area {
    /// 計画: nodes with their texts and projects.
    Plan,
    /// 工程: lanes and bars.
    Schedule,
    /// 進捗: yearly records and evaluations.
    Progress,
    /// 指標.
    Indicator,
    /// 効果額.
    Effect,
    /// 図.
    Chart,
    /// 会議資料.
    Meeting,
    /// 点検: accepted findings.
    Check,
    /// 設定: the city, plans, vocabularies, offices.
    Settings,
}

impl Area {
    /// What it is called.
    pub fn key(self) -> Key {
        match self {
            Self::Plan => keys::APP_SCREEN_PLAN,
            Self::Schedule => keys::APP_SCREEN_SCHEDULE,
            Self::Progress => keys::APP_SCREEN_PROGRESS,
            Self::Indicator => keys::SEARCH_AREA_INDICATOR,
            Self::Effect => keys::SEARCH_AREA_EFFECT,
            Self::Chart => keys::SEARCH_AREA_CHART,
            Self::Meeting => keys::APP_SCREEN_PAPERS,
            Self::Check => keys::APP_SCREEN_CHECK,
            Self::Settings => keys::SEARCH_AREA_SETTINGS,
        }
    }
}

impl Place {
    /// Where a row of the file is shown. `owner` is that of [`words::Words::owner`]; `above` finds
    /// it for another row. None when the way up is broken, as for a row whose owner is gone.
    pub fn of_row(
        table: Table,
        key: &[i64],
        owner: Option<i64>,
        above: impl Fn(Table, i64) -> Option<i64>,
    ) -> Option<Self> {
        let own = *key.first()?;
        let plan = |plan: i64| Self::Plan { plan: PlanId(plan) };
        let node = |node: i64| Self::Node { node: NodeId(node) };
        let schedule = |node: i64| Self::Schedule { node: NodeId(node) };
        let indicator = |indicator: i64| Self::Indicator { indicator: IndicatorId(indicator) };
        let effect = |effect: i64| Self::Effect { effect: EffectTableId(effect) };
        let meeting = |meeting: i64| Self::Meeting { meeting: MeetingId(meeting) };
        Some(match table {
            Table::City | Table::OfficeChange | Table::ChangedOffice => Self::City,
            Table::Office => Self::Office { office: OfficeId(own) },
            Table::Plan | Table::Predecessor | Table::Level => plan(own),
            Table::Vocabulary | Table::Evaluator | Table::Group | Table::Rate | Table::Schedule => plan(owner?),
            Table::RateTerm => plan(above(Table::Rate, own)?),
            Table::Acceptance => Self::Check,
            Table::Term => plan(above(Table::Vocabulary, owner?)?),
            Table::Node | Table::FormerItem | Table::Assignment => node(own),
            Table::LifeEvent | Table::Section | Table::Project => node(owner?),
            Table::ProjectOffice => node(above(Table::Project, own)?),
            Table::Lane => schedule(owner?),
            Table::Bar => schedule(above(Table::Lane, owner?)?),
            Table::Record | Table::Evaluation => {
                Self::Record { node: NodeId(own), year: i32::try_from(*key.get(1)?).ok()? }
            }
            Table::Indicator | Table::Part | Table::Baseline | Table::Observation => indicator(own),
            Table::Target => indicator(owner?),
            Table::Effect => effect(own),
            Table::EffectRow => effect(owner?),
            Table::EffectCell => effect(above(Table::EffectRow, own)?),
            Table::Chart | Table::ChartSeries => Self::Chart { chart: ChartId(own) },
            Table::Meeting => meeting(own),
            Table::Paper => meeting(owner?),
        })
    }

    /// The part of the programme it stands in.
    pub fn area(self) -> Area {
        match self {
            Self::City | Self::Office { .. } | Self::Plan { .. } => Area::Settings,
            Self::Check => Area::Check,
            Self::Node { .. } => Area::Plan,
            Self::Schedule { .. } => Area::Schedule,
            Self::Record { .. } => Area::Progress,
            Self::Indicator { .. } => Area::Indicator,
            Self::Effect { .. } => Area::Effect,
            Self::Chart { .. } => Area::Chart,
            Self::Meeting { .. } => Area::Meeting,
        }
    }

    /// The row whose words are its name.
    pub(crate) fn row(self) -> (Table, i64) {
        match self {
            Self::City | Self::Check => (Table::City, 1),
            Self::Office { office } => (Table::Office, office.0),
            Self::Plan { plan } => (Table::Plan, plan.0),
            Self::Node { node } | Self::Schedule { node } | Self::Record { node, .. } => (Table::Node, node.0),
            Self::Indicator { indicator } => (Table::Indicator, indicator.0),
            Self::Effect { effect } => (Table::Effect, effect.0),
            Self::Chart { chart } => (Table::Chart, chart.0),
            Self::Meeting { meeting } => (Table::Meeting, meeting.0),
        }
    }

    /// How the plan it belongs to counts its years.
    pub(crate) fn reckoning(self, r: &Read<'_>) -> Result<Reckoning> {
        let (table, id) = self.row();
        Ok(store::plan::reckoning(r, table, id)?)
    }

    /// What stands there: ② 公文書管理の適正化; "" when it is gone.
    pub fn title(self, r: &Read<'_>) -> Result<String> {
        let (table, id) = self.row();
        let found = words::of_row(r, table, &[id])?;
        Ok(found.map(|row| name(table, &row.texts)).unwrap_or_default())
    }
}

/// How many of the first texts of a row are its name: number and name where it has both.
pub(crate) const fn named_by(table: Table) -> usize {
    match table {
        Table::Node | Table::Meeting => 2,
        _ => 1,
    }
}

/// The name of a row among its texts.
pub(crate) fn name(table: Table, texts: &[String]) -> String {
    let parts: Vec<&str> =
        texts.iter().take(named_by(table)).map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}
