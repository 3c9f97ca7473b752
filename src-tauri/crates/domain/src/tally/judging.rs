//! Who judged which item with which word in one year.

use std::collections::HashMap;

use super::Standing;
use crate::programme::{Evaluation, EvaluatorId, Node, Plan, TermId, Vocabulary, VocabularyId};
use crate::value::fiscal_year::FiscalYear;

/// The judgements of one year, by place of the item in the list of items.
pub(super) struct Judgements<'a> {
    /// The year judged.
    pub(super) year: FiscalYear,
    /// Place of each evaluator in their order.
    order: HashMap<EvaluatorId, usize>,
    by_item: Vec<&'a [Evaluation]>,
    /// The vocabularies that judge the year, in their order.
    pub(super) vocabularies: Vec<&'a Vocabulary>,
    /// Why an item has no part in the year.
    apart: Vec<Option<Standing>>,
}

impl<'a> Judgements<'a> {
    pub(super) fn new(plan: &'a Plan, items: &[&'a Node], year: FiscalYear) -> Self {
        Self {
            year,
            order: plan.evaluators.iter().enumerate().map(|(place, evaluator)| (evaluator.id, place)).collect(),
            by_item: items
                .iter()
                .map(|item| item.record(year).map_or(&[] as &[_], |record| &record.evaluations))
                .collect(),
            vocabularies: plan.vocabularies.iter().filter(|vocabulary| vocabulary.covers(year)).collect(),
            apart: items.iter().map(|item| Standing::apart(item, year)).collect(),
        }
    }

    /// Why the item has no part in the year; none when it has.
    pub(super) fn apart(&self, item: usize) -> Option<Standing> {
        self.apart[item]
    }

    /// The judgement of an item on an axis: of the evaluator named, or of the last one who judged.
    /// A judgement without a word is none.
    pub(super) fn of(&self, item: usize, axis: VocabularyId, by: Option<EvaluatorId>) -> Option<&'a Evaluation> {
        let on_axis = self.by_item[item].iter().filter(|e| e.vocabulary == axis && !e.text.trim().is_empty());
        match by {
            Some(evaluator) => on_axis.into_iter().find(|evaluation| evaluation.evaluator == evaluator),
            None => on_axis.max_by_key(|evaluation| self.order.get(&evaluation.evaluator)),
        }
    }

    /// Where an item stands on an axis.
    pub(super) fn standing(&self, item: usize, axis: &Vocabulary, by: Option<EvaluatorId>) -> Standing {
        if let Some(apart) = self.apart(item) {
            return apart;
        }
        match self.of(item, axis.id, by) {
            None => Standing::Unjudged,
            Some(evaluation) => match term(axis, evaluation) {
                Some(term) => Standing::Term(term),
                None => Standing::Foreign,
            },
        }
    }
}

/// The term of a judgement, when its vocabulary has it.
fn term(axis: &Vocabulary, evaluation: &Evaluation) -> Option<TermId> {
    evaluation.term.filter(|id| axis.terms.iter().any(|term| term.id == *id))
}
