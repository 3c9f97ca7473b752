//! Totals that are written among what they are the total of: a part of an indicator, a project of
//! an item.

use rust_decimal::Decimal;

use super::{Case, Cell, Fact, Finding, Look, Spot, title};
use crate::programme::{Indicator, Node};
use crate::value::fold::fold;
use crate::value::quantity::Quantity;

/// What a total is called. 「合計特殊出生率」 is none, so the whole name is compared.
const TOTALS: [&str; 5] = ["計", "合計", "総計", "総額", "合計額"];

pub(super) fn look(look: &Look<'_>, found: &mut Vec<Finding>) {
    look.programme.indicators.iter().for_each(|indicator| parts(indicator, found));
    for node in look.programme.plans.iter().flat_map(|plan| &plan.nodes) {
        budgets(node, found);
    }
}

fn is_total(name: &str) -> bool {
    let name = fold(name);
    TOTALS.iter().any(|total| fold(total) == name)
}

/// Of an indicator of several values the one named 合計 is the sum of the others. Shares and means
/// are not added, and a year that is not whole is not compared.
fn parts(indicator: &Indicator, found: &mut Vec<Finding>) {
    let totals: Vec<usize> = (0..indicator.parts.len()).filter(|at| is_total(&indicator.parts[*at].name)).collect();
    let [total] = totals.as_slice() else { return };
    let unit = &indicator.parts[*total].unit;
    let alike = indicator.parts.iter().all(|part| fold(&part.unit) == fold(unit));
    if indicator.parts.len() < 3 || !alike || unit.contains(['%', '％']) {
        return;
    }
    let quantity = |year, slot, at: usize| {
        let part = u8::try_from(at).ok()?;
        indicator.observation(year, part, slot)?.figure.quantity()
    };
    let Ok(part) = u8::try_from(*total) else { return };
    for written in indicator.observations.iter().filter(|one| one.part == part) {
        let of = |at| quantity(written.year, written.slot, at);
        let others: Option<Vec<&Quantity>> = (0..indicator.parts.len()).filter(|at| at != total).map(of).collect();
        let (Some(printed), Some(others)) = (of(*total), others) else { continue };
        let Some(sum) = disagreeing(printed, &others) else { continue };
        let facts = vec![
            ("year", Fact::Year(written.year)),
            ("what", Fact::Text(printed.to_string())),
            ("sum", Fact::Text(sum.to_string())),
        ];
        let cell = Cell::Figure(written.year, part, written.slot);
        let at = Spot::Indicator(indicator.id);
        found.push(Finding { case: Case::PartTotal, at, cell, title: indicator.name.clone(), facts });
    }
}

/// A project named 合計 holds the sum of the budgets of the projects of the same year before it.
fn budgets(node: &Node, found: &mut Vec<Finding>) {
    for (at, total) in node.projects.iter().enumerate().filter(|(_, project)| is_total(&project.name)) {
        let year = total.year.as_ref().map(|year| fold(&year.text));
        let same = node.projects[..at].iter().filter(|project| {
            project.kind == total.kind
                && !is_total(&project.name)
                && project.year.as_ref().map(|year| fold(&year.text)) == year
        });
        let amount = |project: &crate::programme::Project| project.budget.as_ref()?.meaning.clone();
        let parts: Option<Vec<Quantity>> = same.map(amount).collect();
        let (Some(printed), Some(parts)) = (amount(total), parts.filter(|parts| parts.len() > 1)) else { continue };
        let Some(sum) = disagreeing(&printed, &parts.iter().collect::<Vec<_>>()) else { continue };
        let facts = vec![("what", Fact::Text(printed.to_string())), ("sum", Fact::Text(sum.to_string()))];
        let cell = Cell::Project(total.id);
        found.push(Finding { case: Case::BudgetTotal, at: Spot::Node(node.id), cell, title: title(node), facts });
    }
}

/// The sum of the parts in the unit of the printed total, when it is off by more than rounding.
fn disagreeing(printed: &Quantity, parts: &[&Quantity]) -> Option<Quantity> {
    let unit = &printed.unit;
    let mut sum = Decimal::ZERO;
    let mut scale = printed.amount.scale();
    for part in parts {
        let part = (*part).clone().or_unit(unit).convert_to(unit)?;
        sum = sum.checked_add(part.amount)?;
        scale = scale.min(part.amount.scale());
    }
    // Half a step for each part and for the total. Whole yen and whole people are not rounded.
    let exact = scale == 0 && unit.money_factor().is_none_or(|yen| yen <= Decimal::ONE);
    let step = if exact { Decimal::ZERO } else { Decimal::new(1, scale) };
    let count = Decimal::from(u32::try_from(parts.len()).ok()?.checked_add(1)?);
    let tolerance = step.checked_mul(count)?.checked_div(Decimal::TWO)?;
    let off = printed.amount.checked_sub(sum)?.abs();
    (off > tolerance).then(|| Quantity::new(sum.normalize(), unit.clone()))
}
