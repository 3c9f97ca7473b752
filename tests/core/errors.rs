//! Everything a person can do wrong, really done: each ends in a kind of its own, in sentences
//! without gaps, with the file as it was.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use domain::programme::{
    ChartId, IndicatorId, MeetingId, NodeId, PaperKind, PlanId, Programme, Slot, broken_references,
};
use serde_json::json;
use tempfile::TempDir;
use workbench::check::{self, AcceptForm};
use workbench::export::{self, ChartFormat, ChartOrder, PaperFormat};
use workbench::plan::{NewNode, NewPlan, NodeEdit};
use workbench::record::RecordEdit;
use workbench::schedule::ScheduleEdit;
use workbench::settings::city::{self, CityEdit};
use workbench::settings::plan::PlanEdit;
use workbench::settings::vocabulary::{self, VocabularyEdit};
use workbench::texts::{Texts, keys};
use workbench::{
    Field, Result, Workbench, WorkbenchError, bulk, chart, fiscal, import, interchange, meeting, paper, plan, record,
    sample, schedule, tally,
};

use crate::support::{bench, by, fixture, moment, press, texts, year};

/// The sample in a folder of its own, and the bytes of the file.
struct OnDisk {
    folder: TempDir,
    path: PathBuf,
    bytes: Vec<u8>,
}

impl OnDisk {
    fn sample() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("みどり野市.kaikaku");
        drop(Workbench::create(&path, &sample::programme().unwrap()).unwrap());
        let bytes = fs::read(&path).unwrap();
        Self { folder, path, bytes }
    }

    /// Something is tried and refused; the file is the same to the byte, and nothing lies beside it.
    fn refuses<T>(&self, work: impl FnOnce(&Path) -> Result<T>) -> WorkbenchError {
        let error = work(&self.path).err().expect("this is refused");
        assert_eq!(fs::read(&self.path).unwrap(), self.bytes, "{error}: the file is as it was");
        assert_eq!(fs::read_dir(self.folder.path()).unwrap().count(), 1, "{error}: nothing lies beside it");
        error
    }

    /// The file is replaced by other bytes and opened.
    fn spoilt(&self, bytes: &[u8]) -> WorkbenchError {
        fs::write(&self.path, bytes).unwrap();
        let error = Workbench::open(&self.path).err().expect("this is refused");
        assert_eq!(fs::read(&self.path).unwrap(), bytes, "{error}: a file that is not opened is not touched");
        fs::write(&self.path, &self.bytes).unwrap();
        error
    }
}

