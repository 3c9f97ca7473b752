//! Tables typed from published documents. They are not part of the repository; where they do
//! not lie beside it, these tests say so and check nothing.

use std::collections::BTreeSet;
use std::path::Path;

use domain::programme::LifeCycleKind;
use domain::value::Target;
use exchange::{Encoding, ExchangeError, Form, Table, Understood, read_csv, read_fiscal, read_progress, recognise};

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
    assert_eq!(table.encoding, Encoding::Utf8Bom);
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
    assert_eq!(table.encoding, Encoding::Cp932);
    let headings = ["目標値", "23年度", "24年度", "25年度", "26年度", "27年度"];
    let headings = headings.map(str::to_owned).to_vec();
    assert_eq!(recognise(&table), Err(ExchangeError::UnknownForm { headings }));
    assert_eq!(table.rows[0].cells[1], "910人\n(H28.4.1)");
    let Some(indicators) = published("komaki-indicators-cp932.csv") else {
        return;
    };
    assert_eq!(indicators.encoding, Encoding::Cp932);
    assert_eq!(indicators.rows.len(), 48, "47 indicators and a note");
}
