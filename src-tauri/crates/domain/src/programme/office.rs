//! Offices and their reorganisations.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ids::{OfficeChangeId, OfficeId};

/// An office (所管課) or a collective name standing in its place.
///
/// A renamed office is a new office: old papers keep the old name, and [`OfficeChange`] says
/// what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// Identity within the file.
    pub id: OfficeId,
    /// Name as printed: 企画政策課.
    pub name: String,
    /// A real office, or a collective name such as 関係課.
    #[serde(default)]
    pub kind: OfficeKind,
    /// First day of the office, when it was made by a reorganisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "string")]
    pub since: Option<NaiveDate>,
    /// Last day of the office, when it no longer exists.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "string")]
    pub until: Option<NaiveDate>,
}

/// Whether a name in the column 所管課 is an office that can be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum OfficeKind {
    /// An office of the city.
    #[default]
    Office,
    /// 関係課, 全庁, 各課: nobody answers under this name.
    Collective,
}

/// A reorganisation on one day: which offices became which.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct OfficeChange {
    /// Identity within the file.
    pub id: OfficeChangeId,
    /// Day from which it holds, usually 1 April.
    #[ts(type = "string")]
    pub on: NaiveDate,
    /// Renamed, merged, split or abolished.
    pub kind: OfficeChangeKind,
    /// Offices before.
    pub before: Vec<OfficeId>,
    /// Offices after; empty when abolished.
    pub after: Vec<OfficeId>,
}

/// What a reorganisation did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum OfficeChangeKind {
    /// 名称変更: one before, one after.
    Renamed,
    /// 統合: several before, one after.
    Merged,
    /// 分割: one before, several after.
    Split,
    /// 廃止: nothing after.
    Abolished,
}
