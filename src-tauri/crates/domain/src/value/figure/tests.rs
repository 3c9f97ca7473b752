#![allow(clippy::unwrap_used, clippy::expect_used)]

use proptest::prelude::*;

use super::*;

fn year(western: i32) -> Option<FiscalYear> {
    FiscalYear::new(western)
}

fn read(text: &str, unit: &str) -> Figure {
    let figure = Figure::read(text, &Unit::new(unit), ValueKind::Settled, year(2014));
    assert_eq!(figure.text, text, "the words stay");
    figure
}

/// The understood value in one line: measures, kind and moment.
fn told(text: &str, unit: &str) -> String {
    match read(text, unit).value {
        None => "?".into(),
        Some(Value::Absent { reason }) => format!("{reason:?}"),
        Some(Value::Known { measure, beside, kind, as_of }) => {
            let mut line = String::new();
            for measure in std::iter::once(measure).chain(beside) {
                match measure {
                    Measure::Number { quantity } => line += &quantity.to_string(),
                    Measure::Rank { place, of, unit } => line += &format!("#{place}/{of}{unit}"),
                }
                line += " ";
            }
            line += &format!("{kind:?}");
            if let Some(as_of) = as_of {
                let day = as_of.meaning.unwrap().last_day();
                line += &format!(" {}={day}", as_of.text);
            }
            line
        }
    }
}

#[test]
fn cells_are_read_with_their_moments_kinds_and_ranks() {
    for (text, unit, expected) in [
        ("911人 (H24.4.1)", "人", "911人 Settled H24.4.1=2012-04-01"),
        ("932人\n(H28.4.1)", "人", "932人 Settled H28.4.1=2016-04-01"),
        ("932人（Ｈ２８．４．１）", "人", "932人 Settled Ｈ２８．４．１=2016-04-01"),
        ("92.7%\n(23決算)", "%", "92.7% Settled 23決算=2012-03-31"),
        ("95.0% (27年決算)", "%", "95.0% Settled 27年決算=2016-03-31"),
        ("30億円 (27年度末)", "億円", "30億円 Settled 27年度末=2016-03-31"),
        ("323.2", "億円", "323.2億円 Settled"),
        ("94.1%(見込)", "%", "94.1% Provisional"),
        ("94.1%(R5決算見込)", "%", "94.1% Provisional R5決算見込=2024-03-31"),
        ("見込 94.1", "%", "94.1% Provisional"),
        ("5,454千円 当初予算", "千円", "5,454千円 Budget"),
        ("911人 H24.4.1現在", "人", "911人 Settled H24.4.1現在=2012-04-01"),
        ("15.3% (令和3年度)", "%", "15.3% Settled 令和3年度=2022-03-31"),
        ("88.7%\n(27/37 団体)\n(令和3年度)", "%", "88.7% #27/37団体 Settled 令和3年度=2022-03-31"),
        ("1.22 (4/37 団体) (令和3年度)", "", "1.22 #4/37団体 Settled 令和3年度=2022-03-31"),
        ("3/17 団体", "", "#3/17団体 Settled"),
        ("27位/37団体", "", "#27/37団体 Settled"),
        ("37団体中27位", "", "#27/37団体 Settled"),
        ("27位(37団体中)", "", "#27/37団体 Settled"),
        ("3/17", "団体", "#3/17団体 Settled"),
        ("72 団体\n7,306 人\n1,266 回", "", "72団体 7,306人 1,266回 Settled"),
        ("72団体 7,306人 1,266回", "", "72団体 7,306人 1,266回 Settled"),
        ("92.1(97.3)", "%", "92.1% 97.3% Settled"),
        ("740,454 件/月", "", "740,454件/月 Settled"),
        ("△ 10,500", "千円", "△10,500千円 Settled"),
        ("１２３　人", "", "123人 Settled"),
        ("759件(累計)", "件", "759件 Settled"),
        ("911(人)", "人", "911人 Settled"),
        ("92.7%※1", "%", "92.7% Settled"),
        ("0", "件", "0件 Settled"),
        ("0.0%", "%", "0.0% Settled"),
    ] {
        assert_eq!(told(text, unit), expected, "{text}");
    }
}

#[test]
fn blank_dash_and_zero_are_three_things() {
    for text in ["", " ", "\n", "　"] {
        assert_eq!(told(text, "%"), "NotYet", "{text:?}");
    }
    for text in ["—", "－", "-", "―", "‐", "ー", " － ", "−", "–", "――", "— (令和3年度)"] {
        assert_eq!(told(text, "%"), "NotApplicable", "{text:?}");
    }
    for text in ["0", "０", "0%", "0.0"] {
        assert_eq!(read(text, "%").quantity().map(|q| q.amount.is_zero()), Some(true), "{text}");
    }
    assert_eq!(Figure::default(), read("", "%"));
}

