#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::*;
use crate::programme::{
    Assignment, Evaluation, Evaluator, Group, GroupId, Level, LifeCycle, LifeCycleKind, LifeEvent, LifeEventId,
    OfficeId, PlanId, Rate, RateId, Responsibility, Term, Vocabulary, YearRecord,
};
use crate::value::Written;

const AXIS: VocabularyId = VocabularyId(1);
const LATER: VocabularyId = VocabularyId(2);
const YEAR: i32 = 2023;

fn year(western: i32) -> FiscalYear {
    FiscalYear::new(western).unwrap()
}

fn written(western: i32) -> Written<FiscalYear> {
    Written { text: year(western).to_string(), meaning: Some(year(western)) }
}

fn term(id: i64, label: &str, achieved: bool, counted: bool, undecided: bool) -> Term {
    Term {
        id: TermId(id),
        label: label.into(),
        symbol: String::new(),
        definition: String::new(),
        achieved,
        counted,
        undecided,
        from_percent: None,
    }
}

/// 前倒し, 予定どおり, 遅れ, まだ判定できない, 対象外.
fn terms(from: i64) -> Vec<Term> {
    vec![
        term(from, "前倒し", true, true, false),
        term(from + 1, "予定どおり", true, true, false),
        term(from + 2, "遅れ", false, true, false),
        term(from + 3, "まだ判定できない", false, false, true),
        term(from + 4, "対象外", false, false, false),
    ]
}

/// Two directions (1, 2) with a level between (11, 12 and 21), no items yet.
fn plan() -> Plan {
    let vocabulary = |id: VocabularyId, since: Option<i32>, until: Option<i32>, from: i64| Vocabulary {
        id,
        axis: "進捗".into(),
        since: since.map(year),
        until: until.map(year),
        terms: terms(from),
    };
    let level = |name: &str| Level { name: name.into() };
    let mut plan = Plan {
        id: PlanId(1),
        name: "p".into(),
        first: written(2021),
        last: written(2026),
        levels: vec![level("方向性"), level("施策"), level("項目")],
        evaluation_level: 2,
        predecessors: vec![],
        related: vec![],
        demands: vec![],
        life_words: vec![],
        note: String::new(),
        vocabularies: vec![vocabulary(AXIS, None, Some(2024), 10), vocabulary(LATER, Some(2025), None, 20)],
        evaluators: [1, 2].map(|id| Evaluator { id: EvaluatorId(id), name: format!("e{id}") }).into(),
        groups: vec![Group { id: GroupId(1), name: "g".into(), description: String::new() }],
        schedules: vec![],
        rates: vec![],
        nodes: vec![],
    };
    for (id, parent, level) in [(1, None, 0), (11, Some(1), 1), (12, Some(1), 1), (2, None, 0), (21, Some(2), 1)] {
        plan.nodes.push(Node::new(NodeId(id), parent.map(NodeId), level, "t"));
    }
    plan
}

fn item(id: i64, parent: Option<i64>) -> Node {
    Node::new(NodeId(id), parent.map(NodeId), 2, format!("i{id}"))
}

fn judge(node: &mut Node, evaluator: i64, text: &str, term: Option<i64>) {
    if node.records.is_empty() {
        node.records.push(YearRecord::empty(year(YEAR)));
    }
    node.records[0].evaluations.push(Evaluation {
        vocabulary: AXIS,
        evaluator: EvaluatorId(evaluator),
        text: text.into(),
        term: term.map(TermId),
        reason: String::new(),
    });
}

/// A plan whose items are put below the last node of their parent.
fn with_items(items: Vec<Node>) -> Plan {
    let mut plan = plan();
    let mut nodes: Vec<Node> = Vec::new();
    let inner = std::mem::take(&mut plan.nodes);
    for node in inner {
        let id = node.id;
        nodes.push(node);
        nodes.extend(items.iter().filter(|item| item.parent == Some(id)).cloned());
    }
    nodes.extend(items.into_iter().filter(|item| item.parent.is_none()));
    plan.nodes = nodes;
    plan
}

/// A life of one event.
fn lived(kind: LifeCycleKind, western: i32) -> LifeCycle {
    let event = LifeEvent { year: Some(written(western)), ..LifeEvent::new(LifeEventId(1), kind) };
    LifeCycle { events: vec![event], uncounted: false }
}

fn ids(numbers: &[i64]) -> Vec<NodeId> {
    numbers.iter().copied().map(NodeId).collect()
}

