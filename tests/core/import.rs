//! Other people's tables into a file: read, looked at, taken over once, and a second time nothing.

use domain::programme::{IndicatorScope, LifeCycleKind, Programme, Slot, broken_references};
use domain::value::{Absence, NegativeMark, Value, ValueKind};
use workbench::Workbench;
use workbench::import::{Import, Preview, Taken, apply, preview, read};

use crate::support::{bench, by, fixture, history, texts, top, undo_all, year};

fn taken(bench: &mut Workbench, import: &Import) -> Taken {
    apply(bench, &by(), texts(), import).unwrap().value
}

fn blank() -> Workbench {
    Workbench::memory(&Programme::new("みどり野市")).unwrap()
}

/// Takes a table into a file, and again: the second time changes nothing and leaves no step.
fn twice(bench: &mut Workbench, import: &Import) -> (Taken, Programme) {
    let first = taken(bench, import);
    let after = bench.programme().unwrap();
    let again = apply(bench, &by(), texts(), import).unwrap();
    assert_eq!((again.step, again.changes), (None, vec![]), "the second time changes nothing");
    assert_eq!(again.value.added, 0, "nothing is new the second time");
    assert!(bench.programme().unwrap() == after);
    assert_eq!(broken_references(&after), []);
    assert_eq!(history(bench)[0], format!("「{}」の取り込み", import.source));
    (first, after)
}

fn sound(preview: &Preview) {
    let words = [&preview.form, &preview.summary];
    let cells = preview.cells.iter().flat_map(|cell| [&cell.column, &cell.understood]);
    let findings = preview.findings.iter().flat_map(|finding| [&finding.text, &finding.outcome]);
    for text in words.into_iter().chain(cells).chain(findings) {
        assert!(!text.contains("{$") && !text.contains('\u{2068}'), "{text}");
    }
    assert!(preview.cells.iter().all(|cell| !cell.understood.is_empty()), "every cell says what was understood");
}

#[test]
fn a_fiscal_table_becomes_indicators_in_every_encoding() {
    let mut programmes = Vec::new();
    for name in ["fiscal-utf8-bom.csv", "fiscal-utf8-lf.csv", "fiscal-cp932.csv", "fiscal-tab-utf16.txt"] {
        let read = read(name, &fixture(name)).unwrap();
        let shown = preview(texts(), NegativeMark::default(), &read);
        sound(&shown);
        assert_eq!(shown.form, "財政指標の表");
        let mut bench = blank();
        let (first, programme) = twice(&mut bench, &read);
        assert_eq!(first, Taken { added: 5, updated: 0 }, "{name}");
        programmes.push(programme);
        bench.undo().unwrap().unwrap();
        assert!(bench.programme().unwrap() == Programme::new("みどり野市"), "one step takes all of it back");
    }
    // CP932 has no em dash: there the table is typed with the horizontal bar.
    let typed = |programme: &Programme| workbench::interchange::to_json(programme).unwrap().replace('―', "—");
    assert!(programmes.windows(2).all(|pair| typed(&pair[0]) == typed(&pair[1])), "the encoding makes no difference");
    let indicators = &programmes[0].indicators;
    assert!(indicators.iter().all(|indicator| indicator.scope == IndicatorScope::Fiscal));
    let value =
        |at: usize, western, slot| indicators[at].observation(year(western), 0, slot).unwrap().figure.value.clone();
    let kind = |value: Option<Value>| value.and_then(|value| value.kind());
    let (staff, balance, burden, flow, bonds) = (0, 1, 2, 3, 4);
    assert_eq!(kind(value(staff, 2021, Slot::Actual)), Some(ValueKind::Actual));
    assert_eq!(kind(value(balance, 2022, Slot::Actual)), Some(ValueKind::Settled));
    assert_eq!(kind(value(balance, 2023, Slot::Actual)), Some(ValueKind::Provisional));
    assert_eq!(value(balance, 2024, Slot::Actual), Some(Value::absent(Absence::NotYet)), "(6決算) is still to come");
    assert_eq!(value(burden, 2022, Slot::Actual), Some(Value::absent(Absence::NotApplicable)), "a dash");
    let amount = |value: Option<Value>| value.unwrap().quantity().unwrap().amount.to_string();
    assert_eq!(amount(value(burden, 2023, Slot::Actual)), "0", "and a zero");
    assert_eq!(amount(value(flow, 2021, Slot::Actual)), "-10500");
    assert_eq!(kind(value(bonds, 2024, Slot::Plan)), Some(ValueKind::Planned), "計画 goes to its own row");
    assert_eq!(indicators[balance].targets[0].target.text, "94.0%以下");
    assert_eq!(indicators[staff].targets[0].as_of.as_ref().unwrap().text, "R7.4.1");
}

