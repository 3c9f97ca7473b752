#![allow(clippy::unwrap_used, clippy::expect_used)]

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::*;
use crate::value::{Reading, Written};

fn quantity(text: &str) -> Quantity {
    Quantity::parse(text).unwrap()
}

/// The understood target in one line.
fn told(target: &Target) -> String {
    match target {
        Target::AtMost { limit, strict } => format!("{}{limit}", if *strict { "<" } else { "<=" }),
        Target::AtLeast { limit, strict } => format!("{}{limit}", if *strict { ">" } else { ">=" }),
        Target::Around { at } => format!("~{at}"),
        Target::Exactly { at } => format!("={at}"),
        Target::Band { from, to } => format!("{from}..{to}"),
        Target::NotWorseThanLastYear { direction } => format!("last year {}", direction.arrows()),
        Target::Change { by, approximately } => {
            format!("change {}{by}", if *approximately { "~" } else { "" })
        }
        Target::Toward { direction } => direction.arrows().to_owned(),
        Target::Words => "words".to_owned(),
        Target::Several { targets } => targets.iter().map(told).collect::<Vec<_>>().join(" & "),
        Target::Unset => "unset".to_owned(),
    }
}

fn read(text: &str) -> String {
    Target::read(text).map_or_else(|| "?".to_owned(), |target| told(&target))
}

