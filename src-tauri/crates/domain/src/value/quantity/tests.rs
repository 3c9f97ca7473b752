#![allow(clippy::unwrap_used, clippy::expect_used)]

use proptest::prelude::*;

use super::*;

fn parsed(text: &str) -> (String, String) {
    let quantity = Quantity::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    (quantity.amount.to_string(), quantity.unit.to_string())
}

fn quantity(text: &str) -> Quantity {
    Quantity::parse(text).unwrap()
}

#[test]
fn amounts_keep_their_digits_and_units() {
    for (text, amount, unit) in [
        ("△1,234千円", "-1234", "千円"),
        ("▲ 1,234", "-1234", ""),
        ("−5.2%", "-5.2", "%"),
        ("－5.2％", "-5.2", "%"),
        ("-5.2 %", "-5.2", "%"),
        ("＋5.2%", "5.2", "%"),
        ("９５．０％", "95.0", "%"),
        ("95.0", "95.0", ""),
        ("323.2億円", "323.2", "億円"),
        ("1億2,345万円", "12345", "万円"),
        ("1億 2,345万円", "12345", "万円"),
        ("1億2,345万6,789円", "123456789", "円"),
        ("3億5千万円", "35", "千万円"),
        ("1億円", "1", "億円"),
        ("2万5,000人", "25000", "人"),
        ("10,500", "10500", ""),
        ("１０，５００", "10500", ""),
        ("1,234,567円", "1234567", "円"),
        ("740,454 件/月", "740454", "件/月"),
        ("262　団体", "262", "団体"),
        ("740,454 件 / 月", "740454", "件/月"),
        ("0件", "0", "件"),
        ("△0.0%", "0.0", "%"),
        ("±0", "0", ""),
        ("12.5t-CO2", "12.5", "t-CO2"),
        ("3.4㎡", "3.4", "㎡"),
        ("51.2人/10万人", "51.2", "人/10万人"),
        ("0課室", "0", "課室"),
    ] {
        assert_eq!(parsed(text), (amount.into(), unit.into()), "{text}");
    }
}

#[test]
fn misprints_are_told_with_their_kind() {
    let error = |text: &str| Quantity::parse(text).unwrap_err();
    assert_eq!(error(" \n"), QuantityError::Empty);
    assert_eq!(error("4憶"), QuantityError::SuspiciousUnit { unit: "憶".into() });
    assert_eq!(error("4憶円"), QuantityError::SuspiciousUnit { unit: "憶円".into() });
    for (text, inner) in [("(9500)", "9500"), ("（950）", "950"), ("(△10.5%)", "△10.5%"), ("(1,234)千円", "1,234千円")]
    {
        assert_eq!(error(text), QuantityError::Bracketed { inner: quantity(inner) }, "{text}");
    }
    for text in ["1,23", "12,34千円", "1234,567", "1,2345", ",123", "1,,234"] {
        assert!(matches!(error(text), QuantityError::Grouping { .. }), "{text}: {:?}", error(text));
    }
    assert!(matches!(error("123456789012345678901234567890"), QuantityError::TooManyDigits { .. }));
    for text in [
        "—",
        "-",
        "△",
        "千円",
        "95.",
        ".5",
        "1.2.3",
        "1,234.5,6",
        "05",
        "1 234",
        "72 7,306",
        "72団体 7,306人",
        "95.0%以下",
        "139時間以下",
        "概ね10%",
        "911人(H24.4.1)",
        "20代の参加者",
        "△△5",
        "±5",
        "ー5",
        "27年度末",
        "(27決算)",
        "27決算",
        "(",
        "()",
        "(5",
        "5)",
        "1万2億円",
        "1億23,456万円",
        "1.5億2万円",
        "令和6年度",
        "5/月",
        "911人H24",
        "7,490,000千円\n縮減率",
        "7,490,000千円 縮減率 10%",
        "5% 減",
        "2 目的及び効果",
        "5人4",
    ] {
        let result = Quantity::parse(text);
        assert!(matches!(result, Err(QuantityError::Unreadable { .. })), "{text}: {result:?}");
    }
}

#[test]
fn money_converts_without_loss() {
    let convert = |text: &str, unit: &str| {
        quantity(text).convert_to(&Unit::new(unit)).map(|quantity| quantity.format(NegativeMark::WhiteTriangle))
    };
    assert_eq!(convert("95.0億円", "千円").as_deref(), Some("9,500,000千円"));
    assert_eq!(convert("1,234千円", "億円").as_deref(), Some("0.01234億円"));
    assert_eq!(convert("△1千円", "円").as_deref(), Some("△1,000円"));
    assert_eq!(convert("1兆円", "百万円").as_deref(), Some("1,000,000百万円"));
    assert_eq!(convert("3十億円", "億円").as_deref(), Some("30億円"));
    assert_eq!(convert("2.5万人", "人").as_deref(), Some("25,000人"));
    assert_eq!(convert("5%", "円"), None);
    assert_eq!(convert("5人", "件"), None);
    assert_eq!(convert("5％", "%").as_deref(), Some("5%"));
}

