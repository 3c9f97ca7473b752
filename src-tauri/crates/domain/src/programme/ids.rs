//! Identities: stable within a file and in its JSON, never shown to a person.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
        )]
        #[serde(transparent)]
        #[ts(type = "number")]
        pub struct $name(pub i64);
    )*};
}

ids! {
    /// Identity of an office (所管課).
    OfficeId;
    /// Identity of a reorganisation.
    OfficeChangeId;
    /// Identity of a plan (計画).
    PlanId;
    /// Identity of a group beside the hierarchy.
    GroupId;
    /// Identity of a node of the plan tree (方向性, 実施プログラム, 取組項目 …).
    NodeId;
    /// Identity of an event in the life of a node.
    LifeEventId;
    /// Identity of a text section of a node.
    SectionId;
    /// Identity of a project (主要事務事業, 新規・充実事業).
    ProjectId;
    /// Identity of a schedule, that is of one baseline (…時点想定).
    ScheduleId;
    /// Identity of a lane (取組項目) of a schedule.
    LaneId;
    /// Identity of a bar on a lane.
    BarId;
    /// Identity of an evaluation vocabulary.
    VocabularyId;
    /// Identity of a term of an evaluation vocabulary.
    TermId;
    /// Identity of an evaluator (所管課, 本部, 委員会).
    EvaluatorId;
    /// Identity of a rate (達成率, 進捗率) of a plan.
    RateId;
    /// Identity of an indicator (指標).
    IndicatorId;
    /// Identity of a target of an indicator (目標値).
    TargetId;
    /// Identity of a table of financial effects (効果額).
    EffectTableId;
    /// Identity of a row of a table of financial effects.
    EffectRowId;
    /// Identity of a chart (図).
    ChartId;
    /// Identity of a meeting (会議).
    MeetingId;
    /// Identity of a paper of a meeting (会議資料).
    PaperId;
    /// Identity of an accepted finding of the check (点検).
    AcceptanceId;
}
