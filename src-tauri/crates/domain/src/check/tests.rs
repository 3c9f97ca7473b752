#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::HashSet;

use chrono::NaiveDate;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;

/// A programme in which everything holds together on 17 May 2024: a plan of R3 to R6, two items
/// below one direction, judged by one evaluator, with an office, a schedule and an indicator.
pub(super) fn city() -> Programme {
    serde_json::from_value(city_json()).expect("a programme")
}

fn city_json() -> Value {
    let record = |year: i32| {
        json!({"year": year, "planned": "・実施する。", "target": "・進める。", "actual": "・実施した。",
            "evaluations": [{"vocabulary": 1, "evaluator": 1, "text": "予定どおり", "term": 1}]})
    };
    let to_come = json!({"year": 2024, "planned": "・実施する。", "target": "・進める。"});
    let item = |id: i64, label: &str| {
        json!({"id": id, "parent": 10, "level": 1, "label": label, "title": format!("項目{id}"),
            "offices": [{"office": 1}],
            "lanes": [{"id": id, "schedule": 1, "title": "取組", "bars": [{"id": id, "first": 2021, "last": 2024}]}],
            "records": [record(2021), record(2022), record(2023), to_come]})
    };
    json!({
        "format": "kaikaku-programme", "format_version": crate::programme::FORMAT_VERSION,
        "city": {"name": "みどり野市"},
        "offices": [{"id": 1, "name": "企画課"}, {"id": 2, "name": "行政課"}],
        "plans": [{
            "id": 1, "name": "改革プラン",
            "first": {"text": "令和3年度", "meaning": 2021}, "last": {"text": "令和6年度", "meaning": 2024},
            "levels": [{"name": "方向性"}, {"name": "項目"}], "evaluation_level": 1,
            "vocabularies": [{"id": 1, "axis": "進捗", "terms": [
                {"id": 1, "label": "予定どおり", "achieved": true, "counted": true},
                {"id": 2, "label": "遅れ", "achieved": false, "counted": true},
                {"id": 3, "label": "対象外", "achieved": false, "counted": false},
            ]}],
            "evaluators": [{"id": 1, "name": "本部"}],
            "schedules": [{"id": 1, "name": "年度スケジュール", "first": 2021, "last": 2024}],
            "nodes": [{"id": 10, "level": 0, "label": "1", "title": "方向性1"}, item(11, "①"), item(12, "②"), item(13, "③")],
        }],
        "indicators": [{
            "id": 1, "name": "利用率", "scope": {"kind": "node", "node": 11}, "parts": [{"unit": "%", "decimals": 1}],
            "good": {"text": "↗", "meaning": "up"},
            "baseline": {"year": {"text": "令和2年度", "meaning": 2020}, "figures": [figure("40.0%", "40.0")]},
            "targets": [target(2023, "50%以上", json!({"kind": "at_least", "limit": {"amount": "50", "unit": "%"}, "strict": false}))],
            "observations": [{"year": 2023, "figure": figure("52.0%", "52.0")}],
        }],
        "effects": [{"id": 1, "plan": 1, "name": "財政効果", "unit": "百万円", "rows": [
            {"id": 1, "title": "歳入", "cells": [amount(2023, "30")]},
            {"id": 2, "title": "歳出", "cells": [amount(2023, "12.5")]},
            {"id": 3, "title": "合計", "total": true, "cells": [amount(2023, "42.5")]},
        ]}],
        "charts": [{"id": 1, "title": "図", "series": [{"indicator": 1}], "width_mm": 160, "height_mm": 90}],
        "meetings": [{"id": 1, "number": "第1回", "name": "委員会", "papers": [
            {"id": 1, "kind": "progress", "doc_no": "資料1", "plan": 1, "year": 2024}]}],
    })
}

fn figure(text: &str, amount: &str) -> Value {
    json!({"text": text, "value": {"state": "known", "kind": "actual",
        "measure": {"kind": "number", "quantity": {"amount": amount, "unit": "%"}}}})
}

fn target(year: i32, text: &str, meaning: Value) -> Value {
    json!({"id": 1, "year": {"text": format!("{year}年度"), "meaning": year}, "target": {"text": text, "meaning": meaning}})
}