#[test]
fn misprints_are_told_and_never_mended() {
    let read = read("fiscal-misprints.csv", &fixture("fiscal-misprints.csv")).unwrap();
    let shown = preview(texts(), NegativeMark::default(), &read);
    sound(&shown);
    let told = |source: &str| -> Vec<(u32, String)> {
        let found = shown.findings.iter().filter(|finding| finding.source == source);
        found.map(|finding| (finding.line, format!("{}{}", finding.text, finding.outcome))).collect()
    };
    let one = |source: &str, words: &str| {
        let found = told(source);
        assert!(found.iter().any(|(_, text)| text == words), "{source}: {found:?}");
    };
    one("経営収支比率", "「経常収支比率」の誤りではありませんか。このまま取り込みます。");
    one("4憶", "単位「憶」は誤字のようです。文字だけ取り込みます。値はありません。");
    assert!(
        told("(9500)")
            .iter()
            .any(|(_, text)| text.starts_with("かっこの中の数「9,500」が、負の数か、内数・外数かが分かりません。")),
        "{:?}",
        told("(9500)")
    );
    one("令和99年度", "年度が、扱える範囲（1889～2100）にありません。取り込みません。");
    one("1800", "年度が、扱える範囲（1889～2100）にありません。取り込みません。");
    one("来年度", "年度として読めません。取り込みません。");
    let mut bench = blank();
    let (first, programme) = twice(&mut bench, &read);
    assert!(first.added >= 3);
    let named = |name: &str| programme.indicators.iter().find(|indicator| indicator.name == name).unwrap();
    assert_eq!(named("経営収支比率").observations.len(), 2, "the name as written, not as guessed");
    let fund = named("財政調整基金");
    let cell = |western| fund.observation(year(western), 0, Slot::Actual).unwrap().figure.clone();
    assert_eq!((cell(2021).text.as_str(), cell(2021).value), ("4憶円", None));
    assert_eq!((cell(2022).text.as_str(), cell(2022).value), ("(9500)", None));
}

#[test]
fn a_second_table_brings_what_is_there_up_to_date_and_erases_nothing() {
    let mut bench = blank();
    taken(&mut bench, &read("一.csv", &fixture("fiscal-utf8-bom.csv")).unwrap());
    let newer = "指標,単位,年度,区分,値,原文\n経常収支比率,%,R5,決算,95.2,95.2% (5決算)\n経常収支比率,%,R6,決算見込,96.0,96.0% (6決算見込)\n財政力指数,,R5,決算,0.91,0.91\n";
    let newer = read("二.csv", newer.as_bytes()).unwrap();
    let (outcome, programme) = twice(&mut bench, &newer);
    assert_eq!(outcome, Taken { added: 1, updated: 1 });
    let balance = programme.indicators.iter().find(|i| i.name == "経常収支比率").unwrap();
    let texts: Vec<&str> = balance.observations.iter().map(|o| o.figure.text.as_str()).collect();
    assert_eq!(texts, ["90.8% (3決算)", "94.0% (4決算)", "95.2% (5決算)", "96.0% (6決算見込)"]);
    assert_eq!(balance.targets.len(), 1, "the target stays");
    assert_eq!(programme.indicators.len(), 6);
    assert_eq!(history(&bench), ["「二.csv」の取り込み", "「一.csv」の取り込み"]);
}

