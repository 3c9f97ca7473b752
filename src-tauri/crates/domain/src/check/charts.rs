//! Charts whose series cannot be compared.

use std::collections::HashMap;

use super::{Case, Cell, Fact, Finding, Look, Spot};
use crate::programme::{Indicator, IndicatorId};
use crate::value::fold::fold;

/// 一般会計 and 普通会計 in one chart: the one is a budget, the other a statistical view that
/// takes other accounts in, so that their figures differ although both are right.
pub(super) fn look(look: &Look<'_>, found: &mut Vec<Finding>) {
    let indicators: HashMap<IndicatorId, &Indicator> = look.programme.indicators.iter().map(|i| (i.id, i)).collect();
    for chart in &look.programme.charts {
        let of = |account: &str| {
            let mut names: Vec<&str> = chart
                .series
                .iter()
                .filter_map(|series| indicators.get(&series.indicator))
                .filter(|indicator| fold(&indicator.account) == fold(account))
                .map(|indicator| indicator.name.as_str())
                .collect();
            names.dedup();
            names
        };
        let (general, ordinary) = (of("一般会計"), of("普通会計"));
        if !general.is_empty() && !ordinary.is_empty() {
            let facts =
                vec![("general", Fact::Text(general.join("、"))), ("ordinary", Fact::Text(ordinary.join("、")))];
            let (at, title) = (Spot::Chart(chart.id), chart.title.clone());
            found.push(Finding { case: Case::Account, at, cell: Cell::Whole, title, facts });
        }
    }
}