#[test]
fn every_form_of_the_field_is_read() {
    for (text, expected) in [
        ("95.0%以下", "<=95.0%"),
        ("９５．０％以下", "<=95.0%"),
        ("95.0%以下\n(27年決算)", "<=95.0%"),
        ("95%以内", "<=95%"),
        ("2.5%以内", "<=2.5%"),
        ("300億円以内", "<=300億円"),
        ("300億円以内 (27年度末)", "<=300億円"),
        ("139時間以下", "<=139時間"),
        ("年間139時間以下", "<=139時間"),
        ("18.0%未満", "<18.0%"),
        ("50.0%以上", ">=50.0%"),
        ("1.00以上を維持", ">=1.00"),
        ("93%超", ">93%"),
        ("93%を超える", ">93%"),
        ("15件以上", ">=15件"),
        ("10億円程度", "~10億円"),
        ("概ね95%", "~95%"),
        ("約 30億円", "~30億円"),
        ("30億円", "=30億円"),
        ("910人\n(H28.4.1)", "=910人"),
        ("910人 (Ｈ２８．４．１)", "=910人"),
        ("100%を維持", "=100%"),
        ("0件", "=0件"),
        ("80～90%", "80%..90%"),
        ("80%〜90%", "80%..90%"),
        ("3%以上5%以下", "3%..5%"),
        ("前年度実績以上", "last year ↗"),
        ("前年度以上", "last year ↗"),
        ("対前年度以上", "last year ↗"),
        ("前年度実績以下", "last year ↘"),
        ("前年度を上回る", "↗"),
        ("前年度並み", "→"),
        ("概ね10%削減", "change ~△10%"),
        ("10%削減", "change △10%"),
        ("10%以上削減", "change △10%"),
        ("5ポイント増", "change 5ポイント"),
        ("10人減", "change △10人"),
        ("縮減率10%", "change △10%"),
        ("縮減率 10%", "change △10%"),
        ("7,490,000千円\n縮減率 10%", "=7,490,000千円 & change △10%"),
        ("7,490,000千円 / 縮減率10%", "=7,490,000千円 & change △10%"),
        ("740,000件/月以上", ">=740,000件/月"),
        ("↗", "↗"),
        ("↑", "↗"),
        ("↘", "↘"),
        ("→", "→"),
        ("→(↗)", "→(↗)"),
        ("→（↑）", "→(↗)"),
        ("→ (↘)", "→(↘)"),
        ("増加", "↗"),
        ("現状維持", "→"),
        ("実質収支の赤字の回避", "words"),
        ("90%台半ば", "words"),
        ("概ね95%以下", "words"),
        ("健全な財政運営を続ける", "words"),
        ("20代の参加者を増やす取組を続ける", "words"),
        ("5年を目途に移管", "words"),
        ("72 団体\n7,306 人", "=72団体 & =7,306人"),
        ("", "unset"),
        (" \n", "unset"),
        ("—", "unset"),
        ("－", "unset"),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn misprinted_amounts_are_not_taken_for_words() {
    for text in [
        "4憶円以上",
        "4憶",
        "4憶円以上を維持",
        "3/17 団体",
        "115,580千円\n(債務負担行為 107,910千円)",
        "88.7%\n(27/37 団体)\n(令和3年度)",
        "1,23%以下",
        "(9500)",
        "95.0.1%以下",
        "5%以上3%以下",
        "90～80%",
    ] {
        assert_eq!(read(text), "?", "{text}");
    }
}

#[test]
fn amounts_without_a_unit_take_that_of_the_indicator() {
    let percent = Unit::new("%");
    let target = |text: &str| told(&Target::read_with(text, &percent).unwrap());
    assert_eq!(target("95.0以下"), "<=95.0%");
    assert_eq!(target("80～90"), "80%..90%");
    assert_eq!(target("95.0"), "=95.0%");
    assert_eq!(target("300億円以内"), "<=300億円");
}

#[test]
fn a_target_is_serialised_by_kind() {
    let written = Written::<Target>::read("300億円以内");
    let json = serde_json::to_value(&written).unwrap();
    assert_eq!(
        json,
        serde_json::json!({
            "text": "300億円以内",
            "meaning": {"kind": "at_most", "limit": {"amount": "300", "unit": "億円"}, "strict": false}
        })
    );
    assert_eq!(serde_json::from_value::<Written<Target>>(json).unwrap(), written);
    let both = Target::read("7,490,000千円 / 縮減率10%").unwrap();
    let json = serde_json::to_string(&both).unwrap();
    assert_eq!(serde_json::from_str::<Target>(&json).unwrap(), both);
    for trend in Trend::ALL {
        assert_eq!(Trend::parse(trend.arrows()), Some(trend));
    }
}

#[test]
fn targets_are_judged_where_they_can_be() {
    let met = |target: &str, value: &str, reference: Option<&str>| {
        let reference = reference.map(quantity);
        Target::read(target).unwrap().met_by(&quantity(value), reference.as_ref())
    };
    assert_eq!(met("95.0%以下", "93.9%", None), Some(true));
    assert_eq!(met("95.0%以下", "95%", None), Some(true));
    assert_eq!(met("95.0%以下", "95.1%", None), Some(false));
    assert_eq!(met("18.0%未満", "18%", None), Some(false));
    assert_eq!(met("93%超", "93.0%", None), Some(false));
    assert_eq!(met("300億円以内", "29,940百万円", None), Some(true), "百万円 converts");
    assert_eq!(met("300億円以内", "30,000,001千円", None), Some(false));
    assert_eq!(met("95.0%以下", "93人", None), None, "人 is no %");
    assert_eq!(met("30億円", "30.0億円", None), Some(true));
    assert_eq!(met("30億円", "37.5億円", None), None, "nobody said that more is better");
    assert_eq!(met("概ね95%", "94.9%", None), None);
    assert_eq!(met("80～90%", "90%", None), Some(true));
    assert_eq!(met("80～90%", "90.1%", None), Some(false));
    assert_eq!(met("前年度実績以上", "5件", Some("5件")), Some(true));
    assert_eq!(met("前年度実績以上", "4件", Some("5件")), Some(false));
    assert_eq!(met("前年度実績以上", "4件", None), None, "last year is not known");
    assert_eq!(met("10%削減", "90件", Some("100件")), Some(true));
    assert_eq!(met("10%削減", "91件", Some("100件")), Some(false));
    assert_eq!(met("概ね10%削減", "91件", Some("100件")), None);
    assert_eq!(met("概ね10%削減", "89件", Some("100件")), Some(true));
    assert_eq!(met("10%削減", "80%", Some("90%")), None, "percent of percent");
    assert_eq!(met("10%削減", "△120千円", Some("△100千円")), None);
    assert_eq!(met("5ポイント増", "95%", Some("90%")), Some(true));
    assert_eq!(met("10人減", "91人", Some("100人")), Some(false));
    assert_eq!(met("↗", "5件", Some("5件")), Some(false));
    assert_eq!(met("→(↗)", "6件", Some("5件")), Some(true));
    assert_eq!(met("→(↗)", "4件", Some("5件")), None);
    assert_eq!(met("赤字の回避", "4件", Some("5件")), None);
    assert_eq!(met("", "4件", None), None);
    assert_eq!(met("7,490,000千円 / 縮減率10%", "7,490,000千円", Some("8,400,000千円")), Some(true));
    let plain = Target::read("30億円").unwrap();
    let value = quantity("37.5億円");
    assert_eq!(plain.met_in_direction(&value, None, Trend::Up), Some(true));
    assert_eq!(plain.met_in_direction(&value, None, Trend::Down), Some(false));
    assert_eq!(plain.met_in_direction(&value, None, Trend::Flat), None);
}

fn amount() -> impl Strategy<Value = Decimal> {
    (-100_000_i64..=100_000, 0_u32..=2).prop_map(|(mantissa, scale)| Decimal::new(mantissa, scale))
}

proptest! {
    #[test]
    fn judging_is_monotone(limit in amount(), value in amount(), step in 0_i64..=100_000, strict: bool, reference in amount()) {
        let q = |amount: Decimal| Quantity::new(amount, Unit::new("億円"));
        let reference = q(reference);
        let better_low = q(value - Decimal::new(step, 2));
        let better_high = q(value + Decimal::new(step, 2));
        let value = q(value);
        let downward = [
            Target::AtMost { limit: q(limit), strict },
            Target::NotWorseThanLastYear { direction: Trend::Down },
            Target::Toward { direction: Trend::Down },
            Target::Change { by: q(-limit.abs() - Decimal::ONE), approximately: strict },
        ];
        for target in downward {
            if target.met_by(&value, Some(&reference)) == Some(true) {
                prop_assert_eq!(target.met_by(&better_low, Some(&reference)), Some(true), "{:?}", target);
            }
        }
        let upward = [
            Target::AtLeast { limit: q(limit), strict },
            Target::NotWorseThanLastYear { direction: Trend::Up },
            Target::Toward { direction: Trend::Up },
            Target::Change { by: q(limit.abs()), approximately: strict },
        ];
        for target in upward {
            if target.met_by(&value, Some(&reference)) == Some(true) {
                prop_assert_eq!(target.met_by(&better_high, Some(&reference)), Some(true), "{:?}", target);
            }
        }
    }

    #[test]
    fn judging_does_not_depend_on_the_unit(limit in amount(), value in amount()) {
        let limit = Quantity::new(limit, Unit::new("億円"));
        let value = Quantity::new(value, Unit::new("億円"));
        let thousands = value.convert_to(&Unit::new("千円")).unwrap();
        let target = Target::AtMost { limit, strict: true };
        prop_assert_eq!(target.met_by(&value, None), target.met_by(&thousands, None));
    }

    #[test]
    fn bounds_are_read_back(amount in amount()) {
        let at = Quantity::new(amount, Unit::new("億円"));
        for (word, expected) in [
            ("以下", Target::AtMost { limit: at.clone(), strict: false }),
            ("以内", Target::AtMost { limit: at.clone(), strict: false }),
            ("未満", Target::AtMost { limit: at.clone(), strict: true }),
            ("以上", Target::AtLeast { limit: at.clone(), strict: false }),
            ("超", Target::AtLeast { limit: at.clone(), strict: true }),
            ("程度", Target::Around { at: at.clone() }),
            ("", Target::Exactly { at: at.clone() }),
        ] {
            prop_assert_eq!(Target::read(&format!("{at}{word}")), Some(expected));
        }
    }

    #[test]
    fn reading_never_panics(text in any::<String>(), words in "[0-9,.%億円以上下内未満超程度概ね前年度実績削減△(～)/↗→ \n]{0,18}") {
        for text in [text, words] {
            let written = Written::<Target>::read(text.clone());
            prop_assert_eq!(&written.text, &text);
            let json = serde_json::to_string(&written).unwrap();
            prop_assert_eq!(serde_json::from_str::<Written<Target>>(&json).unwrap(), written);
        }
    }
}
