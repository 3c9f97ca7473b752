//! What an item planned and did in one fiscal year.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ids::{EvaluatorId, TermId, VocabularyId};
use super::schedule::says_as_before;
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

    /// Says that the planning is as in the year before, whose words are given and which it then goes
    /// back to. The same words may stay; other ones go, as they do when anything is typed over them.
    pub fn say_same(&mut self, before: &str) {
        if self.planned != before {
            self.planned.clear();
        }
        self.same_as_before = true;
    }

    /// Writes the planning in words. The mark of being as in the year before, whose words are given,
    /// stays beside the same words only.
    pub fn plan(&mut self, words: String, before: &str) {
        self.same_as_before &= !words.is_empty() && words == before;
        self.planned = words;
    }

    /// Takes the mark away where the record has words of its own that differ by now from those of
    /// the year before; answers whether it did.
    pub fn unmark_other(&mut self, before: &str) -> bool {
        let other = self.same_as_before && !self.planned.is_empty() && self.planned != before;
        self.same_as_before &= !other;
        other
    }
}

/// Whether the words of a cell of planning only say that it is as in the year before: what the grid
/// shows for the mark, or an arrow, typed, pasted or filled down as text. 「同上」 is none: in a table
/// it speaks of the row above.
pub fn says_same_as_before(text: &str) -> bool {
    let plain = text.trim_matches(|c: char| c.is_whitespace() || "「」『』（）()。※".contains(c));
    matches!(plain, "前年度と同じ" | "前年度に同じ" | "前年と同じ") || says_as_before(plain)
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
        for said in ["前年度と同じ", "「前年度と同じ」", "（前年度に同じ）", "前年度と同じ。\n", "→", "（⇒）"]
        {
            assert!(says_same_as_before(said), "{said}");
        }
        for other in [
            "",
            "同じ",
            "前年度と同じく説明会を開く。",
            "・前年度と同じ\n・広報する。",
            "前々年度と同じ",
            "同上",
            "検討→実施",
        ] {
            assert!(!says_same_as_before(other), "{other}");
        }
    }
}
