#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::super::{Case, check, tests::city};
use super::{Finding, clause};
use crate::programme::Programme;
use chrono::NaiveDate;
use serde_json::json;

/// What is found when an item with one indicator of 2023 has this 実績 for that year.
fn actual(name: &str, unit: &str, figure: &str, text: &str) -> Vec<String> {
    told(name, unit, figure, "actual", text, Case::NumberActual)
}

fn told(name: &str, unit: &str, figure: &str, field: &str, text: &str, case: Case) -> Vec<String> {
    let mut value = serde_json::to_value(city()).unwrap();
    value["plans"][0]["nodes"][1]["records"][2][field] = json!(text);
    let quantity = crate::value::Quantity::parse(figure).unwrap().or_unit(&unit.into());
    let known = json!({"state": "known", "kind": "actual",
        "measure": {"kind": "number", "quantity": quantity}});
    let at = |year: i32| json!({"year": year, "figure": {"text": figure, "value": known}});
    value["indicators"] = json!([{
        "id": 1, "name": name, "scope": {"kind": "node", "node": 11},
        "parts": [{"unit": unit, "decimals": 1}],
        "observations": [at(2022), at(2023)],
    }]);
    let programme: Programme = serde_json::from_value(value).unwrap();
    found(&programme, case)
}

fn found(programme: &Programme, case: Case) -> Vec<String> {
    let today = NaiveDate::from_ymd_opt(2024, 5, 17).unwrap();
    let said = |finding: &Finding| match &finding.facts[2].1 {
        super::Fact::Text(text) => text.clone(),
        other => format!("{other:?}"),
    };
    check(programme, today, &|_| true).iter().filter(|finding| finding.case == case).map(said).collect()
}

#[test]
fn a_number_behind_the_name_of_the_indicator_is_compared() {
    for (name, unit, figure, text, said) in [
        ("ワークショップの開催回数", "回", "1回", "・ワークショップを2回開催した。", "2回"),
        ("経常収支比率", "%", "93.5%", "経常収支比率は95.3%となった。", "95.3%"),
        ("経常収支比率", "%", "93.5%", "経常収支比率は、９５．３％であった。", "95.3%"),
        ("電子決裁率", "%", "86.3%", "・出先を訪問した。\n・電子決裁率は83.6%となり、目標を上回った。", "83.6%"),
        ("電子決裁率", "%", "86.3%", "令和5年度の電子決裁率は68.3%で、目標の75%を下回った。", "68.3%"),
        ("電子決裁率", "%", "86.3%", "電子決裁率：85%", "85%"),
        ("自治会・町内会の加入率", "%", "37.4%", "・加入率は34.7%（前年度比▲0.5ポイント）であった。", "34.7%"),
        (
            "職員一人当たりの年間の時間外勤務",
            "時間",
            "155時間",
            "一人当たりの時間外勤務は165時間となり、目標を達成した。",
            "165時間",
        ),
        (
            "オンライン申請の件数",
            "件",
            "44,208件",
            "オンライン申請の件数は44,280件となり、前年度を上回った。",
            "44,280件",
        ),
        ("市税の収納率（県内順位）", "%", "98.7%", "市税の収納率は97.8%となり、目標を達成した。", "97.8%"),
        ("基金残高", "億円", "47.6億円", "基金残高は4,670百万円であった。", "4,670百万円"),
        ("財政効果の額", "百万円", "△3百万円", "財政効果の額は3百万円となった。", "3百万円"),
        ("電子決裁率", "%", "86.3%", "83.6%", "83.6%"),
        ("研修の開催回数", "回", "1回", "2回。", "2回"),
    ] {
        assert_eq!(actual(name, unit, figure, text), [said], "{text}");
    }
}

#[test]
fn what_agrees_or_rounds_is_no_finding() {
    for (name, unit, figure, text) in [
        ("ワークショップの開催回数", "回", "2回", "・ワークショップを2回開催した。"),
        ("ワークショップの開催回数", "回", "5回", "ワークショップを2回開催した。夜間のワークショップを3回開催した。"),
        ("ワークショップの開催回数", "回", "5回", "ワークショップを2回、ワークショップを3回開催した。"),
        ("経常収支比率", "%", "95.3%", "経常収支比率は95%となった。"),
        ("経常収支比率", "%", "95.6%", "経常収支比率は95%となった。"),
        ("経常収支比率", "%", "95.6%", "経常収支比率は96%となった。"),
        ("経常収支比率", "%", "95.30%", "経常収支比率は95.3%となった。"),
        ("基金残高", "億円", "47.6億円", "基金残高は4,760百万円であった。"),
        ("オンライン申請の件数", "件", "44,208件", "オンライン申請の件数は44208件となった。"),
        ("電子決裁率", "%", "86.3%", "86.3%"),
    ] {
        assert_eq!(actual(name, unit, figure, text), [""; 0], "{text}");
    }
}

