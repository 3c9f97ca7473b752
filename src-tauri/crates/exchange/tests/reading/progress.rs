//! Progress tables of みどり野市, tidy, merged and wrong.

use domain::programme::LifeCycleKind;
use domain::value::AsOf;
use exchange::{Encoding, FindingKind, Form, Outcome, ProgressDraft, Understood, read_progress, recognise};

use super::{kinds, table};

fn tidy() -> ProgressDraft {
    read_progress(&table("progress-utf8-bom.csv")).unwrap().draft
}

fn bars(draft: &ProgressDraft, item: usize, lane: usize) -> Vec<(i32, i32, &str)> {
    draft.items[item].lanes[lane]
        .bars
        .iter()
        .map(|bar| (bar.first.year(), bar.last.year(), bar.words.as_str()))
        .collect()
}

#[test]
fn a_tidy_table_gives_the_whole_programme_and_no_findings() {
    let table = table("progress-utf8-bom.csv");
    assert_eq!(recognise(&table), Ok(Form::Progress));
    let reading = read_progress(&table).unwrap();
    assert_eq!(reading.findings, []);
    assert_eq!(reading.cells.len(), 8 * 16);
    let draft = reading.draft;
    let groups: Vec<(&str, &str)> =
        draft.groups.iter().map(|group| (group.name.as_str(), group.description.as_str())).collect();
    assert_eq!(
        groups,
        [
            ("実施プログラム", "計画の初年度から動き出す3件です。"),
            ("令和5年度から加わる実施プログラム(旧検討プログラム)", "2年かけて検討した2件です。"),
        ]
    );
    let directions: Vec<(&str, &str, &[usize])> =
        draft.directions.iter().map(|d| (d.label.as_str(), d.title.as_str(), d.items.as_slice())).collect();
    assert_eq!(
        directions,
        [("方向性1", "市民とともにつくる窓口", [0, 3].as_slice()), ("方向性2", "身軽な庁内の仕組み", &[1, 2]),]
    );
    let names: Vec<(&str, &str)> = draft.items.iter().map(|item| (item.label.as_str(), item.title.as_str())).collect();
    assert_eq!(
        names,
        [
            ("①", "待たせない窓口"),
            ("②", "紙を使わない会議"),
            ("11", "公用車の適正配置"),
            ("12", "広報紙の配り方の検討"),
            ("13", "庁舎の貸し出し"),
        ]
    );
    let places: Vec<(Option<usize>, Option<usize>, usize)> =
        draft.items.iter().map(|item| (item.group, item.direction, item.lanes.len())).collect();
    assert_eq!(
        places,
        [
            (Some(0), Some(0), 2),
            (Some(0), Some(1), 1),
            (Some(0), Some(1), 2),
            (Some(1), Some(0), 0),
            (Some(1), None, 1),
        ]
    );
    assert_eq!(draft.item_heading, "実施プログラム");
    assert_eq!(draft.direction_text_heading, "主な取組の方向性");
}

#[test]
fn schedule_and_bars_carry_years_words_and_moment() {
    let draft = tidy();
    assert_eq!(draft.schedule.name, "年度スケジュール");
    assert_eq!((draft.schedule.first.year(), draft.schedule.last.year()), (2021, 2024));
    let as_of = draft.schedule.as_of.as_ref().unwrap();
    assert_eq!(as_of.text, "R5.3時点想定");
    let march = AsOf::Month { year: 2023, month: 3 };
    assert_eq!(as_of.meaning, Some(march));
    assert_eq!(bars(&draft, 0, 0), [(2021, 2021, "測定"), (2022, 2024, "測定・公表")]);
    assert_eq!(bars(&draft, 0, 1), [(2022, 2023, "試行"), (2024, 2024, "実施")]);
    assert_eq!(bars(&draft, 1, 0), [], "a lane may be without a bar");
}

