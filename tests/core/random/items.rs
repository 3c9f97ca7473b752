//! Anything a person does to the items of a plan: many at once, as a form, their projects and bars.

use domain::programme::{
    BarId, EvaluatorId, LaneId, LifeCycleKind, LifeEventId, Node, NodeId, Numbering, PlanId, Programme, ProjectId,
    Responsibility, ScheduleId, SectionId, VocabularyId,
};
use domain::value::label::LabelStyle;
use workbench::import::SheetCell;
use workbench::plan::{self, NodeChange, OfficePart};
use workbench::project::{ProjectChange, ProjectForm};
use workbench::record::{self, Judge};
use workbench::schedule::{self, ScheduleEdit};
use workbench::{Outcome, Result, Workbench, bulk};

use super::dice::Dice;
use super::plain;
use crate::support::{by, texts};

/// One thing done to many items at once.
pub(super) fn many(bench: &mut Workbench, now: &Programme, dice: &mut Dice) -> Result<Outcome<()>> {
    let nodes: Vec<NodeId> = (0..dice.below(5)).map(|_| dice.node(now)).collect();
    let (year, before, text) = (dice.year(), dice.year(), dice.text());
    match dice.below(6) {
        0 => plain(bulk::evaluate(bench, &by(), &bulk::Judgement { nodes, year, judge: judge(now, dice), text })),
        1 => {
            let (years, clip) = (dice.below(5) as i32 - 2, dice.below(2) == 0);
            plain(bulk::shift(bench, &by(), &bulk::Shift { nodes, lanes: vec![], years, clip }))
        }
        2 => {
            let (from, to, over) = (dice.field(), dice.field(), dice.below(2) == 0);
            plain(bulk::copy(bench, &by(), &bulk::CopyOrder { nodes, from, from_year: before, to, year, over }))
        }
        3 => plain(bulk::mark_same(bench, &by(), &bulk::SameMark { nodes, year, same: dice.below(3) > 0 })),
        4 => {
            let asked = bulk::CumulativeMark { nodes, year, cumulative: dice.below(3) > 0 };
            plain(bulk::mark_cumulative(bench, &by(), &asked))
        }
        _ => {
            let asked = bulk::Assign { nodes, field: dice.field(), text, add: dice.below(2) == 0 };
            plain(bulk::assign(bench, &by(), texts(), &asked))
        }
    }
}

/// Nobody in particular, or an evaluator on an axis that may be of another plan.
pub(super) fn judge(now: &Programme, dice: &mut Dice) -> Option<Judge> {
    let plan = dice.plan(now)?;
    (dice.below(2) == 0).then(|| Judge {
        vocabulary: VocabularyId(dice.id(plan.vocabularies.iter().map(|one| one.id.0).collect())),
        evaluator: EvaluatorId(dice.id(plan.evaluators.iter().map(|one| one.id.0).collect())),
    })
}

/// Numbers written anew, in a plan or below one of its nodes.
pub(super) fn renumber(bench: &mut Workbench, now: &Programme, dice: &mut Dice) -> Result<Outcome<()>> {
    let asked = Numbering {
        plan: PlanId(dice.id(now.plans.iter().map(|plan| plan.id.0).collect())),
        under: (dice.below(3) == 0).then(|| dice.node(now)),
        level: dice.below(4) as u8,
        style: dice.one(&[None, Some(LabelStyle::Plain), Some(LabelStyle::CircledToTwenty), Some(LabelStyle::Circled)]),
        first: dice.below(60) as u16,
        restart: dice.below(2) == 0,
        by_group: dice.below(2) == 0,
        unlabelled: dice.below(2) == 0,
    };
    plain(plan::renumber(bench, &by(), &asked))
}

/// An item as a form.
pub(super) fn form(bench: &mut Workbench, now: &Programme, dice: &mut Dice) -> Result<Outcome<()>> {
    let node = dice.node(now);
    let sections = now.plans.iter().filter_map(|plan| plan.node(node)).flat_map(|node| &node.sections);
    let section = SectionId(dice.id(sections.map(|section| section.id.0).collect()));
    let title = dice.text();
    let asked = match dice.below(8) {
        0 => return life(bench, now, dice),
        1 => NodeChange::Continues { formers: (0..dice.below(3)).map(|_| dice.node(now)).collect() },
        2 => {
            let part = |name| OfficePart { name, responsibility: Responsibility::Related, since: None, until: None };
            NodeChange::Offices { offices: vec![part(title), part(dice.text())] }
        }
        3 => NodeChange::AddSection { title },
        4 => NodeChange::RenameSection { section, title },
        5 => NodeChange::WriteSection { section, text: title },
        6 => NodeChange::MoveSection { section, position: dice.below(5) as u32 },
        _ => NodeChange::RemoveSection { section },
    };
    plain(plan::change(bench, &by(), node, &asked))
}