#[test]
fn reasons_of_absence_are_read_from_their_words() {
    for (text, expected) in [
        ("(27決算)", "NotYet"),
        ("（令和7年度決算見込）", "NotYet"),
        ("集計中", "NotYet"),
        ("未確定\n(R6決算)", "NotYet"),
        ("該当なし", "NotApplicable"),
        ("対象外", "NotApplicable"),
        ("算定されない", "NotComputed"),
        ("未公表", "NotPublished"),
        ("公表なし", "NotPublished"),
    ] {
        assert_eq!(told(text, "%"), expected, "{text}");
    }
}

#[test]
fn what_cannot_be_understood_says_why() {
    let unit = Unit::new("億円");
    let context = CellContext { unit: &unit, kind: ValueKind::Settled, hint: year(2014) };
    let error = |text: &str| Value::understand(text, &context).unwrap_err();
    assert_eq!(error("4憶円"), FigureError::Amount { reason: QuantityError::SuspiciousUnit { unit: "憶円".into() } });
    assert_eq!(
        error("4憶 (27決算)"),
        FigureError::Amount { reason: QuantityError::SuspiciousUnit { unit: "憶".into() } }
    );
    assert_eq!(
        error("(9500)"),
        FigureError::Amount { reason: QuantityError::Bracketed { inner: Quantity::parse("9500").unwrap() } }
    );
    assert_eq!(error("1,23"), FigureError::Amount { reason: QuantityError::Grouping { text: "1,23".into() } });
    assert_eq!(error("38/37団体"), FigureError::Rank { place: 38, of: 37 });
    assert_eq!(error("92.1 (0/37団体)"), FigureError::Rank { place: 0, of: 37 });
    assert_eq!(error("92.1 (対前年度比 良好)"), FigureError::Remark { text: "対前年度比 良好".into() });
    for text in [
        "約300億円",
        "92.1 (2024)",
        "92.1 (H24.13.1)",
        "92.1 (R3年度) (R4年度)",
        "92.1 決算 予算",
        "92.1 (",
        "92.1 ((R3))",
        "92.1)",
        "経営収支比率",
        "7,490,000千円\n縮減率 10%",
        "1/3",
        "良好",
        "- (良好)",
        "()",
    ] {
        assert_eq!(told(text, "億円"), "?", "{text}");
    }
}

#[test]
fn kinds_are_named_by_their_words() {
    for kind in ValueKind::ALL {
        assert_eq!(ValueKind::parse(kind.label()), Some(kind));
    }
    for word in ["見込", "見込み", "見込値", "決算見込み", "決 算 見 込"] {
        assert_eq!(ValueKind::parse(word), Some(ValueKind::Provisional), "{word}");
    }
    assert_eq!(ValueKind::parse("目標"), None);
}

#[test]
fn a_figure_is_serialised_with_words_and_value() {
    let figure = read("92.7%\n(23決算)", "%");
    let json = serde_json::to_value(&figure).unwrap();
    assert_eq!(
        json,
        serde_json::json!({
            "text": "92.7%\n(23決算)",
            "value": {
                "state": "known",
                "measure": {"kind": "number", "quantity": {"amount": "92.7", "unit": "%"}},
                "kind": "settled",
                "as_of": {"text": "23決算", "meaning": {"kind": "fiscal_year", "year": 2011}},
            }
        })
    );
    assert_eq!(serde_json::from_value::<Figure>(json).unwrap(), figure);
    let dash = serde_json::to_value(read("—", "%")).unwrap();
    assert_eq!(dash, serde_json::json!({"text": "—", "value": {"state": "absent", "reason": "not_applicable"}}));
}

proptest! {
    #[test]
    fn the_words_always_stay(
        text in any::<String>(),
        words in "[0-9,.%人億円△▲—()（）HR令和3年度決算見込/団体 \n]{0,20}",
        unit in "[%人円]?",
    ) {
        for text in [text, words] {
            let figure = Figure::read(text.clone(), &Unit::new(&unit), ValueKind::Actual, year(2014));
            prop_assert_eq!(&figure.text, &text);
            let json = serde_json::to_string(&figure).unwrap();
            prop_assert_eq!(serde_json::from_str::<Figure>(&json).unwrap(), figure);
        }
    }

    #[test]
    fn an_amount_with_a_moment_is_read_back(mantissa in -999_999_i64..=999_999, scale in 0_u32..=2, western in 1990..=2060) {
        let amount = rust_decimal::Decimal::new(mantissa, scale);
        let quantity = Quantity::new(amount, Unit::new("億円"));
        let fiscal = FiscalYear::new(western).unwrap();
        let text = format!("{quantity}\n({}決算)", fiscal.format(crate::value::YearStyle::Short));
        let figure = Figure::read(text, &Unit::none(), ValueKind::Actual, None);
        prop_assert_eq!(figure.quantity(), Some(&quantity));
        match figure.value {
            Some(Value::Known { kind, as_of: Some(as_of), .. }) => {
                prop_assert_eq!(kind, ValueKind::Settled);
                prop_assert_eq!(as_of.meaning, Some(AsOf::FiscalYear { year: fiscal }));
            }
            other => prop_assert!(false, "{:?}", other),
        }
    }
}
