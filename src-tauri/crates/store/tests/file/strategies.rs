//! Random programmes that hang together, and whatever else the tests need made up.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::programme::*;
use domain::value::{
    Absence, AsOf, Figure, FiscalYear, Measure, NegativeMark, Quantity, Target, Trend, Unit, Value, ValueKind, Written,
};
use proptest::prelude::*;
use rust_decimal::Decimal;
use store::NewStep;

/// A programme of any shape and size: every table of a file may get rows, in any order a list may have.
pub fn programmes() -> impl Strategy<Value = Programme> {
    prop::collection::vec(any::<u16>(), 0..14_000).prop_map(|numbers| Source::over(numbers).programme())
}

/// A step of undo with nothing to say.
pub fn step() -> NewStep {
    NewStep {
        at: NaiveDate::from_ymd_opt(2024, 5, 17).unwrap().and_hms_opt(9, 30, 0).unwrap(),
        who: "企画政策課".into(),
        op: "test-step".into(),
        args: BTreeMap::from([("item".into(), "市民参加の推進".into())]),
    }
}

/// A plan of items with yearly records: 4 directions, `items` items, `years` years from 2015 on,
/// each record with two sentences of text and one evaluation.
pub fn city(items: i64, years: i32) -> Programme {
    let mut programme = Programme::new("みどり野市");
    programme.offices = (1..=20).map(|id| office(id, format!("第{id}課"))).collect();
    let mut plan = plan(1, "第2期経営改革プログラム");
    plan.nodes = (1..=4).map(|id| Node::new(NodeId(id), None, 0, format!("方向性{id}"))).collect();
    let mut by_direction: Vec<Vec<Node>> = vec![Vec::new(); 4];
    for number in 0..items {
        let direction = (number % 4) as usize;
        by_direction[direction].push(item(10 + number, direction as i64 + 1, number, years));
    }
    let directions = std::mem::take(&mut plan.nodes);
    for (direction, items) in directions.into_iter().zip(by_direction) {
        plan.nodes.push(direction);
        plan.nodes.extend(items);
    }
    programme.plans.push(plan);
    programme
}

fn item(id: i64, direction: i64, number: i64, years: i32) -> Node {
    let mut node = Node::new(NodeId(id), Some(NodeId(direction)), 1, format!("取組{number} 窓口の見直し"));
    node.label = number.to_string();
    node.offices = vec![Assignment::always(OfficeId(1 + number % 20), Responsibility::Responsible)];
    node.sections = vec![Section {
        id: SectionId(id),
        title: "主な取組の方向性".into(),
        text: "・窓口で受ける手続を見直す。\n・書かない窓口を順に広げる。".repeat(4),
    }];
    node.lanes = (0..2)
        .map(|lane| Lane {
            id: LaneId(id * 10 + lane),
            schedule: ScheduleId(1),
            title: format!("取組{lane}"),
            bars: vec![bar(id * 10 + lane, 2015, 2017)],
        })
        .collect();
    node.records = (0..years)
        .map(|year| YearRecord {
            planned: "対象となる手続を洗い出し、担当課と進め方を決める。".into(),
            actual: format!(
                "手続{number}件のうち半数で様式を改め、待ち時間を{year}分短くした。来年度は支所にも広げる。"
            ),
            issues: "支所の人員配置を合わせて検討する。".into(),
            evaluations: vec![Evaluation {
                vocabulary: VocabularyId(1),
                evaluator: EvaluatorId(1),
                text: "予定どおり".into(),
                term: Some(TermId(1)),
                reason: String::new(),
            }],
            ..YearRecord::empty(FiscalYear::new(2015 + year).unwrap())
        })
        .collect();
    node
}

fn bar(id: i64, first: i32, last: i32) -> Bar {
    Bar {
        id: BarId(id),
        first: FiscalYear::new(first).unwrap(),
        last: FiscalYear::new(last).unwrap(),
        words: "検討・実施".into(),
        amount: None,
        as_before: false,
        words_only: false,
        first_month: None,
        last_month: None,
        lanes: 1,
    }
}

