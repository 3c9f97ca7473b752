//! Kinds of values: settled, provisional, budgeted, planned.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::value::text::squeezed;

/// What kind of value a figure is. Charts and totals tell them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum ValueKind {
    /// 決算: settled accounts.
    Settled,
    /// 決算見込: expected settlement.
    Provisional,
    /// 予算: budget.
    Budget,
    /// 計画: planned value.
    Planned,
    /// 見通し: outlook.
    Outlook,
    /// 実績: an actual count, which is no account.
    Actual,
}

impl ValueKind {
    /// Every kind, in the order of the year's work.
    pub const ALL: [Self; 6] =
        [Self::Settled, Self::Provisional, Self::Budget, Self::Planned, Self::Outlook, Self::Actual];

    /// The word printed for it: `決算`, `決算見込`, …
    pub const fn label(self) -> &'static str {
        match self {
            Self::Settled => "決算",
            Self::Provisional => "決算見込",
            Self::Budget => "予算",
            Self::Planned => "計画",
            Self::Outlook => "見通し",
            Self::Actual => "実績",
        }
    }

    /// The kind named by exactly this word, blanks apart: `見込み` is [`Self::Provisional`].
    pub fn parse(word: &str) -> Option<Self> {
        Some(match squeezed(word).as_str() {
            "決算" | "決算額" | "決算値" => Self::Settled,
            "決算見込" | "決算見込み" | "決算見込額" | "決算見込み額" | "決算見込値" | "見込" | "見込み" | "見込値"
            | "見込み値" | "見込額" | "見込み額" => Self::Provisional,
            "予算" | "予算額" | "予算値" | "当初予算" | "当初予算額" | "最終予算" | "最終予算額" | "補正後予算"
            | "補正後予算額" | "予算現額" => Self::Budget,
            "計画" | "計画値" | "計画額" => Self::Planned,
            "見通し" | "見通" | "推計" | "推計値" => Self::Outlook,
            "実績" | "実績値" | "実績額" => Self::Actual,
            _ => return None,
        })
    }
}
