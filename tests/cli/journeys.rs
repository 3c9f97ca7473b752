//! What a person does with it in a row.

use serde_json::Value;
use workbench::import::Taken;

use crate::bench::{Bench, WHO, fixture};

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

#[test]
fn a_new_file_is_empty_and_a_second_one_does_not_take_its_place() {
    let bench = Bench::new();
    assert_eq!(bench.done(&["new", "市.kaikaku", "--city", "みどり野市"]), "作成：市.kaikaku\n");
    assert_eq!(bench.done(&["show", "市.kaikaku"]), "みどり野市\n  財政指標 0、計画の指標 0、図 0、会議 0、所管課 0\n");
    let shown = json(&bench.shown("市.kaikaku"));
    assert_eq!(shown["format"], "kaikaku-programme");
    assert_eq!(shown["city"]["name"], "みどり野市");
    assert_eq!(bench.done(&["check", "市.kaikaku"]), "確認が必要なところはありません。\n");
    assert_eq!(json(&bench.done(&["check", "市.kaikaku", "--json"])), Value::Array(vec![]));
    assert_eq!(bench.done(&["history", "市.kaikaku"]), "");
    assert_eq!(json(&bench.done(&["history", "市.kaikaku", "--json"])), Value::Array(vec![]));
    let before = bench.bytes("市.kaikaku");
    for args in [["new", "市.kaikaku", "--city", "別の市"].as_slice(), &["sample", "市.kaikaku"]] {
        let err = bench.fails(1, args);
        assert!(err.starts_with("エラー：同じ名前のファイルが既にあります：") && err.contains("市.kaikaku\n"), "{err}");
    }
    assert!(bench.fails(1, &["new", "名.kaikaku", "--city", " "]).contains("名称が空です。"));
    assert_eq!(bench.bytes("市.kaikaku"), before);
    assert_eq!(bench.names(""), ["市.kaikaku"]);
}

#[test]
fn every_shape_has_its_sample() {
    let bench = Bench::new();
    let help = bench.done(&["sample", "--help"]);
    for (shape, city) in [
        ("progress", "みどり野市"),
        ("outline", "みずき台市"),
        ("chapters", "はなみ野市"),
        ("targets", "かえで市"),
        ("strategy", "すみれ原市"),
    ] {
        let file = format!("{shape}.kaikaku");
        bench.done(&["sample", &file, "--shape", shape]);
        assert_eq!(bench.done(&["show", &file]).lines().next(), Some(city));
        assert!(help.contains(shape), "{help}");
    }
    bench.done(&["sample", "usual.kaikaku"]);
    assert_eq!(bench.shown("usual.kaikaku"), bench.shown("progress.kaikaku"));
    let err = bench.fails(2, &["sample", "円.kaikaku", "--shape", "circle"]);
    assert!(err.contains("--shape <形> に「circle」は使えません。"), "{err}");
}

#[test]
fn the_sample_is_shown_in_a_few_lines() {
    let bench = Bench::with_sample();
    let shown = bench.done(&["show", "市.kaikaku"]);
    let lines: Vec<&str> = shown.lines().collect();
    assert_eq!(lines[0], "みどり野市");
    assert_eq!(lines[2], "  第1期改革推進プログラム（令和3年度～令和6年度）　項目 28件、階層全体 32件");
    assert!(shown.contains("  図：経常収支比率の推移\n"));
    let effects = "  効果額：改革推進プログラムによる財政効果（単位：百万円、5行）\n    合計（見込）660百万円：令和3～6年度の計\n    \
        合計（実績）422百万円：令和3～5年度の計、令和6年度は未確定\n";
    assert!(shown.contains(effects), "{shown}");
    assert!(shown.contains("  会議：第3回 経営改革推進委員会（資料1、資料2、資料3、資料4、参考資料）\n"));
    let ran = bench.run(&["check", "市.kaikaku"]);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""), "a finding is exit code 1, told on stdout");
    let told = [
        "【理由のない評価】1か所\n",
        "  1-1 市民参加手続の充実：評価の理由が書かれていません：平成29年度 「一部達成」\n",
        "      所管課に理由を確かめて入力してください。\n",
        "確認が必要なところ：",
    ];
    assert!(told.iter().all(|words| ran.out.contains(words)), "{}", ran.out);
    let ran = bench.run(&["check", "市.kaikaku", "--json"]);
    let first = json(&ran.out)[0].clone();
    assert_eq!((ran.code, first["kind"].as_str()), (1, Some("reason")));
    assert_eq!(first["place"], serde_json::json!({"kind": "record", "node": 2, "year": 2017}));
    for part in ["key", "title", "text", "why", "todo"] {
        assert!(first[part].as_str().is_some_and(|words| !words.is_empty()), "{part}: {first}");
    }
}