/// Kind, sentences and nothing of the machinery: for every error that was caused.
fn told(errors: Vec<(&'static str, WorkbenchError)>) -> BTreeSet<&'static str> {
    let english = Texts::english();
    let mut kinds = BTreeSet::new();
    for (kind, error) in errors {
        assert_eq!(error.kind(), kind, "{error:?}");
        for texts in [texts(), &english] {
            let args = error.args(texts);
            let mut said = vec![texts.with(error.key(), &args)];
            for part in ["safe", "todo"] {
                said.push(texts.attribute(error.key(), part, &args).expect("every error has it"));
            }
            for sentence in said {
                assert!(!sentence.trim().is_empty(), "{kind}");
                for gap in ["{$", "{ $", "error-", "expected-", "\u{2068}"] {
                    assert!(!sentence.contains(gap), "{kind}: {sentence}");
                }
            }
        }
        assert!(!texts().with(error.key(), &error.args(texts())).is_ascii(), "{kind}: in Japanese");
        kinds.insert(kind);
    }
    kinds
}

fn opening() -> BTreeSet<&'static str> {
    let disk = OnDisk::sample();
    let beside = |name: &str| disk.folder.path().join(name);
    let mut newer = disk.bytes.clone();
    newer[60..64].copy_from_slice(&99_u32.to_be_bytes());
    let mut zeroed = disk.bytes.clone();
    zeroed[8192..12288].fill(0);
    let errors = vec![
        ("not-found", disk.refuses(|_| Workbench::open(&beside("ない.kaikaku")))),
        ("folder-missing", disk.refuses(|_| Workbench::open(&beside("ない/市.kaikaku")))),
        ("folder-missing", disk.refuses(|_| Workbench::create(&beside("ない/市.kaikaku"), &Programme::new("市")))),
        ("already-exists", disk.refuses(|path| Workbench::create(path, &Programme::new("市")))),
        ("not-ours", disk.spoilt(b"")),
        ("not-ours", disk.spoilt("市の計画".repeat(400).as_bytes())),
        ("not-ours", disk.spoilt(b"PK\x03\x04 a workbook with the wrong ending")),
        ("not-ours", Workbench::open(disk.folder.path()).err().unwrap()),
        ("damaged", disk.spoilt(&disk.bytes[..disk.bytes.len() / 2])),
        ("damaged", disk.spoilt(&zeroed)),
        ("file-too-new", disk.spoilt(&newer)),
        ("locked", {
            let open = Workbench::open(&disk.path).unwrap();
            let error = Workbench::open(&disk.path).err().unwrap();
            drop(open);
            error
        }),
    ];
    let newer = errors.iter().find(|(kind, _)| *kind == "file-too-new").unwrap();
    let todo = texts().attribute(newer.1.key(), "todo", &newer.1.args(texts())).unwrap();
    assert!(todo.contains("ファイルの版 99") && todo.contains(&disk_version()), "{todo}");
    told(errors)
}

fn disk_version() -> String {
    format!("この改革工房の版 {}", store::SCHEMA_VERSION)
}

/// Undo after the file was changed behind our back.
#[allow(clippy::disallowed_methods, reason = "somebody changes the file from outside")]
fn conflict() -> BTreeSet<&'static str> {
    let disk = OnDisk::sample();
    let mut bench = Workbench::open(&disk.path).unwrap();
    record::set(&mut bench, &by(), &[result("・一つ目")]).unwrap();
    drop(bench);
    let outside = rusqlite::Connection::open(&disk.path).unwrap();
    outside.execute("UPDATE record SET actual = 'よそから' WHERE node_id = 15 AND year = 2024", []).unwrap();
    drop(outside);
    let mut bench = Workbench::open(&disk.path).unwrap();
    let before = bench.programme().unwrap();
    let error = bench.undo().unwrap_err();
    assert!(bench.programme().unwrap() == before, "what somebody else wrote is not overwritten");
    told(vec![("conflict", error)])
}

fn result(text: &str) -> RecordEdit {
    RecordEdit { node: NodeId(15), year: year(2024), field: Field::Actual, judge: None, text: text.into() }
}

const FILE: &str = "KAIKAKU_TEST_FILE";

#[test]
#[ignore = "the child of the test on write protection; does nothing by itself"]
fn asks_without_rights() {
    let Some(path) = std::env::var_os(FILE).map(PathBuf::from) else { return };
    let errors = match Workbench::open(&path) {
        Err(error) => vec![("access", error)],
        Ok(mut bench) => {
            assert!(bench.is_read_only());
            assert_eq!(bench.programme().unwrap().city.name, "みどり野市", "it can be read");
            let out = path.parent().unwrap().join("図.svg");
            vec![
                ("read-only", record::set(&mut bench, &by(), &[result("実績")]).unwrap_err()),
                ("read-only", bench.undo().unwrap_err()),
                ("access", export::write(&out, b"<svg/>").unwrap_err()),
                ("access", Workbench::create(&out.with_extension("kaikaku"), &Programme::new("市")).err().unwrap()),
            ]
        }
    };
    println!("said {:?}", told(errors));
}

