//! The samples of every shape: their words mean what the readers of the program understand, their
//! numbers hold together, and every screen and paper can show them.

use std::collections::BTreeSet;
use std::path::PathBuf;

use chrono::NaiveDate;
use domain::programme::{Indicator, IndicatorScope, Plan, Programme, Slot, TermId};
use domain::value::figure::{Figure, ValueKind};
use domain::value::fiscal_year::FiscalYear;
use domain::value::quantity::Unit;
use domain::value::target::Target;
use domain::value::written::{Reading, Written};
use domain::value::written_date::AsOf;
use papers::{Block, Row};
use workbench::sample::{Shape, programme_of};
use workbench::{Workbench, check, interchange, paper, view};

use crate::support::{press, texts, top};

/// The file of a sample.
fn file(shape: Shape) -> PathBuf {
    let name = if shape == Shape::Progress { "midorino" } else { shape.word() };
    top().join(format!("assets/samples/{name}.programme.json"))
}

fn again<T: Reading>(written: &mut Written<T>) {
    *written = Written::read(std::mem::take(&mut written.text));
}

/// The programme with every word of it read anew.
fn as_read(mut programme: Programme) -> Programme {
    for plan in &mut programme.plans {
        again(&mut plan.first);
        again(&mut plan.last);
        plan.schedules.iter_mut().filter_map(|schedule| schedule.as_of.as_mut()).for_each(again);
        for node in &mut plan.nodes {
            node.life_cycle.events.iter_mut().filter_map(|event| event.year.as_mut()).for_each(again);
            node.lanes.iter_mut().flat_map(|lane| &mut lane.bars).filter_map(|bar| bar.amount.as_mut()).for_each(again);
            for project in &mut node.projects {
                project.year.iter_mut().for_each(again);
                project.budget.iter_mut().chain(&mut project.debt_burden).for_each(again);
            }
        }
    }
    programme.indicators.iter_mut().for_each(indicator_again);
    for cell in programme.effects.iter_mut().flat_map(|table| &mut table.rows).flat_map(|row| &mut row.cells) {
        again(&mut cell.amount);
    }
    programme.meetings.iter_mut().filter_map(|meeting| meeting.date.as_mut()).for_each(again);
    programme
}

fn indicator_again(indicator: &mut Indicator) {
    let units: Vec<Unit> = indicator.parts.iter().map(|part| Unit::new(&part.unit)).collect();
    let usual = if indicator.scope == IndicatorScope::Fiscal { ValueKind::Settled } else { ValueKind::Actual };
    indicator.good.iter_mut().for_each(again);
    if let Some(baseline) = &mut indicator.baseline {
        again(&mut baseline.year);
        for (figure, unit) in baseline.figures.iter_mut().zip(&units) {
            figure_again(figure, unit, usual, baseline.year.meaning);
        }
    }
    for observation in &mut indicator.observations {
        let kind = if observation.slot == Slot::Plan { ValueKind::Planned } else { usual };
        figure_again(&mut observation.figure, &units[usize::from(observation.part)], kind, Some(observation.year));
    }
    for target in &mut indicator.targets {
        target.year.iter_mut().for_each(again);
        target.target.meaning = Target::read_with(&target.target.text, &units[usize::from(target.part)]);
        let year = target.year.as_ref().and_then(|year| year.meaning);
        if let Some(as_of) = &mut target.as_of {
            let near = year.and_then(|year| AsOf::parse_near(&as_of.text, year));
            as_of.meaning = AsOf::parse(&as_of.text).or(near);
        }
    }
}

/// Whether a value is settled or counted is said by a person and not by the words: it stays.
fn figure_again(figure: &mut Figure, unit: &Unit, usual: ValueKind, year: Option<FiscalYear>) {
    let kind = figure.value.as_ref().and_then(|value| value.kind()).unwrap_or(usual);
    *figure = Figure::read(std::mem::take(&mut figure.text), unit, kind, year);
}