#[test]
fn every_item_stands_somewhere_and_only_some_count() {
    let mut items: Vec<Node> = (101..=109).map(|id| item(id, Some(11))).collect();
    judge(&mut items[0], 1, "前倒し", Some(10));
    judge(&mut items[1], 1, "おおむね順調", None);
    judge(&mut items[2], 1, "まだ判定できない", Some(13));
    judge(&mut items[3], 1, "対象外", Some(14));
    let kinds = [LifeCycleKind::Relisted, LifeCycleKind::Ended, LifeCycleKind::New];
    for (item, (kind, western)) in items[4..7].iter_mut().zip(kinds.into_iter().zip([2021, 2022, 2024])) {
        judge(item, 1, "予定どおり", Some(11));
        item.life_cycle = lived(kind, western);
    }
    items[7].life_cycle.uncounted = true;
    let tally = tally(&with_items(items), year(YEAR), 0);
    let table = tally.chief().unwrap();
    for (standing, expected) in [
        (Standing::Term(TermId(10)), vec![101]),
        (Standing::Term(TermId(11)), vec![]),
        (Standing::Foreign, vec![102]),
        (Standing::Term(TermId(13)), vec![103]),
        (Standing::Term(TermId(14)), vec![104]),
        (Standing::Relisted, vec![105]),
        (Standing::Ended, vec![106]),
        (Standing::NotBegun, vec![107]),
        (Standing::Uncounted, vec![108]),
        (Standing::Unjudged, vec![109]),
    ] {
        assert_eq!(table.of(standing), ids(&expected), "{standing:?}");
    }
    assert_eq!(table.all.counted, ids(&[101, 102, 109]));
    assert_eq!((tally.listed.len(), table.all.listed.len()), (9, 9), "what does not count is still listed");
    assert!(table.is_judged());
}

#[test]
fn the_judgement_that_stands_is_that_of_the_last_evaluator_who_judged() {
    let mut items = vec![item(101, Some(11)), item(102, Some(11)), item(103, Some(11))];
    // In the order of writing the second evaluator may stand first.
    judge(&mut items[0], 2, "遅れ", Some(12));
    judge(&mut items[0], 1, "予定どおり", Some(11));
    judge(&mut items[1], 1, "予定どおり", Some(11));
    judge(&mut items[2], 1, "前倒し", Some(10));
    judge(&mut items[2], 2, "  ", None);
    let tally = tally(&with_items(items), year(YEAR), 0);
    let told: Vec<_> = tally
        .tables
        .iter()
        .map(|table| {
            let of = |term| table.of(Standing::Term(TermId(term))).len();
            (table.judged.evaluator.map(|e| e.0), of(10), of(11), of(12), table.of(Standing::Unjudged).len())
        })
        .collect();
    assert_eq!(told, [(None, 1, 1, 1, 0), (Some(1), 1, 2, 0, 0), (Some(2), 0, 0, 1, 2)]);
}

#[test]
fn the_words_of_the_year_are_those_of_its_vocabulary() {
    let plan = with_items(vec![item(101, Some(11))]);
    let axes = |western| tally(&plan, year(western), 0).tables.iter().map(|t| t.judged.vocabulary).collect::<Vec<_>>();
    assert_eq!(axes(2024), [AXIS; 3]);
    assert_eq!(axes(2025), [LATER; 3]);
}

