#![allow(clippy::unwrap_used, clippy::expect_used)]

use proptest::prelude::*;

use super::*;
use crate::value::{Reading, Written};

fn day(year: i32, month: u32, day: u32) -> AsOf {
    AsOf::Day { date: NaiveDate::from_ymd_opt(year, month, day).unwrap() }
}

fn year(western: i32) -> FiscalYear {
    FiscalYear::new(western).unwrap()
}

#[test]
fn moments_are_read_as_finely_as_they_are_written() {
    for (text, moment) in [
        ("H28.4.1", day(2016, 4, 1)),
        ("(H28.4.1)", day(2016, 4, 1)),
        ("Ｈ２８．４．１", day(2016, 4, 1)),
        ("平成28年4月1日現在", day(2016, 4, 1)),
        ("令和3年3月31日", day(2021, 3, 31)),
        ("令和三年三月三十一日", day(2021, 3, 31)),
        ("令和元年5月1日", day(2019, 5, 1)),
        ("R1.4.1", day(2019, 4, 1)),
        ("平成32年4月1日", day(2020, 4, 1)),
        ("令和6年2月2日", day(2024, 2, 2)),
        ("令和6年2月2日（金）", day(2024, 2, 2)),
        ("令和6年2月2日(金曜日)", day(2024, 2, 2)),
        ("2024-02-02", day(2024, 2, 2)),
        ("2024/2/2", day(2024, 2, 2)),
        ("2024年2月29日", day(2024, 2, 29)),
        ("令和6年3月末", day(2024, 3, 31)),
        ("R6.2末現在", day(2024, 2, 29)),
        ("令和5年末", day(2023, 12, 31)),
        ("令和5年度当初", day(2023, 4, 1)),
        ("R5.3", AsOf::Month { year: 2023, month: 3 }),
        ("R5.3時点想定", AsOf::Month { year: 2023, month: 3 }),
        ("令和5年3月時点", AsOf::Month { year: 2023, month: 3 }),
        ("2023-03", AsOf::Month { year: 2023, month: 3 }),
        ("平成36年", AsOf::Year { year: 2024 }),
        ("2024年", AsOf::Year { year: 2024 }),
        ("令和3年度", AsOf::FiscalYear { year: year(2021) }),
        ("R3", AsOf::FiscalYear { year: year(2021) }),
        ("H27決算", AsOf::FiscalYear { year: year(2015) }),
        ("令和5年度決算見込み", AsOf::FiscalYear { year: year(2023) }),
        ("令和3年度実績", AsOf::FiscalYear { year: year(2021) }),
        ("令和6(2024)年度", AsOf::FiscalYear { year: year(2024) }),
        ("令和5年度末", AsOf::FiscalYearEnd { year: year(2023) }),
        ("H27年度末現在", AsOf::FiscalYearEnd { year: year(2015) }),
    ] {
        assert_eq!(AsOf::read(text), Some(moment), "{text}");
    }
}

#[test]
fn bare_years_need_a_hint() {
    let hint = year(2014);
    for (text, moment) in [
        ("27決算", AsOf::FiscalYear { year: year(2015) }),
        ("27年決算", AsOf::FiscalYear { year: year(2015) }),
        ("27年度決算", AsOf::FiscalYear { year: year(2015) }),
        ("(23決算)", AsOf::FiscalYear { year: year(2011) }),
        ("27年度末", AsOf::FiscalYearEnd { year: year(2015) }),
        ("27年度", AsOf::FiscalYear { year: year(2015) }),
        ("28.4.1", day(2016, 4, 1)),
        ("28年4月1日", day(2016, 4, 1)),
    ] {
        assert_eq!(AsOf::parse(text), None, "{text} without a hint");
        assert_eq!(AsOf::parse_near(text, hint), Some(moment), "{text}");
    }
    for amount in ["27", "27.4", "95.0", "元"] {
        assert_eq!(AsOf::parse_near(amount, hint), None, "{amount}");
    }
}

#[test]
fn what_is_no_moment_is_not_understood() {
    for text in [
        "",
        "()",
        "令和",
        "R5.13",
        "R5.0",
        "令和3年2月29日",
        "令和6年2月2日(土)",
        "H28.4.1.1",
        "2024/2-2",
        "令和6年2月2",
        "令和3年31日",
        "H27末",
        "27決算",
        "4月1日",
        "前年度",
        "団体",
        "27/37団体",
    ] {
        assert_eq!(AsOf::read(text), None, "{text}");
    }
    assert_eq!(NaiveDate::read("R5.3"), None);
    assert_eq!(NaiveDate::read("R5.3.1").map(|d| d.to_string()), Some("2023-03-01".into()));
}

#[test]
fn days_print_in_the_era_they_lie_in() {
    let print = |y, m, d| format_date(NaiveDate::from_ymd_opt(y, m, d).unwrap());
    assert_eq!(print(2024, 2, 2), "令和6年2月2日");
    assert_eq!(print(2019, 5, 1), "令和元年5月1日");
    assert_eq!(print(2019, 4, 30), "平成31年4月30日");
    assert_eq!(print(1989, 1, 7), "昭和64年1月7日");
    assert_eq!(print(1989, 1, 8), "平成元年1月8日");
    assert_eq!(print(1850, 1, 1), "1850年1月1日");
}

#[test]
fn moments_are_serialised_by_kind_beside_their_words() {
    let written = Written::<AsOf>::read("R5.3時点想定");
    let json = serde_json::to_value(&written).unwrap();
    assert_eq!(
        json,
        serde_json::json!({"text": "R5.3時点想定", "meaning": {"kind": "month", "year": 2023, "month": 3}})
    );
    assert_eq!(serde_json::from_value::<Written<AsOf>>(json).unwrap(), written);
    let lost = Written::<AsOf>::read("いつか");
    assert!(!lost.is_understood());
    assert_eq!(lost.to_string(), "いつか");
}

#[test]
fn moments_of_different_fineness_sort_by_their_last_day() {
    let last = |text: &str| AsOf::read(text).unwrap().last_day().to_string();
    assert_eq!(last("R5.3.1"), "2023-03-01");
    assert_eq!(last("R5.12"), "2023-12-31");
    assert_eq!(last("R6.2"), "2024-02-29");
    assert_eq!(last("令和5年"), "2023-12-31");
    assert_eq!(last("令和5年度"), "2024-03-31");
    assert_eq!(last("令和5年度末"), "2024-03-31");
}

proptest! {
    #[test]
    fn every_day_returns_from_its_printed_form(days in 0..120_000_i64) {
        let date = NaiveDate::from_ymd_opt(1868, 1, 25).unwrap() + chrono::Duration::days(days);
        prop_assert_eq!(NaiveDate::read(&format_date(date)), Some(date));
        prop_assert_eq!(NaiveDate::read(&date.to_string()), Some(date));
    }

    #[test]
    fn reading_never_panics(text in any::<String>(), words in "[令和平成HR元年度末月日決算0-9０-９./() ]{0,16}") {
        for text in [text, words] {
            let _ = AsOf::parse_near(&text, year(2014));
            if let Some(moment) = AsOf::read(&text) {
                prop_assert!(moment.last_day() >= NaiveDate::from_ymd_opt(1868, 1, 1).unwrap());
            }
        }
    }
}