/// `UPDATE_SAMPLES=1` fills in what the readers understand and writes the files in the usual form.
#[test]
fn every_word_of_a_sample_means_what_the_readers_understand() {
    for shape in Shape::ALL {
        let path = file(shape);
        let written = interchange::from_json(&std::fs::read(&path).unwrap()).unwrap();
        if std::env::var_os("UPDATE_SAMPLES").is_some() && as_read(written.clone()) != written {
            std::fs::write(&path, interchange::to_json(&as_read(written)).unwrap()).unwrap();
        }
        let sample = interchange::from_json(&std::fs::read(&path).unwrap()).unwrap();
        let kept = interchange::to_json(&sample).unwrap();
        let read = interchange::to_json(&as_read(sample)).unwrap();
        let differs = kept.lines().zip(read.lines()).position(|(kept, read)| kept != read);
        let around = differs.map(|at| kept.lines().skip(at.saturating_sub(4)).take(8).collect::<Vec<_>>().join("\n"));
        assert!(kept == read, "{}, line {differs:?}: UPDATE_SAMPLES=1\n{}", path.display(), around.unwrap_or_default());
    }
}

#[test]
fn every_sample_is_found_by_its_word_and_kept_by_a_file_to_the_letter() {
    let words: BTreeSet<&str> = Shape::ALL.map(Shape::word).into();
    assert_eq!(words.len(), Shape::ALL.len());
    assert_eq!(Shape::of("circle"), None);
    let mut cities = BTreeSet::new();
    for shape in Shape::ALL {
        assert_eq!(Shape::of(shape.word()), Some(shape));
        let sample = programme_of(shape).unwrap();
        assert!(sample == interchange::from_json(&std::fs::read(file(shape)).unwrap()).unwrap(), "{shape:?}");
        assert!(cities.insert(sample.city.name.clone()), "{} twice", sample.city.name);
        let bench = Workbench::memory(&sample).unwrap();
        assert!(bench.programme().unwrap() == sample, "{shape:?}");
    }
}

#[test]
fn every_screen_and_the_paper_show_every_sample() {
    for shape in Shape::ALL {
        let bench = Workbench::memory(&programme_of(shape).unwrap()).unwrap();
        for plan in bench.programme().unwrap().plans {
            let year = plan.first.meaning.unwrap();
            assert_eq!(view::plan(&bench, texts(), plan.id).unwrap().rows.len(), plan.nodes.len(), "{shape:?}");
            assert_eq!(view::progress(&bench, plan.id, year).unwrap().rows.len(), plan.nodes.len(), "{shape:?}");
        }
        let table = paper::newest(&bench, texts(), domain::programme::PaperKind::Progress).unwrap();
        assert!(!table.blocks.is_empty(), "{shape:?}");
    }
}

#[test]
fn the_paper_of_the_outline_keeps_the_order_of_the_tree_and_names_every_level() {
    let bench = Workbench::memory(&programme_of(Shape::Outline).unwrap()).unwrap();
    let made = paper::newest(&bench, texts(), domain::programme::PaperKind::Progress).unwrap();
    let Some(Block::Table(table)) = made.blocks.last() else { panic!("a table") };
    let sections = table.body.iter().filter_map(|row| match row {
        Row::Section { text, level } => Some((text.as_str(), *level)),
        _ => None,
    });
    let policies = ["施策27　市民参加・協働の推進", "施策28　積極的な情報発信", "施策29　計画的な行財政運営"];
    let wanted = std::iter::once(("6　行政運営", 2)).chain(policies.map(|policy| (policy, 3)));
    assert_eq!(sections.collect::<Vec<_>>(), wanted.collect::<Vec<_>>());
    let items = table.body.iter().filter_map(|row| match row {
        Row::ItemStart { name } => Some(name.clone()),
        _ => None,
    });
    let programme = bench.programme().unwrap();
    let titles = newest(&programme).items().map(|item| item.title.clone());
    assert_eq!(items.collect::<Vec<_>>(), titles.collect::<Vec<_>>(), "①②③ stand under every policy");
}