#[test]
fn rows_by_direction_office_life_cycle_and_group() {
    let mut items = vec![item(101, Some(11)), item(102, Some(21)), item(103, Some(12)), item(104, None)];
    let office = |id, responsibility| Assignment::always(OfficeId(id), responsibility);
    items[0].offices = vec![office(7, Responsibility::Responsible), office(5, Responsibility::Responsible)];
    items[1].offices = vec![office(5, Responsibility::Responsible), office(6, Responsibility::Related)];
    items[1].group = Some(GroupId(1));
    items[2].life_cycle.events = vec![LifeEvent::new(LifeEventId(1), LifeCycleKind::Expanded)];
    let plan = with_items(items);
    let top = tally(&plan, year(YEAR), 0);
    let table = top.chief().unwrap();
    let told = |rows: Vec<(i64, &Figures)>| -> Vec<(i64, Vec<i64>)> {
        rows.into_iter().map(|(key, figures)| (key, figures.listed.iter().map(|id| id.0).collect())).collect()
    };
    let directions =
        |table: &JudgedTable| told(table.directions.iter().map(|r| (r.of.map_or(0, |n| n.0), &r.figures)).collect());
    assert_eq!(directions(table), [(1, vec![101, 103]), (2, vec![102]), (0, vec![104])]);
    let below = tally(&plan, year(YEAR), 1);
    assert_eq!(directions(below.chief().unwrap()), [(11, vec![101]), (12, vec![103]), (21, vec![102]), (0, vec![104])]);
    assert!(tally(&plan, year(YEAR), 2).chief().unwrap().directions.is_empty(), "an item is not its own direction");
    let row = |of: OfficeRow| match of {
        OfficeRow::Office(office) => office.0,
        OfficeRow::Collective => -1,
        OfficeRow::None => 0,
    };
    let offices = told(table.offices.iter().map(|r| (row(r.of), &r.figures)).collect());
    assert_eq!(offices, [(7, vec![101]), (5, vec![101, 102]), (0, vec![103, 104])], "a related office does not count");
    let city: Vec<Office> = [(7, OfficeKind::Collective), (6, OfficeKind::Office)]
        .map(|(id, kind)| Office { id: OfficeId(id), name: format!("o{id}"), kind, since: None, until: None })
        .into();
    let among = tally_among(&plan, &city, year(YEAR), 0);
    let offices = told(among.tables[0].offices.iter().map(|r| (row(r.of), &r.figures)).collect());
    let expected = [(5, vec![101, 102]), (-1, vec![101]), (0, vec![103, 104])];
    assert_eq!(offices, expected, "a collective name is no office, and stands behind them");
    let lives: Vec<_> = table.life_cycles.iter().map(|r| (r.of, r.figures.listed.len())).collect();
    assert_eq!(lives, [(LifeCycleKind::Expanded, 1), (LifeCycleKind::Continuing, 3)]);
    let groups = told(table.groups.iter().map(|r| (r.of.map_or(0, |g| g.0), &r.figures)).collect());
    assert_eq!(groups, [(1, vec![102]), (0, vec![101, 103, 104])]);
}

fn rate(numerator: &[i64], denominator: &[i64], unjudged: bool) -> Rate {
    let terms = |ids: &[i64]| ids.iter().copied().map(TermId).collect();
    Rate {
        id: RateId(1),
        name: "進捗率".into(),
        formula: "（実施＋一部実施）÷目標".into(),
        evaluator: None,
        numerator: terms(numerator),
        denominator: terms(denominator),
        unjudged,
    }
}

