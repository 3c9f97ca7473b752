//! Figures and targets of indicators: what a person types into the table of fiscal series.

use domain::check::FindingKind;
use domain::programme::{IndicatorId, IndicatorScope, Slot, broken_references};
use domain::value::{Absence, Figure, Target, Value, ValueKind};
use rust_decimal::Decimal;
use workbench::fiscal::{FigureEdit, NewIndicator, add, remove, rename, set, set_target};
use workbench::{Workbench, WorkbenchError, chart, check, view};

use crate::support::{bench, by, figure_text, history, indicator, moment, press, refused, texts, undo_all, year};

/// 定員（職員数）: 実績 with as-of of their own.
const STAFF: i64 = 1;
/// 経常収支比率: two parts, the last year 見込.
const BALANCE: i64 = 2;
/// 財政調整基金残高, 億円.
const FUND: i64 = 3;

fn figure(id: i64, western: i32, text: &str) -> FigureEdit {
    FigureEdit {
        indicator: IndicatorId(id),
        part: 0,
        year: year(western),
        slot: Slot::Actual,
        text: text.into(),
        kind: None,
    }
}

fn value(bench: &Workbench, id: i64, western: i32) -> Option<Value> {
    indicator(bench, id).observation(year(western), 0, Slot::Actual).and_then(|o| o.figure.value.clone())
}

fn amount(value: Option<Value>) -> Option<(Decimal, String, ValueKind)> {
    let value = value?;
    let quantity = value.quantity()?.clone();
    Some((quantity.amount, quantity.unit.as_str().to_owned(), value.kind()?))
}

#[test]
fn a_figure_is_read_in_the_unit_of_its_row_and_keeps_its_kind() {
    let mut bench = bench();
    set(&mut bench, &by(), &[figure(BALANCE, 2024, "95.10")]).unwrap();
    assert_eq!(
        amount(value(&bench, BALANCE, 2024)),
        Some((Decimal::new(9510, 2), "%".into(), ValueKind::Provisional)),
        "the year stays 見込, the digits stay as written"
    );
    assert_eq!(figure_text(&bench, BALANCE, 2024).unwrap(), "95.10");
    set(&mut bench, &by(), &[FigureEdit { kind: Some(ValueKind::Settled), ..figure(BALANCE, 2024, "95.1%") }]).unwrap();
    assert_eq!(amount(value(&bench, BALANCE, 2024)).unwrap().2, ValueKind::Settled);
    set(&mut bench, &by(), &[figure(STAFF, 2023, "９５０人")]).unwrap();
    assert_eq!(amount(value(&bench, STAFF, 2023)), Some((950.into(), "人".into(), ValueKind::Actual)));
    set(&mut bench, &by(), &[figure(STAFF, 2025, "960人 (R8.4.1) (見込)")]).unwrap();
    assert_eq!(amount(value(&bench, STAFF, 2025)).unwrap().2, ValueKind::Provisional, "the cell's own word wins");
    set(&mut bench, &by(), &[FigureEdit { slot: Slot::Plan, ..figure(FUND, 2024, "△ 1,200.5") }]).unwrap();
    let plan = indicator(&bench, FUND).observation(year(2024), 0, Slot::Plan).unwrap().figure.value.clone();
    assert_eq!(amount(plan), Some((Decimal::new(-12005, 1), "億円".into(), ValueKind::Planned)));
    assert_eq!(figure_text(&bench, FUND, 2024).unwrap(), "42.3億円 (見込)", "the other row is not touched");
    assert_eq!(history(&bench).len(), 5);
    assert_eq!(history(&bench)[0], "「財政調整基金残高」令和6年度の値の入力");
}

#[test]
fn blank_dash_and_zero_are_three_different_things() {
    let mut bench = bench();
    set(&mut bench, &by(), &[figure(FUND, 2021, ""), figure(FUND, 2022, "—"), figure(FUND, 2023, "0")]).unwrap();
    let blank = indicator(&bench, FUND).observation(year(2021), 0, Slot::Actual).cloned().unwrap();
    assert_eq!(blank.figure, Figure::blank(), "blank: nothing is there yet");
    assert!(!blank.comment.is_empty(), "but what was written about the year stays");
    assert_eq!(value(&bench, FUND, 2022), Some(Value::Absent { reason: Absence::NotApplicable }));
    assert_eq!(amount(value(&bench, FUND, 2023)), Some((Decimal::ZERO, "億円".into(), ValueKind::Settled)));
    let view = view::fiscal(&bench, year(2024), None).unwrap();
    let row = view.rows.iter().find(|row| row.indicator == IndicatorId(FUND)).unwrap();
    let cell = |western| &row.cells[view.years.iter().position(|head| head.year == year(western)).unwrap()];
    let told = |western| (cell(western).text.as_str(), cell(western).number.as_deref(), cell(western).absent);
    assert_eq!(told(2021), ("", None, Some(Absence::NotYet)));
    assert_eq!(told(2022), ("—", None, Some(Absence::NotApplicable)));
    assert_eq!(told(2023), ("0", Some("0"), None));
    assert!([2021, 2022, 2023].iter().all(|western| cell(*western).understood));
    assert_eq!(history(&bench), ["指標の値3か所の入力"]);
}

