//! What comes from a clipboard: long texts, control characters, emoji, 外字. Kept to the letter, or
//! refused with a sentence; never half.

use domain::programme::{NodeId, PaperKind};
use workbench::export::PaperFormat;
use workbench::plan::NodeEdit;
use workbench::record::RecordEdit;
use workbench::schedule::ScheduleEdit;
use workbench::settings::office::{self, OfficeEdit};
use workbench::{Field, Workbench, paper, plan, record, schedule};

use crate::support::{bench, by, moment, node, press, refused, texts, undo_all, year};

fn actual(text: &str) -> RecordEdit {
    RecordEdit { node: NodeId(15), year: year(2022), field: Field::Actual, judge: None, text: text.into() }
}

fn kept(bench: &Workbench) -> String {
    node(bench, 15).record(year(2022)).unwrap().actual.clone()
}

#[test]
fn ten_thousand_characters_in_a_cell_are_kept_and_found_again() {
    let mut bench = bench();
    let long = "・改革".repeat(3_333) + "。";
    assert_eq!(long.chars().count(), 10_000);
    record::set(&mut bench, &by(), &[actual(&long)]).unwrap();
    assert_eq!(kept(&bench), long);
    bench.undo().unwrap().unwrap();
    bench.redo().unwrap().unwrap();
    assert_eq!(kept(&bench), long);
    let error = refused(&mut bench, |b| record::set(b, &by(), &[actual(&"あ".repeat(32_768))]));
    assert_eq!(error.kind(), "text-too-long");
    let said = texts().with(error.key(), &error.args(texts()));
    assert!(said.contains("32768") && said.contains("32767"), "{said}");
}

#[test]
fn a_name_of_ten_thousand_characters_is_refused_wherever_it_is_typed() {
    let mut bench = bench();
    let long = "長い名称".repeat(2_500);
    let title = NodeEdit { node: NodeId(15), field: Field::Title, section: None, text: long.clone() };
    let lane = ScheduleEdit::AddLane { schedule: domain::programme::ScheduleId(3), position: 0, title: long.clone() };
    let errors = [
        refused(&mut bench, |b| plan::edit(b, &by(), texts(), &[title])),
        refused(&mut bench, |b| schedule::edit(b, &by(), NodeId(15), &lane)),
        refused(&mut bench, |b| office::edit(b, &by(), &OfficeEdit::Add { name: long })),
    ];
    assert!(errors.iter().all(|error| error.kind() == "text-too-long"));
}

#[test]
fn control_characters_are_refused_in_every_kind_of_cell() {
    let mut bench = bench();
    for bad in ["前\u{0}後", "前\u{b}後", "前\u{1b}[31m後", "前\u{202e}後", "前\u{ffff}後"] {
        let cell = |field| NodeEdit { node: NodeId(15), field, section: Some("現状".into()), text: bad.into() };
        let errors = [
            refused(&mut bench, |b| record::set(b, &by(), &[actual("よい"), actual(bad)])),
            refused(&mut bench, |b| plan::edit(b, &by(), texts(), &[cell(Field::Title)])),
            refused(&mut bench, |b| plan::edit(b, &by(), texts(), &[cell(Field::Section)])),
            refused(&mut bench, |b| office::edit(b, &by(), &OfficeEdit::Add { name: bad.into() })),
        ];
        assert!(errors.iter().all(|error| error.kind() == "control-character"), "{bad:?}");
    }
}

#[test]
fn emoji_and_private_characters_are_kept_and_the_paper_names_them() {
    for (text, named) in
        [("・親子👨\u{200d}👩\u{200d}👧の広場を開いた。", "U+1F468"), ("・\u{e0a1}邊地区で実施した。", "U+E0A1")]
    {
        let mut bench = bench();
        record::set(&mut bench, &by(), &[actual(text)]).unwrap();
        assert_eq!(kept(&bench), text);
        let composed = paper::newest(&bench, texts(), PaperKind::Progress).unwrap();
        let error = press().paper(&composed, PaperFormat::Pdf, moment()).expect_err("no face has it");
        assert_eq!(error.kind(), "missing-glyphs");
        assert!(error.args(texts())["chars"].contains(named), "{:?}", error.args(texts()));
        assert_eq!(undo_all(&mut bench), 1);
    }
}
