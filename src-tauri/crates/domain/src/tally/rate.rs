//! Rates (達成率, 進捗率) by the city's own formula.

use std::collections::HashSet;

use rust_decimal::{Decimal, RoundingStrategy};

use super::judging::Judgements;
use crate::programme::{EvaluatorId, Node, NodeId, Plan, Rate, RateId, TermId, VocabularyId};

/// A rate of one year with the items of its numerator and of its denominator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RateTally {
    /// The rate of the plan; none for one that follows from a vocabulary.
    pub rate: Option<RateId>,
    /// The axis of a rate that follows from a vocabulary.
    pub axis: Option<VocabularyId>,
    /// Name as printed; "" for one that follows from a vocabulary.
    pub name: String,
    /// Formula in the words of the city; "" when it gave none.
    pub formula: String,
    /// Whose judgement it counts; none for the last evaluator who judged.
    pub evaluator: Option<EvaluatorId>,
    /// Terms of the year that count in the numerator.
    pub numerator_terms: Vec<TermId>,
    /// Terms of the year that count in the denominator.
    pub denominator_terms: Vec<TermId>,
    /// Items not yet judged stand in the denominator.
    pub unjudged_counts: bool,
    /// Items of the numerator, in order of print.
    pub numerator: Vec<NodeId>,
    /// Items of the denominator, in order of print.
    pub denominator: Vec<NodeId>,
    /// Items with a part in the year that the evaluator has not judged, or with a word outside
    /// the vocabulary.
    pub unjudged: Vec<NodeId>,
}

impl RateTally {
    /// The rate as an exact fraction; none when the denominator is empty.
    pub fn fraction(&self) -> Option<(usize, usize)> {
        (!self.denominator.is_empty()).then_some((self.numerator.len(), self.denominator.len()))
    }

    /// The rate in percent with the digits asked for, halves rounded up; none when the
    /// denominator is empty.
    pub fn percent(&self, digits: u32) -> Option<Decimal> {
        let (above, below) = self.fraction()?;
        let percent = Decimal::from(above).checked_mul(Decimal::ONE_HUNDRED)?.checked_div(Decimal::from(below))?;
        let mut rounded = percent.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero);
        rounded.rescale(digits);
        Some(rounded)
    }
}

/// The rates of a plan; one per axis, from what its terms say of themselves, when it has none.
pub(super) fn rates(plan: &Plan, items: &[&Node], judgements: &Judgements<'_>) -> Vec<RateTally> {
    if plan.rates.is_empty() {
        let usual = judgements.vocabularies.iter().map(|axis| {
            let terms = |fits: fn(&crate::programme::Term) -> bool| {
                axis.terms.iter().filter(|term| fits(term)).map(|term| term.id).collect()
            };
            let rate = Asked {
                evaluator: None,
                numerator: terms(|term| term.achieved && term.counted),
                denominator: terms(|term| term.counted),
                unjudged: false,
            };
            RateTally { axis: Some(axis.id), ..rate.count(items, judgements) }
        });
        return usual.collect();
    }
    plan.rates.iter().map(|rate| own(rate, items, judgements)).collect()
}

fn own(rate: &Rate, items: &[&Node], judgements: &Judgements<'_>) -> RateTally {
    let asked = Asked {
        evaluator: rate.evaluator,
        numerator: rate.numerator.iter().copied().collect(),
        denominator: rate.denominator.iter().copied().collect(),
        unjudged: rate.unjudged,
    };
    RateTally {
        rate: Some(rate.id),
        name: rate.name.clone(),
        formula: rate.formula.clone(),
        ..asked.count(items, judgements)
    }
}

struct Asked {
    evaluator: Option<EvaluatorId>,
    numerator: HashSet<TermId>,
    denominator: HashSet<TermId>,
    unjudged: bool,
}

impl Asked {
    /// Counts on the axes of the year whose terms the rate names: an item counts when on each axis
    /// named it is judged with one of the terms of that axis (完了 and 達成, not 完了 or 達成). A rate
    /// that names no term of the year (its vocabulary is of other years) has an empty denominator,
    /// and so no value.
    fn count(&self, items: &[&Node], judgements: &Judgements<'_>) -> RateTally {
        let named = |id: &TermId| self.numerator.contains(id) || self.denominator.contains(id);
        let axes: Vec<_> =
            judgements.vocabularies.iter().filter(|axis| axis.terms.iter().any(|term| named(&term.id))).collect();
        let of_year = |wanted: &HashSet<TermId>| -> Vec<TermId> {
            let terms = axes.iter().flat_map(|axis| &axis.terms);
            terms.map(|term| term.id).filter(|id| wanted.contains(id)).collect()
        };
        let mut counted = RateTally {
            rate: None,
            axis: None,
            name: String::new(),
            formula: String::new(),
            evaluator: self.evaluator,
            numerator_terms: of_year(&self.numerator),
            denominator_terms: of_year(&self.denominator),
            unjudged_counts: self.unjudged,
            numerator: Vec::new(),
            denominator: Vec::new(),
            unjudged: Vec::new(),
        };
        if axes.is_empty() {
            return counted;
        }
        let asked = |wanted: &HashSet<TermId>| -> Vec<usize> {
            let named = axes.iter().enumerate().filter(|(_, axis)| axis.terms.iter().any(|t| wanted.contains(&t.id)));
            named.map(|(at, _)| at).collect()
        };
        let (above, below) = (asked(&self.numerator), asked(&self.denominator));
        for (at, item) in items.iter().enumerate().filter(|(at, _)| judgements.apart(*at).is_none()) {
            let judged = axes.iter().map(|axis| {
                let term = judgements.of(at, axis.id, self.evaluator)?.term?;
                axis.terms.iter().any(|known| known.id == term).then_some(term)
            });
            let terms: Vec<Option<TermId>> = judged.collect();
            let stands = |axis: &usize, wanted: &HashSet<TermId>| terms[*axis].is_some_and(|t| wanted.contains(&t));
            if terms.iter().any(Option::is_none) {
                counted.unjudged.push(item.id);
            }
            if !above.is_empty() && above.iter().all(|axis| stands(axis, &self.numerator)) {
                counted.numerator.push(item.id);
            }
            let awaited = |axis: &usize| self.unjudged && terms[*axis].is_none();
            if !below.is_empty() && below.iter().all(|axis| stands(axis, &self.denominator) || awaited(axis)) {
                counted.denominator.push(item.id);
            }
        }
        counted
    }
}