#[test]
fn a_number_of_something_else_is_left_alone() {
    for (name, unit, figure, text) in [
        // Another year, a target, a comparison.
        ("電子決裁率", "%", "86.3%", "令和4年度の電子決裁率は73.2%であった。"),
        ("電子決裁率", "%", "86.3%", "平成25年度の電子決裁率は13.2%であった。"),
        ("電子決裁率", "%", "86.3%", "前年度の電子決裁率は73.2%であった。"),
        ("電子決裁率", "%", "86.3%", "令和4年度は、電子決裁率は73.2%であった。"),
        ("電子決裁率", "%", "86.3%", "目標とした電子決裁率は85%である。"),
        ("電子決裁率", "%", "86.3%", "電子決裁率85%以上を目指した。"),
        ("電子決裁率", "%", "86.3%", "電子決裁率は73.2%から86.3%に上昇した。"),
        ("電子決裁率", "%", "86.3%", "電子決裁率は令和4年度の73.2%から86.3%に上昇した。"),
        ("電子決裁率", "%", "86.3%", "電子決裁率は13.1ポイント上昇した。"),
        ("電子決裁率", "%", "86.3%", "電子決裁率は約80%となった。"),
        ("電子決裁率", "%", "86.3%", "電子決裁率は80%台となった。"),
        ("電子決裁率", "%", "86.3%", "電子決裁率の低い9課を訪問した。"),
        ("電子決裁率", "%", "86.3%", "本庁の課の電子決裁率は95.3%となった。"),
        ("電子決裁率", "%", "86.3%", "財務会計システムの電子決裁を10月から開始し、利用率は40%となった。"),
        ("電子決裁率", "%", "86.3%", "R4の電子決裁率は73.2%であった。"),
        // Another thing of the same unit.
        ("公民館の利用者数", "人", "4,000人", "図書館の利用者数は5,000人であった。"),
        ("ワークショップの開催回数", "回", "1回", "説明会を2回開催した。"),
        ("ワークショップの開催回数", "回", "1回", "ワークショップを開催し、説明会も2回開催した。"),
        ("ワークショップの開催回数", "回", "1回", "ワークショップの2回目を開催した。"),
        ("ワークショップの開催回数", "回", "1回", "北部地区ワークショップを3回開催した。"),
        ("ワークショップの開催回数", "回", "1回", "ワークショップを3回程度開催した。"),
        ("研修の開催回数", "回", "1回", "協働推進研修を2回開催した。"),
        // What a sentence about one year cannot state.
        ("職員提案の応募件数（累計）", "件", "81件", "職員提案の応募件数は41件となった。"),
        (
            "維持更新に係る経費（計画期間の平均）",
            "千円",
            "3,302,640千円",
            "維持更新に係る経費は3,210,000千円となった。",
        ),
        // No number at all.
        ("電子決裁率", "%", "86.3%", "電子決裁率は上昇した。"),
        ("電子決裁率", "%", "86.3%", ""),
        ("電子決裁率", "%", "86.3%", "電子決裁率は.%,"),
    ] {
        assert_eq!(actual(name, unit, figure, text), [""; 0], "{text}");
    }
}

#[test]
fn the_state_before_is_compared_with_the_year_before() {
    let before = |text| told("電子決裁率", "%", "73.2%", "previous_state", text, Case::NumberBefore);
    assert_eq!(before("72.3%"), ["72.3%"]);
    for fine in ["73.2%", "73%", "8案件、46%", "累計640㎡削減", "－"] {
        assert_eq!(before(fine), [""; 0], "{fine}");
    }
}

