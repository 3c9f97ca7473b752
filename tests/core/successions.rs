//! かえで市: plans that follow each other from 平成8年度 to 平成32年度, the tally of the 62 items, the
//! effects, the numeric targets, and the paper of a plan that is over.

use std::collections::BTreeMap;

use domain::programme::{Basis, EffectTable, IndicatorScope, Node, NodeId, PaperKind, Plan, Programme, Slot};
use domain::value::figure::{Absence, Value};
use domain::value::fiscal_year::FiscalYear;
use papers::{Block, Cell, Content, Paper, Row, Table};
use rust_decimal::Decimal;
use workbench::sample::{Shape, programme_of};
use workbench::{Workbench, paper};

use crate::support::{texts, year};

const SECOND: &str = "第2次市政刷新プラン";
const FOLLOW_UP: &str = "第2次市政刷新プラン フォローアップ";
const THIRD: &str = "第3次市政刷新プラン";

fn city() -> Programme {
    programme_of(Shape::Targets).unwrap()
}

fn plan<'a>(city: &'a Programme, name: &str) -> &'a Plan {
    city.plans.iter().find(|plan| plan.name == name).unwrap()
}

/// How many items were judged with each word in a year, in the order of the vocabulary.
fn judged<'a>(items: impl Iterator<Item = &'a Node>, plan: &Plan, of: FiscalYear) -> Vec<usize> {
    let words: Vec<String> =
        items.flat_map(|item| item.record(of).unwrap().evaluations.clone()).map(|evaluation| evaluation.text).collect();
    let terms = plan.vocabularies[0].terms.iter().filter(|term| term.counted);
    terms.map(|term| words.iter().filter(|word| **word == term.label).count()).collect()
}

#[test]
fn of_62_items_one_is_ahead_fifty_are_on_schedule_and_eleven_are_late() {
    let city = city();
    let plan = plan(&city, SECOND);
    assert_eq!(plan.items().count(), 62);
    assert_eq!(judged(plan.items(), plan, year(2015)), [1, 50, 11]);
    let by_policy: Vec<(usize, Vec<usize>)> = plan
        .nodes
        .iter()
        .filter(|node| node.level == 0)
        .map(|top| plan.items().filter(|item| item.parent == Some(top.id)).collect::<Vec<_>>())
        .map(|items| (items.len(), judged(items.into_iter(), plan, year(2015))))
        .collect();
    let told = [(15, [1, 12, 2]), (5, [0, 5, 0]), (7, [0, 4, 3]), (18, [0, 14, 4]), (17, [0, 15, 2])];
    assert_eq!(by_policy, told.map(|(count, words)| (count, words.to_vec())));
    let late = plan.items().filter_map(|item| item.record(year(2015))).flat_map(|record| &record.evaluations);
    assert!(late.filter(|one| one.text == "遅れ").all(|one| !one.reason.is_empty()), "who is late says why");
}

#[test]
fn every_plan_continues_the_one_before_and_41_items_were_followed_up() {
    let city = city();
    let periods: Vec<(&str, &str)> =
        city.plans.iter().map(|plan| (plan.first.text.as_str(), plan.last.text.as_str())).collect();
    assert_eq!(periods.first(), Some(&("平成8年度", "平成17年度")));
    assert_eq!(periods.last(), Some(&("平成29年度", "平成32年度")), "the era they were written in");
    for plan in city.plans.iter().skip(1) {
        let before = |id| city.plans.iter().position(|plan| plan.id == id).unwrap();
        let own = before(plan.id);
        assert!(plan.predecessors.iter().any(|id| before(*id) + 1 == own), "{}", plan.name);
    }
    let (second, follow_up, third) = (plan(&city, SECOND), plan(&city, FOLLOW_UP), plan(&city, THIRD));
    assert_eq!(follow_up.items().count(), 41);
    for item in follow_up.items() {
        let before = second.node(item.continues[0]).unwrap();
        assert_eq!((&item.label, &item.title), (&before.label, &before.title));
    }
    let followed: Vec<NodeId> = follow_up.items().flat_map(|item| item.continues.iter().copied()).collect();
    let is_late = |item: &&Node| item.record(year(2015)).unwrap().evaluations[0].text == "遅れ";
    assert!(second.items().filter(is_late).all(|item| followed.contains(&item.id)), "who was late is followed up");
    let continued: Vec<NodeId> = third.items().flat_map(|item| item.continues.iter().copied()).collect();
    assert_eq!((third.items().count(), continued.len()), (39, 35), "the other four are new");
    for id in continued {
        // What was followed up goes on from there, and what was not from the plan itself.
        let own = second.node(id).map(|item| item.id);
        assert!(own.is_some_and(|id| !followed.contains(&id)) || follow_up.node(id).is_some(), "{id:?}");
    }
    assert!(third.items().filter(|item| item.continues.is_empty()).all(|item| item.life_cycle.words() == "（新規）"));
}