#[test]
fn what_was_accepted_is_told_apart_and_is_no_fault() {
    let bench = Bench::with_sample();
    let mut programme = json(&bench.shown("市.kaikaku"));
    let found = json(&bench.run(&["check", "市.kaikaku", "--json"]).out);
    let accepted: Vec<Value> = (1..).zip(found.as_array().unwrap()).map(|(id, finding)| {
        serde_json::json!({"id": id, "finding": finding["key"], "reason": "記録が残っていないため。", "who": "経営改革課",
            "at": "2024-05-17T09:30:00"})
    }).collect();
    programme["acceptances"] = Value::Array(accepted);
    bench.write("直し.json", programme.to_string());
    bench.done(&["load", "市.kaikaku", "直し.json"]);
    let told = bench.done(&["check", "市.kaikaku"]);
    assert!(told.starts_with("確認が必要なところはありません。\nこのままにするもの："), "{told}");
    assert!(told.contains("［理由のない評価］1-1 市民参加手続の充実："), "{told}");
    assert!(told.contains("\n      理由：記録が残っていないため。（経営改革課 2024-05-17 09:30:00）\n"), "{told}");
    let told = json(&bench.done(&["check", "市.kaikaku", "--json"]));
    assert_eq!(told[0]["accepted"]["reason"], "記録が残っていないため。");
}

#[test]
fn every_kind_of_paper_is_written_for_print_and_for_excel() {
    let bench = Bench::with_sample();
    for kind in ["progress", "tally", "effects", "plan", "indicators"] {
        for (ending, begins) in [("pdf", b"%PDF".as_slice()), ("xlsx", b"PK".as_slice())] {
            let name = format!("{kind}.{ending}");
            assert_eq!(bench.done(&["paper", "市.kaikaku", kind, "--out", &name]), format!("作成：{name}\n"));
            assert!(bench.bytes(&name).starts_with(begins), "{name}");
        }
    }
}

#[test]
fn a_paper_that_was_printed_goes_out_of_date_with_its_data() {
    let bench = Bench::with_sample();
    bench.done(&["paper", "市.kaikaku", "progress", "--out", "資料1.pdf"]);
    assert!(!bench.run(&["check", "市.kaikaku"]).out.contains("古くなった資料"));
    let programme =
        bench.shown("市.kaikaku").replace("無作為抽出による意見交換会を開催する。", "意見交換会を開催する。");
    let changed =
        programme.replace("Webアンケートの設問の作り方や集計の方法について", "Webアンケートの設問の作り方について");
    bench.write("直し.json", &changed);
    bench.done(&["load", "市.kaikaku", "直し.json"]);
    let told = bench.run(&["check", "市.kaikaku"]).out;
    assert!(told.contains("【古くなった資料】1か所\n  第3回 経営改革推進委員会 資料1："), "{told}");
}

#[test]
fn words_are_found_whatever_their_writing_and_told_part_by_part() {
    let bench = Bench::with_sample();
    let told = bench.done(&["find", "市.kaikaku", "空き店舗"]);
    assert!(told.starts_with("進捗（1か所）\n  ② 協働事業提案制度の充実　令和4年度 実績："), "{told}");
    let found = json(&bench.done(&["find", "市.kaikaku", "高崎", "--json"]));
    assert_eq!(found[0]["area"], "plan");
    assert_eq!(found[0]["hits"][0]["place"], serde_json::json!({ "kind": "node", "node": 17 }));
    for word in ["再掲", "集約"] {
        let told = bench.done(&["find", "市.kaikaku", word]);
        assert!(told.contains(&format!("　区分：{word}\n")), "{told}");
    }
    let ran = bench.run(&["find", "市.kaikaku", "どこにもない言葉"]);
    assert_eq!((ran.code, ran.out.as_str()), (1, "「どこにもない言葉」は見つかりません。\n"));
    let ran = bench.run(&["find", "市.kaikaku", "どこにもない言葉", "--json"]);
    assert_eq!((ran.code, json(&ran.out)), (1, Value::Array(vec![])));
}