#[test]
fn the_sample_takes_a_table_over_its_own_indicators() {
    let mut bench = bench();
    let before = bench.programme().unwrap();
    let read = read("fiscal-cp932.csv", &fixture("fiscal-cp932.csv")).unwrap();
    let (outcome, after) = twice(&mut bench, &read);
    assert!(outcome.updated >= 2, "経常収支比率 and 将来負担比率 are there: {outcome:?}");
    assert_eq!(after.plans, before.plans);
    assert_eq!(after.charts, before.charts);
    assert_eq!(
        after.indicators[1].observation(year(2015), 1, Slot::Actual),
        before.indicators[1].observation(year(2015), 1, Slot::Actual)
    );
    undo_all(&mut bench);
    assert!(bench.programme().unwrap() == before);
}

#[test]
fn a_progress_table_becomes_a_plan_with_schedule_and_records() {
    let mut programmes = Vec::new();
    for name in ["progress-utf8-bom.csv", "progress-merged-cp932.csv"] {
        let read = read("令和5年度進捗.csv", &fixture(name)).unwrap();
        sound(&preview(texts(), NegativeMark::default(), &read));
        let mut bench = blank();
        let (first, programme) = twice(&mut bench, &read);
        assert_eq!(first.added, 5, "{name}");
        programmes.push(programme);
    }
    let plan = &programmes[0].plans[0];
    assert_eq!(plan.name, "令和5年度進捗");
    assert_eq!(plan.years().len(), 4);
    let shape: Vec<_> =
        plan.items().map(|n| (n.label.as_str(), n.title.as_str(), n.lanes.len(), n.records.len())).collect();
    assert_eq!(
        shape,
        [
            ("①", "待たせない窓口", 2, 3),
            ("12", "広報紙の配り方の検討", 0, 1),
            ("②", "紙を使わない会議", 1, 3),
            ("11", "公用車の適正配置", 2, 3),
            ("13", "庁舎の貸し出し", 1, 3),
        ],
        "in the order of the tree"
    );
    let ended = plan.items().find(|node| node.label == "12").unwrap();
    assert_eq!(ended.life_cycle.last_kind(), LifeCycleKind::Ended);
    assert_eq!(ended.life_cycle.words(), "※令和4年度までをもって終了");
    let stray = plan.items().find(|node| node.label == "13").unwrap();
    assert_eq!((stray.parent, stray.level), (None, 1), "no direction is written, none is made up");
    let first = plan.items().next().unwrap();
    assert!(first.record(year(2022)).unwrap().cumulative);
    let bars: Vec<_> = first.lanes[1].bars.iter().map(|b| (b.first.year(), b.last.year(), b.words.as_str())).collect();
    assert_eq!(bars, [(2022, 2023, "試行"), (2024, 2024, "実施")]);
    assert_eq!(plan.schedules[0].as_of.as_ref().unwrap().text, "R5.3時点想定");
    assert_eq!(plan.groups.len(), 2);
    // A title above the table names the plan, and what else stands there is its note.
    let titled = &mut programmes[1].plans[0];
    assert_eq!(
        (titled.name.as_str(), titled.note.as_str()),
        ("経営方針推進プログラム　進捗状況（みどり野市）", "資料1")
    );
    (titled.name, titled.note) = ("令和5年度進捗".to_owned(), String::new());
    assert_eq!(programmes[0], programmes[1], "merged cells and CP932 make no difference");
}

#[test]
fn the_words_of_a_table_are_those_of_its_plan() {
    let mut bench = blank();
    let table = String::from_utf8(fixture("progress-utf8-bom.csv")).unwrap();
    let ended = "※令和4年度までをもって終了";
    assert!(table.contains(ended));
    let table = table.replace(ended, "※令和4年度までをもって②へ集約");
    let read = read("進捗.csv", table.as_bytes()).unwrap();
    let preview = preview(texts(), NegativeMark::default(), &read);
    assert!(preview.cells.iter().any(|cell| cell.understood == "令和4年度　集約"));
    taken(&mut bench, &read);
    let plan = bench.programme().unwrap().plans.remove(0);
    let own: Vec<_> = plan.life_words.iter().map(|own| (own.kind, own.word.as_str())).collect();
    assert_eq!(own, [(LifeCycleKind::Merged, "集約")]);
    let item = plan.items().find(|node| node.label == "12").unwrap();
    let shown = workbench::view::node(&bench, texts(), item.id).unwrap().life_cycle;
    assert_eq!((item.life_cycle.last_kind(), shown.as_str()), (LifeCycleKind::Merged, "集約"));
}