#[test]
fn records_take_their_years_from_the_headings() {
    let draft = tidy();
    let years: Vec<i32> = draft.planning_years.iter().map(|year| year.year()).collect();
    assert_eq!(years, [2023, 2024]);
    assert_eq!(draft.actual_columns.len(), 1);
    assert!(draft.actual_columns[0].cumulative);
    let [actual, first, second] = draft.items[0].records.as_slice() else {
        panic!("three years");
    };
    assert_eq!((actual.year.year(), actual.cumulative), (2022, true));
    assert!(actual.actual.ends_with("(1か所)。"));
    assert_eq!(first.planned, "・税務課でも書かない窓口を始める。\n・平均待ち時間12分以下を目指す。(15分)");
    assert_eq!((first.year.year(), first.cumulative, first.target.as_str()), (2023, false, ""));
    assert_eq!(second.planned, "・平均待ち時間10分以下を目指す。(12分)");
}

#[test]
fn an_ended_item_keeps_its_words_and_its_last_year() {
    let draft = tidy();
    let ended = &draft.items[3];
    assert_eq!(ended.life_cycle.kind, LifeCycleKind::Ended);
    assert_eq!(ended.life_cycle.words, "※令和4年度までをもって終了");
    let year = ended.life_cycle.year.as_ref().unwrap();
    assert_eq!((year.text.as_str(), year.meaning.map(i32::from)), ("令和4年度", Some(2022)));
    assert_eq!(ended.records.len(), 1);
    assert_eq!(ended.direction_text, "");
    assert_eq!(draft.items[4].life_cycle.kind, LifeCycleKind::Continuing);
}

#[test]
fn cells_left_blank_by_merging_belong_to_the_row_above() {
    let table = table("progress-merged-cp932.csv");
    assert_eq!(table.encoding, Some(Encoding::Cp932));
    assert_eq!(table.header_line, 3);
    let reading = read_progress(&table).unwrap();
    assert_eq!(reading.findings, []);
    let mut merged = reading.draft;
    let mut plain = tidy();
    for item in merged.items.iter_mut().chain(&mut plain.items) {
        item.line = 0;
        for lane in &mut item.lanes {
            lane.line = 0;
        }
    }
    assert_eq!(
        (merged.title.as_str(), merged.remarks.as_str()),
        ("経営方針推進プログラム　進捗状況（みどり野市）", "資料1")
    );
    (merged.title, merged.remarks) = (plain.title.clone(), plain.remarks.clone());
    assert_eq!(merged, plain);
    let blank_name = reading.cells.iter().find(|cell| cell.line == 5 && cell.column == "実施プログラム").unwrap();
    assert_eq!(blank_name.understood, Understood::AsAbove);
}

#[test]
fn everything_odd_is_told() {
    let reading = read_progress(&table("progress-misprints.csv")).unwrap();
    let bars = |words: &str| FindingKind::YearDiffersFromBars { bars: words.to_owned() };
    assert_eq!(
        kinds(&reading.findings),
        [
            (2, FindingKind::BarNotUnderstood),
            (3, FindingKind::TextDiffers { first_line: 2 }),
            (3, bars("試行")),
            (4, FindingKind::NotANumber),
            (5, FindingKind::BarOutsideYears),
            (6, FindingKind::MissingName),
            (7, FindingKind::LifeCycleNotUnderstood),
            (8, FindingKind::TextDiffers { first_line: 2 }),
            (9, FindingKind::DuplicateRow { first_line: 8 }),
            (10, FindingKind::RaggedRow { expected: 16, found: 8 }),
            (10, FindingKind::OutOfOrder { place: 2 }),
        ]
    );
    let outcomes: Vec<Outcome> = reading.findings.iter().map(|finding| finding.outcome).collect();
    use Outcome::{LeftOut, TakenOver, WordsOnly};
    assert_eq!(
        outcomes,
        [LeftOut, LeftOut, LeftOut, LeftOut, TakenOver, LeftOut, WordsOnly, TakenOver, LeftOut, TakenOver, TakenOver]
    );
    let unknown = &reading.draft.items[3];
    assert_eq!(unknown.life_cycle.words, "続行か");
    assert_eq!(unknown.life_cycle.kind, LifeCycleKind::Continuing);
    let first = &reading.draft.items[0];
    assert_eq!(first.lanes[0].bars, [], "no bar is made up from the year columns");
    assert_eq!(first.records[2].planned, "・平均待ち時間10分以下を目指す。(12分)");
}