#[test]
fn an_edit_by_way_of_json_is_undone_redone_and_told() {
    let bench = Bench::with_sample();
    let before = bench.shown("市.kaikaku");
    let after =
        before.replace("95.4% (見込)", "95.1% (見込)").replacen("\"amount\": \"95.4\"", "\"amount\": \"95.1\"", 1);
    assert_ne!(before, after);
    bench.write("直し.json", &after);
    assert!(bench.done(&["load", "市.kaikaku", "直し.json"]).starts_with("みどり野市\n"));
    assert_eq!(bench.shown("市.kaikaku"), after);
    assert_eq!(bench.done(&["undo", "市.kaikaku"]), "プログラム全体の読み込みを元に戻す\n");
    assert_eq!(bench.shown("市.kaikaku"), before);
    assert_eq!(bench.done(&["undo", "市.kaikaku"]), "元に戻す・やり直す操作はありません。\n");
    let told = bench.done(&["history", "市.kaikaku"]);
    assert!(told.ends_with(&format!("　プログラム全体の読み込み　{WHO}（元に戻し済み）\n")), "{told}");
    let steps = json(&bench.done(&["history", "市.kaikaku", "--json"]));
    assert_eq!((&steps[0]["undone"], &steps[0]["who"]), (&Value::Bool(true), &Value::from(WHO)));
    let at = steps[0]["at"].as_str().unwrap();
    assert!(told.starts_with(&at.replace('T', " ")), "{told}");
    assert_eq!(bench.done(&["redo", "市.kaikaku"]), "プログラム全体の読み込みをやり直す\n");
    assert_eq!(bench.shown("市.kaikaku"), after);
    assert_eq!(bench.done(&["redo", "市.kaikaku"]), "元に戻す・やり直す操作はありません。\n");
    let told = bench.done(&["history", "市.kaikaku"]);
    assert_eq!(told.lines().count(), 1);
    assert!(told.ends_with(&format!("　プログラム全体の読み込み　{WHO}\n")), "{told}");
}

#[test]
fn json_goes_out_of_one_file_and_into_another() {
    let bench = Bench::with_sample();
    bench.done(&["new", "別.kaikaku", "--city", "別の市"]);
    bench.write("計画.json", bench.shown("市.kaikaku"));
    bench.done(&["load", "別.kaikaku", "計画.json"]);
    assert_eq!(bench.shown("別.kaikaku"), bench.shown("市.kaikaku"));
}

#[test]
fn a_table_is_looked_at_taken_in_and_taken_back() {
    for (name, form, added) in [
        ("fiscal-cp932.csv", "財政指標の表：5つの指標、", 5),
        ("fiscal-misprints.csv", "財政指標の表：", 0),
        ("progress-utf8-bom.csv", "進捗状況の表：5項目、", 5),
        ("progress-merged-cp932.csv", "進捗状況の表：5項目、", 5),
    ] {
        let bench = Bench::new();
        bench.done(&["new", "市.kaikaku", "--city", "みどり野市"]);
        let (file, source) = ("市.kaikaku".as_ref(), fixture(name));
        let before = bench.bytes("市.kaikaku");
        let args = ["import".as_ref(), file, source.as_os_str(), "--dry-run".as_ref()];
        let told = bench.done(&args);
        assert!(told.starts_with(form), "{name}: {told}");
        assert!(told.contains("」→ ") && told.ends_with("試しに読んだだけです。ファイルには書き込んでいません。\n"));
        assert!(!told.contains("{$"), "{told}");
        let report = json(&bench.done(&[&args[..], &["--json".as_ref()]].concat()));
        assert!(report["taken"].is_null() && report["preview"]["cells"].as_array().unwrap().len() > 10);
        assert_eq!(bench.bytes("市.kaikaku"), before, "a dry run writes nothing");

        let report = json(&bench.done(&["import".as_ref(), file, source.as_os_str(), "--json".as_ref()]));
        let taken: Taken = serde_json::from_value(report["taken"].clone()).unwrap();
        assert!(taken.added > 0 && (added == 0 || taken.added == added), "{name}: {taken:?}");
        assert_eq!(report["preview"]["source"], name);
        let first = bench.shown("市.kaikaku");
        let told = bench.done(&["import".as_ref(), file, source.as_os_str()]);
        assert!(told.ends_with("件。\n") && told.contains("取り込みました。追加 0件、"), "{told}");
        assert_eq!(bench.shown("市.kaikaku"), first, "the second time changes nothing");
        assert_eq!(bench.done(&["undo", "市.kaikaku"]), format!("「{name}」の取り込みを元に戻す\n"));
        assert_eq!(json(&bench.shown("市.kaikaku"))["indicators"], Value::Array(vec![]));
    }
}

