#![allow(clippy::unwrap_used, clippy::expect_used)]

use proptest::prelude::*;

use super::*;

fn year(western: i32) -> FiscalYear {
    FiscalYear::new(western).unwrap()
}

fn read(text: &str) -> Option<(i32, Option<Era>)> {
    parse_fiscal_year(text).map(|read| (read.year.year(), read.era))
}

#[test]
fn years_are_read_in_every_writing_of_the_field() {
    let reiwa6 = Some((2024, Some(Era::Reiwa)));
    for text in [
        "R6",
        "Ｒ６",
        "r6",
        "R.6",
        "R06",
        "R6年度",
        "令6",
        "令和６年度",
        "令和6年度",
        " 令和 6 年度 ",
        "令和\n6年度",
        "令和六年度",
        "㋿6年度",
        "令和6(2024)年度",
        "令和６（２０２４）年度",
        "令和6年度(2024年度)",
    ] {
        assert_eq!(read(text), reiwa6, "{text}");
    }
    for (text, western, era) in [
        ("令和元年度", 2019, Some(Era::Reiwa)),
        ("R元", 2019, Some(Era::Reiwa)),
        ("R1", 2019, Some(Era::Reiwa)),
        ("平成31年度", 2019, Some(Era::Heisei)),
        ("平成31年度（令和元年度）", 2019, Some(Era::Heisei)),
        ("平成31・令和元年度", 2019, Some(Era::Heisei)),
        ("平成32年度", 2020, Some(Era::Heisei)),
        ("H28", 2016, Some(Era::Heisei)),
        ("平成二十三年度", 2011, Some(Era::Heisei)),
        ("昭和63年度", 1988, Some(Era::Showa)),
        ("大正15年度", 1926, Some(Era::Taisho)),
        ("明治元年度", 1868, Some(Era::Meiji)),
        ("2024年度", 2024, None),
        ("2024", 2024, None),
        ("二〇二四年度", 2024, None),
        ("2024(令和6)年度", 2024, None),
    ] {
        assert_eq!(read(text), Some((western, era)), "{text}");
    }
}