#[test]
fn misprints_are_kept_as_words_without_a_value_and_the_check_names_them() {
    let mut bench = bench();
    assert!(
        check::run(&bench, texts(), press(), moment().date()).unwrap().iter().all(|f| f.kind != FindingKind::Figure)
    );
    for (western, typed) in [(2021, "4憶"), (2022, "(9500)"), (2023, "1,23"), (2024, "増加")] {
        set(&mut bench, &by(), &[figure(FUND, western, typed)]).unwrap();
        assert_eq!(figure_text(&bench, FUND, western).unwrap(), typed, "kept to the letter");
        assert_eq!(value(&bench, FUND, western), None, "{typed} is no value");
    }
    let findings = check::run(&bench, texts(), press(), moment().date()).unwrap();
    let told: Vec<&str> = findings.iter().filter(|f| f.kind == FindingKind::Figure).map(|f| f.text.as_str()).collect();
    assert_eq!(
        told,
        [
            "値として読み取れません：令和3年度 実績 「4憶」",
            "値として読み取れません：令和4年度 実績 「(9500)」",
            "値として読み取れません：令和5年度 実績 「1,23」",
            "値として読み取れません：令和6年度 実績 「増加」",
        ]
    );
    let view = view::fiscal(&bench, year(2024), None).unwrap();
    let row = view.rows.iter().find(|row| row.indicator == IndicatorId(FUND)).unwrap();
    assert_eq!(row.cells.iter().filter(|cell| !cell.understood).count(), 4, "the table marks them");
    undo_all(&mut bench);
    assert_eq!(figure_text(&bench, FUND, 2021).unwrap(), "46.5億円");
}

#[test]
fn a_comment_of_the_year_survives_a_new_figure() {
    let mut bench = bench();
    let mut programme = bench.programme().unwrap();
    let observation = &mut programme.indicators[1].observations[0];
    observation.comment = "扶助費が増えたため".into();
    let western = observation.year.year();
    workbench::interchange::load(&mut bench, &by(), &programme).unwrap();
    set(&mut bench, &by(), &[figure(BALANCE, western, "92.0%")]).unwrap();
    assert_eq!(indicator(&bench, BALANCE).observations[0].comment, "扶助費が増えたため");
}

#[test]
fn targets_are_words_with_their_bound() {
    let mut bench = bench();
    let found = |bench: &Workbench| {
        let targets = indicator(bench, BALANCE).targets;
        targets.into_iter().map(|t| (t.id.0, t.target.text, t.year.map(|y| y.text))).collect::<Vec<_>>()
    };
    let before = found(&bench);
    set_target(&mut bench, &by(), IndicatorId(BALANCE), 0, "令和10年度", "90%台半ば").unwrap();
    let after = found(&bench);
    assert_eq!(after[0], before[0], "the target on the way stays");
    assert_eq!(after[1], (before[1].0, "90%台半ば".into(), Some("令和10年度".into())));
    let meaning = indicator(&bench, BALANCE).targets[1].target.meaning.clone();
    assert_eq!(meaning, Some(Target::Words));
    set_target(&mut bench, &by(), IndicatorId(BALANCE), 1, "", "97.0%以下").unwrap();
    let second = indicator(&bench, BALANCE).targets.pop().unwrap();
    assert!(second.part == 1 && second.year.is_none() && second.target.is_understood());
    set_target(&mut bench, &by(), IndicatorId(BALANCE), 0, "令和10年度", "").unwrap();
    assert_eq!(found(&bench).len(), 2, "an empty text takes the target away");
    set_target(&mut bench, &by(), IndicatorId(FUND), 0, "令和6年度", "4憶円以上").unwrap();
    let findings = check::run(&bench, texts(), press(), moment().date()).unwrap();
    assert!(findings.iter().any(|f| f.text == "目標の条件が読み取れません：「4憶円以上」"));
    assert_eq!(history(&bench)[0], "「財政調整基金残高」の指標情報の変更");
    assert_eq!(broken_references(&bench.programme().unwrap()), []);
}

