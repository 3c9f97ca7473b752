//! The tables of a file that are under undo, and what changed in them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

macro_rules! tables {
    ($($(#[$doc:meta])* $variant:ident $name:literal [$($key:literal),+];)*) => {
        /// A table of the file. All of them are under undo and appear in lists of changes.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[serde(rename_all = "snake_case")]
        pub enum Table {
            $($(#[$doc])* $variant,)*
        }

        impl Table {
            /// Every table.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// Its name in the file.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The columns of its key, in the order in which [`Change::key`] gives them.
            pub const fn key(self) -> &'static [&'static str] {
                match self { $(Self::$variant => &[$($key),+],)* }
            }

            pub(crate) fn named(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

tables! {
    /// The city; one row with the key 1.
    City "city" ["id"];
    /// Offices (所管課).
    Office "office" ["id"];
    /// Reorganisations (組織改正).
    OfficeChange "office_change" ["id"];
    /// Offices before (side 0) and after (side 1) a reorganisation.
    ChangedOffice "changed_office" ["change_id", "side", "position"];
    /// Plans (計画).
    Plan "plan" ["id"];
    /// Plans that a plan continues.
    Predecessor "predecessor" ["plan_id", "position"];
    /// Names of the levels of a plan.
    Level "level" ["plan_id", "position"];
    /// Evaluation vocabularies.
    Vocabulary "vocabulary" ["id"];
    /// Terms of the vocabularies.
    Term "term" ["id"];
    /// Evaluators.
    Evaluator "evaluator" ["id"];
    /// Groups beside the hierarchy.
    Group "plan_group" ["id"];
    /// Rates (達成率, 進捗率).
    Rate "rate" ["id"];
    /// Terms of the rates; side 0 is the numerator, 1 the denominator.
    RateTerm "rate_term" ["rate_id", "side", "term_id"];
    /// Schedules (年度スケジュール).
    Schedule "schedule" ["id"];
    /// Nodes of the plan trees (方向性, 実施プログラム, 取組項目).
    Node "node" ["id"];
    /// What happened to the nodes (新規・拡充・終了・再掲).
    LifeEvent "life_event" ["id"];
    /// Items of former plans that the nodes continue.
    FormerItem "former_item" ["node_id", "former_id"];
    /// Offices of the nodes (担当課・関連課).
    Assignment "assignment" ["node_id", "office_id"];
    /// Titled texts of the nodes.
    Section "section" ["id"];
    /// Lanes (取組項目) of the schedules.
    Lane "lane" ["id"];
    /// Bars on the lanes.
    Bar "bar" ["id"];
    /// Yearly records (年度記録).
    Record "record" ["node_id", "year"];
    /// Evaluations (評価).
    Evaluation "evaluation" ["node_id", "year", "vocabulary_id", "evaluator_id"];
    /// Projects (主要事務事業, 新規・充実事業).
    Project "project" ["id"];
    /// Offices of the projects.
    ProjectOffice "project_office" ["project_id", "position"];
    /// Indicators (指標).
    Indicator "indicator" ["id"];
    /// Parts of the indicators.
    Part "part" ["indicator_id", "position"];
    /// Baseline figures (基準値) of the indicators.
    Baseline "baseline" ["indicator_id", "part"];
    /// Targets (目標値) of the indicators.
    Target "target" ["id"];
    /// Observations of the indicators; slot 0 is 実績, 1 is 計画.
    Observation "observation" ["indicator_id", "year", "part", "slot"];
    /// Tables of financial effects (効果額).
    Effect "effect" ["id"];
    /// Rows of the tables of financial effects.
    EffectRow "effect_row" ["id"];
    /// Cells of the tables of financial effects; basis 0 is 見込, 1 is 実績.
    EffectCell "effect_cell" ["row_id", "year", "basis"];
    /// Charts (図).
    Chart "chart" ["id"];
    /// Series of the charts.
    ChartSeries "chart_series" ["chart_id", "position"];
    /// Meetings (会議).
    Meeting "meeting" ["id"];
    /// Papers (会議資料) of the meetings.
    Paper "paper" ["id"];
    /// Accepted findings (点検).
    Acceptance "acceptance" ["id"];
}

impl Table {
    /// Whether its rows have an identity of their own, which [`next_id`](crate::next_id) gives out.
    pub fn has_id(self) -> bool {
        matches!(self.key(), ["id"]) && !matches!(self, Self::City)
    }

    /// The words that stand in a column of the key, in the order of their numbers in
    /// [`Change::key`]; empty for a column that holds numbers.
    pub(crate) const fn key_words(self, column: usize) -> &'static [&'static str] {
        match (self, column) {
            (Self::ChangedOffice, 1) => &["before", "after"],
            (Self::Observation, 3) => &["actual", "plan"],
            (Self::RateTerm, 1) => &["numerator", "denominator"],
            (Self::EffectCell, 2) => &["expected", "actual"],
            _ => &[],
        }
    }
}

/// One row that changed: what the screens refresh.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub struct Change {
    /// The table.
    pub table: Table,
    /// The key of the row, one number per column of [`Table::key`]; words of the key are numbered.
    #[ts(type = "number[]")]
    pub key: Vec<i64>,
    /// What happened to it.
    pub kind: ChangeKind,
}

/// What happened to a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// It is new.
    Inserted,
    /// Some of its values changed.
    Updated,
    /// It is gone.
    Deleted,
}