/// As somebody without rights: root may write everything, so the test program is put where nobody
/// may start it, and started as nobody.
#[cfg(unix)]
fn protection() -> BTreeSet<&'static str> {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    use std::os::unix::process::CommandExt as _;

    let disk = OnDisk::sample();
    let mode = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    let place = tempfile::tempdir().unwrap();
    let program = place.path().join("program");
    fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
    mode(place.path(), 0o755);
    let root = fs::metadata(&disk.path).unwrap().uid() == 0;
    let ask = || {
        let mut child = Command::new(&program);
        child.args(["--exact", "errors::asks_without_rights", "--ignored", "--nocapture"]);
        child.env(FILE, &disk.path).current_dir("/");
        if root {
            child.uid(65534).gid(65534);
        }
        let output = child.output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(fs::read(&disk.path).unwrap(), disk.bytes);
        said
    };
    let mut kinds = BTreeSet::new();
    for (file, folder) in [(0o444, 0o555), (0o000, 0o755)] {
        mode(&disk.path, file);
        mode(disk.folder.path(), folder);
        let said = {
            let readable_for_us = root || file != 0;
            if readable_for_us { ask() } else { String::from("said {\"access\"}") }
        };
        mode(disk.folder.path(), 0o755);
        for kind in ["read-only", "access"] {
            if said.contains(&format!("\"{kind}\"")) {
                kinds.insert(kind);
            }
        }
    }
    mode(&disk.path, 0o644);
    assert_eq!(fs::read_dir(disk.folder.path()).unwrap().count(), 1, "nothing was left beside it");
    kinds
}

/// A real full disk: a small file system in memory, which only root may make. None elsewhere.
#[cfg(target_os = "linux")]
fn full_disk() -> Option<BTreeSet<&'static str>> {
    struct Mounted(TempDir);
    impl Drop for Mounted {
        fn drop(&mut self) {
            let _ = Command::new("umount").arg(self.0.path()).status();
        }
    }
    let place = Mounted(tempfile::tempdir().unwrap());
    let mut mount = Command::new("mount");
    mount.args(["-t", "tmpfs", "-o", "size=3m", "tmpfs"]).arg(place.0.path()).stderr(Stdio::null());
    if !mount.status().is_ok_and(|status| status.success()) {
        return None;
    }
    let path = place.0.path().join("みどり野市.kaikaku");
    let mut bench = Workbench::create(&path, &sample::programme().unwrap()).unwrap();
    let before = bench.programme().unwrap();
    let filler = place.0.path().join("ほか");
    let mut rest = fs::File::create(&filler).unwrap();
    while rest.write_all(&[0; 512]).is_ok() {}
    drop(rest);
    let full = |error: Option<WorkbenchError>| ("disk-full", error.expect("the disk is full"));
    let long: Vec<RecordEdit> =
        (15..=45).map(|id| RecordEdit { node: NodeId(id), ..result(&"長い実績".repeat(8_000)) }).collect();
    let drawn = composed(&bench, &[ChartId(1)], ChartFormat::Png { dpi: 600 });
    let errors = vec![
        full(record::set(&mut bench, &by(), &long).err()),
        full(bench.copy_to(&place.0.path().join("写し.kaikaku")).err()),
        full(export::charts(press(), &drawn.0, &drawn.1, place.0.path(), |_, _| true).err()),
        full(Workbench::create(&place.0.path().join("別.kaikaku"), &before).err()),
    ];
    assert!(bench.programme().unwrap() == before, "the file is as it was");
    assert_eq!(bench.integrity().unwrap(), Vec::<String>::new());
    fs::remove_file(&filler).unwrap();
    record::set(&mut bench, &by(), &[result("・空きができたので書けた。")]).unwrap();
    bench.undo().unwrap().unwrap();
    drop(bench);
    assert!(Workbench::open(&path).unwrap().programme().unwrap() == before);
    let left: Vec<_> = fs::read_dir(place.0.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["みどり野市.kaikaku"], "no half-made file is left");
    Some(told(errors))
}

fn importing() -> BTreeSet<&'static str> {
    let disk = OnDisk::sample();
    let read = |bytes: &[u8]| import::read("表.csv", bytes).unwrap_err();
    let of = |name: &str| disk.refuses(|_| import::read(name, &fixture(name)));
    let workbook = {
        let paper = paper::newest(&bench(), texts(), PaperKind::Progress).unwrap();
        press().paper(&paper, PaperFormat::Xlsx, moment()).unwrap()
    };
    told(vec![
        ("import-empty", of("empty.csv")),
        ("import-empty", of("blank.csv")),
        ("unknown-encoding", of("fiscal-euc-jp.csv")),
        ("unknown-encoding", of("fiscal-damaged-utf8.csv")),
        ("missing-columns", of("fiscal-missing-columns.csv")),
        ("missing-columns", of("progress-missing-columns.csv")),
        ("unknown-form", of("other-form.csv")),
        ("import-no-rows", of("fiscal-header-only.csv")),
        ("unclosed-quote", of("unclosed-quote.csv")),
        ("import-workbook", read(&workbook)),
        ("import-too-large", read(&vec![b'a'; 16 * 1024 * 1024 + 1])),
        ("import-too-large", read("a\n".repeat(50_001).as_bytes())),
    ])
}