#[test]
fn the_words_of_a_target_are_compared_with_the_target_of_the_indicator() {
    let of = |text: &str, target: &str| {
        let mut value = serde_json::to_value(city()).unwrap();
        value["plans"][0]["nodes"][1]["records"][2]["target"] = json!(text);
        value["indicators"] = json!([{
            "id": 1, "name": "電子決裁率", "scope": {"kind": "node", "node": 11},
            "parts": [{"unit": "%", "decimals": 1}],
            "targets": [{
                "id": 1, "year": {"text": "令和5年度", "meaning": 2023}, "stage": "yearly",
                "target": {"text": target, "meaning": crate::value::Target::read_with(target, &"%".into())},
            }],
        }]);
        found(&serde_json::from_value(value).unwrap(), Case::NumberTarget)
    };
    assert_eq!(of("・電子決裁率85%以上を目指す。", "80%以上"), ["85%"]);
    assert_eq!(of("・電子決裁率は85%以上とする。", "80%以上"), ["85%"]);
    assert_eq!(of("・電子決裁率85%以上を目指す。", "85.0%以上"), [""; 0]);
    assert_eq!(of("・令和6年度に電子決裁率90%以上を目指す。", "80%以上"), [""; 0]);
    assert_eq!(of("・電子決裁率の向上を目指す。", "80%以上"), [""; 0]);
    assert_eq!(of("・電子決裁率85%以上を目指す。", "前年度実績以上"), [""; 0]);
}

#[test]
fn fiscal_indicators_are_found_in_every_text_by_their_whole_name() {
    let of = |text: &str| {
        let mut value = serde_json::to_value(city()).unwrap();
        value["plans"][0]["nodes"][1]["records"][2]["actual"] = json!(text);
        value["indicators"] = json!([{
            "id": 1, "name": "経常収支比率", "scope": {"kind": "fiscal"}, "parts": [{"unit": "%", "decimals": 1}],
            "observations": [{"year": 2023, "figure": {"text": "93.5%", "value": {"state": "known", "kind": "settled",
                "measure": {"kind": "number", "quantity": {"amount": "93.5", "unit": "%"}}}}}],
        }]);
        found(&serde_json::from_value(value).unwrap(), Case::NumberActual)
    };
    assert_eq!(of("・予算を見直し、経常収支比率は95.3%となった。"), ["95.3%"]);
    assert_eq!(of("・予算を見直し、経常収支比率は93.5%となった。"), [""; 0]);
    assert_eq!(of("・類似団体の経常収支比率は95.3%であった。"), [""; 0]);
}

#[test]
fn a_name_that_two_indicators_share_is_not_compared() {
    let bonds = |id: i64, name: &str, amount: &str| {
        json!({"id": id, "name": name, "scope": {"kind": "fiscal"}, "parts": [{"unit": "億円", "decimals": 1}],
            "observations": [{"year": 2023, "figure": {"text": amount, "value": {"state": "known", "kind": "settled",
                "measure": {"kind": "number", "quantity": {"amount": amount, "unit": "億円"}}}}}]})
    };
    let of = |indicators: serde_json::Value| {
        let mut value = serde_json::to_value(city()).unwrap();
        value["plans"][0]["nodes"][1]["records"][2]["actual"] = json!("・市債残高は283.9億円となった。");
        value["indicators"] = indicators;
        found(&serde_json::from_value(value).unwrap(), Case::NumberActual)
    };
    let (one, other) = (bonds(1, "市債残高（一般会計）", "283.9"), bonds(2, "市債残高（下水道事業会計）", "75.2"));
    assert_eq!(of(json!([one, other])), [""; 0]);
    assert_eq!(of(json!([other])), ["283.9億円"]);
}

#[test]
fn the_second_definition_of_an_indicator_is_no_difference() {
    let of = |text: &str| {
        let figure = |part: u8, amount: &str| {
            json!({"year": 2023, "part": part, "figure": {"text": amount, "value":
            {"state": "known", "kind": "settled", "measure": {"kind": "number", "quantity": {"amount": amount, "unit": "%"}}}}})
        };
        let mut value = serde_json::to_value(city()).unwrap();
        value["plans"][0]["nodes"][1]["records"][2]["actual"] = json!(text);
        value["indicators"] = json!([{
            "id": 1, "name": "経常収支比率", "scope": {"kind": "fiscal"},
            "parts": [{"unit": "%", "decimals": 1}, {"name": "臨時財政対策債を除く", "unit": "%", "decimals": 1}],
            "observations": [figure(0, "94.2"), figure(1, "94.9")],
        }]);
        found(&serde_json::from_value(value).unwrap(), Case::NumberActual)
    };
    assert_eq!(of("・経常収支比率は94.9%（臨時財政対策債を除く）であった。"), [""; 0]);
    assert_eq!(of("・経常収支比率は94.2%であった。"), [""; 0]);
    assert_eq!(of("・経常収支比率は92.4%であった。"), ["92.4%"]);
}

