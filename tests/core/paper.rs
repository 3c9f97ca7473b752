//! The progress paper of the sample: what of the programme stands on it, and where.

use domain::programme::{LifeCycleKind, MeetingPaper, Node, PaperId, PaperKind, PlanId, Programme, ScheduleId};
use papers::{Block, Cell, Content, Line, Paper, Row, SheetSize, Table};
use workbench::export::PaperFormat;
use workbench::meeting::{MeetingForm, remove, save};
use workbench::{Workbench, WorkbenchError, paper};

use crate::support::{PROGRAMME, bench, by, history, moment, plan_of, press, refused, texts, year};

/// 資料1 of the last meeting (令和6年2月2日).
fn progress(bench: &Workbench) -> Paper {
    paper::of_file(bench, texts(), PaperId(2)).unwrap()
}

fn table(paper: &Paper) -> &Table {
    match paper.blocks.as_slice() {
        [Block::Table(table)] | [Block::Paragraph(_), Block::Table(table)] => table,
        other => panic!("one table below the sentence on the tally, not {} blocks", other.len()),
    }
}

fn text(cell: &Cell) -> String {
    let line = |line: &Line| format!("{}{}", line.bullet.as_deref().unwrap_or_default(), line.text);
    match &cell.content {
        Content::Empty => String::new(),
        Content::Text(lines) => lines.iter().map(line).collect::<Vec<_>>().join("\n"),
        Content::Number { text, .. } => text.clone(),
        Content::Arrow { words, .. } => words.clone(),
    }
}

/// An item of the table, its cells put back on the grid of rows and columns.
struct Item {
    sections: Vec<String>,
    name: String,
    rows: usize,
    /// (row, column, rows, columns, cell)
    cells: Vec<(usize, usize, usize, usize, Cell)>,
}

impl Item {
    fn at(&self, row: usize, column: usize) -> &Cell {
        let covers = |(r, c, h, w, _): &&(usize, usize, usize, usize, Cell)| {
            (*r..r + h).contains(&row) && (*c..c + w).contains(&column)
        };
        &self.cells.iter().find(covers).expect("every place of the table is covered").4
    }

    fn text(&self, row: usize, column: usize) -> String {
        text(self.at(row, column))
    }
}

fn items(table: &Table) -> Vec<Item> {
    let width = table.columns.len();
    let mut items: Vec<Item> = Vec::new();
    let mut sections: Vec<String> = Vec::new();
    let mut taken: Vec<Vec<bool>> = Vec::new();
    for row in &table.body {
        match row {
            Row::Section { text, level } => {
                sections.truncate(usize::from(*level) - 1);
                sections.push(text.clone());
            }
            Row::ItemStart { name } => {
                items.push(Item { sections: sections.clone(), name: name.clone(), rows: 0, cells: Vec::new() });
                taken.clear();
            }
            Row::Cells(cells) => {
                let item = items.last_mut().expect("an item begins before its rows");
                let at = item.rows;
                item.rows += 1;
                for cell in cells {
                    taken.resize(taken.len().max(at + usize::from(cell.rowspan)), vec![false; width]);
                    let column = taken[at].iter().position(|taken| !taken).expect("there is room for the cell");
                    let (high, wide) = (usize::from(cell.rowspan), usize::from(cell.colspan));
                    for line in &mut taken[at..at + high] {
                        assert!(line[column..column + wide].iter().all(|taken| !taken), "cells do not overlap");
                        line[column..column + wide].fill(true);
                    }
                    item.cells.push((at, column, high, wide, cell.clone()));
                }
                assert!(taken[at].iter().all(|taken| *taken), "{}: row {at} is covered whole", item.name);
            }
        }
    }
    items
}

fn printed(bench: &Workbench) -> Vec<Node> {
    let mut nodes: Vec<Node> = plan_of(bench).items().cloned().collect();
    nodes.sort_by_key(|item| domain::value::label_sort_key(&item.label));
    nodes
}