fn amount(year: i32, text: &str) -> Value {
    json!({"year": year, "basis": "actual", "amount": {"text": text, "meaning": {"amount": text, "unit": ""}}})
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn find(programme: &Programme, today: NaiveDate) -> Vec<Finding> {
    check(programme, today, &|c| c != '𠮷')
}

/// The cases found on 17 May 2024 after an edit of the JSON.
fn after(edit: impl FnOnce(&mut Value)) -> Vec<(Case, Spot)> {
    after_on(day(2024, 5, 17), edit)
}

fn after_on(today: NaiveDate, edit: impl FnOnce(&mut Value)) -> Vec<(Case, Spot)> {
    let mut value = city_json();
    edit(&mut value);
    let programme: Programme = serde_json::from_value(value).expect("a programme");
    find(&programme, today).into_iter().map(|finding| (finding.case, finding.at)).collect()
}

const ITEM: NodeId = NodeId(11);

fn record_of(western: i32) -> Spot {
    Spot::Record(ITEM, FiscalYear::new(western).unwrap())
}

fn of_year(western: i32) -> Spot {
    Spot::Year(PlanId(1), FiscalYear::new(western).unwrap())
}

#[test]
fn what_holds_together_has_no_finding() {
    assert_eq!(after(|_| {}), []);
    assert_eq!(find(&Programme::new("みどり野市"), day(2024, 5, 17)), []);
}

#[test]
fn records() {
    let judge =
        |term: Value| move |city: &mut Value| city["plans"][0]["nodes"][1]["records"][1]["evaluations"][0] = term;
    let late = json!({"vocabulary": 1, "evaluator": 1, "text": "遅れ", "term": 2});
    assert_eq!(after(judge(late)), [(Case::Reason, record_of(2022))]);
    let told = json!({"vocabulary": 1, "evaluator": 1, "text": "遅れ", "term": 2, "reason": "地盤の調査のため。"});
    assert_eq!(after(judge(told)), []);
    let outside = json!({"vocabulary": 1, "evaluator": 1, "text": "順調"});
    assert_eq!(after(judge(outside)), [(Case::OutsideVocabulary, record_of(2022))]);
    let not_counted = json!({"vocabulary": 1, "evaluator": 1, "text": "対象外", "term": 3});
    assert_eq!(after(judge(not_counted)), []);
    assert_eq!(
        after(|city| {
            city["plans"][0]["vocabularies"][0]["since"] = json!(2022);
        }),
        [11, 12, 13].map(|node| (Case::OtherVocabulary, Spot::Record(NodeId(node), FiscalYear::new(2021).unwrap()))),
    );
}

#[test]
fn results_are_due_when_the_year_is_over() {
    let clear = |city: &mut Value| city["plans"][0]["nodes"][1]["records"][2]["actual"] = json!(" ");
    assert_eq!(after_on(day(2024, 3, 31), clear), [], "the year ends on 31 March");
    assert_eq!(after_on(day(2024, 4, 1), clear), [(Case::Actual, record_of(2023))]);
    let none = |city: &mut Value| {
        for item in 1..=3 {
            city["plans"][0]["nodes"][item]["records"][2]["actual"] = json!("");
        }
    };
    assert_eq!(after(none), [(Case::ActualMost, of_year(2023))], "one line says it for all");
    assert_eq!(
        after(|city| city["plans"][0]["nodes"][1]["records"].as_array_mut().unwrap().truncate(1)),
        [
            (Case::Actual, record_of(2022)),
            (Case::Actual, record_of(2023)),
            (Case::BlankPlanned, record_of(2022)),
            (Case::BlankTarget, record_of(2022)),
            (Case::BlankPlanned, record_of(2023)),
            (Case::BlankTarget, record_of(2023)),
            (Case::BlankPlanned, record_of(2024)),
            (Case::BlankTarget, record_of(2024)),
        ],
    );
}

#[test]
fn nothing_is_demanded_of_what_does_not_count_or_is_told_later() {
    let clear = |city: &mut Value| city["plans"][0]["nodes"][1]["records"][1] = json!({"year": 2022});
    let blanks = [Case::Actual, Case::BlankPlanned, Case::BlankTarget];
    assert_eq!(after(clear), blanks.map(|case| (case, record_of(2022))));
    for life in [
        json!({"events": [{"id": 1, "kind": "ended", "year": {"text": "令和3年度", "meaning": 2021}}]}),
        json!({"events": [{"id": 1, "kind": "relisted"}]}),
        json!({"uncounted": true}),
        json!({"events": [{"id": 1, "kind": "new", "year": {"text": "令和5年度", "meaning": 2023}}]}),
    ] {
        let found = after(|city| {
            clear(city);
            city["plans"][0]["nodes"][1]["life_cycle"] = life.clone();
        });
        assert_eq!(found, [], "{life}");
    }
    let later = after(|city| {
        clear(city);
        city["plans"][0]["nodes"][1]["records"][2]["cumulative"] = json!(true);
    });
    assert_eq!(later, [], "the result of 2023 tells all years before it");
}

#[test]
fn a_plan_that_keeps_no_records_demands_none() {
    let found = after(|city| {
        for item in 1..=3 {
            city["plans"][0]["nodes"][item]["records"] = json!([]);
        }
    });
    assert_eq!(found, []);
}

#[test]
fn judgements_are_due_after_the_year() {
    let open = |city: &mut Value| city["plans"][0]["nodes"][1]["records"][2]["evaluations"] = json!([]);
    assert_eq!(after(open), [(Case::Unjudged, record_of(2023))]);
    assert_eq!(after_on(day(2024, 3, 31), open), []);
    let all = after(|city| {
        for item in 1..=3 {
            city["plans"][0]["nodes"][item]["records"][2]["evaluations"] = json!([]);
        }
    });
    assert_eq!(all, [(Case::UnjudgedAll, of_year(2023))]);
}

#[test]
fn what_most_items_have_is_demanded_of_each() {
    let blank =
        |field: &'static str| move |city: &mut Value| city["plans"][0]["nodes"][1]["records"][3][field] = json!("");
    assert_eq!(after(blank("planned")), [(Case::BlankPlanned, record_of(2024))]);
    assert_eq!(after(blank("target")), [(Case::BlankTarget, record_of(2024))]);
    assert_eq!(after_on(day(2024, 3, 31), blank("planned")), [], "the year has not begun");
    let copied = after(|city| {
        blank("target")(city);
        city["plans"][0]["nodes"][1]["records"][3]["same_as_before"] = json!(true);
    });
    assert_eq!(copied, []);
    let most = after(|city| {
        for item in 1..=2 {
            city["plans"][0]["nodes"][item]["records"][3]["target"] = json!("");
        }
    });
    assert_eq!(most, [], "most items have none");
}

#[test]
fn bars_and_years() {
    let short = |city: &mut Value| city["plans"][0]["nodes"][1]["lanes"][0]["bars"][0]["last"] = json!(2022);
    assert_eq!(after(short), [(Case::Bar, Spot::Schedule(ITEM))]);
    assert_eq!(after_on(day(2023, 3, 31), short).iter().filter(|(case, _)| *case == Case::Bar).count(), 0);
    assert_eq!(after_on(day(2030, 1, 1), |_| {}).iter().filter(|(case, _)| *case == Case::Bar).count(), 0);
    let ended = after(|city| {
        short(city);
        city["plans"][0]["nodes"][1]["life_cycle"] =
            json!({"events": [{"id": 1, "kind": "ended", "year": {"text": "令和6年度", "meaning": 2024}}]});
    });
    assert_eq!(ended, []);
    let far = after(|city| city["plans"][0]["nodes"][1]["lanes"][0]["bars"][0]["last"] = json!(2026));
    assert_eq!(far, [(Case::BarOutside, Spot::Schedule(ITEM))]);
    let record = after(|city| city["plans"][0]["nodes"][1]["records"][0]["year"] = json!(2019));
    assert!(record.contains(&(Case::RecordOutside, record_of(2019))), "{record:?}");
    let life = json!({"events": [{"id": 1, "kind": "ended", "year": {"text": "令和8年度", "meaning": 2026}}]});
    assert_eq!(
        after(|city| city["plans"][0]["nodes"][1]["life_cycle"] = life),
        [(Case::LifeCycleOutside, Spot::Node(ITEM))]
    );
    let early = after(|city| city["indicators"][0]["targets"][0]["year"] = json!({"text": "2015", "meaning": 2015}));
    assert!(early.contains(&(Case::TargetOutside, Spot::Indicator(IndicatorId(1)))), "{early:?}");
    assert_eq!(
        after(|city| city["meetings"][0]["papers"][0]["year"] = json!(2030)),
        [(Case::PaperOutside, Spot::Paper(PaperId(1)))]
    );
    let backwards = after(|city| city["plans"][0]["last"] = json!({"text": "令和2年度", "meaning": 2020}));
    assert!(backwards.contains(&(Case::PlanBackwards, Spot::Plan(PlanId(1)))), "{backwards:?}");
}

#[test]
fn offices() {
    assert_eq!(after(|city| city["plans"][0]["nodes"][1]["offices"] = json!([])), [(Case::NoOffice, Spot::Node(ITEM))]);
    let collective = after(|city| {
        city["offices"][1]["kind"] = json!("collective");
        city["plans"][0]["nodes"][1]["offices"] = json!([{"office": 2}]);
    });
    assert_eq!(collective, [(Case::CollectiveOnly, Spot::Node(ITEM))], "nobody answers as 関係課");
    let related = json!([{"office": 1, "responsibility": "related"}]);
    assert_eq!(after(|city| city["plans"][0]["nodes"][1]["offices"] = related), [(Case::NoOffice, Spot::Node(ITEM))]);
    let above = after(|city| {
        city["plans"][0]["nodes"][1]["offices"] = json!([]);
        city["plans"][0]["nodes"][0]["offices"] = json!([{"office": 1}]);
    });
    assert_eq!(above, [], "the office of the direction answers");
    let nobody = after(|city| (1..=3).for_each(|item| city["plans"][0]["nodes"][item]["offices"] = json!([])));
    assert_eq!(nobody, [(Case::NoOfficeMost, Spot::Plan(PlanId(1)))]);

    let close = |until: &'static str| move |city: &mut Value| city["offices"][0]["until"] = json!(until);
    let dead = |case| [11, 12, 13].map(|node| (case, Spot::Node(NodeId(node))));
    assert_eq!(after(close("2024-03-31")), dead(Case::DeadOffice));
    assert_eq!(after(close("2024-09-30")), [], "it lives as the year begins");
    assert_eq!(
        after_on(day(2030, 1, 1), close("2026-03-31")).iter().filter(|(c, _)| *c == Case::DeadOffice).count(),
        0,
        "it lived as long as the plan"
    );
    let merged = json!([{"id": 1, "on": "2023-04-01", "kind": "merged", "before": [1, 2], "after": [2]}]);
    assert_eq!(after(|city| city["office_changes"] = merged), dead(Case::SucceededOffice));
}

#[test]
fn indicators() {
    let at = Spot::Indicator(IndicatorId(1));
    let below = json!({"kind": "at_most", "limit": {"amount": "60", "unit": "%"}, "strict": false});
    assert_eq!(
        after(|city| city["indicators"][0]["targets"][0] = target(2023, "60%以下", below.clone())),
        [(Case::TargetAgainstGood, at)]
    );
    let reduce = json!({"kind": "change", "by": {"amount": "-10", "unit": "ポイント"}, "approximately": false});
    assert!(
        after(|city| city["indicators"][0]["targets"][0] = target(2023, "10ポイント減", reduce))
            .contains(&(Case::TargetAgainstGood, at))
    );
    let flat = json!({"text": "→", "meaning": "flat"});
    assert_eq!(
        after(|city| {
            city["indicators"][0]["targets"][0] = target(2023, "60%以下", below);
            city["indicators"][0]["good"] = flat;
        }),
        []
    );

    let low = |city: &mut Value| city["indicators"][0]["observations"][0]["figure"] = figure("45.0%", "45.0");
    assert_eq!(after(low), [(Case::MissedButAchieved, record_of(2023))]);
    let late = json!([{"vocabulary": 1, "evaluator": 1, "text": "遅れ", "term": 2, "reason": "理由"}]);
    assert_eq!(
        after(|city| {
            low(city);
            city["plans"][0]["nodes"][1]["records"][2]["evaluations"] = late.clone();
        }),
        []
    );
    assert_eq!(
        after(|city| city["plans"][0]["nodes"][1]["records"][2]["evaluations"] = late),
        [(Case::MetButNotAchieved, record_of(2023))]
    );

    let no_actual = |city: &mut Value| city["indicators"][0]["observations"] = json!([]);
    assert_eq!(after(no_actual), [(Case::GoalPast, at)]);
    assert_eq!(after_on(day(2024, 3, 31), no_actual), []);
    let dash =
        json!([{"year": 2023, "figure": {"text": "—", "value": {"state": "absent", "reason": "not_applicable"}}}]);
    assert_eq!(after(|city| city["indicators"][0]["observations"] = dash), [], "a dash is an answer");
    let blank = json!([{"year": 2023, "figure": {"text": "", "value": {"state": "absent", "reason": "not_yet"}}}]);
    assert_eq!(after(|city| city["indicators"][0]["observations"] = blank), [(Case::GoalPast, at)]);

    let twin = |name: &str, baseline: Value| {
        let mut twin = city_json()["indicators"][0].clone();
        twin["id"] = json!(2);
        twin["name"] = json!(name);
        twin["targets"] = json!([]);
        twin["baseline"] = baseline;
        after(|city| city["indicators"].as_array_mut().unwrap().push(twin))
    };
    let other = json!({"year": {"text": "R2", "meaning": 2020}, "figures": [figure("41.0%", "41.0")]});
    assert_eq!(twin("利用 率", other.clone()), [(Case::Baseline, Spot::Indicator(IndicatorId(2)))]);
    assert_eq!(twin("満足度", other), []);
    assert_eq!(twin("利用率", json!({"year": {"text": "R2", "meaning": 2020}, "figures": [figure("40%", "40")]})), []);
}

#[test]
fn targets_of_a_year_that_nobody_measured_are_one_line() {
    let found = after(|city| {
        for id in 2..=4 {
            let mut twin = city_json()["indicators"][0].clone();
            twin["id"] = json!(id);
            twin["name"] = json!(format!("利用率{id}"));
            twin["observations"] = json!([]);
            city["indicators"].as_array_mut().unwrap().push(twin);
        }
        city["indicators"][0]["observations"] = json!([]);
    });
    assert_eq!(found, [(Case::GoalPastMost, Spot::Indicator(IndicatorId(1)))]);
}

#[test]
fn labels() {
    let label = |item: usize, label: &'static str| {
        move |city: &mut Value| city["plans"][0]["nodes"][item]["label"] = json!(label)
    };
    assert_eq!(after(label(2, "１")), [(Case::LabelAmongSiblings, Spot::Node(NodeId(12)))], "① and 1 are one number");
    assert_eq!(after(label(2, "")), []);
    let second = |label: &'static str| {
        move |city: &mut Value| {
            let nodes = city["plans"][0]["nodes"].as_array_mut().unwrap();
            let mut item = nodes[3].clone();
            nodes.truncate(3);
            nodes.push(json!({"id": 20, "level": 0, "label": "2", "title": "方向性2"}));
            for (id, label) in [(21, if label == "①" { "①" } else { "③" }), (22, label)] {
                item["id"] = json!(id);
                item["parent"] = json!(20);
                item["label"] = json!(label);
                item["lanes"] = json!([]);
                nodes.push(item.clone());
            }
        }
    };
    assert_eq!(after(second("②")), [(Case::LabelInPlan, Spot::Node(NodeId(22)))], "the plan counts through");
    assert_eq!(after(second("①")).first().map(|(case, _)| *case), Some(Case::LabelAmongSiblings));
    let anew = after(|city| {
        second("②")(city);
        city["plans"][0]["nodes"][4]["label"] = json!("①");
    });
    assert_eq!(anew, [], "the plan counts anew below each direction");
}