#[test]
fn what_a_person_added_to_an_imported_plan_survives_the_next_import() {
    use workbench::plan::NodeEdit;
    use workbench::schedule::ScheduleEdit;
    let mut bench = blank();
    let read = read("進捗.csv", &fixture("progress-utf8-bom.csv")).unwrap();
    taken(&mut bench, &read);
    let plan = bench.programme().unwrap().plans.remove(0);
    let item = plan.items().next().unwrap().id;
    let edit = |field, text: &str| NodeEdit { node: item, field, section: None, text: text.into() };
    let edits = [edit(workbench::Field::Offices, "市民課"), edit(workbench::Field::LifeCycle, "拡充")];
    workbench::plan::edit(&mut bench, &by(), texts(), &edits).unwrap();
    let lane = ScheduleEdit::AddLane {
        schedule: plan.schedules[0].id, position: 99, title: "自分で足した取組".into()
    };
    workbench::schedule::edit(&mut bench, &by(), item, &lane).unwrap();
    let before = bench.programme().unwrap();
    let outcome = apply(&mut bench, &by(), texts(), &read).unwrap();
    assert_eq!(outcome.step, None, "{:?}", outcome.changes);
    assert!(bench.programme().unwrap() == before, "the table says nothing about these, so they stay");
}

#[test]
fn planning_said_to_be_as_before_becomes_the_mark_where_there_is_planning_before() {
    let table = "No.,実施プログラム,取組項目,R5,R6,年度スケジュール,令和5年度当初予定,令和6年度当初予定\n\
                 ①,窓口,予約制,準備,実施,R5 準備 / R6 実施,・試行する。,前年度と同じ\n\
                 ②,会議,ペーパーレス,準備,実施,R5 準備 / R6 実施,,→\n\
                 ③,公用車,削減,準備,実施,R5 準備 / R6 実施,・3台減らす。,同上\n";
    let read = read("当初予定.csv", table.as_bytes()).unwrap();
    let shown = preview(texts(), NegativeMark::default(), &read);
    let told: Vec<&str> = shown
        .cells
        .iter()
        .filter(|c| c.understood.starts_with("「前年度と同じ」"))
        .map(|c| c.source.as_str())
        .collect();
    assert_eq!(told, ["前年度と同じ", "→"]);
    let mut bench = blank();
    let (_, programme) = twice(&mut bench, &read);
    let planned = |label: &str| {
        let node = programme.plans[0].nodes.iter().find(|node| node.label == label).unwrap();
        let record = node.record(year(2024)).unwrap();
        (record.planned.clone(), record.same_as_before, node.planned_in(year(2024)).to_owned())
    };
    assert_eq!(planned("①"), (String::new(), true, "・試行する。".into()));
    assert_eq!(planned("②"), ("→".into(), false, "→".into()), "there is no planning to go back to");
    assert_eq!(planned("③"), ("同上".into(), false, "同上".into()), "in a table it speaks of the row above");
    let later =
        workbench::import::read("当初予定.csv", table.replace("前年度と同じ", "・広げる。").as_bytes()).unwrap();
    let (_, programme) = twice(&mut bench, &later);
    let record = programme.plans[0].nodes.iter().find(|node| node.label == "①").unwrap().record(year(2024)).unwrap();
    assert_eq!((record.planned.as_str(), record.same_as_before), ("・広げる。", false), "words take its place");
}

#[test]
fn negative_amounts_are_shown_as_the_city_prints_them() {
    let read = read("fiscal.csv", &fixture("fiscal-utf8-bom.csv")).unwrap();
    let signs = |mark| -> Vec<String> {
        let cells = preview(texts(), mark, &read).cells;
        cells.into_iter().map(|cell| cell.understood).filter(|told| told.starts_with(['△', '▲', '-'])).collect()
    };
    let black = signs(NegativeMark::BlackTriangle);
    assert!(!black.is_empty() && black.iter().all(|told| told.starts_with('▲')), "{black:?}");
    assert_eq!(signs(NegativeMark::WhiteTriangle).len(), black.len());
}

