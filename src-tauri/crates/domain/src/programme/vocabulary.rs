//! Evaluation vocabularies: the words a city judges with, and how they count.

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ids::{EvaluatorId, TermId, VocabularyId};
use crate::value::fiscal_year::FiscalYear;
use crate::value::quantity::Quantity;

/// One axis of evaluation (前倒し/予定どおり/遅れ, or 達成/一部達成/未達成), valid for some years.
///
/// A plan may have two axes at once, and a vocabulary may be replaced from a year on while its
/// letters stay: then two vocabularies of the same axis follow each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Vocabulary {
    /// Identity within the file.
    pub id: VocabularyId,
    /// Name of the axis as printed: 進捗, 達成度.
    pub axis: String,
    /// First year it is used in; none means since the plan began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub since: Option<FiscalYear>,
    /// Last year it is used in; none means still in use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub until: Option<FiscalYear>,
    /// The terms, best first.
    pub terms: Vec<Term>,
}

impl Vocabulary {
    /// Whether this vocabulary judges the year given.
    pub fn covers(&self, year: FiscalYear) -> bool {
        self.since.is_none_or(|since| since <= year) && self.until.is_none_or(|until| year <= until)
    }

    /// The term that words mean: the one of that label or symbol; of a percentage (進捗率 80%) the one
    /// that holds from the highest percentage up to it.
    pub fn understood(&self, words: &str) -> Option<&Term> {
        let named = |term: &&Term| term.label == words || (!term.symbol.is_empty() && term.symbol == words);
        self.terms.iter().find(named).or_else(|| {
            let percent = percent_of(words)?;
            let reached = self.terms.iter().filter(|term| term.from_percent.is_some_and(|from| from <= percent));
            reached.max_by_key(|term| term.from_percent)
        })
    }
}

/// One word of a vocabulary with its definition and its counting rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Identity within the file.
    pub id: TermId,
    /// The word as printed: 予定どおり.
    pub label: String,
    /// Symbol as printed where space is short: ○, A.
    #[serde(default)]
    pub symbol: String,
    /// Definition as the plan gives it.
    #[serde(default)]
    pub definition: String,
    /// Counts as achieved: stands in the numerator of 達成率.
    pub achieved: bool,
    /// Stands in the denominator of 達成率; 対象外 does not.
    pub counted: bool,
    /// 「まだ判定できない」: a judgement is still due.
    #[serde(default)]
    pub undecided: bool,
    /// Where a city judges by percentage (進捗率): from how many percent on an evaluation counts as
    /// this term. The percentage itself stays as it was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    #[ts(optional, type = "string")]
    pub from_percent: Option<Decimal>,
}

/// The number of a percentage and nothing else: 80%, ８３．５％.
pub fn percent_of(words: &str) -> Option<Decimal> {
    let read = Quantity::parse(words).ok()?;
    (read.unit.as_str() == "%").then_some(read.amount)
}

/// Who evaluates, first evaluator first: 所管課(自己), 本部(2次), 委員会.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Evaluator {
    /// Identity within the file.
    pub id: EvaluatorId,
    /// Name as printed.
    pub name: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_is_the_term_it_reaches() {
        let term = |id, label: &str, symbol: &str, from: Option<i64>| Term {
            id: TermId(id),
            label: label.into(),
            symbol: symbol.into(),
            definition: String::new(),
            achieved: id == 1,
            counted: true,
            undecided: false,
            from_percent: from.map(Decimal::from),
        };
        let vocabulary = Vocabulary {
            id: VocabularyId(1),
            axis: "進捗率".into(),
            since: None,
            until: None,
            terms: vec![
                term(1, "達成", "◎", Some(100)),
                term(2, "おおむね達成", "", Some(80)),
                term(3, "未達成", "", Some(0)),
                term(4, "対象外", "－", None),
            ],
        };
        let meant = |words: &str| vocabulary.understood(words).map(|term| term.id.0);
        assert_eq!(["100%", "120%", "99.9%", "８０％", "79.9 %", "0%"].map(meant), [1, 1, 2, 2, 3, 3].map(Some));
        assert_eq!(["達成", "◎", "－"].map(meant), [1, 1, 4].map(Some));
        assert_eq!(["80", "△5%", "約80%", "", "80% 90%"].map(meant), [None; 5]);
    }
}
