//! Cells of published tables, read as a whole: own tables with the forms of the field always,
//! and the real ones where the shared folder stands beside the checkout.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

use std::{fs, path::PathBuf};

use super::{
    Absence, Figure, FiscalYear, Measure, Quantity, ReadYear, Reading, Target, Trend, Unit, Value, ValueKind,
    parse_fiscal_year,
};

/// 指標,単位,年度,区分,値,原文 in the forms of a published series.
const SERIES: &str = "\u{feff}指標,単位,年度,区分,値,原文
定員,人,H23,実績,812,812人 (H24.4.1)
定員,人,H27,目標,800,\"800人
(H28.4.1)\"
経常収支比率,%,H26,決算,91.0,\"91.0%
(26決算)\"
経常収支比率,%,H27,決算,,(27決算)
経常収支比率,%,H27,目標,93.0,93.0%以下 (27年決算)
市債残高,億円,R1,決算,213.0,２１３．０億円 (R元決算)
市債残高,億円,H32,目標,200,200億円以内 (32年度末)
";

/// 指標名,基準値,R6,目指す方向 in the forms of a published list of indicators.
const INDICATORS: &str = "指標名,基準値,R6,目指す方向
講座の参加者数,262 団体,―,↑
窓口の利用者数,\"1,325,815 人\",－,↓
手続のオンライン化,0件,ー,↑
人件費比率,15.3% (令和3年度),-,↓
職員数の順位,3/17 団体,—,↑
経常収支比率,88.7% (27/37 団体) (令和3年度),‐,→(↑)
実質公債費比率,0.8% (令和3年度),,2.5%以内
アクセス件数,\"740,454 件/月\",―,↗
";

fn rows(text: &str) -> Vec<Vec<String>> {
    csv::ReaderBuilder::new()
        .flexible(true)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes())
        .records()
        .map(|row| row.unwrap().iter().map(str::to_owned).collect())
        .collect()
}

/// A file of the shared folder; `None`, and a line that says so, where there is none.
fn shared(name: &str) -> Option<Vec<u8>> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/real").join(name);
    let bytes = fs::read(&path).ok();
    if bytes.is_none() {
        println!("skipped: ../shared/real/{name} is not there");
    }
    bytes
}

fn check_series(text: &str) -> usize {
    let rows = rows(text);
    for row in &rows {
        let [_, unit, year, section, number, words] = row.as_slice() else {
            panic!("six columns in {row:?}");
        };
        let unit = Unit::new(unit);
        let ReadYear { year, .. } = parse_fiscal_year(year).expect("the year is understood");
        let plain = |number: &str| Quantity::parse(number).unwrap().or_unit(&unit);
        if section == "目標" {
            let target = Target::read_with(words, &unit).expect("the target is understood");
            let bound = match &target {
                Target::AtMost { limit, strict: false } => limit,
                Target::Exactly { at } => at,
                other => panic!("{words}: {other:?}"),
            };
            assert_eq!(*bound, plain(number), "{words}");
            continue;
        }
        let kind = ValueKind::parse(section).expect("the kind is understood");
        let figure = Figure::read(words, &unit, kind, Some(year));
        match figure.value.as_ref().expect("the cell is understood") {
            Value::Absent { reason } => {
                assert_eq!((*reason, number.as_str()), (Absence::NotYet, ""), "{words}");
            }
            Value::Known { kind: read, as_of, .. } => {
                let quantity = figure.quantity().expect("an amount");
                assert_eq!(*quantity, plain(number), "{words}");
                assert_eq!(quantity.amount.scale(), plain(number).amount.scale());
                assert_eq!(*read, kind, "{words}");
                let moment = as_of.as_ref().and_then(|as_of| as_of.meaning).expect("a moment");
                let expected = match kind {
                    // The head count of a fiscal year is that of the first of April after it.
                    ValueKind::Actual => year.next().map(FiscalYear::start),
                    _ => Some(year.end()),
                };
                assert_eq!(Some(moment.last_day()), expected, "{words}");
            }
        }
    }
    rows.len()
}

/// The cells of one list: those with amounts, ranks, dashes, and the targets with a bound.
#[derive(Debug, Default, PartialEq, Eq)]
struct Tally {
    amounts: usize,
    ranks: usize,
    dashes: usize,
    blanks: usize,
    directions: usize,
    bounds: usize,
    notes: usize,
}

