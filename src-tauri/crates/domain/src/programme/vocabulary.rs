//! Evaluation vocabularies: the words a city judges with, and how they count.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ids::{EvaluatorId, TermId, VocabularyId};
use crate::value::fiscal_year::FiscalYear;

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

    /// The term with the label given, if the vocabulary has it.
    pub fn term(&self, label: &str) -> Option<&Term> {
        self.terms.iter().find(|term| term.label == label)
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