#[test]
fn effects_and_charts() {
    let row = Spot::EffectRow(EffectTableId(1), EffectRowId(3));
    assert_eq!(after(|city| city["effects"][0]["rows"][2]["cells"][0] = amount(2023, "50")), [(Case::Total, row)]);
    let unread = json!({"year": 2023, "basis": "actual", "amount": {"text": "12.五", "meaning": null}});
    assert_eq!(
        after(|city| city["effects"][0]["rows"][1]["cells"][0] = unread),
        [(Case::Amount, Spot::EffectRow(EffectTableId(1), EffectRowId(2)))]
    );
    let mixed = after(|city| {
        let mut other = city_json()["indicators"][0].clone();
        (other["id"], other["name"], other["account"]) = (json!(2), json!("残高"), json!("一般会計"));
        city["indicators"][0]["account"] = json!("普通会計");
        city["indicators"].as_array_mut().unwrap().push(other);
        city["charts"][0]["series"].as_array_mut().unwrap().push(json!({"indicator": 2}));
    });
    assert_eq!(mixed, [(Case::Account, Spot::Chart(ChartId(1)))]);
}

#[test]
fn what_was_not_understood() {
    let at = Spot::Indicator(IndicatorId(1));
    let words = |text: &str| json!({"text": text, "meaning": null});
    assert_eq!(
        after(|city| city["indicators"][0]["observations"][0]["figure"] = json!({"text": "4憶", "value": null})),
        [(Case::Figure, at)]
    );
    assert_eq!(after(|city| city["indicators"][0]["targets"][0]["target"] = words("4憶以上")), [(Case::Target, at)]);
    assert_eq!(after(|city| city["plans"][0]["first"] = words("はじめ")), [(Case::Year, Spot::Plan(PlanId(1)))]);
    assert_eq!(
        after(|city| city["meetings"][0]["date"] = words("いつか")),
        [(Case::Date, Spot::Meeting(MeetingId(1)))]
    );
    let project = json!([{"id": 1, "name": "事業", "budget": words("5千円位")}]);
    assert_eq!(after(|city| city["plans"][0]["nodes"][1]["projects"] = project), [(Case::Amount, Spot::Node(ITEM))]);
    let bar = after(|city| city["plans"][0]["nodes"][1]["lanes"][0]["bars"][0]["amount"] = words("△壱"));
    assert_eq!(bar, [(Case::Amount, Spot::Schedule(ITEM))]);
}