#[test]
fn a_rate_is_that_of_the_city() {
    let mut items: Vec<Node> = (101..=107).map(|id| item(id, Some(11))).collect();
    for (item, term) in items.iter_mut().zip([10, 11, 11, 12, 12, 14]) {
        judge(item, 1, "w", Some(term));
    }
    judge(&mut items[4], 2, "予定どおり", Some(11));
    let mut plan = with_items(items);
    let usual = tally(&plan, year(YEAR), 0).rates;
    assert_eq!(usual.len(), 1);
    assert_eq!((usual[0].axis, usual[0].rate), (Some(AXIS), None));
    assert_eq!(usual[0].numerator, ids(&[101, 102, 103, 105]));
    assert_eq!(usual[0].fraction(), Some((4, 5)), "対象外 and what is not judged stay out");
    assert_eq!(usual[0].unjudged, ids(&[107]));
    assert_eq!(usual[0].percent(1).unwrap().to_string(), "80.0");

    plan.rates = vec![
        rate(&[10, 11], &[10, 11, 12, 13], true),
        Rate { id: RateId(2), evaluator: Some(EvaluatorId(1)), ..rate(&[10], &[10, 11, 12], false) },
        // Of the vocabulary of later years.
        Rate { id: RateId(3), ..rate(&[20, 21], &[20, 21, 22], true) },
    ];
    let own = tally(&plan, year(YEAR), 0).rates;
    assert_eq!(own.iter().map(|r| r.rate.unwrap().0).collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!(own[0].denominator, ids(&[101, 102, 103, 104, 105, 107]), "the one not judged counts here");
    assert_eq!(own[0].percent(1).unwrap().to_string(), "66.7");
    assert_eq!((own[1].fraction(), own[1].percent(0).unwrap().to_string()), (Some((1, 5)), "20".to_owned()));
    assert_eq!((own[2].fraction(), own[2].percent(1)), (None, None), "nothing of this year is meant");
}

#[test]
fn terms_of_two_axes_are_asked_for_together() {
    const DEGREE: VocabularyId = VocabularyId(3);
    let item = |id: i64, progress: Option<i64>, degree: Option<i64>| {
        let mut node = item(id, Some(11));
        for (axis, term) in [(AXIS, progress), (DEGREE, degree)] {
            let Some(term) = term else { continue };
            judge(&mut node, 1, "w", Some(term));
            node.records[0].evaluations.last_mut().unwrap().vocabulary = axis;
        }
        node
    };
    let mut plan = with_items(vec![
        item(101, Some(10), Some(30)),
        item(102, Some(10), Some(31)),
        item(103, Some(11), Some(30)),
        item(104, Some(12), None),
        item(105, None, Some(30)),
        item(106, None, None),
    ]);
    plan.vocabularies.push(Vocabulary {
        id: DEGREE,
        axis: "達成度".into(),
        since: None,
        until: None,
        terms: vec![term(30, "達成", true, true, false), term(31, "未達成", false, true, false)],
    });
    let told = |plan: &Plan| {
        let rate = tally(plan, year(YEAR), 0).rates.remove(0);
        let ids = |items: &[NodeId]| items.iter().map(|id| id.0).collect::<Vec<_>>();
        (ids(&rate.numerator), ids(&rate.denominator), ids(&rate.unjudged))
    };
    plan.rates = vec![rate(&[10, 11, 30], &[10, 11, 12, 30, 31], false)];
    let unjudged = vec![104, 105, 106];
    assert_eq!(told(&plan), (vec![101, 103], vec![101, 102, 103], unjudged.clone()), "前倒し or 予定どおり, and 達成");
    plan.rates = vec![rate(&[10, 11, 30], &[10, 11, 12, 30, 31], true)];
    assert_eq!(told(&plan), (vec![101, 103], (101..=106).collect(), unjudged), "what is still open counts below");
    plan.rates = vec![rate(&[30], &[10, 11, 12], false)];
    assert_eq!(told(&plan).0, [101, 103, 105], "an axis that is not named above is not asked there");
    assert_eq!(told(&plan).1, [101, 102, 103, 104]);
}

#[test]
fn halves_are_rounded_up() {
    let of = |above, below| RateTally {
        rate: None,
        axis: None,
        name: String::new(),
        formula: String::new(),
        evaluator: None,
        numerator_terms: vec![],
        denominator_terms: vec![],
        unjudged_counts: false,
        numerator: ids(&vec![1; above]),
        denominator: ids(&vec![1; below]),
        unjudged: vec![],
    };
    for (above, below, digits, expected) in [
        (1, 8, 1, "12.5"),
        (1, 8, 0, "13"),
        (5, 80, 1, "6.3"),
        (1, 3, 2, "33.33"),
        (3, 3, 1, "100.0"),
        (0, 9, 1, "0.0"),
    ] {
        assert_eq!(of(above, below).percent(digits).unwrap().to_string(), expected, "{above}/{below}");
    }
    assert_eq!(of(0, 0).percent(1), None);
}

/// An item anywhere, of any office, group and life cycle, judged or not.
fn any_item() -> impl Strategy<Value = Node> {
    let parent = prop_oneof![Just(None), prop_oneof![Just(11i64), Just(12), Just(21)].prop_map(Some)];
    let life = prop_oneof![
        Just(LifeCycleKind::Continuing),
        Just(LifeCycleKind::New),
        Just(LifeCycleKind::Merged),
        Just(LifeCycleKind::Ended),
        Just(LifeCycleKind::Relisted),
    ];
    let offices = prop::collection::btree_set(1i64..5, 0..4);
    let judged = prop::collection::btree_map(1i64..3, prop::option::of(10i64..15), 0..3);
    (parent, life, 2020..2026i32, any::<bool>(), offices, prop::option::of(Just(1)), judged).prop_map(
        |(parent, kind, western, uncounted, offices, group, judged)| {
            let mut node = item(0, parent);
            node.life_cycle = LifeCycle { uncounted, ..lived(kind, western) };
            node.offices =
                offices.into_iter().map(|id| Assignment::always(OfficeId(id), Responsibility::Responsible)).collect();
            node.group = group.map(GroupId);
            for (evaluator, term) in judged {
                judge(&mut node, evaluator, "w", term);
            }
            node
        },
    )
}

fn any_plan() -> impl Strategy<Value = Plan> {
    prop::collection::vec(any_item(), 0..30).prop_map(|mut items| {
        for (item, id) in items.iter_mut().zip(100..) {
            item.id = NodeId(id);
        }
        with_items(items)
    })
}

fn set<'a>(items: impl IntoIterator<Item = &'a NodeId>) -> BTreeSet<i64> {
    items.into_iter().map(|id| id.0).collect()
}

