//! Whatever a person does in whatever order: what is refused leaves no trace, what is done hangs
//! together, and undo goes back to the start and redo to the end.

use domain::programme::{
    BarId, Basis, BracketMeaning, ChartDefinition, ChartId, EffectRowId, EffectSide, EffectSpan, EffectTableId,
    EvaluatorId, Group, IndicatorId, IndicatorScope, LaneId, LifeCycleKind, MeetingId, MeetingPaper, Node, NodeId,
    OfficeId, PaperId, PaperKind, Plan, PlanId, Programme, ProjectId, Rate, RateId, Responsibility, SavingSign,
    ScheduleId, SectionId, Slot, Term, TermId, VocabularyId, broken_references,
};
use domain::value::{FiscalYear, ValueKind};
use proptest::prelude::*;
use workbench::check::{self, AcceptForm};
use workbench::effect::{EffectEdit, EffectTableForm, EffectValue, NewEffectRow, NewEffectRows};
use workbench::indicator::{IndicatorCell, IndicatorValue};
use workbench::meeting::MeetingForm;
use workbench::plan::{NewNode, NewPlan, NewRows, NodeChange, NodeEdit, NodeText, OfficePart};
use workbench::project::{ProjectChange, ProjectForm};
use workbench::record::RecordEdit;
use workbench::schedule::ScheduleEdit;
use workbench::search::find;
use workbench::{
    Field, Outcome, Result, Workbench, bulk, chart, effect, fiscal, history, import, indicator as indicator_table,
    interchange, meeting, plan, record, schedule,
};

use crate::support::{bench, by, fixture, press, redo_all, texts, undo_all};

/// Numbers that decide everything; 0 when they run out.
struct Dice(std::vec::IntoIter<u16>);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        usize::from(self.0.next().unwrap_or(0)) % bound.max(1)
    }

    fn one<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())].clone()
    }

    /// Sometimes something that is not there.
    fn id(&mut self, ids: Vec<i64>) -> i64 {
        match self.below(12) {
            0 => 9999,
            _ if ids.is_empty() => 1,
            _ => self.one(&ids),
        }
    }

    fn text(&mut self) -> String {
        let words = [
            "",
            "実施",
            "遅れ",
            "○",
            "・一\n・二\r\n",
            "令和6年度",
            "R10",
            "髙﨑地区𠮷",
            "4憶",
            "(9500)",
            "—",
            "0",
            "95.0%以下",
            "新規",
            "終了",
            "企画政策課、スポーツ・文化課",
            "前\u{7}後",
            "　",
            "△ 1,200",
            "953人 (R7.4.1) (見込)",
            "令和6年2月2日",
        ];
        self.one(&words).to_owned()
    }

    fn year(&mut self) -> FiscalYear {
        FiscalYear::new(2018 + self.below(10) as i32).unwrap()
    }

    fn field(&mut self) -> Field {
        use Field::*;
        self.one(&[
            Label,
            Title,
            Offices,
            LifeCycle,
            LifeCycleWords,
            Group,
            Section,
            Planned,
            Target,
            PreviousState,
            Actual,
            Issues,
            Note,
            Evaluation,
            Reason,
        ])
    }

    fn plan<'a>(&mut self, now: &'a Programme) -> Option<&'a Plan> {
        now.plans.get(self.below(now.plans.len().max(1)))
    }

    fn node(&mut self, now: &Programme) -> NodeId {
        NodeId(self.id(now.plans.iter().flat_map(|plan| plan.nodes.iter().map(|node| node.id.0)).collect()))
    }

    fn indicator(&mut self, now: &Programme) -> IndicatorId {
        IndicatorId(self.id(now.indicators.iter().map(|indicator| indicator.id.0).collect()))
    }
}

fn plain<T>(outcome: Result<Outcome<T>>) -> Result<Outcome<()>> {
    outcome.map(|done| Outcome { value: (), changes: done.changes, step: done.step })
}

