//! The forms (調書) of items: what of an item stands on them, and on which pages.

use domain::programme::{Bar, IndicatorId, NodeId, ProjectKind, ScheduleId};
use papers::{Block, SheetSize};
use workbench::export::PaperFormat;
use workbench::plan::{self, NodeEdit};
use workbench::project::{self, ProjectChange, ProjectForm};
use workbench::schedule::{self, ScheduleEdit};
use workbench::settings::baseline::{self, BaselineEdit};
use workbench::settings::indicator::{IndicatorEdit, edit};
use workbench::{Field, Workbench, WorkbenchError, paper};

use crate::support::{PROGRAMME, bench, by, moment, node, press, texts, told, top};

/// ⑥, with an indicator, an effect, three lanes and four years.
const RICH: i64 = 23;

fn rich() -> Workbench {
    let mut bench = bench();
    let form = ProjectForm {
        name: "収納窓口の集約".into(),
        kind: ProjectKind::New,
        year: "令和6年度".into(),
        budget: "5,454千円".into(),
        debt_burden: "107,910千円".into(),
        purpose: "納めやすくする。".into(),
        outline: "・窓口を1か所にする。\n・口座振替を広げる。".into(),
        offices: vec!["収税課".into()],
    };
    project::change(&mut bench, &by(), NodeId(RICH), &ProjectChange::Add { form }).unwrap();
    let markers = NodeEdit { node: NodeId(RICH), field: Field::Markers, section: None, text: "重点".into() };
    plan::edit(&mut bench, &by(), texts(), &[markers]).unwrap();
    let markers = IndicatorEdit::Markers { text: "重点 健康指標".into() };
    edit(&mut bench, &by(), IndicatorId(11), &markers).unwrap();
    bench
}

#[test]
fn everything_of_an_item_stands_on_its_form() {
    let bench = rich();
    let paper = paper::sheets(&bench, texts(), &[NodeId(RICH), NodeId(20)]).unwrap();
    assert_eq!((paper.sheet.size, paper.sheet.landscape), (SheetSize::A4, false));
    let path = top().join("tests/golden/papers/sheet.txt");
    let told = told(&paper);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &told).unwrap();
    }
    assert_eq!(told, std::fs::read_to_string(&path).unwrap(), "UPDATE_GOLDEN=1 rewrites {}", path.display());
}

#[test]
fn each_item_has_a_page_and_a_worksheet_of_its_own() {
    let bench = rich();
    let paper = paper::sheets(&bench, texts(), &[NodeId(RICH), NodeId(15), NodeId(20)]).unwrap();
    let pages = press().paper_preview(&paper).unwrap();
    assert!(pages.len() >= 3, "{} pages", pages.len());
    let pdf = press().paper(&paper, PaperFormat::Pdf, moment()).unwrap();
    assert!(pdf.starts_with(b"%PDF"));
    let workbook = press().paper(&paper, PaperFormat::Xlsx, moment()).unwrap();
    let holds = |name: &str| workbook.windows(name.len()).any(|bytes| bytes == name.as_bytes());
    assert!(holds("xl/worksheets/sheet3.xml") && !holds("xl/worksheets/sheet4.xml"), "a worksheet for each");
    assert_eq!(paper::file_name(&paper, PaperFormat::Pdf), "第1期改革推進プログラム 実施プログラム調書.pdf");
}

#[test]
fn a_form_is_found_by_its_number() {
    let bench = bench();
    let headings = |label: Option<&str>| -> Vec<String> {
        let paper = paper::sheets_labelled(&bench, texts(), label).unwrap();
        let text = |block: &Block| match block {
            Block::Heading { text, .. } => Some(text.clone()),
            _ => None,
        };
        paper.blocks.iter().filter_map(text).collect()
    };
    assert_eq!(headings(Some("①")), ["①　多様な手法による市民参加の推進"]);
    assert_eq!(headings(Some("２１")), ["21　市民活動支援センターの在り方の検討"]);
    assert_eq!(headings(None).len(), 28);
    let error = paper::sheets_labelled(&bench, texts(), Some("99")).unwrap_err();
    assert!(matches!(error, WorkbenchError::NotUnderstood { .. }));
    assert!(matches!(paper::sheets(&bench, texts(), &[]).unwrap_err(), WorkbenchError::NothingToShow));
}

#[test]
fn months_amounts_and_words_alone_stand_on_the_form_as_on_the_screen() {
    let mut bench = bench();
    let unit = BaselineEdit::Unit { schedule: ScheduleId(3), unit: "千円".into() };
    baseline::edit(&mut bench, &by(), PROGRAMME, &unit, false).unwrap();
    let bars: Vec<_> = node(&bench, RICH).lanes_of(ScheduleId(3)).flat_map(|lane| lane.bars.clone()).collect();
    let detail = |bar: &Bar, words_only, months: (Option<u8>, Option<u8>)| ScheduleEdit::DetailBar {
        bar: bar.id,
        words: "試行".into(),
        amount: if words_only { String::new() } else { "△10,500".into() },
        as_before: false,
        words_only,
        first_month: months.0,
        last_month: months.1,
    };
    let alone = bars.iter().find(|bar| bar.first == bar.last).unwrap();
    let other = bars.iter().rfind(|bar| bar.first == bar.last && bar.id != alone.id).unwrap();
    schedule::edit(&mut bench, &by(), NodeId(RICH), &detail(alone, true, (Some(9), Some(12)))).unwrap();
    schedule::edit(&mut bench, &by(), NodeId(RICH), &detail(other, false, (Some(9), Some(9)))).unwrap();
    let paper = paper::sheets(&bench, texts(), &[NodeId(RICH)]).unwrap();
    let told = told(&paper);
    assert!(told.contains("| 試行（9～12月）"), "{told}");
    assert!(told.contains("→試行 △10,500千円（9月）"), "{told}");
    for format in [PaperFormat::Pdf, PaperFormat::Xlsx] {
        press().paper(&paper, format, moment()).unwrap();
    }
}
