//! Yearly records: judgements without a reason or outside their vocabulary, and what is empty
//! although the plan demands it.

use std::collections::{HashMap, HashSet};

use super::{Case, Cell, Column, Fact, Finding, Look, Spot, blank, demanded, each_or_most, title};
use crate::programme::{DemandedField, EvaluatorId, Node, Plan, Term, TermId, Vocabulary, VocabularyId, YearRecord};
use crate::value::fiscal_year::FiscalYear;

pub(super) fn look(look: &Look<'_>, found: &mut Vec<Finding>) {
    for plan in &look.programme.plans {
        let vocabularies: HashMap<VocabularyId, &Vocabulary> = plan.vocabularies.iter().map(|v| (v.id, v)).collect();
        for node in &plan.nodes {
            for record in &node.records {
                judgements(plan, &vocabularies, node, record, found);
            }
        }
        for year in plan.years().into_iter().filter(|year| look.begun(*year)) {
            let demanded: Vec<(&Node, Option<&YearRecord>)> = plan
                .nodes
                .iter()
                .filter(|node| demanded(plan, node, year))
                .map(|node| (node, node.record(year)))
                .collect();
            blanks(plan, &demanded, year, found);
            if look.ended(year) {
                actuals(plan, &demanded, year, found);
                unjudged(plan, year, found);
            }
        }
    }
}

fn judgements(
    plan: &Plan,
    vocabularies: &HashMap<VocabularyId, &Vocabulary>,
    node: &Node,
    record: &YearRecord,
    found: &mut Vec<Finding>,
) {
    for evaluation in &record.evaluations {
        let vocabulary = vocabularies.get(&evaluation.vocabulary);
        let term = vocabulary.and_then(|v| v.terms.iter().find(|term| Some(term.id) == evaluation.term));
        let case = match (vocabulary, term) {
            (_, None) if !blank(&evaluation.text) => Case::OutsideVocabulary,
            (Some(vocabulary), Some(_)) if !vocabulary.covers(record.year) => Case::OtherVocabulary,
            (_, Some(term)) if blank(&evaluation.reason) && reason_is_due(plan, term) => Case::Reason,
            _ => continue,
        };
        let facts = vec![
            ("year", Fact::Year(record.year)),
            ("what", Fact::Text(evaluation.text.clone())),
            ("axis", Fact::Text(vocabulary.map(|v| v.axis.clone()).unwrap_or_default())),
        ];
        let column = if case == Case::Reason { Column::Reason } else { Column::Evaluation };
        let cell = Cell::Judged(evaluation.vocabulary, evaluation.evaluator, column);
        found.push(Finding { case, at: Spot::Record(node.id, record.year), cell, title: title(node), facts });
    }
}

/// Whether a judgement needs a reason: one that counts and is not "achieved", unless the plan says
/// that all do, or none.
fn reason_is_due(plan: &Plan, term: &Term) -> bool {
    let judged = term.counted && !term.undecided;
    judged && plan.demand(DemandedField::Reason).unwrap_or(!term.achieved)
}

type Demanded<'a> = [(&'a Node, Option<&'a YearRecord>)];

fn filled(items: &Demanded<'_>, text: impl Fn(&YearRecord) -> &str) -> usize {
    items.iter().filter(|(_, record)| record.is_some_and(|record| !blank(text(record)))).count()
}

/// 当初予定, 設定目標 and 前年度末の状況: what the plan demands; the first two also where it leaves
/// it open and most items of that year have one, for a plan that keeps none demands none.
fn blanks(plan: &Plan, items: &Demanded<'_>, year: FiscalYear, found: &mut Vec<Finding>) {
    type Text = fn(&YearRecord) -> &str;
    let mostly = |text: Text| filled(items, text) * 2 > items.len();
    let due = |field: DemandedField, usual: bool| plan.demand(field).unwrap_or(usual);
    let fields: [(bool, Case, Column, Text); 3] = [
        (due(DemandedField::Planned, mostly(|r| &r.planned)), Case::BlankPlanned, Column::Planned, |r| &r.planned),
        (due(DemandedField::Target, mostly(|r| &r.target)), Case::BlankTarget, Column::Target, |r| &r.target),
        (due(DemandedField::PreviousState, false), Case::BlankPrevious, Column::PreviousState, |r| &r.previous_state),
    ];
    for (node, record) in items.iter().filter(|(_, record)| !record.is_some_and(|record| record.same_as_before)) {
        for (_, case, column, text) in fields.iter().filter(|(due, ..)| *due) {
            if record.is_some_and(|record| !blank(text(record))) {
                continue;
            }
            let (at, cell, facts) =
                (Spot::Record(node.id, year), Cell::Text(*column), vec![("year", Fact::Year(year))]);
            found.push(Finding { case: *case, at, cell, title: title(node), facts });
        }
    }
}

