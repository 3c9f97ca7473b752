//! Rates of a plan (達成率, 進捗率): which judgements count, by the city's own formula.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ids::{EvaluatorId, RateId, TermId};

/// A rate (達成率, 進捗率): items judged with a term of the numerator ÷ items judged with a term of
/// the denominator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Rate {
    /// Identity within the file.
    pub id: RateId,
    /// Name as printed: 達成率.
    pub name: String,
    /// The formula in the words of the plan: (実施＋一部実施)÷目標.
    #[serde(default)]
    pub formula: String,
    /// Whose judgement counts; none means the last evaluator who judged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub evaluator: Option<EvaluatorId>,
    /// Terms of the numerator, of one vocabulary or of several that follow each other. Where they are
    /// of two axes at once, an item must have one of each axis.
    #[serde(default)]
    pub numerator: Vec<TermId>,
    /// Terms of the denominator.
    #[serde(default)]
    pub denominator: Vec<TermId>,
    /// Items not judged yet stand in the denominator too.
    #[serde(default)]
    pub unjudged: bool,
}