#[test]
fn the_head_names_the_paper_the_meeting_and_the_columns() {
    let bench = bench();
    let paper = progress(&bench);
    assert_eq!(paper.title, "第1期改革推進プログラム（令和3年度～令和6年度）進捗状況【令和6年度当初計画】");
    assert_eq!(paper.city, "みどり野市");
    assert_eq!(paper.masthead.doc_no.as_deref(), Some("資料1"));
    assert_eq!(paper.masthead.meeting.as_deref(), Some("第3回 経営改革推進委員会"));
    assert_eq!(paper.masthead.date.as_deref(), Some("令和6年2月2日"));
    assert!(paper.sheet.landscape && paper.sheet.size == SheetSize::A3);
    assert_eq!(paper.words.page_number, "{page} / {pages}");
    assert_eq!(paper.words.continued, "{name}（続き）");
    let table = table(&paper);
    let head: Vec<Vec<String>> = table.header.iter().map(|row| row.iter().map(text).collect()).collect();
    assert_eq!(
        head[0],
        [
            "No.",
            "実施プログラム",
            "主な取組の方向性",
            "年度スケジュール（R5.3時点想定）",
            "令和4年度までの取組実績",
            "令和5年度当初予定\n令和5年度設定目標（前年度末の状況）",
            "令和6年度当初予定\n令和6年度設定目標（前年度末の状況）",
        ]
    );
    assert_eq!(head[1], ["取組項目", "R3", "R4", "R5", "R6"]);
    assert_eq!(table.header[0][3].colspan, 5);
    assert!(table.summary.contains("28項目"), "{}", table.summary);
}

#[test]
fn all_items_stand_by_their_numbers_under_group_and_direction() {
    let bench = bench();
    let paper = progress(&bench);
    let items = items(table(&paper));
    let numbers: Vec<String> = items.iter().map(|item| item.text(0, 0)).collect();
    let circled = ('①'..='⑳').map(String::from);
    assert_eq!(numbers, circled.chain((21..=28).map(|n| n.to_string())).collect::<Vec<_>>());
    let plan = plan_of(&bench);
    for (item, node) in items.iter().zip(printed(&bench)) {
        let direction = plan.node(node.parent.unwrap()).unwrap();
        let group = plan.groups.iter().find(|group| Some(group.id) == node.group).unwrap();
        assert_eq!(item.name, node.title);
        assert_eq!(item.sections[0], format!("◆◇{}◇◆　{}", group.name, group.description));
        assert_eq!(item.sections[1], format!("{}　{}", direction.label, direction.title));
    }
}

/// Every line of a text stands in a cell, each on a line of its own, nothing else beside them.
fn lines_of(told: &str) -> Vec<&str> {
    told.lines().filter(|line| !line.trim().is_empty()).collect()
}

#[test]
fn every_text_that_belongs_on_the_paper_is_on_it_and_in_its_column() {
    let bench = bench();
    let paper = progress(&bench);
    let items = items(table(&paper));
    let (results, this, next) = (8, 9, 10);
    let (mut lanes, mut bars, mut targets) = (0, 0, 0);
    for (item, node) in items.iter().zip(printed(&bench)) {
        let place = format!("{} {}", node.label, node.title);
        let words = &node.life_cycle.words();
        let name = if words.is_empty() { node.title.clone() } else { format!("{}\n{words}", node.title) };
        assert_eq!(item.text(0, 1), name);
        let direction = node.sections.first().map(|section| section.text.as_str()).unwrap_or_default();
        assert_eq!(lines_of(&item.text(0, 2)), lines_of(direction), "{place}: directions");
        let told = node.record(year(2022)).unwrap();
        assert!(told.cumulative, "{place}: the results of R4 tell both years");
        assert_eq!(lines_of(&item.text(0, results)), lines_of(&told.actual), "{place}: results");
        for (column, western) in [(this, 2023), (next, 2024)] {
            let cell = item.text(0, column);
            let Some(record) = node.record(year(western)) else {
                assert_eq!(cell, "", "{place}: nothing planned for {western}");
                continue;
            };
            let mut wanted = record.planned.clone();
            if !record.target.is_empty() {
                wanted.push_str(&format!("\n【設定目標】\n{}", record.target));
                targets += 1;
            }
            if !record.previous_state.is_empty() {
                wanted.push_str(&format!("（{}）", record.previous_state));
            }
            assert_eq!(lines_of(&cell), lines_of(&wanted), "{place}: {western}");
        }
        let mut row = 0;
        for lane in node.lanes_of(ScheduleId(3)) {
            assert_eq!(item.text(row, 3).trim_start_matches('・'), lane.title, "{place}");
            lanes += 1;
            for bar in &lane.bars {
                for western in bar.first.year()..=bar.last.year() {
                    let column = usize::try_from(western - 2021).unwrap() + 4;
                    let wanted = workbench_words(bar);
                    let found: Vec<String> = (row..item.rows).map(|row| item.text(row, column)).collect();
                    assert!(found.contains(&wanted), "{place} {} {western}: {wanted} in {found:?}", lane.title);
                }
                bars += 1;
            }
            row = (row + 1..item.rows).find(|next| item.text(*next, 3) != item.text(row, 3)).unwrap_or(item.rows);
        }
        let without = node.lanes_of(ScheduleId(3)).next().is_none();
        assert_eq!(row, if without { 0 } else { item.rows }, "{place}: no row without a lane");
        assert!(!without || (item.rows == 1 && item.text(0, 3).is_empty()), "{place}");
    }
    let plan = plan_of(&bench);
    let counted: usize = plan.items().map(|item| item.lanes_of(ScheduleId(3)).count()).sum();
    assert_eq!(lanes, counted);
    assert!(lanes > 60 && bars > 100 && targets > 30, "{lanes} lanes, {bars} bars, {targets} targets");
}

