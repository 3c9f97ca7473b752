//! Words of evaluation: axes valid for some years, and the terms on them.

use std::collections::HashMap;

use domain::programme::{Plan, PlanId, Term, TermId, Vocabulary, VocabularyId, percent_of, uses};
use domain::value::fiscal_year::FiscalYear;
use serde::{Deserialize, Serialize};
use store::{Outcome, Read, Table};
use ts_rs::TS;

use super::{Setting, change, fiscal_year, free_name, moved, step, unless_lost, unless_used, within};
use crate::error::Thing;
use crate::file::Found;
use crate::texts::keys;
use crate::{By, Op, Result, Workbench, WorkbenchError, words};

/// One change to the words a plan judges with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum VocabularyEdit {
    /// A new axis, last.
    Add {
        /// Its name: 達成度.
        axis: String,
        /// Its words, best first; the first one counts as achieved, all are counted.
        terms: Vec<String>,
    },
    /// An axis's name.
    Rename {
        /// Which.
        vocabulary: VocabularyId,
        /// Its name.
        axis: String,
    },
    /// The years an axis is used in.
    Years {
        /// Which.
        vocabulary: VocabularyId,
        /// First year in words; "" for since the plan began.
        since: String,
        /// Last year in words; "" for still in use.
        until: String,
    },
    /// From a year on the axis has words of its own, at first the same ones; the evaluations of
    /// those years go over to them.
    Replace {
        /// Which.
        vocabulary: VocabularyId,
        /// First year of the new words.
        from: FiscalYear,
    },
    /// An axis to another place.
    Move {
        /// Which.
        vocabulary: VocabularyId,
        /// The place from 0; larger means last.
        position: u32,
    },
    /// An axis away; refused when something was judged on it.
    Remove {
        /// Which.
        vocabulary: VocabularyId,
    },
    /// New terms, last.
    AddTerms {
        /// Of which axis.
        vocabulary: VocabularyId,
        /// The words, in their order.
        labels: Vec<String>,
    },
    /// A term as it is to be; evaluations that chose it take over a corrected label.
    EditTerm {
        /// With the identity it has.
        term: Term,
    },
    /// A term to another place of its axis.
    MoveTerm {
        /// Which.
        term: TermId,
        /// The place from 0; larger means last.
        position: u32,
    },
    /// A term away; asked first when it was chosen: the word stays as it was written.
    RemoveTerm {
        /// Which.
        term: TermId,
    },
}

/// Changes the words of a plan as one step.
pub fn edit(
    workbench: &mut Workbench,
    by: &By,
    plan: PlanId,
    edit: &VocabularyEdit,
    anyway: bool,
) -> Result<Outcome<()>> {
    change(workbench, by, plan, |r, plan| {
        let op = match edit {
            VocabularyEdit::Add { axis, terms } => add(r, plan, axis, terms)?,
            VocabularyEdit::Rename { vocabulary, axis } => {
                let at = at(plan, *vocabulary)?;
                let axis = words::name(axis)?;
                plan.vocabularies[at].axis = axis.clone();
                unless_overlapping(plan, at)?;
                step(Setting::EditVocabulary, axis)
            }
            VocabularyEdit::Years { vocabulary, since, until } => set_years(plan, *vocabulary, since, until)?,
            VocabularyEdit::Replace { vocabulary, from } => replace(r, plan, *vocabulary, *from)?,
            VocabularyEdit::Move { vocabulary, position } => {
                let from = at(plan, *vocabulary)?;
                let name = plan.vocabularies[from].axis.clone();
                moved(&mut plan.vocabularies, from, *position);
                step(Setting::MoveVocabulary, name)
            }
            VocabularyEdit::Remove { vocabulary } => {
                let at = at(plan, *vocabulary)?;
                let name = plan.vocabularies[at].axis.clone();
                let uses = uses::vocabulary_uses(plan, &plan.vocabularies[at]);
                unless_used(Thing::Vocabulary, &name, uses, keys::WAY_VOCABULARY)?;
                plan.vocabularies.remove(at);
                step(Setting::RemoveVocabulary, name)
            }
            VocabularyEdit::AddTerms { vocabulary, labels } => {
                let at = at(plan, *vocabulary)?;
                add_terms(r, &mut plan.vocabularies[at], labels)?
            }
            VocabularyEdit::EditTerm { term } => edit_term(plan, term)?,
            VocabularyEdit::MoveTerm { term, position } => {
                let (axis, from) = term_at(plan, *term)?;
                let terms = &mut plan.vocabularies[axis].terms;
                let name = terms[from].label.clone();
                moved(terms, from, *position);
                step(Setting::MoveTerm, name)
            }
            VocabularyEdit::RemoveTerm { term } => remove_term(plan, *term, anyway)?,
        };
        Ok((op, ()))
    })
}