#[test]
fn misprints_are_told_line_by_line() {
    let bench = Bench::new();
    bench.done(&["new", "市.kaikaku", "--city", "みどり野市"]);
    let told = bench.done(&["import".as_ref(), "市.kaikaku".as_ref(), fixture("fiscal-misprints.csv").as_os_str()]);
    for words in [
        "  2行　指標　「経営収支比率」：「経常収支比率」の誤りではありませんか。このまま取り込みます。\n",
        "「4憶」：単位「憶」は誤字のようです。文字だけ取り込みます。値はありません。\n",
        "「(9500)」：かっこの中の数「9,500」が、負の数か、内数・外数かが分かりません。",
        "「令和99年度」：年度が、扱える範囲",
        "「来年度」：年度として読めません。取り込みません。\n",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    let ran = bench.run(&["check", "市.kaikaku"]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("値として読み取れません：令和3年度 実績 「4憶円」"), "{}", ran.out);
}

#[test]
fn the_published_tables_go_in() {
    for (name, told) in [
        ("fiscal-series.csv", "財政指標の表：6つの指標、36行を読み取りました。\n確認が必要なところ：0か所\n"),
        (
            "kodaira-progress-tidy.csv",
            "進捗状況の表：23項目、43の取組項目を読み取りました。\n確認が必要なところ：0か所\n",
        ),
    ] {
        let source = crate::bench::top().join("../shared/real").join(name);
        if !source.is_file() {
            println!("skipped: {name} does not lie beside the checkout");
            continue;
        }
        let bench = Bench::new();
        bench.done(&["new", "市.kaikaku", "--city", "みどり野市"]);
        let out = bench.done(&["import".as_ref(), "市.kaikaku".as_ref(), source.as_os_str()]);
        assert!(out.starts_with(told), "{out}");
    }
}

#[test]
fn a_reader_that_stops_reading_is_no_fault() {
    use std::process::Stdio;
    let bench = Bench::with_sample();
    let mut child = crate::bench::kaikaku()
        .args(["show", "--json"])
        .arg(bench.path("市.kaikaku"))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}

#[test]
fn the_form_of_one_item_and_of_all_is_printed() {
    let bench = Bench::with_sample();
    assert_eq!(bench.done(&["paper", "市.kaikaku", "sheet", "--item", "①", "--out", "一.pdf"]), "作成：一.pdf\n");
    assert!(bench.bytes("一.pdf").starts_with(b"%PDF"));
    assert_eq!(
        bench.done(&["paper", "市.kaikaku", "sheet", "--item", "21", "--out", "二十一.xlsx"]),
        "作成：二十一.xlsx\n"
    );
    assert!(bench.bytes("二十一.xlsx").starts_with(b"PK"));
    let err = bench.fails(1, &["paper", "市.kaikaku", "sheet", "--item", "999", "--out", "ない.pdf"]);
    assert!(err.contains("999") && err.contains("番号"), "{err}");
    assert!(!bench.names("").contains(&"ない.pdf".to_owned()), "nothing is left behind");
}
