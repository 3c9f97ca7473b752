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

/// Names of the column 所管課 under which nobody answers.
const COLLECTIVES: [&str; 24] = [
    "関係課",
    "関係各課",
    "各関係課",
    "関係所管課",
    "関係部署",
    "関係各部署",
    "関係部局",
    "関係部課",
    "関係機関",
    "各課",
    "各課等",
    "各所管課",
    "各担当課",
    "各部署",
    "各部局",
    "各部",
    "各部課",
    "全課",
    "全庁",
    "全部署",
    "全部局",
    "庁内各課",
    "庁内全課",
    "全所属",
];

impl OfficeKind {
    /// What a name stands for: 関係課, 全庁 and their like are collective, whatever stands around
    /// them in brackets.
    pub fn of_name(name: &str) -> Self {
        let plain: String = name.chars().filter(|c| !c.is_whitespace() && !"（）()「」※".contains(*c)).collect();
        match COLLECTIVES.contains(&plain.as_str()) {
            true => Self::Collective,
            false => Self::Office,
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_under_which_nobody_answers_are_known() {
        for collective in ["関係課", "（関係各課）", "全庁", "各 課"] {
            assert_eq!(OfficeKind::of_name(collective), OfficeKind::Collective, "{collective}");
        }
        for office in ["企画政策課", "全庁調整課", "税務課", "課", ""] {
            assert_eq!(OfficeKind::of_name(office), OfficeKind::Office, "{office}");
        }
    }
}