fn loading() -> BTreeSet<&'static str> {
    let disk = OnDisk::sample();
    let mut dangling = sample::programme().unwrap();
    dangling.charts[0].series[0].indicator = IndicatorId(999);
    assert_eq!(broken_references(&dangling).len(), 1);
    let dangling = interchange::to_json(&dangling).unwrap();
    let newer =
        json!({"format": "kaikaku-programme", "format_version": domain::programme::FORMAT_VERSION + 1}).to_string();
    let load = |json: &str| {
        disk.refuses(|path| {
            let mut bench = Workbench::open(path)?;
            let programme = interchange::from_json(json.as_bytes())?;
            interchange::load(&mut bench, &by(), &programme)
        })
    };
    told(vec![
        ("not-programme-json", load("指標,単位,年度")),
        ("not-programme-json", load("{}")),
        ("format-too-new", load(&newer)),
        ("unfit-text", {
            let mut bell = sample::programme().unwrap();
            bell.plans[0].note = "注\u{7}".into();
            load(&interchange::to_json(&bell).unwrap())
        }),
        ("broken-references", load(&dangling)),
    ])
}

fn settings(bench: &mut Workbench, edit: &PlanEdit) -> Result<()> {
    workbench::settings::plan::edit(bench, &by(), PlanId(2), edit, false).map(drop)
}

fn part(bench: &mut Workbench, id: i64) -> Result<()> {
    use workbench::settings::indicator::{self, IndicatorEdit};
    indicator::edit(bench, &by(), IndicatorId(id), &IndicatorEdit::RemovePart).map(drop)
}

