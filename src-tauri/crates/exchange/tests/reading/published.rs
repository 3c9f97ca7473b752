//! Tables typed from published documents. They are not part of the repository; where they do
//! not lie beside it, these tests say so and check nothing.

use std::collections::BTreeSet;
use std::path::Path;

use calamine::{Reader as _, Xlsx, open_workbook};
use domain::programme::LifeCycleKind;
use domain::value::Target;
use exchange::{
    Encoding, ExchangeError, Form, ItemDraft, ProgressDraft, SheetCell, Table, Understood, read_csv, read_fiscal,
    read_items, read_progress, read_sheet, recognise,
};

fn published(name: &str) -> Option<Table> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/real");
    match std::fs::read(folder.join(name)) {
        Ok(bytes) => Some(read_csv(&bytes).unwrap()),
        Err(error) => {
            eprintln!("skipped, {name} is not here: {error}");
            None
        }
    }
}

#[test]
fn the_fiscal_series_are_read_whole() {
    let Some(table) = published("fiscal-series.csv") else {
        return;
    };
    assert_eq!(table.encoding, Some(Encoding::Utf8Bom));
    assert_eq!(recognise(&table), Ok(Form::FiscalSeries));
    assert_eq!(table.rows.len(), 36);
    let reading = read_fiscal(&table).unwrap();
    assert_eq!(reading.findings, [], "nothing is wrong in this table");
    let shape: Vec<(&str, &str, u8)> =
        reading.draft.indicators.iter().map(|i| (i.name.as_str(), i.unit.as_str(), i.decimals)).collect();
    assert_eq!(
        shape,
        [
            ("定員", "人", 0),
            ("経常収支比率", "%", 1),
            ("財政調整基金", "億円", 1),
            ("公共施設整備基金", "億円", 1),
            ("市債残高(一般会計)", "億円", 1),
            ("市債残高(下水道)", "億円", 1),
        ]
    );
    for indicator in &reading.draft.indicators {
        assert_eq!((indicator.observations.len(), indicator.targets.len()), (5, 1));
        assert!(indicator.observations.iter().all(|o| o.figure.is_understood()));
        let target = &indicator.targets[0];
        assert!(target.target.is_understood(), "{}", target.target);
        assert!(target.as_of.as_ref().is_some_and(|as_of| as_of.is_understood()));
        assert_eq!(target.year.meaning.map(i32::from), Some(2015));
    }
    let bonds = &reading.draft.indicators[4];
    assert_eq!(bonds.targets[0].target.text, "300億円以内");
    assert!(matches!(bonds.targets[0].target.meaning, Some(Target::AtMost { .. })));
    assert_eq!(bonds.observations[0].figure.text, "323.2億円 (23決算)");
}

#[test]
fn the_progress_table_is_read_whole() {
    let Some(table) = published("kodaira-progress-tidy.csv") else {
        return;
    };
    assert_eq!(recognise(&table), Ok(Form::Progress));
    let reading = read_progress(&table).unwrap();
    assert_eq!(reading.findings, [], "nothing is wrong in this table");
    let draft = &reading.draft;
    assert_eq!(table.rows.len(), 46);
    assert_eq!(draft.items.len(), 23);
    assert_eq!(draft.items.iter().map(|item| item.lanes.len()).sum::<usize>(), 43);
    let ended: Vec<&str> = draft
        .items
        .iter()
        .filter(|item| item.life_cycle.kind == LifeCycleKind::Ended)
        .map(|item| item.label.as_str())
        .collect();
    assert_eq!(ended, ["21", "26", "28"]);
    let without_bars = draft.items.iter().flat_map(|item| &item.lanes).filter(|lane| lane.bars.is_empty()).count();
    assert_eq!(without_bars, 13);
    assert_eq!(draft.groups.len(), 2);
    assert_eq!(draft.groups[1].name, "2年間の検討を経た実施プログラム(旧検討プログラム)");
    let labels: Vec<&str> = draft.directions.iter().map(|d| d.label.as_str()).collect();
    assert_eq!(labels, ["方向性1", "方向性3", "方向性4"], "each once, though in both groups");
}

