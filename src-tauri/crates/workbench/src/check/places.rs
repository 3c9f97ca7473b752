//! Where a finding leads: the place, and the very cell there.

use std::collections::HashMap;

use domain::check::{Cell, Column, Spot};
use domain::programme::{Basis, IndicatorScope, MeetingId, NodeId, PaperId, PlanId, Programme, Slot};
use domain::value::fiscal_year::FiscalYear;
use domain::value::reckoning::Reckoning;
use store::Table;

use crate::place::{CellRef, Place};

/// What a place is found by: the first item of a plan, the meeting of a paper, whose an indicator is.
pub(super) struct Places {
    items: HashMap<PlanId, NodeId>,
    meetings: HashMap<PaperId, MeetingId>,
    reckonings: HashMap<(Table, i64), Reckoning>,
}

impl Places {
    pub(super) fn of(programme: &Programme) -> Self {
        let first = |plan: &domain::programme::Plan| Some((plan.id, plan.items().next()?.id));
        let papers =
            programme.meetings.iter().flat_map(|meeting| meeting.papers.iter().map(|paper| (paper.id, meeting.id)));
        Self {
            items: programme.plans.iter().filter_map(first).collect(),
            meetings: papers.collect(),
            reckonings: reckonings(programme),
        }
    }

    /// How the years of a finding are told: as its plan counts them.
    pub(super) fn reckoning(&self, at: Spot) -> Reckoning {
        let row = match at {
            Spot::Plan(plan) | Spot::Year(plan, _) => (Table::Plan, plan.0),
            Spot::Paper(paper) => (Table::Paper, paper.0),
            other => match self.place(other) {
                Some(place) => place.row(),
                None => return Reckoning::USUAL,
            },
        };
        self.reckonings.get(&row).copied().unwrap_or_default()
    }

    /// The place a person goes to, and the cell that is meant there; none for the programme as a whole.
    pub(super) fn of_finding(&self, at: Spot, cell: Cell) -> Option<(Place, CellRef)> {
        // A whole plan or year is shown at the first item of it that is concerned.
        let (at, cell) = match (at, cell) {
            (Spot::Plan(_), Cell::Item(node, column)) => (Spot::Node(node), Cell::Text(column)),
            (Spot::Year(_, year), Cell::Item(node, column)) => (Spot::Record(node, year), Cell::Text(column)),
            other => other,
        };
        let place = self.place(at)?;
        let (table, key) = row(at, place, cell);
        Some((place, CellRef { table, key, column: column(table, cell).map(str::to_owned) }))
    }

    fn place(&self, spot: Spot) -> Option<Place> {
        Some(match spot {
            Spot::Programme => return None,
            Spot::Plan(plan) => Place::Plan { plan },
            Spot::Year(plan, year) => Place::Record { node: *self.items.get(&plan)?, year: year.year() },
            Spot::Node(node) => Place::Node { node },
            Spot::Schedule(node) => Place::Schedule { node },
            Spot::Record(node, year) => Place::Record { node, year: year.year() },
            Spot::Indicator(indicator) => Place::Indicator { indicator },
            Spot::Effect(effect) | Spot::EffectRow(effect, _) => Place::Effect { effect },
            Spot::Chart(chart) => Place::Chart { chart },
            Spot::Meeting(meeting) => Place::Meeting { meeting },
            Spot::Paper(paper) => Place::Meeting { meeting: *self.meetings.get(&paper)? },
            Spot::Office(office) => Place::Office { office },
        })
    }
}