#[test]
fn characters_that_no_paper_can_show() {
    for (text, chars) in [("前\u{7}後", "U+0007"), ("\u{e001}野", "U+E001"), ("𠮷野", "「𠮷」(U+20BB7)")] {
        let mut value = city_json();
        value["plans"][0]["nodes"][1]["records"][2]["issues"] = json!(text);
        let found = find(&serde_json::from_value(value).unwrap(), day(2024, 5, 17));
        assert_eq!(found.len(), 1, "{text:?}");
        assert_eq!((found[0].case, found[0].at), (Case::Glyph, record_of(2023)));
        assert_eq!(found[0].facts[0], ("column", Fact::Column(Column::Issues)));
        assert_eq!(found[0].facts[1], ("chars", Fact::Text(chars.into())));
    }
    assert_eq!(after(|city| city["plans"][0]["nodes"][1]["records"][2]["issues"] = json!("一\n\t二　髙﨑①㈱")), []);
}

#[test]
fn a_key_speaks_of_the_data_and_not_of_its_place_in_the_list() {
    let keys = |edit: &dyn Fn(&mut Value)| -> Vec<String> {
        let mut value = city_json();
        value["plans"][0]["nodes"][2]["records"][1]["evaluations"][0] =
            json!({"vocabulary": 1, "evaluator": 1, "text": "遅れ", "term": 2});
        edit(&mut value);
        let programme: Programme = serde_json::from_value(value).unwrap();
        let found = find(&programme, day(2024, 5, 17));
        found.iter().filter(|finding| finding.case == Case::Reason).map(Finding::key).collect()
    };
    let key = keys(&|_| {});
    assert_eq!(key.len(), 1);
    assert!(key[0].starts_with("reason@record/12/2022#"), "{key:?}");
    let renamed = keys(&|city| city["plans"][0]["nodes"][2]["title"] = json!("別の名前"));
    assert_eq!(renamed, key);
    let moved = keys(&|city| {
        city["plans"][0]["nodes"].as_array_mut().unwrap().swap(1, 2);
    });
    assert_eq!(moved, key);
    let more = keys(&|city| {
        city["plans"][0]["nodes"][1]["records"][0]["evaluations"][0] =
            json!({"vocabulary": 1, "evaluator": 1, "text": "遅れ", "term": 2})
    });
    assert_eq!(more.len(), 2);
    assert!(more.contains(&key[0]));
    let worse = keys(&|city| city["plans"][0]["vocabularies"][0]["terms"][1]["label"] = json!("遅延"));
    assert_eq!(worse, key, "the word as written is what counts");
    let other =
        keys(&|city| city["plans"][0]["nodes"][2]["records"][1]["evaluations"][0]["text"] = json!("大幅な遅れ"));
    assert_ne!(other, key);
}