/// The words on a bar, worked out from its parts.
fn workbench_words(bar: &domain::programme::Bar) -> String {
    let amount = bar.amount.as_ref().map(|amount| format!(" {}", amount.text)).unwrap_or_default();
    let words = if bar.as_before && bar.words.is_empty() { "→" } else { &bar.words };
    let months = match (bar.first_month, bar.last_month) {
        (Some(first), Some(last)) if first == last => format!("（{first}月）"),
        (Some(first), Some(last)) => format!("（{first}～{last}月）"),
        (Some(first), None) => format!("（{first}月～）"),
        (None, Some(last)) => format!("（～{last}月）"),
        (None, None) => String::new(),
    };
    format!("{words}{amount}{months}").trim().to_owned()
}

#[test]
fn what_is_not_of_this_paper_is_not_on_it() {
    let bench = bench();
    let paper = progress(&bench);
    let whole: String = items(table(&paper)).iter().flat_map(|i| &i.cells).map(|c| text(&c.4)).collect();
    for node in printed(&bench) {
        for record in &node.records {
            if record.year != year(2022) && !record.actual.is_empty() {
                assert!(!whole.contains(&record.actual), "{} {}", node.label, record.year);
            }
        }
    }
    assert!(!whole.contains("校舎等複合施設の設計・工事"), "a lane of the baseline before");
    assert!(!whole.contains("{$") && !whole.contains("{ $"), "no placeholder is left");
}

#[test]
fn ended_items_keep_their_results_and_have_no_plans() {
    let bench = bench();
    let paper = progress(&bench);
    let items = items(table(&paper));
    let ended: Vec<&Item> = items.iter().filter(|item| item.text(0, 1).contains("終了")).collect();
    assert_eq!(ended.iter().map(|item| item.text(0, 0)).collect::<Vec<_>>(), ["21", "26", "28"]);
    for item in ended {
        assert!(item.text(0, 1).ends_with("※令和4年度までをもって終了"));
        assert!(!item.text(0, 8).is_empty());
        assert_eq!((item.text(0, 9), item.text(0, 10)), (String::new(), String::new()));
    }
    let nodes = printed(&bench);
    assert_eq!(nodes.iter().filter(|node| node.life_cycle.has(LifeCycleKind::Ended)).count(), 3);
}

#[test]
fn an_older_paper_tells_the_year_it_was_made_for() {
    let bench = bench();
    let older = paper::of_file(&bench, texts(), PaperId(1)).unwrap();
    assert!(older.title.ends_with("【令和5年度当初計画】"));
    assert_eq!(older.masthead.meeting.as_deref(), Some("第2回 経営改革推進委員会"));
    let items = items(table(&older));
    let first = printed(&bench).remove(0);
    assert_eq!(lines_of(&items[0].text(0, 8)), lines_of(&first.record(year(2021)).unwrap().actual));
    let reference = paper::of_file(&bench, texts(), PaperId(3)).unwrap();
    assert_eq!(reference.title, "第3次行財政改革大綱（平成29年度～平成32年度）取組の結果");
    assert_eq!(reference.masthead.doc_no.as_deref(), Some("参考資料"));
    assert_eq!(self::items(table(&reference)).len(), 13);
}

#[test]
fn an_edit_reaches_the_paper() {
    let mut bench = bench();
    let edit = workbench::record::RecordEdit {
        node: domain::programme::NodeId(15),
        year: year(2022),
        field: workbench::Field::Actual,
        judge: None,
        text: "・実績を書き直した。".into(),
    };
    workbench::record::set(&mut bench, &by(), &[edit]).unwrap();
    assert_eq!(items(table(&progress(&bench)))[0].text(0, 8), "・実績を書き直した。");
}

#[test]
fn pdf_and_workbook_are_written_from_it_and_the_same_each_time() {
    let bench = bench();
    let paper = progress(&bench);
    let pdf = press().paper(&paper, PaperFormat::Pdf, moment()).unwrap();
    assert!(pdf.starts_with(b"%PDF-"));
    assert_eq!(pdf, press().paper(&paper, PaperFormat::Pdf, moment()).unwrap());
    let xlsx = press().paper(&paper, PaperFormat::Xlsx, moment()).unwrap();
    assert_eq!(xlsx, press().paper(&paper, PaperFormat::Xlsx, moment()).unwrap());
    let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(xlsx)).unwrap();
    let sheet = calamine::Reader::worksheet_range(&mut book, "進捗状況").unwrap();
    let cells: String = sheet.used_cells().map(|(_, _, cell)| format!("{cell}\n")).collect();
    for node in printed(&bench) {
        for line in std::iter::once(node.title.as_str()).chain(node.record(year(2022)).unwrap().actual.lines()) {
            assert!(cells.contains(line), "{}: {line}", node.label);
        }
    }
    let name = paper::file_name(&paper, PaperFormat::Pdf);
    assert_eq!(name, "資料1_第1期改革推進プログラム（令和3年度～令和6年度）進捗状況【令和6年度当初計画】.pdf");
}