pub fn office(id: i64, name: impl Into<String>) -> Office {
    Office { id: OfficeId(id), name: name.into(), kind: OfficeKind::Office, since: None, until: None }
}

/// A plan of two levels with one term, one evaluator and one schedule, all with the identity given.
pub fn plan(id: i64, name: &str) -> Plan {
    let year = |text: &str, year| Written { text: text.into(), meaning: FiscalYear::new(year) };
    Plan {
        id: PlanId(id),
        name: name.into(),
        first: year("令和3年度", 2021),
        last: year("令和6年度", 2024),
        levels: ["方向性", "実施プログラム"].map(|name| Level { name: name.into() }).into(),
        evaluation_level: 1,
        predecessors: Vec::new(),
        related: Vec::new(),
        demands: Vec::new(),
        life_words: Vec::new(),
        note: String::new(),
        vocabularies: vec![Vocabulary {
            id: VocabularyId(id),
            axis: "進捗".into(),
            since: None,
            until: None,
            terms: vec![Term {
                id: TermId(id),
                label: "予定どおり".into(),
                symbol: "○".into(),
                definition: String::new(),
                achieved: true,
                counted: true,
                undecided: false,
                from_percent: None,
            }],
        }],
        evaluators: vec![Evaluator { id: EvaluatorId(id), name: "所管課".into() }],
        rates: Vec::new(),
        groups: Vec::new(),
        schedules: vec![Schedule {
            id: ScheduleId(id),
            name: "年度スケジュール".into(),
            as_of: None,
            first: FiscalYear::new(2021).unwrap(),
            last: FiscalYear::new(2024).unwrap(),
            unit: Unit::default(),
        }],
        nodes: Vec::new(),
    }
}

/// A fiscal indicator of one part without any figure.
pub fn indicator(id: i64, name: &str) -> Indicator {
    Indicator {
        id: IndicatorId(id),
        name: name.into(),
        markers: Vec::new(),
        scope: IndicatorScope::Fiscal,
        account: String::new(),
        definition: String::new(),
        parts: vec![Part { name: String::new(), unit: "分".into(), decimals: 0 }],
        good: None,
        survey: false,
        cumulative: false,
        source: String::new(),
        note: String::new(),
        baseline: None,
        targets: Vec::new(),
        observations: Vec::new(),
    }
}

/// Numbers that decide everything about a made-up value; 0 for ever when they run out, so that
/// fewer and smaller numbers make a smaller programme.
pub struct Source {
    numbers: std::vec::IntoIter<u16>,
    last: BTreeMap<&'static str, i64>,
}

impl Source {
    pub fn over(numbers: Vec<u16>) -> Self {
        Self { numbers: numbers.into_iter(), last: BTreeMap::new() }
    }

    fn number(&mut self) -> u16 {
        self.numbers.next().unwrap_or(0)
    }

    /// A number below `bound`.
    pub fn below(&mut self, bound: usize) -> usize {
        usize::from(self.number()) % bound.max(1)
    }

    fn flag(&mut self) -> bool {
        self.below(2) == 1
    }

    fn id(&mut self, of: &'static str) -> i64 {
        let step = 1 + self.below(3) as i64;
        let last = self.last.entry(of).or_default();
        *last += step;
        *last
    }

