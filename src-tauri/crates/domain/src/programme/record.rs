//! What an item planned and did in one fiscal year.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ids::{EvaluatorId, TermId, VocabularyId};
use crate::value::fiscal_year::FiscalYear;

/// The yearly record (年度記録) of one item. Every text is kept as written; "" means not yet filled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct YearRecord {
    /// The fiscal year.
    pub year: FiscalYear,
    /// 当初予定.
    #[serde(default)]
    pub planned: String,
    /// 設定目標.
    #[serde(default)]
    pub target: String,
    /// 前年度末の状況, printed in brackets after the target.
    #[serde(default)]
    pub previous_state: String,
    /// 実績.
    #[serde(default)]
    pub actual: String,
    /// The actual result tells all years up to this one (令和4年度までの取組実績).
    #[serde(default)]
    pub cumulative: bool,
    /// 課題・今後の方向.
    #[serde(default)]
    pub issues: String,
    /// 備考.
    #[serde(default)]
    pub note: String,
    /// 「前年度と同じ」: said to be as in the year before, and not merely copied.
    #[serde(default)]
    pub same_as_before: bool,
    /// Evaluations, one per evaluator and axis.
    #[serde(default)]
    pub evaluations: Vec<Evaluation>,
}

impl YearRecord {
    /// A record with nothing filled in.
    pub fn empty(year: FiscalYear) -> Self {
        Self {
            year,
            planned: String::new(),
            target: String::new(),
            previous_state: String::new(),
            actual: String::new(),
            cumulative: false,
            issues: String::new(),
            note: String::new(),
            same_as_before: false,
            evaluations: Vec::new(),
        }
    }
}

/// Whether the words of a cell of planning only say that it is as in the year before: what the grid
/// shows for the mark, typed, pasted or filled down as text.
pub fn says_same_as_before(text: &str) -> bool {
    let plain = text.trim_matches(|c: char| c.is_whitespace() || "「」『』（）()。※".contains(c));
    matches!(plain, "前年度と同じ" | "前年度に同じ" | "前年と同じ")
}

/// One judgement: who, on which axis, with which word, why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Evaluation {
    /// The axis.
    pub vocabulary: VocabularyId,
    /// The evaluator.
    pub evaluator: EvaluatorId,
    /// The word as written.
    pub text: String,
    /// The term it is; none when the word is outside the vocabulary.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub term: Option<TermId>,
    /// 理由.
    #[serde(default)]
    pub reason: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_that_say_nothing_else_are_the_mark() {
        for said in ["前年度と同じ", "「前年度と同じ」", "（前年度に同じ）", "前年度と同じ。\n"]
        {
            assert!(says_same_as_before(said), "{said}");
        }
        for other in ["", "同じ", "前年度と同じく説明会を開く。", "・前年度と同じ\n・広報する。", "前々年度と同じ"]
        {
            assert!(!says_same_as_before(other), "{other}");
        }
    }
}