#[test]
fn only_money_has_a_factor() {
    for (unit, factor) in [
        ("円", Some(1)),
        ("千円", Some(1_000)),
        ("万円", Some(10_000)),
        ("百万円", Some(1_000_000)),
        ("億円", Some(100_000_000)),
        ("十億円", Some(1_000_000_000)),
        ("兆円", Some(1_000_000_000_000_i64)),
        ("千人", None),
        ("%", None),
        ("", None),
        ("億", None),
    ] {
        assert_eq!(Unit::new(unit).money_factor(), factor.map(Decimal::from), "{unit}");
    }
}

#[test]
fn amounts_print_with_the_mark_asked_for() {
    let saving = quantity("△1234567.50千円");
    assert_eq!(saving.format(NegativeMark::WhiteTriangle), "△1,234,567.50千円");
    assert_eq!(saving.format(NegativeMark::BlackTriangle), "▲1,234,567.50千円");
    assert_eq!(saving.format(NegativeMark::Minus), "−1,234,567.50千円");
    assert_eq!(saving.format_amount(NegativeMark::Hyphen), "-1,234,567.50");
    assert_eq!(saving.to_string(), "△1,234,567.50千円");
    assert_eq!(quantity("999").to_string(), "999");
    assert_eq!(quantity("1000").to_string(), "1,000");
}

#[test]
fn rounding_is_half_away_from_zero() {
    for (text, decimals, rounded) in
        [("2.5", 0, "3"), ("△2.5", 0, "△3"), ("0.05", 1, "0.1"), ("92.74", 1, "92.7"), ("95", 1, "95.0")]
    {
        assert_eq!(quantity(text).round_to(decimals).to_string(), rounded);
    }
}

#[test]
fn an_amount_is_serialised_with_its_digits() {
    let json = serde_json::to_value(quantity("95.0%")).unwrap();
    assert_eq!(json, serde_json::json!({"amount": "95.0", "unit": "%"}));
    let back: Quantity = serde_json::from_value(json).unwrap();
    assert_eq!(back.amount.scale(), 1);
    let number = serde_json::json!({"amount": 95.0, "unit": "%"});
    assert!(serde_json::from_value::<Quantity>(number).is_err(), "a JSON number may have lost its digits");
    let schema = serde_json::to_value(schemars::schema_for!(Quantity)).unwrap();
    assert_eq!(schema["properties"]["amount"]["type"], "string", "{schema}");
}

const UNITS: [&str; 12] = ["", "%", "人", "円", "千円", "百万円", "億円", "十億円", "件/月", "㎡", "団体", "ポイント"];

fn any_quantity() -> impl Strategy<Value = Quantity> {
    (any::<i64>(), 0_u32..=10, proptest::sample::select(&UNITS[..]))
        .prop_map(|(mantissa, scale, unit)| Quantity::new(Decimal::new(mantissa, scale), Unit::new(unit)))
}

proptest! {
    #[test]
    fn what_is_printed_is_read_back_digit_for_digit(
        quantity in any_quantity(),
        mark in proptest::sample::select(&[
            NegativeMark::WhiteTriangle,
            NegativeMark::BlackTriangle,
            NegativeMark::Minus,
            NegativeMark::Hyphen,
        ][..]),
    ) {
        let text = quantity.format(mark);
        let back = Quantity::parse(&text).unwrap();
        prop_assert_eq!(&back, &quantity);
        prop_assert_eq!(back.amount.scale(), quantity.amount.scale(), "{}", text);
        let wide: String = text.chars().map(|c| match c {
            '!'..='~' => char::from_u32(c as u32 + 0xfee0).unwrap(),
            _ => c,
        }).collect();
        prop_assert_eq!(Quantity::parse(&wide), Ok(quantity), "{}", wide);
    }

    #[test]
    fn money_returns_from_every_unit(
        mantissa in -9_999_999_999_999_i64..=9_999_999_999_999,
        scale in 0_u32..=4,
        from in proptest::sample::select(&["円", "千円", "万円", "百万円", "億円", "十億円", "兆円"][..]),
        to in proptest::sample::select(&["円", "千円", "万円", "百万円", "億円", "十億円", "兆円"][..]),
    ) {
        let (from, to) = (Unit::new(from), Unit::new(to));
        let original = Quantity::new(Decimal::new(mantissa, scale), from.clone());
        let there = original.convert_to(&to).unwrap();
        prop_assert_eq!(there.convert_to(&from), Some(original.clone()));
        prop_assert_eq!(original.compare(&there), Some(Ordering::Equal));
        let yen = |q: &Quantity| q.amount.checked_mul(q.unit.money_factor().unwrap());
        prop_assert_eq!(yen(&original), yen(&there));
    }

    #[test]
    fn reading_never_panics(text in any::<String>(), words in "[△▲−()0-9０-９,.億万千円憶%人 \n]{0,16}") {
        for text in [text, words] {
            if let Ok(quantity) = Quantity::parse(&text) {
                let printed = quantity.format(NegativeMark::WhiteTriangle);
                prop_assert_eq!(Quantity::parse(&printed), Ok(quantity), "{}", text);
            }
        }
    }

    #[test]
    fn serialisation_keeps_every_digit(quantity in any_quantity()) {
        let json = serde_json::to_string(&quantity).unwrap();
        let back: Quantity = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(back.amount.scale(), quantity.amount.scale());
        prop_assert_eq!(back, quantity);
    }
}