/// Every text of the table stands in the draft to the letter. Groups and directions are taken
/// apart, so their parts are put together again without the ornaments between them.
#[test]
fn not_one_character_of_the_progress_table_is_lost() {
    let Some(table) = published("kodaira-progress-tidy.csv") else {
        return;
    };
    let reading = read_progress(&table).unwrap();
    let draft = reading.draft;
    let mut kept: BTreeSet<String> = BTreeSet::new();
    let bare = |text: &str| text.replace(['◆', '◇', ' '], "");
    for group in &draft.groups {
        kept.insert(bare(&format!("{}{}", group.name, group.description)));
    }
    for direction in &draft.directions {
        kept.insert(bare(&format!("{}{}", direction.label, direction.title)));
    }
    for item in &draft.items {
        kept.extend([item.label.clone(), item.title.clone()]);
        kept.extend([item.direction_text.clone(), item.life_cycle.words.clone()]);
        for record in &item.records {
            kept.extend([record.actual.clone(), record.planned.clone()]);
        }
        for (at, lane) in item.lanes.iter().enumerate() {
            kept.extend([(at + 1).to_string(), lane.title.clone()]);
            let mut schedule = Vec::new();
            for bar in &lane.bars {
                kept.insert(bar.words.clone());
                let (first, last) = (bar.first.year() - 2018, bar.last.year() - 2018);
                schedule.push(if first == last {
                    format!("R{first} {}", bar.words)
                } else {
                    format!("R{first}～R{last} {}", bar.words)
                });
            }
            kept.insert(schedule.join(" / "));
        }
    }
    for row in &table.rows {
        for cell in row.cells.iter().filter(|cell| !cell.is_empty()) {
            assert!(kept.contains(cell) || kept.contains(&bare(cell)), "row {}: {cell} is lost", row.line);
        }
    }
    let unread =
        reading.cells.iter().filter(|cell| matches!(cell.understood, Understood::NotUnderstood | Understood::LeftOut));
    assert_eq!(unread.count(), 0);
}

#[test]
fn a_cp932_table_of_another_form_is_decoded_and_named() {
    let Some(table) = published("kodaira-targets-cp932.csv") else {
        return;
    };
    assert_eq!(table.encoding, Some(Encoding::Cp932));
    let headings = ["目標値", "23年度", "24年度", "25年度", "26年度", "27年度"];
    let headings = headings.map(str::to_owned).to_vec();
    assert_eq!(recognise(&table), Err(ExchangeError::UnknownForm { headings }));
    assert_eq!(table.rows[0].cells[1], "910人\n(H28.4.1)");
    let Some(indicators) = published("komaki-indicators-cp932.csv") else {
        return;
    };
    assert_eq!(indicators.encoding, Some(Encoding::Cp932));
    assert_eq!(indicators.rows.len(), 48, "47 indicators and a note");
}

/// The cells of the first sheet of a workbook with what they cover.
fn sheet(name: &str) -> Option<Vec<SheetCell>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/real").join(name);
    let mut workbook: Xlsx<_> = match open_workbook(&path) {
        Ok(workbook) => workbook,
        Err(error) => {
            eprintln!("skipped, {name} is not here: {error}");
            return None;
        }
    };
    let first = workbook.sheet_names()[0].clone();
    let range = workbook.worksheet_range(&first).unwrap();
    let merged = workbook.merge_cells_by_sheet_name(&first).unwrap();
    let cells = range.used_cells().map(|(row, column, value)| {
        let start = range.start().unwrap();
        let (row, column) = (start.0 + u32::try_from(row).unwrap(), start.1 + u32::try_from(column).unwrap());
        let area = merged.iter().find(|area| area.start == (row, column));
        SheetCell {
            row,
            column,
            down: area.map_or(1, |area| area.end.0 - row + 1),
            right: area.map_or(1, |area| area.end.1 - column + 1),
            text: value.to_string(),
        }
    });
    Some(cells.collect())
}