    fn one_of<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())].clone()
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.flag().then(|| make(self))
    }

    fn list<T>(&mut self, most: usize, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.below(most + 1)).map(|_| make(self)).collect()
    }

    /// Some of the items, each once, in any order.
    fn some_of<T: Clone>(&mut self, all: &[T], most: usize) -> Vec<T> {
        let mut left = all.to_vec();
        let count = self.below(most.min(all.len()) + 1);
        (0..count).map(|_| left.remove(self.below(left.len()))).collect()
    }

    pub fn text(&mut self) -> String {
        const TEXTS: &[&str] = &[
            "",
            "実施",
            "令和元年度",
            "・窓口を見直す。\n・順に広げる。\r\n",
            "①髙﨑㈱𠮷",
            "△ 10,500",
            "'; DROP TABLE node; --",
            "\"{}\\\\u0000",
            "前\u{0}後",
            "　全角　",
            "e\u{301}\u{200d}👩‍👩‍👧",
            "NULL",
            "1e400",
        ];
        match self.below(4) {
            0 => self.one_of(TEXTS).to_owned(),
            1 => format!("{}{}", self.one_of(TEXTS), self.number()),
            2 => {
                let seed = u32::from(self.number());
                let letters = (1..self.below(40) as u32).map(|place| seed.wrapping_mul(place * 7919) % 0x1_2000);
                letters.map(|letter| char::from_u32(letter).unwrap_or('課')).collect()
            }
            _ => "手続の見直し".repeat(self.below(200)),
        }
    }

    fn year(&mut self) -> FiscalYear {
        FiscalYear::new(2010 + self.below(20) as i32).unwrap()
    }

    /// First and last year, the last not before the first.
    fn years(&mut self) -> (FiscalYear, FiscalYear) {
        let first = self.year();
        (first, FiscalYear::new(first.year() + self.below(5) as i32).unwrap())
    }

    fn date(&mut self) -> NaiveDate {
        NaiveDate::from_yo_opt(1990 + self.below(60) as i32, 1 + self.below(365) as u32).unwrap()
    }

    fn written<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Written<T> {
        Written { text: self.text(), meaning: self.maybe(make) }
    }

    fn quantity(&mut self) -> Quantity {
        let amount = i64::from(self.number()) * i64::from(self.number()) - 1_000_000;
        let decimals = self.below(5) as u32;
        Quantity::new(Decimal::new(amount, decimals), Unit::new(self.one_of(&["", "%", "億円", "千円", "人"])))
    }

    fn as_of(&mut self) -> AsOf {
        match self.below(5) {
            0 => AsOf::Day { date: self.date() },
            1 => AsOf::Month { year: 2000 + self.below(40) as i32, month: 1 + self.below(12) as u32 },
            2 => AsOf::Year { year: 2000 + self.below(40) as i32 },
            3 => AsOf::FiscalYear { year: self.year() },
            _ => AsOf::FiscalYearEnd { year: self.year() },
        }
    }

    fn trend(&mut self) -> Trend {
        self.one_of(&[Trend::Up, Trend::Flat, Trend::Down, Trend::FlatOrUp, Trend::FlatOrDown])
    }

    fn target(&mut self) -> Target {
        match self.below(11) {
            0 => Target::AtMost { limit: self.quantity(), strict: self.flag() },
            1 => Target::AtLeast { limit: self.quantity(), strict: self.flag() },
            2 => Target::Around { at: self.quantity() },
            3 => Target::Exactly { at: self.quantity() },
            4 => Target::Band { from: self.quantity(), to: self.quantity() },
            5 => Target::NotWorseThanLastYear { direction: self.trend() },
            6 => Target::Change { by: self.quantity(), approximately: self.flag() },
            7 => Target::Toward { direction: self.trend() },
            8 => Target::Words,
            9 => Target::Several {
                targets: vec![Target::Exactly { at: self.quantity() }, Target::Toward { direction: self.trend() }],
            },
            _ => Target::Unset,
        }
    }

    fn measure(&mut self) -> Measure {
        match self.flag() {
            true => Measure::Number { quantity: self.quantity() },
            false => Measure::Rank { place: u32::from(self.number()), of: u32::from(self.number()), unit: self.text() },
        }
    }

    fn figure(&mut self) -> Figure {
        let value = self.maybe(|source| match source.flag() {
            true => Value::Known {
                measure: source.measure(),
                beside: source.list(2, Self::measure),
                kind: source.one_of(&ValueKind::ALL),
                as_of: source.maybe(|source| source.written(Self::as_of)),
            },
            false => Value::Absent {
                reason: source.one_of(&[
                    Absence::NotYet,
                    Absence::NotApplicable,
                    Absence::NotComputed,
                    Absence::NotPublished,
                ]),
            },
        });
        Figure { text: self.text(), value }
    }

    pub fn programme(mut self) -> Programme {
        let mut programme = Programme::new("みどり野市");
        programme.city = City {
            name: self.text(),
            code: self.maybe(Self::text),
            comma: self.one_of(&[Comma::Touten, Comma::FullWidth]),
            negative: self.one_of(&[
                NegativeMark::WhiteTriangle,
                NegativeMark::BlackTriangle,
                NegativeMark::Minus,
                NegativeMark::Hyphen,
            ]),
        };
        programme.offices = self.list(6, |source| Office {
            id: OfficeId(source.id("office")),
            name: source.text(),
            kind: source.one_of(&[OfficeKind::Office, OfficeKind::Collective]),
            since: source.maybe(Self::date),
            until: source.maybe(Self::date),
        });
        let offices: Vec<OfficeId> = programme.offices.iter().map(|office| office.id).collect();
        programme.office_changes = self.list(3, |source| OfficeChange {
            id: OfficeChangeId(source.id("office_change")),
            on: source.date(),
            kind: source.one_of(&[
                OfficeChangeKind::Renamed,
                OfficeChangeKind::Merged,
                OfficeChangeKind::Split,
                OfficeChangeKind::Abolished,
            ]),
            before: source.some_of(&offices, 3),
            after: source.some_of(&offices, 3),
        });
        programme.plans = self.list(3, |source| source.plan(&offices));
        let plans: Vec<PlanId> = programme.plans.iter().map(|plan| plan.id).collect();
        let nodes: Vec<NodeId> =
            programme.plans.iter().flat_map(|plan| plan.nodes.iter().map(|node| node.id)).collect();
        for plan in &mut programme.plans {
            plan.predecessors = self.some_of(&plans, 2);
            for node in &mut plan.nodes {
                node.continues = self.some_of(&nodes, 2);
                for event in &mut node.life_cycle.events {
                    event.other = self.maybe(|source| source.one_of(&nodes));
                }
            }
        }
        programme.indicators = self.list(4, |source| source.indicator(&plans, &nodes));
        if !plans.is_empty() {
            programme.effects = self.list(2, |source| source.effect(&plans, &nodes));
        }
        programme.charts = self.list(3, |source| source.chart(&programme.indicators));
        programme.meetings = self.list(3, |source| source.meeting(&plans));
        programme.acceptances = self.list(4, |source| Acceptance {
            id: AcceptanceId(source.id("acceptance")),
            finding: source.text(),
            reason: source.text(),
            who: source.text(),
            at: source.date().and_hms_opt(source.below(24) as u32, source.below(60) as u32, 0).unwrap(),
        });
        for list in 0..4 {
            // Identities need not grow with the order of print.
            if self.flag() {
                match list {
                    0 => programme.offices.reverse(),
                    1 => programme.indicators.reverse(),
                    2 => programme.charts.reverse(),
                    _ => programme.meetings.reverse(),
                }
            }
        }
        programme
    }

    fn plan(&mut self, offices: &[OfficeId]) -> Plan {
        let levels = 2 + self.below(4);
        let mut plan = Plan {
            id: PlanId(self.id("plan")),
            name: self.text(),
            first: self.written(Self::year),
            last: self.written(Self::year),
            levels: (0..levels).map(|_| Level { name: self.text() }).collect(),
            evaluation_level: self.below(levels) as u8,
            predecessors: Vec::new(),
            related: self.list(3, Self::text),
            demands: self.maybe(|_| Demand { field: DemandedField::Actual, demanded: true }).into_iter().collect(),
            life_words: {
                let expanded = LifeCycleKind::Expanded;
                self.maybe(|source| LifeWord { kind: expanded, word: source.text() }).into_iter().collect()
            },
            note: self.text(),
            vocabularies: self.list(3, Self::vocabulary),
            evaluators: self
                .list(3, |source| Evaluator { id: EvaluatorId(source.id("evaluator")), name: source.text() }),
            rates: Vec::new(),
            groups: self.list(2, |source| Group {
                id: GroupId(source.id("group")),
                name: source.text(),
                description: source.text(),
            }),
            schedules: self.list(2, |source| {
                let (first, last) = source.years();
                let id = ScheduleId(source.id("schedule"));
                Schedule {
                    id,
                    name: source.text(),
                    as_of: source.maybe(|s| s.written(Self::as_of)),
                    first,
                    last,
                    unit: Unit::new(source.text()),
                }
            }),
            nodes: Vec::new(),
        };
        let terms: Vec<TermId> = plan.vocabularies.iter().flat_map(|v| v.terms.iter().map(|term| term.id)).collect();
        plan.rates = self.list(2, |source| Rate {
            id: RateId(source.id("rate")),
            name: source.text(),
            formula: source.text(),
            evaluator: (!plan.evaluators.is_empty() && source.flag()).then(|| source.one_of(&plan.evaluators).id),
            numerator: source.some_of(&terms, 3),
            denominator: source.some_of(&terms, 4),
            unjudged: source.flag(),
        });
        let count = self.below(10);
        let mut above: Vec<Node> = Vec::new();
        for _ in 0..count {
            // The next node in depth-first order hangs under the last one or under one above it.
            above.truncate(self.below(above.len() + 1));
            if above.len() >= levels || above.last().is_some_and(|node| usize::from(node.level) + 1 >= levels) {
                above.pop();
            }
            let (parent, level) = match above.last() {
                Some(node) => (Some(node.id), node.level + 1),
                None => (None, if self.below(5) == 4 { self.below(levels) as u8 } else { 0 }),
            };
            let node = self.node(&plan, parent, level, offices);
            above.push(node.clone());
            plan.nodes.push(node);
        }
        plan
    }

    fn vocabulary(&mut self) -> Vocabulary {
        Vocabulary {
            id: VocabularyId(self.id("vocabulary")),
            axis: self.text(),
            since: self.maybe(Self::year),
            until: self.maybe(Self::year),
            terms: self.list(4, |source| Term {
                id: TermId(source.id("term")),
                label: source.text(),
                symbol: source.text(),
                definition: source.text(),
                achieved: source.flag(),
                counted: source.flag(),
                undecided: source.flag(),
                from_percent: source.maybe(|source| Decimal::new(source.below(1200) as i64, 1)),
            }),
        }
    }

    fn node(&mut self, plan: &Plan, parent: Option<NodeId>, level: u8, offices: &[OfficeId]) -> Node {
        let mut node = Node::new(NodeId(self.id("node")), parent, level, self.text());
        node.label = self.text();
        node.group = (!plan.groups.is_empty() && self.flag()).then(|| self.one_of(&plan.groups).id);
        node.markers = self.list(2, Self::text);
        node.life_cycle = LifeCycle {
            events: self.list(3, |source| LifeEvent {
                id: LifeEventId(source.id("life event")),
                kind: source.one_of(&[
                    LifeCycleKind::Continuing,
                    LifeCycleKind::New,
                    LifeCycleKind::Revised,
                    LifeCycleKind::Expanded,
                    LifeCycleKind::Merged,
                    LifeCycleKind::Ended,
                    LifeCycleKind::Relisted,
                ]),
                year: source.maybe(|source| source.written(Self::year)),
                words: source.text(),
                other: None,
            }),
            uncounted: self.flag(),
        };
        node.offices = self
            .some_of(offices, 4)
            .into_iter()
            .map(|office| Assignment {
                office,
                responsibility: self.one_of(&[Responsibility::Responsible, Responsibility::Related]),
                since: self.maybe(Self::year),
                until: self.maybe(Self::year),
            })
            .collect();
        node.sections = self.list(2, |source| Section {
            id: SectionId(source.id("section")),
            title: source.text(),
            text: source.text(),
        });
        if !plan.schedules.is_empty() {
            node.lanes = self.list(3, |source| source.lane(plan));
        }
        let years: Vec<FiscalYear> = (2019..2026).filter_map(FiscalYear::new).collect();
        let mut years = self.some_of(&years, 5);
        if self.below(4) != 3 {
            years.sort();
        }
        node.records = years.into_iter().map(|year| self.record(plan, year)).collect();
        node.projects = self.list(2, |source| Project {
            id: ProjectId(source.id("project")),
            name: source.text(),
            kind: source.one_of(&[ProjectKind::Unsaid, ProjectKind::New, ProjectKind::Enlarged, ProjectKind::Major]),
            year: source.maybe(|source| source.written(Self::year)),
            budget: source.maybe(|source| source.written(Self::quantity)),
            debt_burden: source.maybe(|source| source.written(Self::quantity)),
            purpose: source.text(),
            outline: source.text(),
            offices: source.some_of(offices, 2),
        });
        node
    }

    fn lane(&mut self, plan: &Plan) -> Lane {
        Lane {
            id: LaneId(self.id("lane")),
            schedule: self.one_of(&plan.schedules).id,
            title: self.text(),
            bars: self.list(3, |source| {
                let (first, last) = source.years();
                Bar {
                    id: BarId(source.id("bar")),
                    first,
                    last,
                    words: source.text(),
                    amount: source.maybe(|source| source.written(Self::quantity)),
                    as_before: source.flag(),
                    words_only: source.flag(),
                    first_month: source.maybe(|source| 1 + source.below(12) as u8),
                    last_month: source.maybe(|source| 1 + source.below(12) as u8),
                    lanes: 1,
                }
            }),
        }
    }

    fn record(&mut self, plan: &Plan, year: FiscalYear) -> YearRecord {
        let axes: Vec<(Vocabulary, EvaluatorId)> = plan
            .vocabularies
            .iter()
            .flat_map(|vocabulary| plan.evaluators.iter().map(|evaluator| (vocabulary.clone(), evaluator.id)))
            .collect();
        YearRecord {
            year,
            planned: self.text(),
            target: self.text(),
            previous_state: self.text(),
            actual: self.text(),
            cumulative: self.flag(),
            issues: self.text(),
            note: self.text(),
            same_as_before: self.flag(),
            evaluations: self
                .some_of(&axes, 3)
                .into_iter()
                .map(|(vocabulary, evaluator)| Evaluation {
                    vocabulary: vocabulary.id,
                    evaluator,
                    text: self.text(),
                    term: (!vocabulary.terms.is_empty() && self.flag()).then(|| self.one_of(&vocabulary.terms).id),
                    reason: self.text(),
                })
                .collect(),
        }
    }

    fn indicator(&mut self, plans: &[PlanId], nodes: &[NodeId]) -> Indicator {
        let parts = 1 + self.below(3);
        let part = |source: &mut Self| source.below(parts) as u8;
        let scope = match self.below(3) {
            1 if !plans.is_empty() => IndicatorScope::Plan { plan: self.one_of(plans) },
            2 if !nodes.is_empty() => IndicatorScope::Node { node: self.one_of(nodes) },
            _ => IndicatorScope::Fiscal,
        };
        let mut places = std::collections::BTreeSet::new();
        let mut observations = self.list(8, |source| Observation {
            year: source.year(),
            part: part(source),
            slot: source.one_of(&[Slot::Actual, Slot::Plan]),
            figure: source.figure(),
            comment: source.text(),
        });
        observations.retain(|observation| places.insert((observation.year, observation.part, observation.slot)));
        if self.flag() {
            observations.sort_by_key(|observation| (observation.year, observation.part, observation.slot));
        }
        Indicator {
            id: IndicatorId(self.id("indicator")),
            name: self.text(),
            markers: self.list(2, Self::text),
            scope,
            account: self.text(),
            definition: self.text(),
            parts: (0..parts)
                .map(|_| Part { name: self.text(), unit: self.text(), decimals: self.below(4) as u8 })
                .collect(),
            good: self.maybe(|source| source.written(Self::trend)),
            survey: self.flag(),
            cumulative: self.flag(),
            source: self.text(),
            note: self.text(),
            baseline: self
                .maybe(|source| Baseline { year: source.written(Self::year), figures: source.list(3, Self::figure) }),
            targets: self.list(3, |source| IndicatorTarget {
                id: TargetId(source.id("target")),
                part: part(source),
                year: source.maybe(|source| source.written(Self::year)),
                stage: source.one_of(&[Stage::Yearly, Stage::Interim, Stage::Final]),
                target: source.written(Self::target),
                as_of: source.maybe(|source| source.written(Self::as_of)),
            }),
            observations,
        }
    }

    fn effect(&mut self, plans: &[PlanId], nodes: &[NodeId]) -> EffectTable {
        EffectTable {
            id: EffectTableId(self.id("effect")),
            plan: self.one_of(plans),
            name: self.text(),
            unit: self.one_of(&["円", "千円", "百万円"]).to_owned(),
            saving: self.one_of(&[SavingSign::Positive, SavingSign::Negative]),
            brackets: self.one_of(&[BracketMeaning::Unused, BracketMeaning::Outside, BracketMeaning::Inside]),
            note: self.text(),
            rows: self.list(3, |source| {
                let mut places = std::collections::BTreeSet::new();
                let mut cells = source.list(6, |source| EffectCell {
                    year: source.year(),
                    basis: source.one_of(&[Basis::Expected, Basis::Actual]),
                    amount: source.written(Self::quantity),
                });
                cells.retain(|cell| places.insert((cell.year, cell.basis)));
                EffectRow {
                    id: EffectRowId(source.id("effect_row")),
                    title: source.text(),
                    node: (!nodes.is_empty() && source.flag()).then(|| source.one_of(nodes)),
                    side: source.one_of(&[EffectSide::Unsaid, EffectSide::Revenue, EffectSide::Expenditure]),
                    account: source.text(),
                    span: source.one_of(&[EffectSpan::SingleYear, EffectSpan::Continuing, EffectSpan::Cumulative]),
                    total: source.flag(),
                    cells,
                }
            }),
        }
    }

    fn chart(&mut self, indicators: &[Indicator]) -> ChartDefinition {
        let series = if indicators.is_empty() { 0 } else { 4 };
        ChartDefinition {
            id: ChartId(self.id("chart")),
            title: self.text(),
            series: self.list(series, |source| {
                let indicator = source.one_of(indicators);
                ChartSeries {
                    indicator: indicator.id,
                    part: source.below(indicator.parts.len()) as u8,
                    axis: source.one_of(&[Axis::Left, Axis::Right]),
                    mark: source.one_of(&[Mark::Line, Mark::Bar, Mark::Stacked]),
                }
            }),
            first: self.maybe(Self::year),
            last: self.maybe(Self::year),
            targets: self.flag(),
            second_line: self.one_of(&[SecondLine::Kind, SecondLine::Western, SecondLine::Nothing]),
            width_mm: u32::from(self.number()),
            height_mm: u32::from(self.number()),
            source: self.text(),
            note: self.text(),
        }
    }

    fn meeting(&mut self, plans: &[PlanId]) -> Meeting {
        let papers = if plans.is_empty() { 0 } else { 3 };
        Meeting {
            id: MeetingId(self.id("meeting")),
            number: self.text(),
            name: self.text(),
            date: self.maybe(|source| source.written(Self::date)),
            place: self.text(),
            papers: self.list(papers, |source| MeetingPaper {
                id: PaperId(source.id("paper")),
                kind: source.one_of(&PaperKind::ALL),
                doc_no: source.text(),
                title: source.text(),
                plan: source.one_of(plans),
                year: source.year(),
                lead: source.text(),
            }),
        }
    }
}
