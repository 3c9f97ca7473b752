use super::*;
use crate::{FindingKind, Form, Reading, read_items, read_progress, recognise};

/// Cells from lines of `row column down right text`.
fn cells(lines: &[(u32, u32, u32, u32, &str)]) -> Vec<SheetCell> {
    let cell = |&(row, column, down, right, text): &(u32, u32, u32, u32, &str)| SheetCell {
        row,
        column,
        down,
        right,
        text: text.to_owned(),
    };
    lines.iter().map(cell).collect()
}

/// A progress table as it is made for the eye.
fn progress() -> Vec<SheetCell> {
    cells(&[
        (0, 0, 1, 6, "第2期推進プログラム(令和3年度～令和4年度)進捗状況"),
        (0, 6, 1, 1, "資料1"),
        (1, 0, 2, 1, "No."),
        (1, 1, 2, 1, "実施プログラム"),
        (1, 2, 2, 1, "主な取組の方向性"),
        (1, 3, 1, 3, "年度スケジュール(R5.3時点想定)"),
        (1, 6, 2, 1, "令和3年度実績"),
        (2, 3, 1, 1, "取組項目"),
        (2, 4, 1, 1, "R3"),
        (2, 5, 1, 1, "R4"),
        (3, 0, 1, 7, "◆◇実施プログラム◇◆ すぐに始めます。"),
        (4, 0, 1, 7, "方向性1 地域とつくるサービス"),
        (5, 0, 2, 1, "①"),
        (5, 1, 2, 1, "市民意見の収集"),
        (5, 2, 2, 1, "・広く集める\n・早く返す"),
        (5, 3, 1, 1, "・アンケート"),
        (5, 4, 1, 2, "実施"),
        (5, 6, 2, 1, "・2回実施した。"),
        (6, 3, 1, 1, "・意見交換会"),
        (6, 4, 1, 1, "準備"),
        (6, 5, 1, 1, "試行"),
        // The head again, as at a page break.
        (7, 0, 1, 1, "No."),
        (7, 1, 1, 1, "実施プログラム"),
        (7, 2, 1, 1, "主な取組の方向性"),
        (7, 3, 1, 3, "年度スケジュール(R5.3時点想定)"),
        (7, 6, 1, 1, "令和3年度実績"),
        (8, 0, 1, 7, "方向性2 支える仕組み"),
        (9, 0, 2, 1, "17"),
        (9, 1, 2, 1, "窓口の見直し"),
        (9, 3, 1, 1, "・予約"),
        (9, 4, 2, 1, "検討"),
        (9, 5, 2, 1, "導入"),
        (10, 3, 1, 1, "・書かない窓口"),
        (11, 0, 1, 1, "21"),
        (11, 1, 1, 1, "印刷物の削減\n※令和3年度までをもって終了"),
        (11, 6, 1, 1, "・終えた。"),
        (12, 0, 1, 7, "※ 実績は年度末現在"),
    ])
}

fn read() -> Reading<crate::ProgressDraft> {
    let table = read_sheet(&progress()).unwrap();
    assert_eq!(recognise(&table), Ok(Form::Progress));
    read_progress(&table).unwrap()
}

#[test]
fn a_table_made_for_the_eye_says_everything_in_every_row() {
    let Reading { draft, findings, .. } = read();
    let kinds: Vec<&FindingKind> = findings.iter().map(|finding| &finding.kind).collect();
    assert_eq!(kinds, [&FindingKind::Note], "only the note is told");
    assert_eq!(draft.title, "第2期推進プログラム(令和3年度～令和4年度)進捗状況");
    assert_eq!(draft.remarks, "資料1");
    assert_eq!(draft.groups.len(), 1);
    assert_eq!(draft.groups[0].description, "すぐに始めます。");
    let directions: Vec<(&str, &[usize])> =
        draft.directions.iter().map(|one| (one.label.as_str(), one.items.as_slice())).collect();
    assert_eq!(directions, [("方向性1", [0].as_slice()), ("方向性2", [1, 2].as_slice())]);
    assert_eq!(draft.schedule.as_of.unwrap().text, "R5.3時点想定");
    let ended = &draft.items[2];
    assert_eq!((ended.title.as_str(), ended.life_cycle.words.as_str()), ("印刷物の削減", "※令和3年度までをもって終了"));
    assert_eq!(ended.life_cycle.year.as_ref().unwrap().meaning.unwrap().year(), 2021);
    assert_eq!(draft.items[0].records[0].actual, "・2回実施した。");
    assert_eq!(draft.items[0].direction_text, "・広く集める\n・早く返す");
}

