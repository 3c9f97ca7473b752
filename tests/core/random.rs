//! Whatever a person does in whatever order, whichever shape the plan has: what is refused leaves no
//! trace, what is done hangs together, and undo goes back to the start and redo to the end.

mod dice;
mod effects;
mod indicators;
mod items;
mod settings;

use domain::programme::{
    ChartDefinition, ChartId, IndicatorScope, MeetingId, MeetingPaper, PaperId, PaperKind, PlanId, Programme, Slot,
    broken_references,
};
use domain::value::ValueKind;
use proptest::prelude::*;
use workbench::check::{self, AcceptForm};
use workbench::meeting::MeetingForm;
use workbench::plan::{NewNode, NewPlan, NewRows, NodeEdit, NodeText};
use workbench::record::RecordEdit;
use workbench::sample::{self, Shape};
use workbench::search::find;
use workbench::{
    Field, Outcome, Result, Workbench, chart, fiscal, history, import, indicator as indicator_table, interchange, lead,
    meeting, plan, record,
};

use crate::support::{by, fixture, press, redo_all, texts, undo_all};
use dice::Dice;
use effects::effects;
use indicators::cell;
use items::{bars, form, judge, many, project, renumber};
use settings::settings;

fn plain<T>(outcome: Result<Outcome<T>>) -> Result<Outcome<()>> {
    outcome.map(|done| Outcome { value: (), changes: done.changes, step: done.step })
}