fn editing() -> BTreeSet<&'static str> {
    let disk = OnDisk::sample();
    let edit = |work: &dyn Fn(&mut Workbench) -> Result<()>| {
        disk.refuses(|path| Workbench::open(path).and_then(|mut bench| work(&mut bench)))
    };
    let cell = |node: i64, field, text: &str| NodeEdit { node: NodeId(node), field, section: None, text: text.into() };
    let new_plan = |first: &str, last: &str| NewPlan {
        name: "計画".into(),
        first: first.into(),
        last: last.into(),
        levels: vec![],
    };
    told(vec![
        ("no-such", edit(&|b| plan::remove(b, &by(), NodeId(999)).map(drop))),
        ("no-such", edit(&|b| meeting::remove(b, &by(), MeetingId(999)).map(drop))),
        ("empty-name", edit(&|b| plan::edit(b, &by(), texts(), &[cell(15, Field::Title, "")]).map(drop))),
        ("no-reason", {
            let form = AcceptForm { finding: "reason@record/2/2017".into(), title: String::new(), reason: " ".into() };
            edit(&|b| check::accept(b, &by(), &form).map(drop))
        }),
        (
            "no-planning-before",
            edit(&|b| {
                let same = RecordEdit { year: year(2021), field: Field::Planned, ..result("前年度と同じ") };
                record::set(b, &by(), &[same]).map(drop)
            }),
        ),
        ("control-character", edit(&|b| record::set(b, &by(), &[result("前\u{1f}後")]).map(drop))),
        ("not-understood", edit(&|b| plan::edit(b, &by(), texts(), &[cell(15, Field::LifeCycle, "中止")]).map(drop))),
        ("not-understood", edit(&|b| plan::add_plan(b, &by(), texts(), &new_plan("3000年度", "R7")).map(drop))),
        ("years-out-of-range", edit(&|b| plan::add_plan(b, &by(), texts(), &new_plan("R9", "R7")).map(drop))),
        ("years-out-of-range", {
            let bar = |b: &mut Workbench| -> Result<()> {
                let lane = crate::support::node(b, 15).lanes.last().unwrap().id;
                let bar =
                    ScheduleEdit::AddBar { lane, first: year(2024), last: year(2021), lanes: 1, words: String::new() };
                schedule::edit(b, &by(), NodeId(15), &bar).map(drop)
            };
            edit(&bar)
        }),
        ("bar-outside-schedule", {
            let bar = |b: &mut Workbench| -> Result<()> {
                let lane = crate::support::node(b, 15).lanes.last().unwrap().id;
                let bar =
                    ScheduleEdit::AddBar { lane, first: year(2024), last: year(2030), lanes: 1, words: String::new() };
                schedule::edit(b, &by(), NodeId(15), &bar).map(drop)
            };
            edit(&bar)
        }),
        ("earlier-schedule", {
            let rename = |b: &mut Workbench| -> Result<()> {
                let lane = crate::support::node(b, 15).lanes[0].id;
                let edit = ScheduleEdit::RenameLane { lane, title: "新しい名称".into() };
                schedule::edit(b, &by(), NodeId(15), &edit).map(drop)
            };
            edit(&rename)
        }),
        (
            "year-far-from-plan",
            edit(&|b| plan::edit(b, &by(), texts(), &[cell(15, Field::LifeCycleWords, "※令和50年度まで")]).map(drop)),
        ),
        ("not-of-same-plan", {
            let asked = plan::NodeChange::LifeEvent {
                event: domain::programme::LifeEventId(20),
                cycle: domain::programme::LifeCycleKind::Merged,
                year: String::new(),
                words: String::new(),
                other: Some(NodeId(20)),
            };
            edit(&move |b| plan::change(b, &by(), NodeId(20), &asked).map(drop))
        }),
        ("plan-in-circle", edit(&|b| settings(b, &PlanEdit::Predecessors { plans: vec![PlanId(2)] }))),
        ("part-count", edit(&|b| part(b, 1))),
        ("part-filled", {
            let two = sample::programme().unwrap().indicators.into_iter().find(|one| one.parts.len() > 1).unwrap();
            edit(&move |b| part(b, two.id.0))
        }),
        ("bad-place", edit(&|b| plan::place(b, &by(), NodeId(14), Some(NodeId(15)), 0).map(drop))),
        ("bad-place", {
            let new = NewNode { plan: PlanId(2), parent: Some(NodeId(15)), position: 0, title: "孫".into() };
            edit(&move |b| plan::add(b, &by(), &new).map(drop))
        }),
        ("bars-beyond-schedule", {
            let asked = bulk::Shift { nodes: vec![NodeId(29)], lanes: vec![], years: 1, clip: false };
            edit(&move |b| bulk::shift(b, &by(), &asked).map(drop))
        }),
        ("nothing-to-do", {
            let asked = bulk::SameMark { nodes: vec![NodeId(14)], year: year(2024), same: true };
            edit(&move |b| bulk::mark_same(b, &by(), &asked).map(drop))
        }),
        ("name-taken", {
            let twice = |b: &mut Workbench| -> Result<()> {
                let title = crate::support::node(b, 15).sections[0].title.clone();
                plan::change(b, &by(), NodeId(15), &plan::NodeChange::AddSection { title }).map(drop)
            };
            edit(&twice)
        }),
        ("not-of-former-plan", {
            let asked = plan::NodeChange::Continues { formers: vec![NodeId(16)] };
            edit(&move |b| plan::change(b, &by(), NodeId(15), &asked).map(drop))
        }),
        (
            "text-too-long",
            edit(&|b| plan::edit(b, &by(), texts(), &[cell(15, Field::Title, &"長".repeat(501))]).map(drop)),
        ),
        (
            "year-outside-plan",
            edit(&|b| record::set(b, &by(), &[RecordEdit { year: year(2030), ..result("実績") }]).map(drop)),
        ),
        ("bad-city-code", edit(&|b| city::edit(b, &by(), &CityEdit::Code { text: "13101".into() }).map(drop))),
        ("in-use", edit(&|b| settings(b, &PlanEdit::RemoveLevel { level: 0 }))),
        ("asks", edit(&|b| settings(b, &PlanEdit::EvaluationLevel { level: 0 }))),
        ("name-taken", edit(&|b| settings(b, &PlanEdit::AddLevel { position: 2, name: "方向性".into() }))),
        ("level-count", {
            let more = |b: &mut Workbench| -> Result<()> {
                for name in ["三", "四", "五", "六"] {
                    settings(b, &PlanEdit::AddLevel { position: 9, name: name.into() })?;
                }
                Ok(())
            };
            more(&mut bench()).unwrap_err()
        }),
        ("years-overlap", {
            let same = VocabularyEdit::Add { axis: "進捗".into(), terms: vec![] };
            edit(&move |b| vocabulary::edit(b, &by(), PlanId(2), &same, false).map(drop))
        }),
        ("no-chart-named", edit(&|b| chart::named(b, Some("ない図")).map(drop))),
        ("no-plan-named", edit(&|b| tally::asked(b, Some("ない計画"), None).map(drop))),
        ("nothing-to-show", {
            let empty = Workbench::memory(&Programme::new("みどり野市")).unwrap();
            paper::newest(&empty, texts(), PaperKind::Progress).unwrap_err()
        }),
    ])
}