fn deed(bench: &mut Workbench, now: &Programme, dice: &mut Dice) -> Result<Outcome<()>> {
    match dice.below(35) {
        0 | 1 => {
            let edits: Vec<RecordEdit> = (0..dice.below(4))
                .map(|_| RecordEdit {
                    node: dice.node(now),
                    year: dice.year(),
                    field: dice.field(),
                    judge: None,
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
                    plain(fiscal::add(bench, &by(), &fiscal::NewIndicator { scope, name, unit, decimals: 1, good }))
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
                    kind: PaperKind::Progress,
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
            let read = import::read(name, &fixture(name))?;
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

/// Any change of 設定, on things that are there or not, insisting or not.
fn settings(bench: &mut Workbench, now: &Programme, dice: &mut Dice) -> Result<Outcome<()>> {
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
            let edit = dice.one(&[CityEdit::Name { text: text.clone() }, CityEdit::Code { text }]);
            city::edit(bench, &by(), &edit)
        }
        1 | 2 => {
            let level = dice.below(4) as u8;
            let years = ["R2", "令和3年度", "R6", "令和8年度"].map(str::to_owned);
            let edit = match dice.below(8) {
                0 => PlanEdit::Name { text },
                1 => PlanEdit::Years { first: dice.one(&years), last: dice.one(&years) },
                2 => PlanEdit::Related { text },
                3 => {
                    PlanEdit::Predecessors { plans: now.plans.iter().take(level.into()).map(|plan| plan.id).collect() }
                }
                4 => PlanEdit::EvaluationLevel { level },
                5 => PlanEdit::AddLevel { position: level, name: text },
                6 => PlanEdit::RenameLevel { level, name: text },
                _ => PlanEdit::RemoveLevel { level },
            };
            match dice.below(12) {
                0 => plans::remove(bench, &by(), id, anyway),
                1 => plans::place(bench, &by(), id, position),
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
                6 => VocabularyEdit::AddTerm { vocabulary, label: text },
                7 => match terms.iter().find(|known| known.id == term) {
                    Some(known) => VocabularyEdit::EditTerm { term: Term { label: text, ..(*known).clone() } },
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
            let edit = match (dice.below(4), plan.rates.iter().find(|one| one.id == rate)) {
                (0, _) => RateEdit::Add { name: text },
                (1, Some(rate)) => RateEdit::Edit { rate: Rate { name: text, unjudged: anyway, ..rate.clone() } },
                (2, _) => RateEdit::Move { rate, position },
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
        _ => match dice.below(10) {
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
                let edit = match dice.below(4) {
                    0 => IndicatorEdit::Part { part: 0, name: text.clone(), unit: text, decimals: 1 },
                    1 => IndicatorEdit::Baseline { year: "令和4年度".into(), figures: vec![text] },
                    2 => IndicatorEdit::AddPart { name: text.clone(), unit: text },
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
                    _ => OfficeEdit::Reassign { office, to, plan: dice.one(&[None, Some(id)]) },
                };
                office::edit(bench, &by(), &edit)
            }
        },
    }
}

/// One thing done to many items at once.
fn many(bench: &mut Workbench, now: &Programme, dice: &mut Dice) -> Result<Outcome<()>> {
    let nodes: Vec<NodeId> = (0..dice.below(5)).map(|_| dice.node(now)).collect();
    let (year, before, text) = (dice.year(), dice.year(), dice.text());
    match dice.below(5) {
        0 => plain(bulk::evaluate(bench, &by(), &bulk::Judgement { nodes, year, judge: None, text })),
        1 => {
            let (years, clip) = (dice.below(5) as i32 - 2, dice.below(2) == 0);
            plain(bulk::shift(bench, &by(), &bulk::Shift { nodes, lanes: vec![], years, clip }))
        }
        2 => {
            let (from, to, over) = (dice.field(), dice.field(), dice.below(2) == 0);
            plain(bulk::copy(bench, &by(), &bulk::CopyOrder { nodes, from, from_year: before, to, year, over }))
        }
        3 => plain(bulk::mark_same(bench, &by(), &bulk::SameMark { nodes, year, same: dice.below(3) > 0 })),
        _ => {
            let asked = bulk::Assign { nodes, field: dice.field(), text, add: dice.below(2) == 0 };
            plain(bulk::assign(bench, &by(), texts(), &asked))
        }
    }
}

/// An item as a form.
fn form(bench: &mut Workbench, now: &Programme, dice: &mut Dice) -> Result<Outcome<()>> {
    let node = dice.node(now);
    let sections = now.plans.iter().filter_map(|plan| plan.node(node)).flat_map(|node| &node.sections);
    let section = SectionId(dice.id(sections.map(|section| section.id.0).collect()));
    let (title, other) = (dice.text(), dice.node(now));
    let asked = match dice.below(9) {
        0 => NodeChange::Markers { markers: vec![title, dice.text()] },
        1 => NodeChange::LifeCycle {
            cycle: dice.one(&[LifeCycleKind::Merged, LifeCycleKind::New, LifeCycleKind::Ended]),
            year: dice.text(),
            words: title,
            other: dice.one(&[Some(other), None]),
            uncounted: dice.below(2) == 0,
        },
        2 => NodeChange::Continues { former: dice.one(&[Some(other), None]) },
        3 => {
            let part = |name| OfficePart { name, responsibility: Responsibility::Related };
            NodeChange::Offices { offices: vec![part(title), part(dice.text())] }
        }
        4 => NodeChange::AddSection { title },
        5 => NodeChange::RenameSection { section, title },
        6 => NodeChange::WriteSection { section, text: title },
        7 => NodeChange::MoveSection { section, position: dice.below(5) as u32 },
        _ => NodeChange::RemoveSection { section },
    };
    plain(plan::change(bench, &by(), node, &asked))
}

/// The projects of an item.
fn project(bench: &mut Workbench, now: &Programme, dice: &mut Dice) -> Result<Outcome<()>> {
    let node = dice.node(now);
    let projects = now.plans.iter().filter_map(|plan| plan.node(node)).flat_map(|node| &node.projects);
    let id = ProjectId(dice.id(projects.map(|project| project.id.0).collect()));
    let form = ProjectForm {
        name: dice.text(),
        year: dice.text(),
        budget: dice.text(),
        offices: vec![dice.text()],
        ..ProjectForm::default()
    };
    let asked = match dice.below(4) {
        0 => ProjectChange::Add { form },
        1 => ProjectChange::Edit { project: id, form },
        2 => ProjectChange::Move { project: id, position: dice.below(3) as u32 },
        _ => ProjectChange::Remove { project: id },
    };
    plain(workbench::project::change(bench, &by(), node, &asked))
}

fn cell(now: &Programme, dice: &mut Dice) -> IndicatorCell {
    let (year, text) = (dice.year(), dice.text());
    let value = match dice.below(13) {
        0 => IndicatorValue::Name { text },
        1 => IndicatorValue::PartName { text },
        2 => IndicatorValue::Unit { text },
        3 => IndicatorValue::Good { text },
        4 => IndicatorValue::BaselineYear { text },
        5 => IndicatorValue::Baseline { text },
        6 => IndicatorValue::Target { year, text },
        7 => IndicatorValue::Final { text },
        8 => IndicatorValue::FinalYear { text },
        9 => IndicatorValue::FinalAsOf { text },
        10 => IndicatorValue::Figure { year, slot: dice.one(&[Slot::Actual, Slot::Plan]), text },
        11 => IndicatorValue::Comment { year, text },
        _ => IndicatorValue::Note { text },
    };
    IndicatorCell { indicator: dice.indicator(now), part: dice.below(2) as u8, value }
}

fn bars(bench: &mut Workbench, now: &Programme, dice: &mut Dice) -> Result<Outcome<()>> {
    let nodes: Vec<&Node> =
        dice.plan(now).iter().flat_map(|plan| &plan.nodes).filter(|n| !n.lanes.is_empty()).collect();
    let Some(node) = nodes.get(dice.below(nodes.len())).copied() else {
        return record::set(bench, &by(), &[]);
    };
    let lane = LaneId(dice.id(node.lanes.iter().map(|lane| lane.id.0).collect()));
    let bar = BarId(dice.id(node.lanes.iter().flat_map(|lane| lane.bars.iter().map(|bar| bar.id.0)).collect()));
    let (first, last, position) = (dice.year(), dice.year(), dice.below(5) as u32);
    let schedules = now.plans.iter().flat_map(|plan| plan.schedules.iter().map(|schedule| schedule.id.0)).collect();
    let edit = match dice.below(10) {
        0 => ScheduleEdit::AddLane { schedule: ScheduleId(dice.id(schedules)), position, title: dice.text() },
        1 => ScheduleEdit::RenameLane { lane, title: dice.text() },
        2 => ScheduleEdit::MoveLane { lane, position },
        3 => ScheduleEdit::RemoveLane { lane },
        4 => ScheduleEdit::AddBar { lane, first, last, lanes: dice.below(4) as u8, words: dice.text() },
        5 => ScheduleEdit::SpanBar { bar, first, last, lanes: dice.below(9) as u8 },
        6 => ScheduleEdit::WordBar { bar, words: dice.text() },
        7 => ScheduleEdit::PlaceBar { bar, lane, first, last },
        8 => ScheduleEdit::DetailBar {
            bar,
            words: dice.text(),
            amount: dice.text(),
            as_before: dice.below(2) == 0,
            first_month: dice.one(&[None, Some(4), Some(13)]),
            last_month: dice.one(&[None, Some(3)]),
        },
        _ => ScheduleEdit::RemoveBar { bar },
    };
    plain(schedule::edit(bench, &by(), node.id, &edit))
}

fn effects(bench: &mut Workbench, now: &Programme, dice: &mut Dice) -> Result<Outcome<()>> {
    let table = EffectTableId(dice.id(now.effects.iter().map(|table| table.id.0).collect()));
    let all: Vec<i64> = now.effects.iter().flat_map(|table| table.rows.iter().map(|row| row.id.0)).collect();
    let row = |dice: &mut Dice| EffectRowId(dice.id(all.clone()));
    let position = dice.below(9) as u32;
    let form = |dice: &mut Dice| EffectTableForm {
        name: dice.text(),
        unit: dice.one(&["千円", "百万円", "人", ""]).to_owned(),
        saving: dice.one(&[SavingSign::Positive, SavingSign::Negative]),
        brackets: dice.one(&[BracketMeaning::Unused, BracketMeaning::Outside, BracketMeaning::Inside]),
        note: dice.text(),
    };
    match dice.below(9) {
        0 => {
            let plan = PlanId(dice.id(now.plans.iter().map(|plan| plan.id.0).collect()));
            plain(effect::add_table(bench, &by(), plan, &form(dice)))
        }
        1 => effect::edit_table(bench, &by(), table, &form(dice)),
        2 => effect::place_table(bench, &by(), table, position),
        3 if dice.below(3) == 0 => effect::remove_table(bench, &by(), table),
        3 | 4 => {
            let rows = (0..dice.below(4))
                .map(|_| NewEffectRow {
                    title: dice.text(),
                    node: (dice.below(2) > 0).then(|| dice.node(now)),
                    total: dice.below(3) == 0,
                })
                .collect();
            plain(effect::add_rows(bench, &by(), &NewEffectRows { table, position, rows }))
        }
        5 => {
            let rows: Vec<EffectRowId> = (0..dice.below(3)).map(|_| row(dice)).collect();
            effect::remove_rows(bench, &by(), &rows)
        }
        6 => {
            let row = row(dice);
            effect::place_row(bench, &by(), row, position)
        }
        _ => {
            let edits: Vec<EffectEdit> = (0..dice.below(5))
                .map(|_| EffectEdit {
                    row: row(dice),
                    value: match dice.below(6) {
                        0 => EffectValue::Title { text: dice.text() },
                        1 => EffectValue::Node { node: (dice.below(2) > 0).then(|| dice.node(now)) },
                        2 => EffectValue::Side { side: dice.one(&[EffectSide::Unsaid, EffectSide::Revenue]) },
                        3 => EffectValue::Span { span: dice.one(&[EffectSpan::Continuing, EffectSpan::Cumulative]) },
                        _ => EffectValue::Amount {
                            year: dice.year(),
                            basis: dice.one(&[Basis::Expected, Basis::Actual]),
                            text: dice.text(),
                        },
                    },
                })
                .collect();
            effect::edit(bench, &by(), &edits)
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 60, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_of_deeds_can_be_undone_and_redone(
        deeds in prop::collection::vec(prop::collection::vec(any::<u16>(), 4..24), 1..16)
    ) {
        let mut bench = bench();
        let start = dump(&bench);
        let mut now = bench.programme().unwrap();
        prop_assert!(find(&bench, texts(), "実施", 9).is_ok(), "from here on the index of search follows the changes");
        for numbers in deeds {
            let before = dump(&bench);
            let mut dice = Dice(numbers.into_iter());
            match dice.below(9) {
                0 => { bench.undo().unwrap(); }
                1 => { bench.redo().unwrap(); }
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
    }
}

/// Everything under undo, to the byte.
fn dump(bench: &Workbench) -> String {
    store::dump(&bench.read()).unwrap()
}
