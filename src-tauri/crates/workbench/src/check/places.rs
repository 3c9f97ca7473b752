//! Where a finding leads.

use std::collections::HashMap;

use domain::check::Spot;
use domain::programme::{MeetingId, NodeId, PaperId, PlanId, Programme};

use crate::place::Place;

/// What a place is found by: the first item of a plan, the meeting of a paper.
pub(super) struct Places {
    items: HashMap<PlanId, NodeId>,
    meetings: HashMap<PaperId, MeetingId>,
}

impl Places {
    pub(super) fn of(programme: &Programme) -> Self {
        let first = |plan: &domain::programme::Plan| Some((plan.id, plan.items().next()?.id));
        let papers =
            programme.meetings.iter().flat_map(|meeting| meeting.papers.iter().map(|paper| (paper.id, meeting.id)));
        Self { items: programme.plans.iter().filter_map(first).collect(), meetings: papers.collect() }
    }

    /// The place a person goes to; none for the programme as a whole.
    pub(super) fn place(&self, spot: Spot) -> Option<Place> {
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