#[test]
fn bars_are_the_cells_merged_over_years_and_lanes() {
    let draft = read().draft;
    let bars = |item: usize, lane: usize| -> Vec<(i32, i32, &str, u8)> {
        let bars = draft.items[item].lanes[lane].bars.iter();
        bars.map(|bar| (bar.first.year(), bar.last.year(), bar.words.as_str(), bar.lanes)).collect()
    };
    assert_eq!(bars(0, 0), [(2021, 2022, "実施", 1)]);
    assert_eq!(bars(0, 1), [(2021, 2021, "準備", 1), (2022, 2022, "試行", 1)]);
    assert_eq!(bars(1, 0), [(2021, 2021, "検討", 2), (2022, 2022, "導入", 2)]);
    assert_eq!(bars(1, 1), [], "they run over both lanes and are drawn once");
    assert_eq!(draft.items[2].lanes, []);
}

#[test]
fn levels_merged_down_their_items_are_known() {
    let table = read_sheet(&cells(&[
        (0, 0, 1, 5, "自治体経営の計画(令和5年度～令和8年度)"),
        (1, 0, 1, 2, "まちづくり推進計画"),
        (1, 2, 2, 1, "No."),
        (1, 3, 2, 1, "取組項目"),
        (1, 4, 2, 1, "担当課"),
        (2, 0, 1, 1, "基本\n施策"),
        (2, 1, 1, 1, "展開方向"),
        (3, 0, 3, 1, "30\n協働・\n情報共有"),
        (3, 1, 2, 1, "1 環境を整えます"),
        (3, 2, 1, 1, "1"),
        (3, 3, 1, 1, "活動の支援"),
        (3, 4, 1, 1, "協働課\n広報課"),
        (4, 2, 1, 1, "2"),
        (4, 3, 1, 1, "拠点の強化"),
        (5, 1, 1, 1, "2 伝えます"),
        (5, 2, 1, 1, "3"),
        (5, 3, 1, 1, "発信の充実"),
        (5, 4, 1, 1, "広報課"),
    ]))
    .unwrap();
    assert_eq!(recognise(&table), Ok(Form::Items));
    let Reading { draft, findings, .. } = read_items(&table).unwrap();
    assert_eq!(findings, []);
    assert_eq!(draft.levels, ["基本施策", "展開方向"]);
    assert_eq!(draft.years.unwrap().0.text, "令和5年度");
    let rows: Vec<(String, &str, &str)> = draft
        .rows
        .iter()
        .map(|row| {
            let path: Vec<String> = row.path.iter().map(|named| format!("{}|{}", named.label, named.title)).collect();
            (path.join("/"), row.title.as_str(), row.offices.as_str())
        })
        .collect();
    assert_eq!(
        rows,
        [
            ("30|協働・情報共有/1|環境を整えます".to_owned(), "活動の支援", "協働課\n広報課"),
            ("30|協働・情報共有/1|環境を整えます".to_owned(), "拠点の強化", ""),
            ("30|協働・情報共有/2|伝えます".to_owned(), "発信の充実", "広報課"),
        ]
    );
}

#[test]
fn absurd_cells_are_refused_and_blank_ones_are_nothing() {
    assert_eq!(read_sheet(&[]), Err(ExchangeError::Empty));
    assert_eq!(read_sheet(&cells(&[(0, 0, 1, 1, " \n")])), Err(ExchangeError::Empty));
    for wide in [(u32::MAX, 0, 1, 1, "x"), (0, 0, u32::MAX, 1, "x"), (0, 5, 1, u32::MAX, "x")] {
        assert!(matches!(read_sheet(&cells(&[wide])), Err(ExchangeError::TooLarge { .. })), "{wide:?}");
    }
    let twice = read_sheet(&cells(&[(0, 0, 2, 2, "a"), (1, 1, 1, 1, "b"), (1, 2, 1, 1, "c")])).unwrap();
    assert_eq!(twice.header, ["a", "a", "c"], "what two cells claim belongs to the first");
}
