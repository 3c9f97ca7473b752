//! Any change of 設定, on things that are there or not, insisting or not.

use domain::programme::{
    Comma, DemandedField, EvaluatorId, Group, LifeWord, OfficeId, OfficeKind, Programme, Rate, RateId, ScheduleId,
    Term, TermId, VocabularyId,
};
use domain::value::NegativeMark;
use workbench::{Outcome, Result, Workbench, record};

use super::dice::Dice;
use super::plain;
use crate::support::{by, texts};

/// Any change of 設定, on things that are there or not, insisting or not.
pub(super) fn settings(bench: &mut Workbench, now: &Programme, dice: &mut Dice) -> Result<Outcome<()>> {
    use workbench::settings::{
        baseline::{self, BaselineEdit},
        city::{self, CityEdit},
        evaluator::{self, EvaluatorEdit},
        group::{self, GroupEdit},
        indicator::{self, IndicatorEdit},
        office::{self, OfficeEdit},
        plan::{self as plans, PlanEdit},
        rate::{self, RateEdit},
        reorganisation::{self, Reorganisation},
        succession::{self, Succession},
        vocabulary::{self, VocabularyEdit},
    };
    let Some(plan) = dice.plan(now) else { return record::set(bench, &by(), &[]) };
    let (id, anyway, position, text) = (plan.id, dice.below(2) == 0, dice.below(5) as u32, dice.text());
    let office = |dice: &mut Dice| OfficeId(dice.id(now.offices.iter().map(|office| office.id.0).collect()));
    match dice.below(11) {
        0 => {
            let text = dice.one(&[text, "131016".to_owned()]);
            let marks = [NegativeMark::BlackTriangle, NegativeMark::Minus, NegativeMark::WhiteTriangle];
            let edit = match dice.below(4) {
                0 => CityEdit::Name { text },
                1 => CityEdit::Code { text },
                2 => CityEdit::Comma { comma: dice.one(&[Comma::Touten, Comma::FullWidth]) },
                _ => CityEdit::Negative { mark: dice.one(&marks) },
            };
            city::edit(bench, &by(), &edit)
        }
        1 | 2 => {
            let level = dice.below(4) as u8;
            let years = ["R2", "令和3年度", "R6", "令和8年度"].map(str::to_owned);
            let edit = match dice.below(10) {
                0 => PlanEdit::Name { text },
                1 => PlanEdit::Years { first: dice.one(&years), last: dice.one(&years) },
                2 => PlanEdit::Related { text },
                3 => {
                    PlanEdit::Predecessors { plans: now.plans.iter().take(level.into()).map(|plan| plan.id).collect() }
                }
                8 => PlanEdit::Note { text },
                9 => PlanEdit::Demand {
                    field: dice.one(&[DemandedField::Planned, DemandedField::Actual, DemandedField::Offices]),
                    demanded: dice.one(&[None, Some(true), Some(false)]),
                },
                4 => PlanEdit::EvaluationLevel { level },
                5 => PlanEdit::AddLevel { position: level, name: text },
                6 => PlanEdit::RenameLevel { level, name: text },
                _ => PlanEdit::RemoveLevel { level },
            };
            match dice.below(14) {
                0 => plans::remove(bench, &by(), id, anyway),
                1 => plans::place(bench, &by(), id, position),
                2 | 3 => {
                    use domain::programme::LifeCycleKind::{Ended, Expanded, Merged};
                    let own = LifeWord { kind: dice.one(&[Expanded, Merged, Ended]), word: dice.text() };
                    plans::name_life(bench, &by(), texts(), id, &own)
                }
                _ => plans::edit(bench, &by(), id, &edit, anyway),
            }
        }
        3 => {
            let years = ["令和7年度".to_owned(), dice.text()];
            let wanted = Succession {
                former: id,
                name: text,
                first: dice.one(&years),
                last: "令和10年度".into(),
                items: anyway,
                texts: true,
                offices: dice.below(2) == 0,
                lanes: dice.below(2) == 0,
            };
            plain(succession::make(bench, &by(), &wanted))
        }
        4 => {
            let group = domain::programme::GroupId(dice.id(plan.groups.iter().map(|group| group.id.0).collect()));
            let edit = match dice.below(4) {
                0 => GroupEdit::Add { name: text },
                1 => GroupEdit::Edit { group: Group { id: group, name: text.clone(), description: text } },
                2 => GroupEdit::Move { group, position },
                _ => GroupEdit::Remove { group },
            };
            group::edit(bench, &by(), id, &edit, anyway)
        }
        5 | 6 => {
            let vocabulary = VocabularyId(dice.id(plan.vocabularies.iter().map(|one| one.id.0).collect()));
            let terms: Vec<&Term> = plan.vocabularies.iter().flat_map(|one| &one.terms).collect();
            let term = TermId(dice.id(terms.iter().map(|term| term.id.0).collect()));
            let edit = match dice.below(10) {
                0 => VocabularyEdit::Add { axis: text.clone(), terms: vec![text, "達成".into()] },
                1 => VocabularyEdit::Rename { vocabulary, axis: text },
                2 => VocabularyEdit::Years { vocabulary, since: text, until: String::new() },
                3 => VocabularyEdit::Replace { vocabulary, from: dice.year() },
                4 => VocabularyEdit::Move { vocabulary, position },
                5 => VocabularyEdit::Remove { vocabulary },
                6 => VocabularyEdit::AddTerms { vocabulary, labels: vec![text, "一部達成".into()] },
                7 => match terms.iter().find(|known| known.id == term) {
                    Some(known) => {
                        let from_percent = dice.one(&[None, Some(80), Some(100)]).map(Into::into);
                        VocabularyEdit::EditTerm { term: Term { label: text, from_percent, ..(*known).clone() } }
                    }
                    None => VocabularyEdit::RemoveTerm { term },
                },
                8 => VocabularyEdit::MoveTerm { term, position },
                _ => VocabularyEdit::RemoveTerm { term },
            };
            vocabulary::edit(bench, &by(), id, &edit, anyway)
        }
        7 => {
            let evaluator = EvaluatorId(dice.id(plan.evaluators.iter().map(|one| one.id.0).collect()));
            let edit = match dice.below(4) {
                0 => EvaluatorEdit::Add { name: text },
                1 => EvaluatorEdit::Rename { evaluator, name: text },
                2 => EvaluatorEdit::Move { evaluator, position },
                _ => EvaluatorEdit::Remove { evaluator },
            };
            evaluator::edit(bench, &by(), id, &edit)
        }
        8 => {
            let rate = RateId(dice.id(plan.rates.iter().map(|rate| rate.id.0).collect()));
            let terms: Vec<i64> =
                plan.vocabularies.iter().flat_map(|one| one.terms.iter().map(|term| term.id.0)).collect();
            let some = |dice: &mut Dice| (0..dice.below(4)).map(|_| TermId(dice.id(terms.clone()))).collect::<Vec<_>>();
            let evaluators: Vec<Option<EvaluatorId>> =
                std::iter::once(None).chain(plan.evaluators.iter().map(|one| Some(one.id))).collect();
            let edit = match (dice.below(5), plan.rates.iter().find(|one| one.id == rate)) {
                (0, _) => RateEdit::Add { name: text },
                (1 | 2, Some(rate)) => RateEdit::Edit {
                    rate: Rate {
                        name: text.clone(),
                        formula: text,
                        unjudged: anyway,
                        evaluator: dice.one(&evaluators),
                        numerator: some(dice),
                        denominator: some(dice),
                        ..rate.clone()
                    },
                },
                (3, _) => RateEdit::Move { rate, position },
                _ => RateEdit::Remove { rate },
            };
            rate::edit(bench, &by(), id, &edit)
        }
        9 => {
            let schedule = ScheduleId(dice.id(plan.schedules.iter().map(|one| one.id.0).collect()));
            let edit = match dice.below(4) {
                0 => BaselineEdit::Renew { name: text.clone(), as_of: text },
                1 => BaselineEdit::Name { schedule, name: text, as_of: String::new() },
                2 => BaselineEdit::Years { schedule, first: "R3".into(), last: dice.one(&["R6".into(), text]) },
                _ => BaselineEdit::Remove { schedule },
            };
            baseline::edit(bench, &by(), id, &edit, anyway)
        }
        _ => match dice.below(11) {
            0 => {
                use domain::programme::OfficeChangeKind as Kind;
                let kind = dice.one(&[Kind::Renamed, Kind::Merged, Kind::Split, Kind::Abolished]);
                let before = (0..=dice.below(2)).map(|_| office(dice)).collect();
                let after = (0..dice.below(3)).map(|at| format!("{text}{at}")).collect();
                let wanted = Reorganisation { on: "R6.4.1".into(), kind, before, after, carry: anyway };
                plain(reorganisation::make(bench, &by(), &wanted))
            }
            1 => {
                let change = dice.id(now.office_changes.iter().map(|change| change.id.0).collect());
                reorganisation::remove(bench, &by(), domain::programme::OfficeChangeId(change))
            }
            2 => {
                let edit = match dice.below(13) {
                    0 => IndicatorEdit::Part { part: 0, name: text.clone(), unit: text, decimals: 1 },
                    1 => IndicatorEdit::Baseline { year: "令和4年度".into(), figures: vec![text] },
                    2 => IndicatorEdit::AddPart { name: text.clone(), unit: text },
                    3 => IndicatorEdit::Name { text },
                    4 => IndicatorEdit::Account { text },
                    5 => IndicatorEdit::Definition { text },
                    6 => IndicatorEdit::Good { text: dice.one(&["↗", "↘", "→(↗)", ""]).into() },
                    7 => IndicatorEdit::Source { text },
                    8 => IndicatorEdit::Note { text },
                    9 => IndicatorEdit::Survey { on: anyway },
                    10 => IndicatorEdit::Cumulative { on: anyway },
                    11 => IndicatorEdit::Markers { text },
                    _ => IndicatorEdit::RemovePart,
                };
                let indicator = dice.indicator(now);
                indicator::edit(bench, &by(), indicator, &edit)
            }
            deed => {
                let (office, to) = (office(dice), office(dice));
                let edit = match deed {
                    3 => OfficeEdit::Add { name: text },
                    4 => OfficeEdit::Correct { office, name: text },
                    5 => OfficeEdit::Days { office, since: text, until: "令和7年3月31日".into() },
                    6 => OfficeEdit::Move { office, position },
                    7 | 8 => OfficeEdit::Remove { office },
                    9 => OfficeEdit::Kind {
                        office,
                        office_kind: dice.one(&[OfficeKind::Collective, OfficeKind::Office]),
                    },
                    _ => OfficeEdit::Reassign { office, to, plan: dice.one(&[None, Some(id)]) },
                };
                office::edit(bench, &by(), &edit)
            }
        },
    }
}