fn composed(bench: &Workbench, charts: &[ChartId], format: ChartFormat) -> (Vec<charts::Chart>, ChartOrder) {
    let order = ChartOrder { charts: charts.to_vec(), formats: vec![format], mono: false, width_mm: None };
    (export::composed(bench, texts(), &order).unwrap(), order)
}

/// Writes one chart of a changed sample; nothing may come into the folder.
fn chart_of(change: impl FnOnce(&mut Programme), order: impl FnOnce(&mut ChartOrder)) -> WorkbenchError {
    let folder = tempfile::tempdir().unwrap();
    let mut programme = sample::programme().unwrap();
    change(&mut programme);
    let bench = Workbench::memory(&programme).unwrap();
    let mut ordered = ChartOrder {
        charts: vec![ChartId(1)],
        formats: vec![ChartFormat::Png { dpi: 300 }],
        mono: false,
        width_mm: None,
    };
    order(&mut ordered);
    let written = export::composed(&bench, texts(), &ordered)
        .and_then(|charts| export::charts(press(), &charts, &ordered, folder.path(), |_, _| true));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing is written");
    written.expect_err("this cannot be drawn")
}

fn drawing() -> BTreeSet<&'static str> {
    let as_it_is = |_: &mut Programme| {};
    let png = |dpi| move |order: &mut ChartOrder| order.formats = vec![ChartFormat::Png { dpi }];
    let wide = |width| move |order: &mut ChartOrder| order.width_mm = Some(width);
    let unchanged = |_: &mut ChartOrder| {};
    let rare = chart_of(|programme| programme.charts[0].title = "𠮷野地区の指標".into(), unchanged);
    assert!(
        matches!(&rare, WorkbenchError::Chart(charts::ChartError::MissingGlyphs { chars, .. }) if chars == &['𠮷'])
    );
    assert_eq!(rare.args(texts())["chars"], "「𠮷」(U+20BB7)");
    let control = chart_of(|programme| programme.charts[0].title = "定員\u{7}の推移".into(), unchanged);
    let args = control.args(texts());
    assert_eq!((args["chars"].as_str(), args["text"].as_str()), ("U+0007", "定員□の推移"), "nothing rings the bell");
    let last = chart_of(
        |programme| programme.charts[5].title = "𠮷野地区の指標".into(),
        |order| order.charts = (1..=6).map(ChartId).collect(),
    );
    let folder = tempfile::tempdir().unwrap();
    let taken = folder.path().join("経常収支比率の推移.svg");
    fs::create_dir(&taken).unwrap();
    let (charts, order) = composed(&bench(), &[ChartId(1), ChartId(2)], ChartFormat::Svg);
    let write = |go_on: bool| export::charts(press(), &charts, &order, folder.path(), |_, _| go_on).unwrap_err();
    let errors = vec![
        ("missing-glyphs", rare),
        ("missing-glyphs", control),
        ("missing-glyphs", last),
        ("dpi-out-of-range", chart_of(as_it_is, png(1))),
        ("dpi-out-of-range", chart_of(as_it_is, png(100_000))),
        ("chart-too-small", chart_of(as_it_is, wide(20))),
        ("chart-too-large", chart_of(as_it_is, wide(5_000))),
        ("chart-too-many-series", {
            let many = |programme: &mut Programme| {
                let series = programme.charts[0].series[0].clone();
                programme.charts[0].series = vec![series; 40];
            };
            chart_of(many, unchanged)
        }),
        ("nothing-to-show", {
            let none = |programme: &mut Programme| {
                let chart = &mut programme.charts[0];
                (chart.first, chart.last) = (None, None);
                programme.indicators[1].observations.clear();
            };
            chart_of(none, unchanged)
        }),
        ("value-out-of-range", {
            let mut bench = bench();
            let figure = fiscal::FigureEdit {
                indicator: IndicatorId(2),
                part: 0,
                year: year(2023),
                slot: Slot::Actual,
                text: "9".repeat(28),
                kind: None,
            };
            fiscal::set(&mut bench, &by(), &[figure]).unwrap();
            let (charts, order) = composed(&bench, &[ChartId(1)], ChartFormat::Svg);
            export::charts(press(), &charts, &order, folder.path(), |_, _| true).unwrap_err()
        }),
        ("io", write(true)),
        ("stopped", write(false)),
    ];
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "only the folder that was in the way");
    told(errors)
}