/// How the plan of a row counts its years, for the rows that belong to one.
fn reckonings(programme: &Programme) -> HashMap<(Table, i64), Reckoning> {
    let mut known = HashMap::new();
    for plan in &programme.plans {
        known.insert((Table::Plan, plan.id.0), plan.reckoning());
        known.extend(plan.nodes.iter().map(|node| ((Table::Node, node.id.0), plan.reckoning())));
    }
    let of = |known: &HashMap<_, Reckoning>, table, id| known.get(&(table, id)).copied().unwrap_or_default();
    for indicator in &programme.indicators {
        let reckoning = match indicator.scope {
            IndicatorScope::Fiscal => continue,
            IndicatorScope::Plan { plan } => of(&known, Table::Plan, plan.0),
            IndicatorScope::Node { node } => of(&known, Table::Node, node.0),
        };
        known.insert((Table::Indicator, indicator.id.0), reckoning);
    }
    for table in &programme.effects {
        known.insert((Table::Effect, table.id.0), of(&known, Table::Plan, table.plan.0));
    }
    for paper in programme.meetings.iter().flat_map(|meeting| &meeting.papers) {
        known.insert((Table::Paper, paper.id.0), of(&known, Table::Plan, paper.plan.0));
    }
    known
}

/// The row of the file a finding is about.
fn row(at: Spot, place: Place, cell: Cell) -> (Table, Vec<i64>) {
    let western = |year: FiscalYear| i64::from(year.year());
    match (at, cell) {
        (Spot::Record(node, year), Cell::Judged(vocabulary, evaluator, _)) => {
            (Table::Evaluation, vec![node.0, western(year), vocabulary.0, evaluator.0])
        }
        (Spot::Record(node, year), _) => (Table::Record, vec![node.0, western(year)]),
        (_, Cell::Life(event)) => (Table::LifeEvent, vec![event.0]),
        (_, Cell::Section(section)) => (Table::Section, vec![section.0]),
        (_, Cell::Project(project)) => (Table::Project, vec![project.0]),
        (_, Cell::Lane(lane)) => (Table::Lane, vec![lane.0]),
        (_, Cell::Bar(bar)) => (Table::Bar, vec![bar.0]),
        (_, Cell::Goal(target)) => (Table::Target, vec![target.0]),
        (_, Cell::Schedule(schedule)) => (Table::Schedule, vec![schedule.0]),
        (Spot::Indicator(indicator), Cell::Figure(year, part, slot)) => {
            let slot = i64::from(slot == Slot::Plan);
            (Table::Observation, vec![indicator.0, western(year), i64::from(part), slot])
        }
        (Spot::Indicator(indicator), Cell::Baseline(part)) => (Table::Baseline, vec![indicator.0, i64::from(part)]),
        (Spot::EffectRow(_, row), Cell::Amount(year, basis)) => {
            (Table::EffectCell, vec![row.0, western(year), i64::from(basis == Basis::Actual)])
        }
        (Spot::EffectRow(_, row), _) => (Table::EffectRow, vec![row.0]),
        (Spot::Paper(paper), _) => (Table::Paper, vec![paper.0]),
        _ => {
            let (table, id) = place.row();
            (table, vec![id])
        }
    }
}

/// The column of that row, where one of its texts is meant.
fn column(table: Table, cell: Cell) -> Option<&'static str> {
    let column = match cell {
        Cell::Text(column) | Cell::Judged(_, _, column) => column,
        Cell::Bar(_) | Cell::Life(_) => return Some("words"),
        Cell::Lane(_) => return Some("title"),
        Cell::Section(_) => return Some("text"),
        Cell::Figure(..) | Cell::Baseline(_) => return Some("figure_text"),
        Cell::Goal(_) => return Some("target_text"),
        Cell::Amount(..) => return Some("amount_text"),
        Cell::Schedule(_) => return Some("as_of_text"),
        Cell::Whole | Cell::Item(..) | Cell::Project(_) => return None,
    };
    Some(match column {
        Column::Name if matches!(table, Table::Node | Table::Chart | Table::EffectRow | Table::Paper) => "title",
        Column::Name => "name",
        Column::Label => "label",
        Column::Planned => "planned",
        Column::Target => "target",
        Column::PreviousState => "previous_state",
        Column::Actual => "actual",
        Column::Issues => "issues",
        Column::Note => "note",
        Column::Evaluation => "text",
        Column::Reason => "reason",
        Column::Offices => "offices",
        Column::Baseline => "baseline_year_text",
        Column::LifeCycle
        | Column::Section
        | Column::Schedule
        | Column::Project
        | Column::Goal
        | Column::Foreseen
        | Column::Expected => return None,
    })
}