#[test]
fn names_of_cases_are_those_of_keys_and_stand_once() {
    let names: HashSet<&str> = Case::ALL.iter().map(|case| case.name()).collect();
    assert_eq!(names.len(), Case::ALL.len());
}

#[test]
fn what_is_gravest_comes_first() {
    let found = find(
        &{
            let mut value = city_json();
            value["plans"][0]["nodes"][1]["offices"] = json!([]);
            value["plans"][0]["nodes"][1]["records"][2]["actual"] = json!("");
            value["indicators"][0]["observations"][0]["figure"] = json!({"text": "4憶", "value": null});
            serde_json::from_value(value).unwrap()
        },
        day(2024, 5, 17),
    );
    let kinds: Vec<FindingKind> = found.iter().map(|finding| finding.case.kind()).collect();
    assert_eq!(kinds, [FindingKind::Figure, FindingKind::Actual, FindingKind::Office]);
}

/// Damages a JSON value at a place and with a thing that the numbers decide.
fn damage(value: &mut Value, numbers: &mut std::vec::IntoIter<u16>) {
    let Some(n) = numbers.next() else { return };
    match value {
        Value::Object(map) if !map.is_empty() => {
            let at = usize::from(n) % map.len();
            if let Some((_, inner)) = map.iter_mut().nth(at) {
                damage(inner, numbers);
            }
        }
        Value::Array(list) if !list.is_empty() => {
            let at = usize::from(n) % list.len();
            match numbers.next().unwrap_or(0) % 5 {
                0 => {
                    list.remove(at);
                }
                1 => {
                    let copy = list[at].clone();
                    list.push(copy);
                }
                _ => damage(&mut list[at], numbers),
            }
        }
        Value::Number(_) => *value = json!([0, 1, 2, 11, 12, 1868, 2021, 2023, 2200][usize::from(n) % 9]),
        Value::String(text) => {
            let words = [
                "",
                "①",
                "遅れ",
                "・利用率は95%となった。",
                "利用率85%以上",
                "\u{7}𠮷",
                "令和5年度の利用率：９．％",
                "2024-04-01",
                "12.5",
                "△,.%",
                "ノ",
                "up",
            ];
            *text = words[usize::from(n) % words.len()].to_owned();
        }
        other => *other = json!(n % 2 == 0),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn no_programme_makes_it_panic_and_looking_twice_finds_the_same(
        damages in prop::collection::vec(prop::collection::vec(any::<u16>(), 1..14), 0..12), days in 0_i64..40_000
    ) {
        let mut value = city_json();
        for numbers in damages {
            let before = value.clone();
            damage(&mut value, &mut numbers.into_iter());
            if serde_json::from_value::<Programme>(value.clone()).is_err() {
                value = before;
            }
        }
        let programme: Programme = serde_json::from_value(value).unwrap();
        let today = day(1950, 1, 1) + chrono::Days::new(days.unsigned_abs());
        let found = find(&programme, today);
        prop_assert_eq!(&find(&programme, today), &found);
        let keys: HashSet<String> = found.iter().map(Finding::key).collect();
        prop_assert_eq!(keys.len(), found.len());
        prop_assert!(found.is_sorted_by_key(|finding| finding.case.kind()));
    }
}

#[test]
fn a_plan_says_what_has_to_be_filled_in() {
    let blank = |field: &'static str, demands: Value| {
        after(move |city| {
            city["plans"][0]["demands"] = demands;
            city["plans"][0]["nodes"][1]["records"][2][field] = json!("");
        })
    };
    let demand = |field: &str, demanded: bool| json!([{"field": field, "demanded": demanded}]);
    assert_eq!(blank("actual", demand("actual", false)), []);
    assert_eq!(blank("planned", demand("planned", false)), []);
    assert_eq!(blank("target", demand("planned", false)), [(Case::BlankTarget, record_of(2023))]);
    let states = after(|city| {
        city["plans"][0]["demands"] = demand("previous_state", true);
        for item in 2..=3 {
            for record in city["plans"][0]["nodes"][item]["records"].as_array_mut().unwrap() {
                record["previous_state"] = json!("準備中");
            }
        }
    });
    assert_eq!(states, [2021, 2022, 2023, 2024].map(|year| (Case::BlankPrevious, record_of(year))));
    let reasons = after(|city| city["plans"][0]["demands"] = demand("reason", true));
    assert_eq!(reasons.len(), 9, "also what is achieved needs a reason: {reasons:?}");
    let late = json!({"vocabulary": 1, "evaluator": 1, "text": "遅れ", "term": 2});
    let none = after(|city| {
        city["plans"][0]["demands"] = demand("reason", false);
        city["plans"][0]["nodes"][1]["records"][1]["evaluations"][0] = late;
    });
    assert_eq!(none, []);
    let judged = |demanded: bool| {
        after(|city| {
            city["plans"][0]["demands"] = demand("evaluation", demanded);
            city["plans"][0]["nodes"][1]["records"][2]["evaluations"] = json!([]);
        })
    };
    assert_eq!(judged(true), [(Case::Unjudged, record_of(2023))]);
    assert_eq!(judged(false), []);
    let offices = after(|city| {
        city["plans"][0]["demands"] = demand("offices", false);
        city["plans"][0]["nodes"][1]["offices"] = json!([]);
    });
    assert_eq!(offices, []);
}