#[test]
fn the_workbook_of_the_progress_says_what_its_tidy_table_says() {
    let (Some(cells), Some(tidy)) = (sheet("kodaira-progress.xlsx"), published("kodaira-progress-tidy.csv")) else {
        return;
    };
    let table = read_sheet(&cells).unwrap();
    assert_eq!(recognise(&table), Ok(Form::Progress));
    let made = read_progress(&table).unwrap();
    assert_eq!(made.findings, [], "nothing is odd about it");
    let tidy = read_progress(&tidy).unwrap().draft;
    let made = made.draft;
    assert_eq!(made.groups, tidy.groups);
    let directions = |draft: &ProgressDraft| -> Vec<(String, String, Vec<usize>)> {
        draft.directions.iter().map(|one| (one.label.clone(), one.title.clone(), one.items.clone())).collect()
    };
    assert_eq!(directions(&made), directions(&tidy));
    assert_eq!((made.planning_years, made.actual_columns), (tidy.planning_years, tidy.actual_columns));
    assert_eq!(made.items.len(), tidy.items.len());
    for (made, tidy) in made.items.iter().zip(&tidy.items) {
        assert_eq!((&made.label, &made.title), (&tidy.label, &tidy.title));
        assert_eq!(made.life_cycle, tidy.life_cycle, "{}", made.title);
        assert_eq!(made.direction_text, tidy.direction_text, "{}", made.title);
        assert_eq!(made.records, tidy.records, "{}", made.title);
        let lanes = |item: &ItemDraft| -> Vec<String> { item.lanes.iter().map(|lane| lane.title.clone()).collect() };
        assert_eq!(lanes(made), lanes(tidy), "{}", made.title);
        // A bar over two lanes is one bar here and stands in both rows of the tidy table.
        let bars = |item: &ItemDraft| -> BTreeSet<(i32, i32, String)> {
            let bars = item.lanes.iter().flat_map(|lane| &lane.bars);
            bars.map(|bar| (bar.first.year(), bar.last.year(), bar.words.clone())).collect()
        };
        assert_eq!(bars(made), bars(tidy), "{}", made.title);
    }
}

#[test]
fn the_workbook_of_the_items_is_read_whole() {
    let Some(cells) = sheet("komaki-items.xlsx") else { return };
    let table = read_sheet(&cells).unwrap();
    assert_eq!(recognise(&table), Ok(Form::Items));
    let reading = read_items(&table).unwrap();
    assert_eq!(reading.findings, []);
    let draft = reading.draft;
    assert_eq!(draft.levels, ["基本施策", "展開方向"]);
    let labels: Vec<String> = draft.rows.iter().map(|row| row.label.clone()).collect();
    assert_eq!(labels, (1..=51).map(|n| n.to_string()).collect::<Vec<_>>());
    let tops: BTreeSet<&str> = draft.rows.iter().map(|row| row.path[0].label.as_str()).collect();
    assert_eq!(tops, BTreeSet::from(["30", "31", "32", "33"]), "the block cut at a page end is one");
    // Every character below the headings is somewhere in what was read.
    let kept: String = draft
        .rows
        .iter()
        .flat_map(|row| {
            let path = row.path.iter().flat_map(|named| [named.label.as_str(), named.title.as_str()]);
            path.chain([row.label.as_str(), row.title.as_str(), row.offices.as_str()]).collect::<Vec<_>>()
        })
        .collect::<String>()
        .replace('\n', "");
    let bare = |text: &str| text.split_whitespace().collect::<String>();
    let kept = bare(&kept);
    for cell in cells.iter().filter(|cell| cell.row > 5) {
        assert!(kept.contains(&bare(&cell.text)), "{} is lost", cell.text);
    }
}
