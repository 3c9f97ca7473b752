//! Programmes of any size, grown from the sample.

use domain::programme::{Node, NodeId, Programme, YearRecord};
use domain::value::fiscal_year::FiscalYear;

/// The sample with its newest plan grown to `items` items, each with records of `years` years.
pub fn grown(items: usize, years: usize) -> Programme {
    let mut programme = workbench::sample::programme().expect("the sample");
    let plan = programme.plans.last_mut().expect("a plan");
    let level = plan.evaluation_level;
    let (above, models): (Vec<Node>, Vec<Node>) = plan.nodes.drain(..).partition(|node| node.level < level);
    let mut ids = Ids::default();
    let grown: Vec<Node> = (0..items)
        .map(|n| {
            let mut node = models[n % models.len()].clone();
            node.id = NodeId(10_000 + n as i64);
            node.parent = above.get(n % above.len()).map(|node| node.id);
            node.label = format!("{}", n + 1);
            node.continues.clear();
            node.life_cycle = Default::default();
            ids.renumber(&mut node);
            if years > 0 {
                let judged = node.records.iter().rev().find(|record| !record.evaluations.is_empty());
                let model = judged.or(node.records.last()).cloned();
                node.records = (0..years)
                    .filter_map(|year| FiscalYear::new(2015 + year as i32))
                    .map(|year| YearRecord { year, ..model.clone().unwrap_or_else(|| YearRecord::empty(year)) })
                    .collect();
            }
            node
        })
        .collect();
    let mut by_parent: Vec<Node> = Vec::new();
    for parent in above {
        let id = parent.id;
        by_parent.push(parent);
        by_parent.extend(grown.iter().filter(|node| node.parent == Some(id)).cloned());
    }
    plan.nodes = by_parent;
    let kept: Vec<NodeId> = programme.plans.iter().flat_map(|plan| plan.nodes.iter().map(|node| node.id)).collect();
    programme.indicators.retain(|indicator| match indicator.scope {
        domain::programme::IndicatorScope::Node { node } => kept.contains(&node),
        _ => true,
    });
    let charted: Vec<_> = programme.indicators.iter().map(|indicator| indicator.id).collect();
    programme.charts.retain(|chart| chart.series.iter().all(|series| charted.contains(&series.indicator)));
    for row in programme.effects.iter_mut().flat_map(|table| &mut table.rows) {
        row.node = row.node.filter(|node| kept.contains(node));
    }
    programme
}

/// Fresh identities for what a copied node owns.
struct Ids(i64);

impl Default for Ids {
    fn default() -> Self {
        Self(1_000_000)
    }
}

impl Ids {
    fn next(&mut self) -> i64 {
        self.0 += 1;
        self.0
    }

    fn renumber(&mut self, node: &mut Node) {
        for section in &mut node.sections {
            section.id.0 = self.next();
        }
        for project in &mut node.projects {
            project.id.0 = self.next();
        }
        for lane in &mut node.lanes {
            lane.id.0 = self.next();
            for bar in &mut lane.bars {
                bar.id.0 = self.next();
            }
        }
    }
}