#[test]
fn a_plan_that_follows_starts_from_a_baseline_of_its_own() {
    let two = |year: i32, text: &'static str, amount: &'static str| {
        after(move |city| {
            let mut next = city["plans"][0].clone();
            next["id"] = json!(2);
            next["predecessors"] = json!([1]);
            next["nodes"] = json!([]);
            for list in ["vocabularies", "evaluators", "schedules"] {
                next[list] = json!([]);
            }
            city["plans"].as_array_mut().unwrap().push(next);
            let mut twin = city["indicators"][0].clone();
            twin["id"] = json!(2);
            twin["scope"] = json!({"kind": "plan", "plan": 2});
            twin["targets"] = json!([]);
            twin["baseline"] =
                json!({"year": {"text": format!("{year}年度"), "meaning": year}, "figures": [figure(text, amount)]});
            city["indicators"].as_array_mut().unwrap().push(twin);
        })
    };
    assert_eq!(two(2023, "52.0%", "52.0"), [], "another year");
    assert_eq!(two(2020, "40.0%", "40.0"), [], "the same year and value");
    let second = Spot::Indicator(IndicatorId(2));
    assert_eq!(two(2020, "41.0%", "41.0"), [(Case::Baseline, second)], "two values for one year");
}

#[test]
fn totals_among_what_they_are_the_total_of() {
    let parts = |total: &'static str, unit: &'static str, name: &'static str| {
        after(move |city| {
            let observed = |part: u8, amount: &str| {
                json!({"year": 2023, "part": part, "figure": {"text": amount, "value": {"state": "known", "kind": "actual",
                    "measure": {"kind": "number", "quantity": {"amount": amount, "unit": unit}}}}})
            };
            city["indicators"].as_array_mut().unwrap().push(json!({
                "id": 2, "name": "市債残高", "scope": {"kind": "fiscal"},
                "parts": [{"name": "一般会計", "unit": unit, "decimals": 1}, {"name": "下水道事業会計", "unit": unit, "decimals": 1},
                    {"name": name, "unit": unit, "decimals": 1}],
                "observations": [observed(0, "283.9"), observed(1, "75.2"), observed(2, total)],
            }));
        })
    };
    assert_eq!(parts("359.1", "億円", "合計"), []);
    assert_eq!(parts("359.2", "億円", "合計"), [], "rounded");
    assert_eq!(parts("395.1", "億円", "合計"), [(Case::PartTotal, Spot::Indicator(IndicatorId(2)))]);
    assert_eq!(parts("395.1", "億円", "基金"), [], "no total");
    assert_eq!(parts("95.1", "%", "合計"), [], "shares are not added");
    let budgets = |total: &'static str| {
        after(move |city| {
            let project = |id: i64, name: &str, amount: &str| json!({"id": id, "kind": "new", "name": name, "budget": {"text": format!("{amount}千円"), "meaning": {"amount": amount, "unit": "千円"}}});
            city["plans"][0]["nodes"][1]["projects"] =
                json!([project(1, "窓口の改修", "5454"), project(2, "研修", "120"), project(3, "合計", total)]);
        })
    };
    assert_eq!(budgets("5574"), []);
    assert_eq!(budgets("5554"), [(Case::BudgetTotal, Spot::Node(ITEM))]);
}
