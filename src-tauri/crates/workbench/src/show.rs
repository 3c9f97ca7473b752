//! A programme in a few lines: what `kaikaku show` prints.

use domain::programme::{EffectTable, IndicatorScope, Programme};

use crate::texts::{Texts, args, keys};
use crate::view::total_words;

/// The lines: the city, each plan with its period and number of items, indicators, charts,
/// tables of effects with their totals, meetings.
pub fn lines(texts: &Texts, programme: &Programme) -> Vec<String> {
    let mut lines = vec![programme.city.name.clone()];
    for plan in &programme.plans {
        let told = args([
            ("plan", plan.name.clone()),
            ("first", plan.first.text.clone()),
            ("last", plan.last.text.clone()),
            ("items", plan.items().count().to_string()),
            ("nodes", plan.nodes.len().to_string()),
        ]);
        lines.push(texts.with(keys::SHOW_PLAN, &told));
    }
    let fiscal = programme.indicators.iter().filter(|i| i.scope == IndicatorScope::Fiscal).count();
    let told = args([
        ("fiscal", fiscal.to_string()),
        ("other", (programme.indicators.len() - fiscal).to_string()),
        ("charts", programme.charts.len().to_string()),
        ("meetings", programme.meetings.len().to_string()),
        ("offices", programme.offices.len().to_string()),
    ]);
    lines.push(texts.with(keys::SHOW_COUNTS, &told));
    for chart in &programme.charts {
        lines.push(texts.with(keys::SHOW_CHART, &args([("chart", chart.title.clone())])));
    }
    for table in &programme.effects {
        lines.extend(effect_lines(texts, programme, table));
    }
    for meeting in &programme.meetings {
        let papers: Vec<&str> = meeting.papers.iter().map(|paper| paper.doc_no.as_str()).collect();
        let told = args([
            ("meeting", [meeting.number.as_str(), meeting.name.as_str()].join(" ").trim().to_owned()),
            ("papers", papers.join("、")),
        ]);
        lines.push(texts.with(keys::SHOW_MEETING, &told));
    }
    lines
}

/// A table of effects, and below it what it adds up to, over which years, and what is missing.
fn effect_lines(texts: &Texts, programme: &Programme, table: &EffectTable) -> Vec<String> {
    let head = args([
        ("table", table.name.clone()),
        ("unit", table.unit.clone()),
        ("rows", table.rows.iter().filter(|row| !row.total).count().to_string()),
    ]);
    let mut lines = vec![texts.with(keys::SHOW_EFFECT, &head)];
    let plan = programme.plans.iter().find(|plan| plan.id == table.plan);
    for total in total_words(texts, &programme.city, plan, table) {
        let told = args([
            ("total", total.title),
            ("column", total.column),
            ("amount", total.amount),
            ("coverage", total.coverage),
        ]);
        lines.push(texts.with(keys::SHOW_EFFECT_TOTAL, &told));
    }
    lines
}