fn deed(bench: &mut Workbench, now: &Programme, dice: &mut Dice) -> Result<Outcome<()>> {
    match dice.below(38) {
        0 | 1 => {
            let edits: Vec<RecordEdit> = (0..dice.below(4))
                .map(|_| RecordEdit {
                    node: dice.node(now),
                    year: dice.year(),
                    field: dice.field(),
                    judge: judge(now, dice),
                    text: dice.text(),
                })
                .collect();
            record::set(bench, &by(), &edits)
        }
        2 | 3 => {
            let edits: Vec<NodeEdit> = (0..dice.below(3))
                .map(|_| NodeEdit {
                    node: dice.node(now),
                    field: dice.field(),
                    section: Some(dice.text()),
                    text: dice.text(),
                })
                .collect();
            plan::edit(bench, &by(), texts(), &edits)
        }
        4 => {
            let plan = PlanId(dice.id(now.plans.iter().map(|plan| plan.id.0).collect()));
            let parent = (dice.below(3) > 0).then(|| dice.node(now));
            let new = NewNode { plan, parent, position: dice.below(9) as u32, title: dice.text() };
            plain(plan::add(bench, &by(), &new))
        }
        5 => {
            let parent = (dice.below(3) > 0).then(|| dice.node(now));
            let node = dice.node(now);
            plan::place(bench, &by(), node, parent, dice.below(9) as u32)
        }
        6 => {
            let node = dice.node(now);
            plan::remove(bench, &by(), node)
        }
        7 => {
            let levels = (0..dice.below(8)).map(|_| dice.text()).collect();
            let new = NewPlan { name: dice.text(), first: dice.text(), last: dice.text(), levels };
            plain(plan::add_plan(bench, &by(), texts(), &new))
        }
        8 | 9 => bars(bench, now, dice),
        10 | 11 => {
            let edits: Vec<fiscal::FigureEdit> = (0..dice.below(4))
                .map(|_| fiscal::FigureEdit {
                    indicator: dice.indicator(now),
                    part: dice.below(3) as u8,
                    year: dice.year(),
                    slot: dice.one(&[Slot::Actual, Slot::Plan]),
                    text: dice.text(),
                    kind: dice.one(&[None, None, Some(ValueKind::Budget)]),
                })
                .collect();
            fiscal::set(bench, &by(), &edits)
        }
        12 => {
            let indicator = dice.indicator(now);
            match dice.below(8) {
                0 => fiscal::remove(bench, &by(), indicator),
                1 => fiscal::rename(bench, &by(), indicator, &dice.text()),
                2 => fiscal::set_target(bench, &by(), indicator, dice.below(3) as u8, &dice.text(), &dice.text()),
                3 => {
                    let scope = match dice.below(3) {
                        0 => IndicatorScope::Fiscal,
                        1 => IndicatorScope::Plan { plan: dice.plan(now).map_or(PlanId(9999), |plan| plan.id) },
                        _ => IndicatorScope::Node { node: dice.node(now) },
                    };
                    let (name, unit, good) = (dice.text(), dice.text(), dice.text());
                    plain(fiscal::add(bench, &by(), &[fiscal::NewIndicator { scope, name, unit, decimals: 1, good }]))
                }
                4 => indicator_table::place(bench, &by(), indicator, dice.below(9) as u32),
                _ => {
                    let cells: Vec<_> = (0..dice.below(5)).map(|_| cell(now, dice)).collect();
                    indicator_table::set(bench, &by(), &cells)
                }
            }
        }
        13 => {
            let id = ChartId(dice.id(now.charts.iter().map(|chart| chart.id.0).collect()));
            let Some(known) = now.charts.first() else { return chart::remove(bench, &by(), id) };
            let mut series = known.series.clone();
            for series in &mut series {
                series.indicator = dice.indicator(now);
                series.part = dice.below(3) as u8;
            }
            let id = dice.one(&[id, ChartId(0)]);
            match dice.below(3) {
                0 => chart::remove(bench, &by(), id),
                _ => plain(chart::save(
                    bench,
                    &by(),
                    &ChartDefinition { id, series, title: dice.text(), ..known.clone() },
                )),
            }
        }
        14 => {
            let id = MeetingId(dice.id(now.meetings.iter().map(|meeting| meeting.id.0).collect()));
            if dice.below(3) == 0 {
                return meeting::remove(bench, &by(), id);
            }
            let plan = PlanId(dice.id(now.plans.iter().map(|plan| plan.id.0).collect()));
            let papers = (0..dice.below(3))
                .map(|_| MeetingPaper {
                    id: PaperId(0),
                    kind: dice.one(&PaperKind::ALL),
                    doc_no: dice.text(),
                    title: dice.text(),
                    plan,
                    year: dice.year(),
                    lead: dice.text(),
                })
                .collect();
            let form = MeetingForm {
                id: dice.one(&[Some(id), None]),
                number: dice.text(),
                name: dice.text(),
                date: dice.text(),
                place: dice.text(),
                papers,
            };
            plain(meeting::save(bench, &by(), &form))
        }
        18 => many(bench, now, dice),
        19 => form(bench, now, dice),
        20 => project(bench, now, dice),
        15 => {
            let name = dice.one(&[
                "fiscal-misprints.csv",
                "fiscal-utf8-bom.csv",
                "progress-utf8-bom.csv",
                "progress-misprints.csv",
            ]);
            let read = match dice.below(3) {
                0 => import::read_pasted(texts(), &items::pasted(dice))?,
                _ => import::read(name, &fixture(name))?,
            };
            plain(import::apply(bench, &by(), texts(), &read))
        }
        16 | 17 => effects(bench, now, dice),
        21 | 22 => {
            // One old step, undone ones and ones that never were among them.
            let steps = bench.history(texts(), 30)?.into_iter().map(|step| step.id).collect();
            plain(history::revert(bench, &by(), dice.id(steps)))
        }
        23 => {
            let rows = (0..dice.below(4))
                .map(|_| {
                    let cell = |field, text| NodeText { field, section: None, text };
                    vec![cell(Field::Title, dice.text()), cell(dice.field(), dice.text())]
                })
                .collect();
            let plan = PlanId(dice.id(now.plans.iter().map(|plan| plan.id.0).collect()));
            let parent = (dice.below(3) > 0).then(|| dice.node(now));
            plain(plan::add_rows(
                bench,
                &by(),
                texts(),
                &NewRows { plan, parent, position: dice.below(9) as u32, rows },
            ))
        }
        24..=32 => settings(bench, now, dice),
        34 | 35 => renumber(bench, now, dice),
        36 => {
            let papers = now.meetings.iter().flat_map(|meeting| meeting.papers.iter().map(|paper| paper.id.0));
            let paper = PaperId(dice.id(papers.collect()));
            let text = dice.text();
            lead::set(bench, &by(), texts(), paper, dice.one(&[None, Some(text.as_str())]))
        }
        33 => {
            let id = domain::programme::AcceptanceId(dice.id(now.acceptances.iter().map(|one| one.id.0).collect()));
            if dice.below(2) == 0 {
                return check::withdraw(bench, &by(), id, "①");
            }
            let found = check::run(bench, texts(), press(), by().at.date())?;
            let known = found.get(dice.below(found.len())).map(|one| one.key.clone());
            let form = AcceptForm { finding: known.unwrap_or_default(), title: dice.text(), reason: dice.text() };
            plain(check::accept(bench, &by(), &form))
        }
        _ => {
            let mut other = now.clone();
            other.meetings.reverse();
            other.indicators.truncate(8);
            other.charts.truncate(dice.below(4));
            interchange::load(bench, &by(), &other)
        }
    }
}

