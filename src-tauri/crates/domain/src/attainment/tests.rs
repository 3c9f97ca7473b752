#![allow(clippy::unwrap_used)]

use super::*;
use crate::programme::{Baseline, IndicatorId, IndicatorScope, Observation, Part, Stage, TargetId};
use crate::value::figure::Figure;
use crate::value::quantity::Unit;
use crate::value::written::Written;

fn year(western: i32) -> FiscalYear {
    FiscalYear::new(western).unwrap()
}

fn figure(text: &str, unit: &str) -> Figure {
    Figure::read(text, &Unit::new(unit), ValueKind::Actual, Some(year(2024)))
}

/// An indicator with a baseline of R4, the values of R5 and R6, and the targets given: words, year, stage.
fn indicator(unit: &str, good: &str, baseline: &str, values: [&str; 2], targets: &[(&str, &str, Stage)]) -> Indicator {
    let observation = |(western, text): (i32, &str)| Observation {
        year: year(western),
        part: 0,
        slot: Slot::Actual,
        figure: figure(text, unit),
        comment: String::new(),
    };
    let target = |(id, (words, of, stage)): (i64, &(&str, &str, Stage))| IndicatorTarget {
        id: TargetId(id),
        part: 0,
        year: (!of.is_empty()).then(|| Written::read(*of)),
        stage: *stage,
        target: Written::with_meaning(*words, Target::read_with(words, &Unit::new(unit))),
        as_of: None,
    };
    Indicator {
        id: IndicatorId(1),
        name: "指標".into(),
        markers: Vec::new(),
        scope: IndicatorScope::Fiscal,
        account: String::new(),
        definition: String::new(),
        parts: vec![Part { name: String::new(), unit: unit.into(), decimals: 1 }],
        good: (!good.is_empty()).then(|| Written::read(good)),
        survey: false,
        cumulative: false,
        source: String::new(),
        note: String::new(),
        baseline: Some(Baseline { year: Written::read("令和4年度"), figures: vec![figure(baseline, unit)] }),
        targets: (1..).zip(targets).map(target).collect(),
        observations: [2023, 2024].into_iter().zip(values).map(observation).collect(),
    }
}

/// What is proposed for R6 of a target of that year.
fn told(unit: &str, good: &str, baseline: &str, values: [&str; 2], target: &str) -> (Verdict, Reason) {
    let indicator = indicator(unit, good, baseline, values, &[(target, "R6", Stage::Yearly)]);
    let proposal = propose(&indicator, 0, year(2024), true).unwrap();
    (proposal.verdict, proposal.reason)
}

fn quantity(text: &str) -> Quantity {
    Quantity::parse(text).unwrap()
}

#[test]
fn a_bound_in_words_decides() {
    let of = |actual, target| told("%", "", "1.0%", ["", actual], target);
    assert_eq!(of("94.9%", "95.0%以下"), (Verdict::Met, Reason::Compared));
    assert_eq!(of("95.1%", "95.0%以下"), (Verdict::Missed, Reason::Compared));
    assert_eq!(of("2.5%", "2.5%以内"), (Verdict::Met, Reason::Compared));
    assert_eq!(of("93%", "93%超"), (Verdict::Missed, Reason::Compared));
    assert_eq!(of("85%", "80～90%"), (Verdict::Met, Reason::Compared));
    assert_eq!(
        told("億円", "", "", ["", "29,940百万円"], "300億円以内"),
        (Verdict::Met, Reason::Compared),
        "units that convert are compared"
    );
    assert_eq!(told("億円", "", "", ["", "5人"], "300億円以内"), (Verdict::Open, Reason::Units));
}

#[test]
fn a_plain_value_needs_the_direction_of_good() {
    let of = |good, actual| told("人", good, "", ["", actual], "910人");
    assert_eq!(of("", "932人"), (Verdict::Open, Reason::NoDirection));
    assert_eq!(of("", "910人"), (Verdict::Met, Reason::Compared), "exactly that is met whatever is good");
    assert_eq!(of("↘", "932人"), (Verdict::Missed, Reason::WithDirection));
    assert_eq!(of("↘", "899人"), (Verdict::Met, Reason::WithDirection));
    assert_eq!(of("↗", "932人"), (Verdict::Met, Reason::WithDirection));
    assert_eq!(of("→", "932人"), (Verdict::Open, Reason::Margin), "how flat is flat is not said");
    assert_eq!(of("2.5%以内", "932人"), (Verdict::Open, Reason::NoDirection), "words are no direction");
}