#[test]
fn without_a_meeting_the_newest_plan_is_printed_and_without_items_nothing() {
    let mut programme = workbench::sample::programme().unwrap();
    programme.meetings.clear();
    let bench = Workbench::memory(&programme).unwrap();
    let paper = paper::newest(&bench, texts(), PaperKind::Progress).unwrap();
    assert_eq!(paper.masthead.doc_no.as_deref(), Some("資料1"));
    assert_eq!((paper.masthead.meeting, paper.masthead.date), (None, None));
    assert!(paper.title.ends_with("【令和6年度当初計画】"));
    programme.plans[1].nodes.retain(|node| node.level == 0);
    for node in &mut programme.plans[1].nodes {
        node.continues.clear();
    }
    programme.indicators.clear();
    programme.charts.clear();
    programme.effects.clear();
    for empty in [programme, Programme::new("みどり野市")] {
        let bench = Workbench::memory(&empty).unwrap();
        let error = paper::newest(&bench, texts(), PaperKind::Progress).unwrap_err();
        assert!(matches!(error, WorkbenchError::NothingToShow), "{error:?}");
    }
}

fn form(date: &str, papers: Vec<MeetingPaper>) -> MeetingForm {
    MeetingForm {
        id: None,
        number: "第4回".into(),
        name: "経営改革推進委員会".into(),
        date: date.into(),
        place: "庁議室".into(),
        papers,
    }
}

fn progress_of(plan: PlanId) -> MeetingPaper {
    MeetingPaper {
        id: PaperId(0),
        kind: PaperKind::Progress,
        doc_no: "資料1-1".into(),
        title: String::new(),
        plan,
        year: year(2024),
        lead: String::new(),
    }
}

#[test]
fn a_meeting_is_planned_changed_and_removed() {
    let mut bench = bench();
    let id =
        save(&mut bench, &by(), &form("R7.2.7", vec![progress_of(PROGRAMME), progress_of(PlanId(1))])).unwrap().value;
    let made = workbench::meeting::all(&bench).unwrap().pop().unwrap();
    assert_eq!((made.id, made.papers.len()), (id, 2));
    assert_eq!(made.date.as_ref().map(|date| date.text.as_str()), Some("R7.2.7"), "the words stay as written");
    assert_ne!(made.papers[0].id, made.papers[1].id);
    let printed = paper::newest(&bench, texts(), PaperKind::Progress).unwrap();
    assert_eq!(printed.masthead.doc_no.as_deref(), Some("資料1-1"));
    let changed = MeetingForm { id: Some(id), number: "第5回".into(), ..form("", vec![made.papers[0].clone()]) };
    save(&mut bench, &by(), &changed).unwrap();
    let after = workbench::meeting::all(&bench).unwrap().pop().unwrap();
    assert_eq!((after.date, after.papers), (None, vec![made.papers[0].clone()]));
    remove(&mut bench, &by(), id).unwrap();
    assert_eq!(workbench::meeting::all(&bench).unwrap().len(), 2);
    assert_eq!(
        history(&bench),
        [
            "会議「第5回 経営改革推進委員会」の削除",
            "会議「第5回 経営改革推進委員会」の変更",
            "会議「第4回 経営改革推進委員会」の変更",
        ]
    );
    let error = refused(&mut bench, |b| remove(b, &by(), id));
    assert!(matches!(error, WorkbenchError::NoSuch { .. }));
    let error = refused(&mut bench, |b| save(b, &by(), &form("来月の末", vec![])));
    assert!(matches!(error, WorkbenchError::NotUnderstood { text, .. } if text == "来月の末"));
    let error = refused(&mut bench, |b| save(b, &by(), &form("", vec![progress_of(PlanId(9))])));
    assert!(matches!(error, WorkbenchError::NoSuch { id: 9, .. }), "{error:?}");
    let gone = MeetingForm { id: Some(id), ..form("", vec![]) };
    let error = refused(&mut bench, |b| save(b, &by(), &gone));
    assert!(matches!(error, WorkbenchError::NoSuch { .. }), "it was removed: {error:?}");
}