fn tally_indicators(text: &str, figures: std::ops::Range<usize>, direction: usize) -> Tally {
    let mut tally = Tally::default();
    for row in rows(text) {
        if row[0].starts_with('※') {
            tally.notes += 1;
            continue;
        }
        for words in &row[figures.clone()] {
            let figure = Figure::read(words.as_str(), &Unit::none(), ValueKind::Actual, None);
            assert_eq!(&figure.text, words);
            match figure.value.unwrap_or_else(|| panic!("{words} is understood")) {
                Value::Absent { reason: Absence::NotApplicable } => tally.dashes += 1,
                Value::Absent { reason: Absence::NotYet } => tally.blanks += 1,
                Value::Absent { reason } => panic!("{words}: {reason:?}"),
                Value::Known { measure, beside, .. } => {
                    for measure in std::iter::once(measure).chain(beside) {
                        match measure {
                            Measure::Number { .. } => tally.amounts += 1,
                            Measure::Rank { .. } => tally.ranks += 1,
                        }
                    }
                }
            }
        }
        match Target::read(&row[direction]).expect("the direction is understood") {
            Target::Toward { direction } => {
                assert!(matches!(direction, Trend::Up | Trend::Down | Trend::FlatOrUp));
                tally.directions += 1;
            }
            Target::AtMost { .. } => tally.bounds += 1,
            other => panic!("{row:?}: {other:?}"),
        }
    }
    tally
}

#[test]
fn a_series_in_the_forms_of_the_field_is_understood_whole() {
    assert_eq!(check_series(SERIES), 7);
}

#[test]
fn indicators_in_the_forms_of_the_field_are_understood_whole() {
    assert_eq!(
        tally_indicators(INDICATORS, 1..3, 3),
        Tally { amounts: 7, ranks: 2, dashes: 7, blanks: 1, directions: 7, bounds: 1, notes: 0 }
    );
}

#[test]
fn the_published_series_is_understood_whole() {
    let Some(bytes) = shared("fiscal-series.csv") else {
        return;
    };
    assert_eq!(check_series(&String::from_utf8(bytes).unwrap()), 36);
}

#[test]
fn the_published_indicators_are_understood_whole() {
    let Some(bytes) = shared("komaki-indicators-cp932.csv") else {
        return;
    };
    let (text, _, lossy) = encoding_rs::SHIFT_JIS.decode(&bytes);
    assert!(!lossy);
    let tally = tally_indicators(&text, 4..8, 8);
    assert_eq!(tally.directions + tally.bounds, 47, "{tally:?}");
    assert_eq!((tally.ranks, tally.bounds, tally.notes), (3, 1, 1));
    assert_eq!(tally.blanks, 0);
    assert_eq!(tally.dashes, 149);
}

#[test]
fn the_published_targets_are_understood_whole() {
    let Some(bytes) = shared("kodaira-targets-cp932.csv") else {
        return;
    };
    let (text, _, lossy) = encoding_rs::SHIFT_JIS.decode(&bytes);
    assert!(!lossy);
    let first = FiscalYear::new(2011).unwrap();
    let mut amounts = 0;
    for row in csv::ReaderBuilder::new()
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes())
        .records()
        .map(|row| row.unwrap())
        .filter(|row| row.len() > 2 && !row[1].is_empty() && &row[1] != "目標値")
    {
        let target = Target::read(&row[1]).expect("the target is understood");
        assert!(matches!(target, Target::AtMost { .. } | Target::Exactly { .. }));
        for (words, year) in row.iter().skip(2).zip(first.year()..) {
            let figure = Figure::read(words, &Unit::none(), ValueKind::Settled, FiscalYear::new(year));
            assert!(figure.is_understood(), "{words}");
            amounts += usize::from(figure.quantity().is_some());
        }
    }
    assert_eq!(amounts, 25, "six series of five years less five open settlements");
}

#[test]
fn years_at_the_head_of_published_tables_are_understood() {
    for (text, western) in [("H23", 2011), ("R6", 2024), ("令和7年度", 2025), ("平成32年度", 2020)] {
        assert_eq!(FiscalYear::read(text).map(FiscalYear::year), Some(western));
    }
}