/// 実績 after the year, where the plan keeps yearly records at all.
fn actuals(plan: &Plan, items: &Demanded<'_>, year: FiscalYear, found: &mut Vec<Finding>) {
    let of_plan = plan.items().flat_map(|item| &item.records);
    let kept = of_plan.into_iter().any(|record| !blank(&record.actual));
    if !plan.demand(DemandedField::Actual).unwrap_or(kept) {
        return;
    }
    let missing: Vec<&Node> = items
        .iter()
        .filter(|(_, record)| record.is_none_or(|record| blank(&record.actual)))
        .map(|(node, _)| *node)
        .collect();
    let facts = || vec![("year", Fact::Year(year))];
    let first = missing.first().map_or(Cell::Whole, |node| Cell::Item(node.id, Column::Actual));
    found.extend(each_or_most(
        missing,
        items.len(),
        |node| Finding {
            case: Case::Actual,
            at: Spot::Record(node.id, year),
            cell: Cell::Text(Column::Actual),
            title: title(node),
            facts: facts(),
        },
        (Case::ActualMost, Spot::Year(plan.id, year), first, &plan.name, year),
    ));
}

/// Items with a result that somebody has to judge and has not, although he judged others of that year.
fn unjudged(plan: &Plan, year: FiscalYear, found: &mut Vec<Finding>) {
    let with_result: Vec<(&Node, &YearRecord)> = plan
        .items()
        .filter(|item| item.life_cycle.counts_in(year))
        .filter_map(|item| Some((item, item.record(year).filter(|record| !blank(&record.actual))?)))
        .collect();
    let axes: Vec<VocabularyId> = plan.vocabularies.iter().filter(|v| v.covers(year)).map(|v| v.id).collect();
    let demand = plan.demand(DemandedField::Evaluation);
    let Some(first) = plan.evaluators.first().filter(|_| demand != Some(false)) else { return };
    if with_result.is_empty() || axes.is_empty() {
        return;
    }
    let judged = |record: &YearRecord| -> HashSet<(VocabularyId, EvaluatorId)> {
        let words = record.evaluations.iter().filter(|e| !blank(&e.text));
        words.map(|e| (e.vocabulary, e.evaluator)).collect()
    };
    let mut used: HashSet<(VocabularyId, EvaluatorId)> =
        with_result.iter().flat_map(|(_, record)| judged(record)).filter(|(axis, _)| axes.contains(axis)).collect();
    if used.is_empty() {
        let facts = vec![("year", Fact::Year(year)), ("count", Fact::Count(with_result.len()))];
        let title = plan.name.clone();
        let first = with_result.first().map_or(Cell::Whole, |(node, _)| Cell::Item(node.id, Column::Evaluation));
        found.push(Finding { case: Case::UnjudgedAll, at: Spot::Year(plan.id, year), cell: first, title, facts });
        return;
    }
    if demand == Some(true) {
        // Each axis has to be judged, by the first evaluator where nobody else does.
        let open: Vec<_> =
            axes.iter().filter(|axis| !used.iter().any(|(judged, _)| judged == *axis)).copied().collect();
        used.extend(open.into_iter().map(|axis| (axis, first.id)));
    }
    for (node, record) in with_result {
        let done = judged(record);
        let missing = |evaluator: EvaluatorId| {
            axes.iter().copied().find(|axis| used.contains(&(*axis, evaluator)) && !done.contains(&(*axis, evaluator)))
        };
        let names: Vec<&str> = plan
            .evaluators
            .iter()
            .filter(|evaluator| missing(evaluator.id).is_some())
            .map(|evaluator| evaluator.name.as_str())
            .collect();
        if !names.is_empty() {
            let facts = vec![("year", Fact::Year(year)), ("who", Fact::Text(names.join("、")))];
            let first = plan.evaluators.iter().find_map(|one| Some((missing(one.id)?, one.id)));
            let cell = first.map_or(Cell::Whole, |(axis, who)| Cell::Judged(axis, who, Column::Evaluation));
            let at = Spot::Record(node.id, year);
            found.push(Finding { case: Case::Unjudged, at, cell, title: title(node), facts });
        }
    }
}

/// The official judgements of a record: on each axis the term of the last evaluator who judged.
pub(super) fn official<'p>(plan: &'p Plan, record: &YearRecord) -> Vec<&'p Term> {
    let term = |axis: &'p Vocabulary, id: TermId| axis.terms.iter().find(|term| term.id == id);
    plan.vocabularies
        .iter()
        .filter_map(|axis| {
            let last = plan.evaluators.iter().rev().find_map(|evaluator| {
                record
                    .evaluations
                    .iter()
                    .find(|e| e.vocabulary == axis.id && e.evaluator == evaluator.id && e.term.is_some())
            })?;
            term(axis, last.term?)
        })
        .collect()
}

/// Where the judgement with a term stands in a record.
pub(super) fn judged(record: &YearRecord, term: Option<TermId>) -> Cell {
    let found = record.evaluations.iter().rev().find(|one| term.is_some() && one.term == term);
    found.map_or(Cell::Whole, |one| Cell::Judged(one.vocabulary, one.evaluator, Column::Evaluation))
}
