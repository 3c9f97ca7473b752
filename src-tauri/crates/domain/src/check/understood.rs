//! Words that were not understood: figures, targets, years, dates, amounts. They stay as written;
//! calculations and charts leave them out, which a person has to know.

use super::{Case, Cell, Column, Fact, Finding, Look, Spot, blank, title};
use crate::programme::{Basis, Indicator, Node, Slot};
use crate::value::fiscal_year::FiscalYear;
use crate::value::written::Written;

pub(super) fn look(look: &Look<'_>, found: &mut Vec<Finding>) {
    let programme = look.programme;
    for plan in &programme.plans {
        for year in [&plan.first, &plan.last] {
            unread(year, Case::Year, Spot::Plan(plan.id), Cell::Whole, || plan.name.clone(), found);
        }
        for schedule in &plan.schedules {
            let cell = Cell::Schedule(schedule.id);
            optional(schedule.as_of.as_ref(), Case::Date, Spot::Plan(plan.id), cell, || schedule.name.clone(), found);
        }
        plan.nodes.iter().for_each(|item| node(item, found));
    }
    programme.indicators.iter().for_each(|one| indicator(one, found));
    for table in &programme.effects {
        for row in &table.rows {
            for cell in row.cells.iter().filter(|cell| !cell.amount.is_understood() && !blank(&cell.amount.text)) {
                let column = if cell.basis == Basis::Actual { Column::Actual } else { Column::Expected };
                found.push(Finding {
                    case: Case::Amount,
                    at: Spot::EffectRow(table.id, row.id),
                    cell: Cell::Amount(cell.year, cell.basis),
                    title: row.title.clone(),
                    facts: figure_facts(Some(cell.year), column, &cell.amount.text),
                });
            }
        }
    }
    for meeting in &programme.meetings {
        let name = || format!("{} {}", meeting.number, meeting.name).trim().to_owned();
        optional(meeting.date.as_ref(), Case::Date, Spot::Meeting(meeting.id), Cell::Whole, name, found);
    }
}

fn node(node: &Node, found: &mut Vec<Finding>) {
    let name = || title(node);
    for event in &node.life_cycle.events {
        optional(event.year.as_ref(), Case::Year, Spot::Node(node.id), Cell::Life(event.id), name, found);
    }
    for project in &node.projects {
        let (cell, name) = (Cell::Project(project.id), || project.name.clone());
        for amount in [&project.budget, &project.debt_burden] {
            optional(amount.as_ref(), Case::Amount, Spot::Node(node.id), cell, name, found);
        }
        optional(project.year.as_ref(), Case::Year, Spot::Node(node.id), cell, name, found);
    }
    for bar in node.lanes.iter().flat_map(|lane| &lane.bars) {
        optional(bar.amount.as_ref(), Case::Amount, Spot::Schedule(node.id), Cell::Bar(bar.id), name, found);
    }
}

fn indicator(indicator: &Indicator, found: &mut Vec<Finding>) {
    let at = Spot::Indicator(indicator.id);
    let name = || indicator.name.clone();
    if let Some(baseline) = &indicator.baseline {
        unread(&baseline.year, Case::Year, at, Cell::Text(Column::Baseline), name, found);
        for (part, figure) in (0..).zip(&baseline.figures).filter(|(_, figure)| !figure.is_understood()) {
            let facts = figure_facts(baseline.year.meaning, Column::Baseline, &figure.text);
            let cell = Cell::Baseline(part);
            found.push(Finding { case: Case::Figure, at, cell, title: name(), facts });
        }
    }
    for observation in indicator.observations.iter().filter(|o| !o.figure.is_understood()) {
        let column = if observation.slot == Slot::Actual { Column::Actual } else { Column::Foreseen };
        let facts = figure_facts(Some(observation.year), column, &observation.figure.text);
        let cell = Cell::Figure(observation.year, observation.part, observation.slot);
        found.push(Finding { case: Case::Figure, at, cell, title: name(), facts });
    }
    for target in &indicator.targets {
        let cell = Cell::Goal(target.id);
        unread(&target.target, Case::Target, at, cell, name, found);
        optional(target.year.as_ref(), Case::Year, at, cell, name, found);
        optional(target.as_of.as_ref(), Case::Date, at, cell, name, found);
    }
}

fn figure_facts(year: Option<FiscalYear>, column: Column, text: &str) -> Vec<(&'static str, Fact)> {
    let year = year.map_or_else(|| Fact::Text(String::new()), Fact::Year);
    vec![("year", year), ("column", Fact::Column(column)), ("what", Fact::Text(text.to_owned()))]
}

fn optional<T>(
    written: Option<&Written<T>>,
    case: Case,
    at: Spot,
    cell: Cell,
    name: impl Fn() -> String,
    found: &mut Vec<Finding>,
) {
    if let Some(written) = written.filter(|written| !written.is_blank()) {
        unread(written, case, at, cell, name, found);
    }
}

fn unread<T>(
    written: &Written<T>,
    case: Case,
    at: Spot,
    cell: Cell,
    name: impl Fn() -> String,
    found: &mut Vec<Finding>,
) {
    if !written.is_understood() {
        let mut facts = vec![("what", Fact::Text(written.text.clone()))];
        if case == Case::Amount {
            facts = figure_facts(None, Column::Project, &written.text);
        }
        found.push(Finding { case, at, cell, title: name(), facts });
    }
}