/// What happened to an item.
fn life(bench: &mut Workbench, now: &Programme, dice: &mut Dice) -> Result<Outcome<()>> {
    let lives = now.plans.iter().flat_map(|plan| &plan.nodes).filter(|node| !node.life_cycle.events.is_empty());
    let known: Vec<&Node> = lives.collect();
    let (node, events) = match known.get(dice.below(known.len() + 1)) {
        Some(node) => (node.id, node.life_cycle.events.iter().map(|event| event.id.0).collect()),
        None => (dice.node(now), Vec::new()),
    };
    let event = LifeEventId(dice.id(events));
    let kinds = [
        LifeCycleKind::Continuing,
        LifeCycleKind::New,
        LifeCycleKind::Expanded,
        LifeCycleKind::Merged,
        LifeCycleKind::Ended,
        LifeCycleKind::Relisted,
    ];
    let asked = match dice.below(6) {
        0 | 1 => NodeChange::AddLifeEvent { cycle: dice.one(&kinds) },
        2 => NodeChange::LifeEvent {
            event,
            cycle: dice.one(&kinds),
            year: dice.text(),
            words: dice.text(),
            other: Some(dice.node(now)).filter(|_| dice.below(2) == 0),
        },
        3 => NodeChange::MoveLifeEvent { event, position: dice.below(3) as u32 },
        4 => NodeChange::RemoveLifeEvent { event },
        _ => NodeChange::Uncounted { uncounted: dice.below(2) == 0 },
    };
    plain(plan::change(bench, &by(), node, &asked))
}

/// The projects of an item.
pub(super) fn project(bench: &mut Workbench, now: &Programme, dice: &mut Dice) -> Result<Outcome<()>> {
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

pub(super) fn bars(bench: &mut Workbench, now: &Programme, dice: &mut Dice) -> Result<Outcome<()>> {
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
            words_only: dice.below(2) == 0,
            first_month: dice.one(&[None, Some(4), Some(13)]),
            last_month: dice.one(&[None, Some(3)]),
        },
        _ => ScheduleEdit::RemoveBar { bar },
    };
    plain(schedule::edit(bench, &by(), node.id, &edit))
}

/// A table of items as a spreadsheet puts it on the clipboard: levels merged down their items, years with
/// bars, and any text in between.
pub(super) fn pasted(dice: &mut Dice) -> Vec<SheetCell> {
    let cell = |row: u32, column: u32, down: u32, right: u32, text: &str| SheetCell {
        row,
        column,
        down,
        right,
        text: text.to_owned(),
    };
    let mut cells = vec![
        cell(0, 0, 1, 5, "自治体経営の計画(令和5年度～令和8年度)"),
        cell(1, 0, 1, 2, "推進計画"),
        cell(1, 2, 2, 1, "No."),
        cell(1, 3, 2, 1, "取組項目"),
        cell(1, 4, 2, 1, "担当課"),
        cell(2, 0, 1, 1, "基本施策"),
        cell(2, 1, 1, 1, "展開方向"),
    ];
    let mut row = 3;
    for group in 1..=1 + dice.below(3) as u32 {
        let items = 1 + dice.below(3) as u32;
        cells.push(cell(row, 0, items, 1, &format!("{group} {}", dice.text())));
        cells.push(cell(row, 1, items, 1, &format!("1 {}", dice.text())));
        for item in 1..=items {
            cells.push(cell(row, 2, 1, 1, &format!("{group}{item}")));
            cells.push(cell(row, 3, 1, 1, &dice.text()));
            let office = dice.text();
            cells.push(cell(row, 4, 1, 1, &dice.one(&["協働課\n広報課".to_owned(), "全庁".to_owned(), office])));
            row += 1;
        }
    }
    cells
}
