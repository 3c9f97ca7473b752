//! `kaikaku tally`: a table a person reads on a terminal, and one a program reads.

use serde_json::Value;

use crate::bench::Bench;

/// Columns a line takes on a terminal, as this test sees the letters it has.
fn width(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

#[test]
fn the_tally_stands_in_columns() {
    let bench = Bench::with_sample();
    let told = bench.done(&["tally", "市.kaikaku"]);
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!(lines[0], "第1期改革推進プログラム　令和5年度の集計", "the newest plan, the last year judged");
    assert!(told.contains("\n進捗（最後の評価）\n  令和5年度は、25項目のうち、前倒しが1項目、予定どおりが21項目、遅れが3項目となっています。\n"), "{told}");
    let head = lines.iter().position(|line| line.starts_with("  方向性 ")).unwrap();
    let table: Vec<&&str> = lines[head..].iter().take_while(|line| !line.is_empty()).collect();
    assert_eq!(table.len(), 6, "head, four directions, all: {table:?}");
    assert!(table.iter().all(|line| width(line) == width(table[0])), "the last column ends in one place: {table:#?}");
    assert!(table[0].ends_with("  終了  掲載"), "{}", table[0]);
    let all: Vec<&str> = table[5].split_whitespace().collect();
    assert_eq!(all, ["全体", "1", "21", "3", "0", "25", "0", "0", "3", "28"]);
    assert!(told.contains("複数の課が担当する項目は、それぞれの課で数えます。"));
    assert!(
        told.ends_with(
            "率（分子÷分母）\n  達成率  88.0%  22÷25  最後の評価  （前倒し＋予定どおり）÷（前倒し＋予定どおり＋遅れ）\n"
        ),
        "{told}"
    );
}

#[test]
fn plan_and_year_are_chosen() {
    let bench = Bench::with_sample();
    let former = bench.done(&["tally", "市.kaikaku", "--plan", "第3次行財政改革大綱"]);
    assert!(former.starts_with("第3次行財政改革大綱　平成32年度の集計\n"), "{former}");
    assert!(former.contains("10項目のうち、達成が6項目、一部達成が2項目、未達成が2項目"));
    for words in ["R4", "令和4年度", "2022"] {
        assert!(bench.done(&["tally", "市.kaikaku", "--year", words]).contains("令和4年度は、26項目のうち、"));
    }
    let err = bench.fails(1, &["tally", "市.kaikaku", "--year", "R99"]);
    assert!(err.starts_with("エラー：令和99年度は計画の期間"), "{err}");
    let of_year = bench.done(&["tally", "市.kaikaku", "--year", "H30"]);
    assert!(
        of_year.starts_with("第3次行財政改革大綱　平成30年度の集計\n"),
        "the plan that runs in the year: {of_year}"
    );
    let err = bench.fails(1, &["tally", "市.kaikaku", "--plan", "第3次行財政改革大綱", "--year", "R5"]);
    assert!(err.starts_with("エラー：平成35年度は計画の期間"), "{err}");
    let err = bench.fails(1, &["tally", "市.kaikaku", "--plan", "第9次"]);
    assert!(err.starts_with("エラー：「第9次」という計画はありません。\n"), "{err}");
    let err = bench.fails(1, &["tally", "市.kaikaku", "--year", "来年"]);
    assert!(err.starts_with("エラー：「来年」を読み取れません。\n"), "{err}");
    bench.done(&["new", "空.kaikaku", "--city", "みどり野市"]);
    assert!(bench.fails(1, &["tally", "空.kaikaku"]).starts_with("エラー：表示できる内容がありません。"));
}

#[test]
fn json_names_every_item_of_every_figure() {
    let bench = Bench::with_sample();
    let told: Value = serde_json::from_str(&bench.done(&["tally", "市.kaikaku", "--year", "R4", "--json"])).unwrap();
    let items = told["items"].as_array().unwrap();
    assert_eq!(items.len(), 28);
    let known = |id: &Value| items.iter().any(|item| item["id"] == *id && !item["title"].as_str().unwrap().is_empty());
    let table = &told["tables"][0];
    let late = table["columns"].as_array().unwrap().iter().position(|column| column["label"] == "遅れ").unwrap();
    let counted = table["all"]["cells"][late].as_array().unwrap();
    assert_eq!(counted.len(), 3);
    assert!(counted.iter().all(known));
    let rows = table["parts"][0]["rows"].as_array().unwrap();
    let below: usize = rows.iter().map(|row| row["cells"][late].as_array().unwrap().len()).sum();
    assert_eq!(below, 3);
    let rate = &told["rates"][0];
    assert_eq!((rate["percent"].as_str(), rate["numerator"].as_array().map(Vec::len)), (Some("88.5%"), Some(23)));
    assert!(rate["denominator"].as_array().unwrap().iter().all(known));
}
