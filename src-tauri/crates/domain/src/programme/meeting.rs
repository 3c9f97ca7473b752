//! Meetings and their papers.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ids::{MeetingId, PaperId, PlanId};
use crate::value::fiscal_year::FiscalYear;
use crate::value::written::Written;

/// A meeting (会議) of the committee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// Identity within the file.
    pub id: MeetingId,
    /// Number as printed: 第3回.
    #[serde(default)]
    pub number: String,
    /// Name as printed: 経営改革推進委員会.
    pub name: String,
    /// Date in the words of the paper: 令和6年2月2日.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional, as = "Option<Written<String>>")]
    pub date: Option<Written<NaiveDate>>,
    /// Place.
    #[serde(default)]
    pub place: String,
    /// Papers in their order.
    #[serde(default)]
    pub papers: Vec<MeetingPaper>,
}

/// A paper (会議資料) of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct MeetingPaper {
    /// Identity within the file.
    pub id: PaperId,
    /// Which paper it is.
    pub kind: PaperKind,
    /// Number in the box at the upper right: 資料1.
    pub doc_no: String,
    /// Title; "" prints the usual title of the paper.
    #[serde(default)]
    pub title: String,
    /// The plan it tells of.
    pub plan: PlanId,
    /// The fiscal year whose planning is printed last (令和6年度当初計画).
    pub year: FiscalYear,
    /// The sentence above the table that tells the tally, as edited; "" prints the generated one.
    #[serde(default)]
    pub lead: String,
}

/// Papers the program can make.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaperKind {
    /// 進捗状況: the A3 progress table.
    Progress,
}