#[test]
fn misprints_of_a_progress_table_are_told() {
    let read = read("progress-misprints.csv", &fixture("progress-misprints.csv")).unwrap();
    let shown = preview(texts(), NegativeMark::default(), &read);
    sound(&shown);
    let told: Vec<&str> = shown.findings.iter().map(|finding| finding.text.as_str()).collect();
    for words in
        ["工程として読めません。", "工程の年度が、表の年度の外にあります。", "終了などの表示として読めません。"]
    {
        assert!(told.contains(&words), "{words}: {told:?}");
    }
    twice(&mut blank(), &read);
}

fn published(name: &str) -> Option<Vec<u8>> {
    let path = top().join("../shared/real").join(name);
    match std::fs::read(&path) {
        Ok(bytes) => Some(bytes),
        Err(error) => {
            println!("skipped: {name} does not lie beside the checkout ({error})");
            None
        }
    }
}

#[test]
fn the_published_fiscal_series_go_into_a_file() {
    let Some(bytes) = published("fiscal-series.csv") else { return };
    let read = read("fiscal-series.csv", &bytes).unwrap();
    let shown = preview(texts(), NegativeMark::default(), &read);
    sound(&shown);
    assert_eq!((shown.summary.as_str(), shown.findings.len()), ("6つの指標、36行を読み取りました。", 0));
    let (first, programme) = twice(&mut blank(), &read);
    assert_eq!(first, Taken { added: 6, updated: 0 });
    assert!(programme.indicators.iter().all(|i| i.observations.len() == 5 && i.targets.len() == 1));
    let understood = programme.indicators.iter().flat_map(|i| &i.observations).all(|o| o.figure.is_understood());
    assert!(understood);
}

#[test]
fn the_published_progress_table_goes_into_a_file_and_onto_paper() {
    let Some(bytes) = published("kodaira-progress-tidy.csv") else { return };
    let read = read("kodaira-progress-tidy.csv", &bytes).unwrap();
    sound(&preview(texts(), NegativeMark::default(), &read));
    let mut bench = blank();
    let (first, programme) = twice(&mut bench, &read);
    assert_eq!(first.added, 23);
    let plan = &programme.plans[0];
    assert_eq!(plan.items().count(), 23);
    assert_eq!(plan.items().map(|item| item.lanes.len()).sum::<usize>(), 43);
    let ended = plan.items().filter(|item| item.life_cycle.last_kind() == LifeCycleKind::Ended);
    assert_eq!(ended.map(|item| item.label.as_str()).collect::<Vec<_>>(), ["21", "26", "28"]);
    let paper = workbench::paper::newest(&bench, texts(), domain::programme::PaperKind::Progress).unwrap();
    let pdf = crate::support::press().paper(&paper, workbench::export::PaperFormat::Pdf, crate::support::moment());
    assert!(pdf.unwrap().starts_with(b"%PDF-"));
}

#[test]
fn characters_that_could_never_be_typed_again_are_left_out_and_told() {
    let table =
        "指標,年度,値,単位,区分\n経常\u{b}収支比率,令和4年度,92.1,%,決算\n経常収支比率,令和5年度,93\u{202e}.4,%,決算\n";
    let read = read("財政.csv", table.as_bytes()).unwrap();
    let shown = preview(texts(), NegativeMark::default(), &read);
    let told: Vec<(u32, &str, &str)> =
        shown.findings.iter().map(|one| (one.line, one.text.as_str(), one.outcome.as_str())).collect();
    let outcome = "その文字を除いて取り込みます。";
    assert_eq!(
        told,
        [(2, "制御文字（U+000B）が入っています。", outcome), (3, "制御文字（U+202E）が入っています。", outcome),]
    );
    let mut bench = blank();
    let taken = apply(&mut bench, &by(), texts(), &read).unwrap().value;
    assert_eq!(taken, Taken { added: 1, updated: 0 }, "both rows are of one indicator");
    let programme = bench.programme().unwrap();
    assert_eq!(programme.indicators[0].name, "経常収支比率");
    let json = workbench::interchange::to_json(&programme).unwrap();
    workbench::interchange::from_json(json.as_bytes()).unwrap();
}