/// What a row says by year; a blank cell says nothing.
fn amounts(table: &EffectTable, row: &str, basis: Basis) -> BTreeMap<i32, Decimal> {
    let row = table.rows.iter().find(|one| one.title == row).unwrap();
    let cells = row.cells.iter().filter(|cell| cell.basis == basis);
    cells.filter_map(|cell| Some((cell.year.year(), cell.amount.meaning.as_ref()?.amount))).collect()
}

#[test]
fn effects_come_to_the_printed_totals_and_the_year_that_is_not_closed_is_blank() {
    let city = city();
    let table = &city.effects[0];
    assert_eq!(table.unit, "百万円");
    let total = amounts(table, "合計", Basis::Actual);
    assert_eq!(total, BTreeMap::from([(2011, 285.into()), (2012, 174.into()), (2013, 338.into()), (2014, 87.into())]));
    assert_eq!(total.values().sum::<Decimal>(), 884.into());
    let by_row: Vec<Decimal> = table
        .rows
        .iter()
        .filter(|row| !row.total)
        .map(|row| amounts(table, &row.title, Basis::Actual).values().sum())
        .collect();
    assert_eq!(by_row, [321, 162, 132, 269].map(Decimal::from));
    let blank = table.rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.amount.text.is_empty());
    assert!(blank.clone().all(|cell| cell.year == year(2015)) && blank.count() == table.rows.len());
    for table in &city.effects {
        let printed = &table.rows.iter().find(|row| row.total).unwrap().title;
        for basis in [Basis::Expected, Basis::Actual] {
            let mut sums: BTreeMap<i32, Decimal> = BTreeMap::new();
            for row in table.rows.iter().filter(|row| !row.total) {
                for (year, amount) in amounts(table, &row.title, basis) {
                    *sums.entry(year).or_default() += amount;
                }
            }
            assert_eq!(sums, amounts(table, printed, basis), "{} {basis:?}", table.name);
        }
    }
}

#[test]
fn numeric_targets_keep_their_words_and_a_column_that_only_awaits_its_settlement() {
    let city = city();
    let fiscal: Vec<_> = city.indicators.iter().filter(|one| one.scope == IndicatorScope::Fiscal).collect();
    let targets: Vec<&str> = fiscal.iter().map(|one| one.targets[0].target.text.as_str()).collect();
    assert_eq!(targets, ["910人", "95.0%以下", "30億円", "20億円", "300億円以内", "90億円以内"]);
    let last = |at: usize| fiscal[at].observation(year(2015), 0, Slot::Actual).unwrap().figure.clone();
    assert_eq!(last(0).text, "932人\n(H28.4.1)", "the column is 27年度, the day is in 28年度");
    for at in 1..6 {
        assert_eq!((last(at).text.as_str(), last(at).value), ("(27決算)", Some(Value::absent(Absence::NotYet))));
    }
    assert_eq!(city.charts.len(), 6);
    assert!(city.charts.iter().all(|chart| chart.targets));
}

fn table(paper: &Paper) -> &Table {
    paper.blocks.iter().find_map(|block| if let Block::Table(table) = block { Some(table) } else { None }).unwrap()
}

fn heads(table: &Table) -> Vec<String> {
    let words = |cell: &Cell| match &cell.content {
        Content::Text(lines) => lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" "),
        _ => String::new(),
    };
    table.header.iter().flatten().map(words).collect()
}

#[test]
fn a_paper_calls_years_as_they_were_called_and_plans_nothing_after_the_plan() {
    let bench = Workbench::memory(&city()).unwrap();
    let papers = bench.programme().unwrap().meetings.into_iter().flat_map(|meeting| meeting.papers);
    let papers = papers.filter(|one| one.kind == PaperKind::Progress);
    let papers: Vec<Paper> = papers.map(|one| paper::of_file(&bench, texts(), one.id).unwrap()).collect();
    let (second, third) = (table(&papers[0]), table(&papers[1]));
    let told = heads(third);
    for head in ["H29", "H32", "平成29年度までの取組実績", "平成31年度当初予定 平成31年度設定目標（前年度末の状況）"]
    {
        assert!(told.iter().any(|one| one == head), "{head} in {told:?}");
    }
    assert!(told.iter().all(|one| !one.contains("令和") && !one.starts_with('R')), "{told:?}");
    let told = heads(second);
    assert!(told.iter().any(|one| one == "平成27年度までの取組実績"), "{told:?}");
    assert!(told.iter().all(|one| !one.contains("当初予定")), "平成28年度 is after the plan: {told:?}");
    assert_eq!(second.body.iter().filter(|row| matches!(row, Row::ItemStart { .. })).count(), 62);
}