fn at(plan: &Plan, id: VocabularyId) -> Result<usize> {
    plan.vocabularies.iter().position(|one| one.id == id).found(Thing::Vocabulary, id.0)
}

fn term_at(plan: &Plan, id: TermId) -> Result<(usize, usize)> {
    let places = plan.vocabularies.iter().enumerate();
    let mut terms = places.flat_map(|(axis, one)| one.terms.iter().enumerate().map(move |(at, t)| (axis, at, t.id)));
    terms.find(|(_, _, found)| *found == id).map(|(axis, at, _)| (axis, at)).found(Thing::Term, id.0)
}

fn fresh(id: TermId, label: String, achieved: bool) -> Term {
    Term {
        id,
        label,
        symbol: String::new(),
        definition: String::new(),
        achieved,
        counted: true,
        undecided: false,
        from_percent: None,
    }
}

fn add(r: &Read<'_>, plan: &mut Plan, axis: &str, terms: &[String]) -> Result<Op> {
    let axis = words::name(axis)?;
    let mut vocabulary = Vocabulary {
        id: VocabularyId(store::next_id(r, Table::Vocabulary)?),
        axis: axis.clone(),
        since: None,
        until: None,
        terms: Vec::new(),
    };
    for (id, label) in (store::next_id(r, Table::Term)?..).zip(terms) {
        let label = free_label(&vocabulary, label, None)?;
        vocabulary.terms.push(fresh(TermId(id), label, vocabulary.terms.is_empty()));
    }
    plan.vocabularies.push(vocabulary);
    unless_overlapping(plan, plan.vocabularies.len() - 1)?;
    Ok(step(Setting::AddVocabulary, axis))
}

fn add_terms(r: &Read<'_>, vocabulary: &mut Vocabulary, labels: &[String]) -> Result<Op> {
    let before = vocabulary.terms.len();
    for (id, label) in (store::next_id(r, Table::Term)?..).zip(labels) {
        let label = free_label(vocabulary, label, None)?;
        vocabulary.terms.push(fresh(TermId(id), label, false));
    }
    let added = &vocabulary.terms[before..];
    Ok(step(Setting::AddTerm, added.iter().map(|term| term.label.as_str()).collect::<Vec<_>>().join("、")))
}

/// A label that no other term of the axis has, neither as its label nor as its symbol.
fn free_label(vocabulary: &Vocabulary, label: &str, own: Option<TermId>) -> Result<String> {
    let label = words::name(label)?;
    let others = || vocabulary.terms.iter().filter(|term| Some(term.id) != own);
    free_name(&label, others().flat_map(|term| [term.label.as_str(), term.symbol.as_str()]))?;
    Ok(label)
}

/// An axis has one vocabulary in every year.
fn unless_overlapping(plan: &Plan, at: usize) -> Result<()> {
    let one = &plan.vocabularies[at];
    let meets = |other: &Vocabulary| {
        one.since.is_none_or(|since| other.until.is_none_or(|until| since <= until))
            && other.since.is_none_or(|since| one.until.is_none_or(|until| since <= until))
    };
    let others = plan.vocabularies.iter().filter(|other| other.id != one.id && other.axis == one.axis);
    match others.into_iter().any(meets) {
        true => Err(WorkbenchError::YearsOverlap { axis: one.axis.clone() }),
        false => Ok(()),
    }
}

fn set_years(plan: &mut Plan, id: VocabularyId, since: &str, until: &str) -> Result<Op> {
    let at = at(plan, id)?;
    let year = |text: &str| -> Result<Option<FiscalYear>> {
        if text.trim().is_empty() {
            return Ok(None);
        }
        let (_, year) = fiscal_year(text)?;
        within(plan, year)?;
        Ok(Some(year))
    };
    let (since, until) = (year(since)?, year(until)?);
    if let (Some(since), Some(until)) = (since, until)
        && since > until
    {
        return Err(WorkbenchError::YearsOutOfRange { first: since.year(), last: until.year() });
    }
    (plan.vocabularies[at].since, plan.vocabularies[at].until) = (since, until);
    unless_overlapping(plan, at)?;
    let axis = plan.vocabularies[at].axis.clone();
    let outside = uses::evaluations_outside(plan, &plan.vocabularies[at]);
    unless_used(Thing::Vocabulary, &axis, outside, keys::WAY_VOCABULARY_YEARS)?;
    Ok(step(Setting::EditVocabulary, axis))
}