/// Plays the deeds on the sample of a shape.
fn play(shape: Shape, deeds: Vec<Vec<u16>>) -> std::result::Result<(), TestCaseError> {
    let mut bench = Workbench::memory(&sample::programme_of(shape).unwrap()).unwrap();
    let start = dump(&bench);
    let mut now = bench.programme().unwrap();
    prop_assert!(find(&bench, texts(), "実施", 9).is_ok(), "from here on the index of search follows the changes");
    for numbers in deeds {
        let before = dump(&bench);
        let mut dice = Dice(numbers.into_iter());
        match dice.below(9) {
            0 => {
                bench.undo().unwrap();
            }
            1 => {
                bench.redo().unwrap();
            }
            _ => match deed(&mut bench, &now, &mut dice) {
                Ok(outcome) => {
                    let changed = dump(&bench) != before;
                    prop_assert_eq!(outcome.step.is_some(), changed, "{:?}", outcome.changes);
                    prop_assert_eq!(outcome.step.is_some(), !outcome.changes.is_empty());
                }
                Err(error) => {
                    prop_assert!(dump(&bench) == before, "{error}: what is refused changes nothing");
                    prop_assert_ne!(error.kind(), "internal", "{}", error);
                }
            },
        }
        now = bench.programme().unwrap();
        prop_assert_eq!(broken_references(&now), []);
    }
    let json = interchange::to_json(&now).unwrap();
    prop_assert!(interchange::from_json(json.as_bytes()).unwrap() == now);
    prop_assert_eq!(bench.integrity().unwrap(), Vec::<String>::new());
    let fresh = Workbench::memory(&now).unwrap();
    for words in ["実施", "遅れ", "高崎", "令和6年度", "1", "スポーツ・文化課"] {
        let (followed, anew) = (find(&bench, texts(), words, 40).unwrap(), find(&fresh, texts(), words, 40).unwrap());
        prop_assert_eq!(followed, anew, "{} is found as in a file that was opened just now", words);
    }
    redo_all(&mut bench);
    let end = dump(&bench);
    let steps = undo_all(&mut bench);
    prop_assert!(dump(&bench) == start, "undo goes back to the start, to the byte");
    prop_assert_eq!(redo_all(&mut bench), steps);
    prop_assert!(dump(&bench) == end, "redo goes to the end, to the byte");
    Ok(())
}

fn deeds() -> impl Strategy<Value = Vec<Vec<u16>>> {
    prop::collection::vec(prop::collection::vec(any::<u16>(), 4..24), 1..16)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, max_shrink_iters: 60, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_on_a_progress_table_can_be_undone_and_redone(deeds in deeds()) {
        play(Shape::Progress, deeds)?;
    }

    #[test]
    fn any_sequence_on_an_outline_can_be_undone_and_redone(deeds in deeds()) {
        play(Shape::Outline, deeds)?;
    }

    #[test]
    fn any_sequence_on_chapters_can_be_undone_and_redone(deeds in deeds()) {
        play(Shape::Chapters, deeds)?;
    }

    #[test]
    fn any_sequence_on_successive_plans_can_be_undone_and_redone(deeds in deeds()) {
        play(Shape::Targets, deeds)?;
    }

    #[test]
    fn any_sequence_on_a_strategy_can_be_undone_and_redone(deeds in deeds()) {
        play(Shape::Strategy, deeds)?;
    }
}

/// Everything under undo, to the byte.
fn dump(bench: &Workbench) -> String {
    store::dump(&bench.read()).unwrap()
}