fn newest(programme: &Programme) -> &Plan {
    programme.plans.last().unwrap()
}

#[test]
fn the_strategy_has_51_items_and_the_indicators_of_every_table() {
    let programme = programme_of(Shape::Strategy).unwrap();
    let plan = newest(&programme);
    let numbers: Vec<&str> = plan.items().map(|item| item.label.as_str()).collect();
    assert_eq!(numbers, (1..=51).map(|number| number.to_string()).collect::<Vec<_>>());
    assert!(plan.items().all(|item| !item.offices.is_empty()), "every item has its office");
    let of = |label: &str| {
        let top = plan.nodes.iter().find(|node| node.level == 0 && node.label == label).unwrap().id;
        let below = |node| plan.node(node).is_some_and(|node| node.id == top || node.parent == Some(top));
        let own = |i: &&Indicator| matches!(i.scope, IndicatorScope::Node { node } if below(node));
        programme.indicators.iter().filter(own).count()
    };
    assert_eq!(["30", "31", "32", "33"].map(of), [12, 12, 15, 8]);
    let budgets = plan.nodes.iter().flat_map(|node| &node.projects).filter(|project| project.budget.is_some());
    assert_eq!(budgets.count(), 3);
}

#[test]
fn the_rates_of_the_outline_are_those_of_its_own_judgements() {
    let programme = programme_of(Shape::Outline).unwrap();
    for (plan, name, items) in
        [(&programme.plans[0], "行財政改革プランの達成率", 8), (newest(&programme), "前期基本計画の達成率", 15)]
    {
        assert_eq!(plan.items().count(), items);
        let indicator = programme.indicators.iter().find(|indicator| indicator.name == name).unwrap();
        for observation in &indicator.observations {
            let records = plan.items().filter_map(|item| item.record(observation.year));
            let terms: Vec<_> = records.flat_map(|record| &record.evaluations).filter_map(|e| e.term).collect();
            let [rate] = plan.rates.as_slice() else { panic!("one rate: {:?}", plan.rates) };
            let count = |side: &[TermId]| terms.iter().filter(|term| side.contains(term)).count();
            let (part, whole) = (count(&rate.numerator), count(&rate.denominator));
            assert_eq!(whole, items, "every item is judged in {}", observation.year);
            // Half up at one decimal, in whole numbers.
            let tenths = (part * 2000 + whole) / (whole * 2);
            assert_eq!(observation.figure.text, format!("{}.{}%", tenths / 10, tenths % 10), "{name}");
        }
    }
}

/// What the samples leave to a person on purpose (docs/seeds.md says why).
#[test]
fn the_check_finds_in_a_sample_what_was_left_on_purpose() {
    for shape in Shape::ALL.into_iter().filter(|shape| *shape != Shape::Progress) {
        let bench = Workbench::memory(&programme_of(shape).unwrap()).unwrap();
        // Each sample stands at a moment of its own.
        let day = match shape {
            Shape::Targets => NaiveDate::from_ymd_opt(2019, 2, 8),
            _ => NaiveDate::from_ymd_opt(2024, 2, 2),
        };
        let found = check::run(&bench, texts(), press(), day.unwrap()).unwrap();
        let told: Vec<&str> = found.iter().map(|finding| finding.title.as_str()).collect();
        // Their table has not the settled accounts of its last year yet.
        let left: &[&str] = match shape {
            Shape::Targets => {
                &["経常収支比率", "財政調整基金", "公共施設整備基金", "市債残高（一般会計）", "市債残高（下水道）"]
            }
            _ => &[],
        };
        assert_eq!(told, left, "{shape:?}: {found:?}");
    }
}