fn printing() -> BTreeSet<&'static str> {
    let print = |bench: &Workbench, format| {
        let paper = paper::newest(bench, texts(), PaperKind::Progress).unwrap();
        press().paper(&paper, format, moment()).expect_err("this cannot be printed")
    };
    let mut rare = bench();
    let edit = RecordEdit { year: year(2022), ..result("・𠮷野地区で実施した。") };
    record::set(&mut rare, &by(), &[edit]).unwrap();
    let errors: Vec<_> =
        [PaperFormat::Pdf, PaperFormat::Xlsx].map(|format| ("missing-glyphs", print(&rare, format))).into();
    for (_, error) in &errors {
        let args = error.args(texts());
        assert_eq!((args["chars"].as_str(), args["text"].as_str()), ("「𠮷」(U+20BB7)", "𠮷野地区で実施した。"));
    }
    told(errors)
}

/// Kinds that no deed on a file ends in: two belong to the window, and the rest would be faults of
/// the program itself.
const NOT_BY_A_PERSON: [&str; 5] = ["no-file", "not-offered", "internal", "drawing", "typesetting"];

#[test]
fn opening_a_file_that_is_none() {
    assert_eq!(opening().len(), 7);
}

#[test]
fn undoing_over_somebody_elses_change() {
    conflict();
}

#[test]
fn reading_a_table_that_is_none() {
    assert_eq!(importing().len(), 8);
}

#[test]
fn loading_a_programme_that_is_none() {
    loading();
}

#[test]
fn editing_what_cannot_be() {
    editing();
}

#[test]
fn drawing_what_cannot_be_drawn() {
    drawing();
}

#[test]
fn printing_what_cannot_be_printed() {
    printing();
}

#[test]
fn every_kind_of_error_is_really_caused() {
    let mut kinds: BTreeSet<&str> = [opening(), conflict(), importing(), loading(), editing(), drawing(), printing()]
        .into_iter()
        .flatten()
        .collect();
    #[cfg(unix)]
    kinds.extend(protection());
    #[cfg(not(unix))]
    kinds.extend(["read-only", "access"]);
    #[cfg(target_os = "linux")]
    match full_disk() {
        Some(full) => kinds.extend(full),
        None => {
            println!("skipped: only root can make a small file system, so no disk was filled");
            kinds.insert("disk-full");
        }
    }
    #[cfg(not(target_os = "linux"))]
    kinds.insert("disk-full");
    let known: BTreeSet<&str> = keys::ALL.iter().filter_map(|key| key.name().strip_prefix("error-")).collect();
    let left: Vec<&&str> = known.difference(&kinds).filter(|kind| !NOT_BY_A_PERSON.contains(kind)).collect();
    assert!(left.is_empty(), "no test causes {left:?}");
    let unknown: Vec<&&str> = kinds.difference(&known).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}