#[test]
fn what_names_no_fiscal_year_is_not_understood() {
    for text in [
        "",
        " ",
        "年度",
        "23年度",
        "23",
        "令和",
        "令和年度",
        "令和0年度",
        "令和6年",
        "2024年",
        "令和6(2023)年度",
        "平成31年度(令和2年度)",
        "1867年度",
        "2201年度",
        "令和9999年度",
        "R1-1",
        "R6.4.1",
        "令和6年度決算",
        "経常収支比率",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn a_bare_year_is_understood_from_its_neighbours() {
    for (text, hint, western, era) in [
        ("23年度", 2012, 2011, Era::Heisei),
        ("27年度", 2012, 2015, Era::Heisei),
        ("27", 2012, 2015, Era::Heisei),
        ("５年度", 2022, 2023, Era::Reiwa),
        ("元年度", 2018, 2019, Era::Reiwa),
        ("元年度", 1990, 1989, Era::Heisei),
        ("31年度", 2018, 2019, Era::Heisei),
        ("32年度", 2018, 2020, Era::Heisei),
        ("二十三年度", 2012, 2011, Era::Heisei),
        ("63年度", 1990, 1988, Era::Showa),
        ("15年度", 2018, 2003, Era::Heisei),
    ] {
        assert_eq!(
            parse_fiscal_year_near(text, year(hint)),
            Some(ReadYear { year: year(western), era: Some(era) }),
            "{text} near {hint}"
        );
    }
    let west = parse_fiscal_year_near("2024年度", year(1990)).unwrap();
    assert_eq!((west.year, west.era), (year(2024), None));
    assert_eq!(parse_fiscal_year_near("23年", year(2012)), None);
    assert_eq!(parse_fiscal_year_near("123年度", year(2012)), None);
}

#[test]
fn the_year_of_a_change_of_era_takes_the_new_one() {
    assert_eq!(year(2019).format(YearStyle::Long), "令和元年度");
    assert_eq!(year(2018).format(YearStyle::Long), "平成30年度");
    assert_eq!(year(1989).format(YearStyle::Long), "平成元年度");
    assert_eq!(year(1988).format(YearStyle::Long), "昭和63年度", "平成 began in its last quarter");
    assert_eq!(year(1926).format(YearStyle::Long), "昭和元年度");
    assert_eq!(year(1912).format(YearStyle::Long), "大正元年度");
    assert_eq!(year(2020).in_era(Era::Reiwa).unwrap().to_string(), "令和2");
    assert_eq!(year(2018).in_era(Era::Reiwa), None);
}

#[test]
fn years_print_in_every_style() {
    let printed = YearStyle::ALL.map(|style| year(2024).format(style));
    assert_eq!(printed, ["令和6年度", "R6", "令6", "令和6(2024)年度", "2024年度", "2024", "6年度"]);
    let first = YearStyle::ALL.map(|style| year(2019).format(style));
    assert_eq!(first, ["令和元年度", "R1", "令元", "令和元(2019)年度", "2019年度", "2019", "元年度"]);
    assert_eq!(year(2020).format_in_era(Era::Heisei, YearStyle::Long), "平成32年度");
    assert_eq!(year(2010).format_in_era(Era::Reiwa, YearStyle::Short), "H22");
    let kept = parse_fiscal_year("平成３２年度").unwrap();
    assert_eq!(kept.format(YearStyle::Both), "平成32(2020)年度");
}

#[test]
fn a_fiscal_year_runs_from_april_to_march() {
    let reiwa6 = year(2024);
    assert_eq!(reiwa6.start().to_string(), "2024-04-01");
    assert_eq!(reiwa6.end().to_string(), "2025-03-31");
    assert_eq!(FiscalYear::of_date(reiwa6.start()), Some(reiwa6));
    assert_eq!(FiscalYear::of_date(reiwa6.end()), Some(reiwa6));
    assert_eq!(FiscalYear::of_date(reiwa6.start().pred_opt().unwrap()), reiwa6.previous());
    assert_eq!(year(FiscalYear::LAST).next(), None);
    assert_eq!(year(FiscalYear::FIRST).previous(), None);
}

#[test]
fn eras_begin_on_their_day() {
    for era in Era::ALL {
        assert_eq!(Era::of_date(era.start()), Some(era));
        let eve = Era::of_date(era.start().pred_opt().unwrap());
        assert!(eve < Some(era), "the day before {era:?} is older");
        assert_eq!(era.western_year(1), Some(era.first_year()));
        assert_eq!(Era::parse(era.kanji()), Some(era));
        assert_eq!(Era::parse(era.abbreviation()), Some(era));
        assert_eq!(Era::parse(era.letter()), Some(era));
    }
    assert_eq!(Era::Heisei.western_year(32), Some(2020));
    assert_eq!(Era::Heisei.western_year(0), None);
    assert_eq!(Era::Heisei.western_year(u32::MAX), None);
    assert_eq!(Era::Heisei.year_of(1988), None);
}

#[test]
fn a_year_is_serialised_as_its_number_and_checked_when_read() {
    assert_eq!(serde_json::to_string(&year(2024)).unwrap(), "2024");
    assert_eq!(serde_json::from_str::<FiscalYear>("2024").unwrap(), year(2024));
    assert!(serde_json::from_str::<FiscalYear>("1867").is_err());
    assert!(serde_json::from_str::<FiscalYear>("\"2024\"").is_err());
    let schema = serde_json::to_value(schemars::schema_for!(FiscalYear)).unwrap();
    assert_eq!(schema["type"], "integer", "{schema}");
}

#[test]
fn every_year_returns_from_every_style_and_era() {
    for original in (FiscalYear::FIRST..=FiscalYear::LAST).map(year) {
        for era in Era::ALL {
            let Some(counted) = original.in_era(era) else {
                continue;
            };
            for style in YearStyle::ALL {
                let text = original.format_in_era(era, style);
                let read = if style == YearStyle::Bare {
                    // Only the usual era is nearest to the year itself, and only up to 99.
                    if era != original.default_era() || counted.year > 99 {
                        continue;
                    }
                    parse_fiscal_year_near(&text, original)
                } else {
                    parse_fiscal_year(&text)
                };
                let read = read.unwrap_or_else(|| panic!("{text} is understood"));
                assert_eq!(read.year, original, "{text}");
                if !matches!(style, YearStyle::Western | YearStyle::WesternNumber) {
                    assert_eq!(read.era, Some(era), "{text}");
                    assert_eq!(read.format(style), text);
                }
            }
        }
    }
}

#[test]
fn a_span_of_years_names_its_era_once() {
    for (first, last, words) in [
        (2021, 2023, "令和3～5年度"),
        (2019, 2020, "令和元～2年度"),
        (2018, 2020, "平成30年度～令和2年度"),
        (2023, 2023, "令和5年度"),
    ] {
        assert_eq!(year(first).format_to(year(last)), words);
    }
}

proptest! {
    #[test]
    fn reading_never_panics(text in any::<String>(), hint in FiscalYear::FIRST..=FiscalYear::LAST) {
        let _ = parse_fiscal_year(&text);
        let _ = parse_fiscal_year_near(&text, year(hint));
    }

    #[test]
    fn reading_never_panics_on_words_of_the_field(
        text in "[令和平成昭明大元年度度末RHS0-9０-９二十三〇().・/ ]{0,14}",
        hint in FiscalYear::FIRST..=FiscalYear::LAST,
    ) {
        for read in [parse_fiscal_year(&text), parse_fiscal_year_near(&text, year(hint))].into_iter().flatten() {
            if let Some(era) = read.era {
                prop_assert!(read.year.in_era(era).is_some(), "{}", text);
            }
        }
    }

    #[test]
    fn every_day_lies_in_the_year_it_is_said_to(days in 0..120_000_i32) {
        let day = year(FiscalYear::FIRST).start() + chrono::Duration::days(i64::from(days));
        let fiscal = FiscalYear::of_date(day).unwrap();
        prop_assert!(fiscal.start() <= day && day <= fiscal.end());
    }
}

#[test]
fn years_run_on_in_the_era_of_a_plan() {
    let year = |western| FiscalYear::new(western).expect("a year in range");
    assert_eq!(year(2017).format_to_in_era(year(2020), Era::Heisei), "平成29～32年度");
    assert_eq!(year(1988).format_to_in_era(year(1990), Era::Heisei), "昭和63年度～平成2年度", "before its first year");
    assert_eq!(year(2020).format_to_in_era(year(2020), Era::Heisei), "平成32年度");
}