#[test]
fn last_year_and_baseline_are_looked_back_to() {
    let of = |baseline, before, actual, target| told("件", "↗", baseline, [before, actual], target);
    let last = Reason::WithLastYear(quantity("40件"));
    assert_eq!(of("", "40件", "41件", "前年度実績以上"), (Verdict::Met, last.clone()));
    assert_eq!(of("", "40件", "39件", "前年度実績以上"), (Verdict::Missed, last.clone()));
    assert_eq!(of("", "40件", "40件", "↗"), (Verdict::Missed, last));
    assert_eq!(of("50件", "—", "40件", "↗"), (Verdict::Open, Reason::NoLastYear), "a baseline of R4 is not last year");
    let base = Reason::WithBaseline(quantity("50件"));
    assert_eq!(of("50件", "", "44件", "10%以上削減"), (Verdict::Met, base.clone()));
    assert_eq!(of("50件", "", "46件", "10%以上削減"), (Verdict::Missed, base.clone()));
    assert_eq!(of("50件", "", "44件", "概ね10%削減"), (Verdict::Met, base));
    assert_eq!(of("50件", "", "46件", "概ね10%削減"), (Verdict::Open, Reason::Margin));
    assert_eq!(of("—", "", "46件", "10%削減"), (Verdict::Open, Reason::NoBaseline));
    assert_eq!(told("%", "↘", "20%", ["", "10%"], "10%削減"), (Verdict::Open, Reason::PercentOfPercent));
}

#[test]
fn a_baseline_of_the_year_before_is_last_years_value() {
    let mut of = indicator("件", "↗", "30件", ["31件", ""], &[("前年度以上", "R5", Stage::Yearly)]);
    let proposal = propose(&of, 0, year(2023), true).unwrap();
    assert_eq!((proposal.verdict, proposal.reason), (Verdict::Met, Reason::WithLastYear(quantity("30件"))));
    of.baseline = None;
    assert_eq!(propose(&of, 0, year(2023), true).unwrap().reason, Reason::NoLastYear);
}

#[test]
fn what_is_no_measured_amount_is_not_judged() {
    let of = |actual| told("%", "↗", "", ["", actual], "50%以上");
    assert_eq!(of(""), (Verdict::Open, Reason::NoActual));
    assert_eq!(of("(6決算)"), (Verdict::Open, Reason::NoActual));
    assert_eq!(of("—"), (Verdict::Open, Reason::Absent(Absence::NotApplicable)));
    assert_eq!(of("4憶"), (Verdict::Open, Reason::ActualNotRead));
    assert_eq!(of("3/17団体"), (Verdict::Open, Reason::Rank));
    assert_eq!(of("51%（予算）"), (Verdict::Open, Reason::NotMeasured(ValueKind::Budget)));
    let tentative = indicator("%", "↗", "", ["", "51%（見込）"], &[("50%以上", "R6", Stage::Yearly)]);
    let proposal = propose(&tentative, 0, year(2024), true).unwrap();
    assert_eq!((proposal.verdict, proposal.kind), (Verdict::Met, Some(ValueKind::Provisional)));
    assert_eq!(told("%", "↗", "", ["", "51%"], "4憶円以上"), (Verdict::Open, Reason::TargetNotRead));
    assert_eq!(told("%", "↗", "", ["", "51%"], "赤字の回避"), (Verdict::Open, Reason::Words));
}

#[test]
fn two_forms_at_once_have_both_to_hold() {
    let of = |baseline, actual| told("千円", "↘", baseline, ["", actual], "900千円 / 縮減率10%");
    assert_eq!(of("1,000千円", "890千円"), (Verdict::Met, Reason::Compared));
    assert_eq!(of("1,000千円", "950千円"), (Verdict::Missed, Reason::WithDirection));
    assert_eq!(of("—", "890千円"), (Verdict::Open, Reason::NoBaseline));
}

#[test]
fn of_several_targets_the_missed_one_decides_and_a_dash_asks_for_nothing() {
    let targets = [("50%以上", "R6", Stage::Yearly), ("60%以上", "令和6年度", Stage::Final)];
    let both = indicator("%", "↗", "", ["", "55%"], &targets);
    let proposal = propose(&both, 0, year(2024), true).unwrap();
    assert_eq!((proposal.verdict, proposal.target.target.text.as_str()), (Verdict::Missed, "60%以上"));
    assert!(propose(&both, 0, year(2023), true).is_none(), "nothing is to be met in R5");
    assert!(propose(&both, 1, year(2024), true).is_none(), "nor by another part");
    let dash = indicator("%", "↗", "", ["", "55%"], &[("—", "R6", Stage::Yearly)]);
    assert!(propose(&dash, 0, year(2024), true).is_none());
}

#[test]
fn a_final_target_without_a_year_holds_for_the_whole_period() {
    let bound = indicator("%", "", "", ["1.0%", "2.6%"], &[("2.5%以内", "", Stage::Final)]);
    let verdict = |western, in_period| propose(&bound, 0, year(western), in_period).map(|one| one.verdict);
    assert_eq!(verdict(2023, true), Some(Verdict::Met));
    assert_eq!(verdict(2024, true), Some(Verdict::Missed));
    assert_eq!(verdict(2024, false), None);
}