proptest! {
    #[test]
    fn totals_are_the_union_of_their_parts(plan in any_plan(), level in 0u8..3) {
        let tally = tally(&plan, year(YEAR), level);
        let listed = set(&tally.listed);
        for table in &tally.tables {
            let all = &table.all;
            prop_assert_eq!(set(&all.listed), listed.clone());
            prop_assert_eq!(all.cells.iter().map(Vec::len).sum::<usize>(), listed.len(), "each item in one cell");
            prop_assert_eq!(set(all.cells.iter().flatten()), listed.clone());
            let counted = table.columns.iter().zip(&all.cells).filter(|(c, _)| c.counted).flat_map(|(_, cell)| cell);
            prop_assert_eq!(set(&all.counted), set(counted));
            for item in plan.items() {
                let apart = Standing::apart(item, year(YEAR)).is_some();
                prop_assert_eq!(apart, !item.life_cycle.counts_in(year(YEAR)));
                prop_assert!(!(apart && all.counted.contains(&item.id)), "an item apart counts nowhere");
            }
            let breakdowns: [(Vec<&Figures>, bool); 4] = [
                (table.directions.iter().map(|row| &row.figures).collect(), true),
                (table.offices.iter().map(|row| &row.figures).collect(), false),
                (table.life_cycles.iter().map(|row| &row.figures).collect(), true),
                (table.groups.iter().map(|row| &row.figures).collect(), true),
            ];
            for (rows, once) in breakdowns {
                if rows.is_empty() {
                    continue;
                }
                for (place, cell) in all.cells.iter().enumerate() {
                    let parts = rows.iter().flat_map(|row| &row.cells[place]);
                    prop_assert_eq!(set(parts), set(cell));
                    if once {
                        prop_assert_eq!(rows.iter().map(|row| row.cells[place].len()).sum::<usize>(), cell.len());
                    }
                }
                prop_assert_eq!(set(rows.iter().flat_map(|row| &row.counted)), set(&all.counted));
            }
            let per_office: BTreeMap<usize, usize> = plan.items().map(|item| {
                (item.id.0 as usize, table.offices.iter().filter(|row| row.figures.listed.contains(&item.id)).count())
            }).collect();
            for item in plan.items() {
                prop_assert_eq!(per_office[&(item.id.0 as usize)], item.offices.len().max(1), "once in each of its offices");
            }
        }
    }

    #[test]
    fn a_rate_stays_within_its_bounds_and_rounds_exactly(
        mut plan in any_plan(),
        terms in prop::collection::btree_map(10i64..15, any::<bool>(), 0..5),
        unjudged in any::<bool>(),
        evaluator in prop::option::of(1i64..3),
        digits in 0u32..4,
    ) {
        let numerator: Vec<i64> = terms.iter().filter(|(_, above)| **above).map(|(id, _)| *id).collect();
        let denominator: Vec<i64> = terms.keys().copied().collect();
        plan.rates = vec![Rate { evaluator: evaluator.map(EvaluatorId), ..rate(&numerator, &denominator, unjudged) }];
        let found = tally(&plan, year(YEAR), 0).rates.remove(0);
        prop_assert!(set(&found.numerator).is_subset(&set(&found.denominator)));
        let parts: BTreeSet<i64> = plan.items().filter(|i| i.life_cycle.counts_in(year(YEAR))).map(|i| i.id.0).collect();
        prop_assert!(set(&found.denominator).is_subset(&parts), "what has no part in the year is in no rate");
        match found.percent(digits) {
            None => prop_assert!(found.denominator.is_empty()),
            Some(percent) => {
                prop_assert!(percent >= Decimal::ZERO && percent <= Decimal::ONE_HUNDRED);
                let (above, below) = found.fraction().unwrap();
                // Half up in whole numbers: (2·n·100·10^d + m) ÷ 2m.
                let scaled = above as u64 * 100 * 10u64.pow(digits);
                let expected = (2 * scaled + below as u64) / (2 * below as u64);
                prop_assert_eq!(percent, Decimal::new(expected as i64, digits));
            }
        }
    }

    #[test]
    fn only_what_is_asked_for_is_looked_at(plan in any_plan()) {
        let mut slim = plan.clone();
        for node in &mut slim.nodes {
            node.title.clear();
            node.label.clear();
            node.records.retain(|record| record.year == year(YEAR));
        }
        prop_assert_eq!(tally(&slim, year(YEAR), 0), tally(&plan, year(YEAR), 0));
    }

    #[test]
    fn any_sentence_is_read(text in ".{0,60}", numbers in "[0-9０-９,.項目件%前倒し、うちA]{0,40}") {
        let told = Told {
            terms: vec![("前倒し".into(), 1), ("A".into(), 2)],
            others: vec![3],
            rates: vec![(1, 3), (0, 0)],
            counters: vec!["項目".into(), String::new()],
        };
        for sentence in [text, numbers] {
            let _ = disagreeing(&sentence, &told);
        }
    }
}