#[test]
fn an_indicator_is_added_renamed_and_removed_with_its_series() {
    let mut bench = bench();
    let new = NewIndicator {
        scope: IndicatorScope::Fiscal,
        name: "実質公債費比率".into(),
        unit: "%".into(),
        decimals: 1,
        good: String::new(),
    };
    let id = add(&mut bench, &by(), &[new]).unwrap().value[0];
    set(&mut bench, &by(), &[figure(id.0, 2023, "△0.4")]).unwrap();
    assert_eq!(amount(value(&bench, id.0, 2023)).unwrap().0, Decimal::new(-4, 1));
    rename(&mut bench, &by(), id, "実質公債費比率（3か年平均）").unwrap();
    remove(&mut bench, &by(), id).unwrap();
    assert_eq!(
        history(&bench),
        [
            "指標「実質公債費比率（3か年平均）」の削除",
            "「実質公債費比率」の指標情報の変更",
            "「実質公債費比率」令和5年度の値の入力",
            "指標「実質公債費比率」の追加",
        ]
    );
    // 財政調整基金残高 stands in 財政調整基金残高と経常収支比率 and in 基金残高の推移.
    remove(&mut bench, &by(), IndicatorId(FUND)).unwrap();
    let charts = bench.programme().unwrap().charts;
    assert!(charts.iter().all(|chart| chart.series.iter().all(|series| series.indicator.0 != FUND)));
    assert_eq!(charts.len(), 6, "both still show something");
    remove(&mut bench, &by(), IndicatorId(7)).unwrap();
    assert_eq!(bench.programme().unwrap().charts.len(), 5, "a chart that shows nothing any more goes too");
    assert_eq!(broken_references(&bench.programme().unwrap()), []);
    undo_all(&mut bench);
    assert!(bench.programme().unwrap() == workbench::sample::programme().unwrap());
}

#[test]
fn what_does_not_exist_is_refused() {
    let mut bench = bench();
    let good = figure(FUND, 2024, "1");
    let cases = [figure(999, 2024, "1"), FigureEdit { part: 7, ..good.clone() }];
    for wrong in cases {
        for edits in [vec![wrong.clone()], vec![good.clone(), wrong.clone()]] {
            let error = refused(&mut bench, |b| set(b, &by(), &edits));
            assert!(matches!(error, WorkbenchError::NoSuch { .. }), "{error:?}");
        }
    }
    assert!(matches!(refused(&mut bench, |b| set(b, &by(), &[])), WorkbenchError::NothingToShow));
    let gone = IndicatorId(999);
    let target = |b: &mut Workbench, id, part| set_target(b, &by(), id, part, "R6", "1以下");
    assert!(matches!(refused(&mut bench, |b| target(b, gone, 0)), WorkbenchError::NoSuch { id: 999, .. }));
    let error = refused(&mut bench, |b| target(b, IndicatorId(FUND), 7));
    assert!(matches!(error, WorkbenchError::NoSuch { .. }), "no such part: {error:?}");
    assert!(matches!(refused(&mut bench, |b| remove(b, &by(), gone)), WorkbenchError::NoSuch { id: 999, .. }));
    assert!(matches!(refused(&mut bench, |b| rename(b, &by(), IndicatorId(FUND), "")), WorkbenchError::EmptyName));
}

#[test]
fn a_changed_figure_changes_the_chart_and_nothing_else_in_it() {
    let mut bench = bench();
    let composed = |bench: &Workbench| {
        let id = domain::programme::ChartId(1);
        chart::of_file(bench, texts(), id, chart::theme(false), None).unwrap()
    };
    let before = composed(&bench);
    set(&mut bench, &by(), &[figure(BALANCE, 2023, "94.8%")]).unwrap();
    let after = composed(&bench);
    let mut expected = before.clone();
    expected.series[0].points[12] =
        charts::Point::Value { value: Decimal::new(948, 1), label: "94.8%".into(), firm: true };
    expected.alt = before.alt.replace("94.2%", "94.8%");
    assert_eq!(after, expected);
    bench.undo().unwrap().unwrap();
    assert_eq!(composed(&bench), before);
}