fn replace(r: &Read<'_>, plan: &mut Plan, id: VocabularyId, from: FiscalYear) -> Result<Op> {
    let at = at(plan, id)?;
    within(plan, from)?;
    let before = plan.vocabularies[at].clone();
    let begins = before.since.or(plan.first.meaning);
    let ends_before = before.until.is_some_and(|until| until < from);
    if ends_before || begins.is_some_and(|begins| from <= begins) {
        let first = begins.map_or(from.year(), |year| year.year() + 1);
        let last = before.until.or(plan.last.meaning).map_or(from.year(), FiscalYear::year);
        return Err(WorkbenchError::YearsOutOfRange { first, last });
    }
    let new = VocabularyId(store::next_id(r, Table::Vocabulary)?);
    let next = store::next_id(r, Table::Term)?;
    let ids: HashMap<TermId, TermId> =
        before.terms.iter().zip(next..).map(|(term, id)| (term.id, TermId(id))).collect();
    let terms = before.terms.iter().map(|term| Term { id: ids[&term.id], ..term.clone() }).collect();
    let after = Vocabulary { id: new, axis: before.axis.clone(), since: Some(from), until: before.until, terms };
    plan.vocabularies[at].until = from.previous();
    plan.vocabularies.insert(at + 1, after);
    let later = plan.nodes.iter_mut().flat_map(|node| &mut node.records).filter(|record| record.year >= from);
    for evaluation in later.flat_map(|record| &mut record.evaluations).filter(|made| made.vocabulary == id) {
        evaluation.vocabulary = new;
        evaluation.term = evaluation.term.and_then(|term| ids.get(&term).copied());
    }
    // What a formula counted it counts on under the new words.
    for terms in plan.rates.iter_mut().flat_map(|rate| [&mut rate.numerator, &mut rate.denominator]) {
        let also: Vec<TermId> = terms.iter().filter_map(|term| ids.get(term).copied()).collect();
        terms.extend(also);
    }
    Ok(step(Setting::ReplaceVocabulary, before.axis))
}

fn edit_term(plan: &mut Plan, wanted: &Term) -> Result<Op> {
    let (axis, at) = term_at(plan, wanted.id)?;
    let Term { label: before, symbol: symbol_before, .. } = plan.vocabularies[axis].terms[at].clone();
    let label = free_label(&plan.vocabularies[axis], &wanted.label, Some(wanted.id))?;
    let symbol = words::text(&wanted.symbol)?.replace('\n', "");
    // A published vocabulary may print one dash for two terms; only a new clash is refused.
    if !symbol.is_empty() && symbol != symbol_before {
        free_label(&plan.vocabularies[axis], &symbol, Some(wanted.id))?;
    }
    let definition = words::text(&wanted.definition)?;
    if let Some(from) = wanted.from_percent {
        let taken =
            plan.vocabularies[axis].terms.iter().find(|term| term.id != wanted.id && term.from_percent == Some(from));
        if let Some(other) = taken {
            return Err(WorkbenchError::NameTaken { name: format!("{}%（{}）", from.normalize(), other.label) });
        }
    }
    plan.vocabularies[axis].terms[at] = Term { label: label.clone(), symbol, definition, ..wanted.clone() };
    let records = plan.nodes.iter_mut().flat_map(|node| &mut node.records);
    for evaluation in records.flat_map(|record| &mut record.evaluations) {
        if evaluation.term == Some(wanted.id) && evaluation.text == before {
            evaluation.text.clone_from(&label);
        }
    }
    read_percentages(plan, axis);
    Ok(step(Setting::EditTerm, label))
}

/// Judgements by percentage on an axis mean the terms they reach now.
fn read_percentages(plan: &mut Plan, axis: usize) {
    let vocabulary = &plan.vocabularies[axis];
    let records = plan.nodes.iter_mut().flat_map(|node| &mut node.records);
    let made = records.flat_map(|record| &mut record.evaluations).filter(|made| made.vocabulary == vocabulary.id);
    for evaluation in made.filter(|made| percent_of(&made.text).is_some()) {
        evaluation.term = vocabulary.understood(&evaluation.text).map(|term| term.id);
    }
}

fn remove_term(plan: &mut Plan, id: TermId, anyway: bool) -> Result<Op> {
    let (axis, at) = term_at(plan, id)?;
    let name = plan.vocabularies[axis].terms[at].label.clone();
    unless_lost(anyway, Thing::Term, &name, uses::term_uses(plan, id), keys::WAY_TERM)?;
    plan.vocabularies[axis].terms.remove(at);
    for rate in &mut plan.rates {
        rate.numerator.retain(|term| *term != id);
        rate.denominator.retain(|term| *term != id);
    }
    let records = plan.nodes.iter_mut().flat_map(|node| &mut node.records);
    for evaluation in records.flat_map(|record| &mut record.evaluations).filter(|made| made.term == Some(id)) {
        evaluation.term = None;
    }
    read_percentages(plan, axis);
    Ok(step(Setting::RemoveTerm, name))
}