#[test]
fn brackets_are_no_part_of_a_name() {
    assert_eq!(clause::without_brackets("市税の収納率（県内順位）"), "市税の収納率");
    assert_eq!(clause::without_brackets("(旧)残高(一般会計)"), "残高");
    assert_eq!(clause::without_brackets("残高（一般"), "残高");
}

/// What is found of a case when a programme with 電子決裁率 86.3% (2023) and a target of 80%以上 has
/// a text somewhere.
fn elsewhere(case: Case, put: impl FnOnce(&mut serde_json::Value)) -> Vec<String> {
    let mut value = serde_json::to_value(city()).unwrap();
    put(&mut value);
    let known = json!({"state": "known", "kind": "actual",
        "measure": {"kind": "number", "quantity": {"amount": "86.3", "unit": "%"}}});
    value["indicators"] = json!([{
        "id": 1, "name": "電子決裁率", "scope": {"kind": "node", "node": 11}, "parts": [{"unit": "%", "decimals": 1}],
        "targets": [{
            "id": 1, "year": {"text": "令和5年度", "meaning": 2023}, "stage": "yearly",
            "target": {"text": "80%以上", "meaning": crate::value::Target::read_with("80%以上", &"%".into())},
        }],
        "observations": [{"year": 2023, "figure": {"text": "86.3%", "value": known}}],
    }]);
    found(&serde_json::from_value(value).unwrap(), case)
}

#[test]
fn a_reason_is_compared_like_a_result() {
    let of = |text: &str| {
        elsewhere(Case::NumberReason, |city| {
            city["plans"][0]["nodes"][1]["records"][2]["evaluations"][0]["reason"] = json!(text);
        })
    };
    assert_eq!(of("電子決裁率は83.6%となり、目標を上回ったため。"), ["83.6%"]);
    assert_eq!(of("電子決裁率が83.6%にとどまったため。"), ["83.6%"]);
    for fine in [
        "電子決裁率は86.3%となったため。",
        "令和4年度の電子決裁率は73.2%であったため。",
        "目標の電子決裁率80%以上を満たすため。",
    ] {
        assert_eq!(of(fine), [""; 0], "{fine}");
    }
}

#[test]
fn a_section_is_compared_only_where_it_names_the_year() {
    let of = |text: &str| {
        elsewhere(Case::NumberSection, |city| {
            city["plans"][0]["nodes"][1]["sections"] = json!([{"id": 1, "title": "現状", "text": text}]);
        })
    };
    assert_eq!(of("・令和5年度の電子決裁率は83.6%であった。"), ["83.6%"]);
    assert_eq!(of("・令和5(2023)年度の電子決裁率は83.6%であった。"), ["83.6%"]);
    for fine in [
        "・令和5年度の電子決裁率は86.3%であった。",
        "・電子決裁率は83.6%であった。",
        "・令和4年度の電子決裁率は73.2%であった。",
        "・令和5年度の電子決裁率は90.0%となる見込みである。",
        "・令和5年度までに電子決裁率は90.0%となることを目指す。",
        "・令和4年度は73.2%、令和5年度の電子決裁率は83.6%であった。",
    ] {
        assert_eq!(of(fine), [""; 0], "{fine}");
    }
}

#[test]
fn a_bar_of_one_year_is_compared_with_the_target_of_that_year() {
    let of = |first: i32, last: i32, words: &str| {
        elsewhere(Case::NumberBar, |city| {
            city["plans"][0]["nodes"][1]["lanes"][0]["bars"] = json!([{"id": 1, "first": first, "last": last, "words": words}, {"id": 2, "first": 2024, "last": 2024}]);
        })
    };
    assert_eq!(of(2023, 2023, "電子決裁率85%以上"), ["85%"]);
    assert_eq!(of(2023, 2023, "電子決裁率80%以上"), [""; 0]);
    assert_eq!(of(2023, 2023, "85%"), [""; 0], "a bare share may be of anything");
    assert_eq!(of(2022, 2023, "電子決裁率85%以上"), [""; 0], "of which year?");
}
