//! The sample city on the bench, and what every test needs of it.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use chrono::{NaiveDate, NaiveDateTime};
use domain::programme::{Indicator, IndicatorId, Node, NodeId, Plan, PlanId, Programme, Slot};
use domain::value::FiscalYear;
use papers::{Block, Cell, Content, Line, Paper, Row};
use workbench::export::{Faces, Press};
use workbench::texts::Texts;
use workbench::{By, Workbench, WorkbenchError, sample};

/// The plan of the sample that is in force: 28 items under 4 directions, R3 to R6.
pub const PROGRAMME: PlanId = PlanId(2);

/// The sample in memory.
pub fn bench() -> Workbench {
    Workbench::memory(&sample::programme().unwrap()).unwrap()
}

/// The texts of the product; read once.
pub fn texts() -> &'static Texts {
    static TEXTS: OnceLock<Texts> = OnceLock::new();
    TEXTS.get_or_init(Texts::japanese)
}

/// The bundled fonts; read once.
pub fn press() -> &'static Press {
    static PRESS: OnceLock<Press> = OnceLock::new();
    PRESS.get_or_init(|| {
        let face = |name: &str| fs::read(top().join("assets/fonts").join(name)).unwrap().into();
        Press::new(Faces {
            pgothic_regular: face("BIZUDPGothic-Regular.ttf"),
            pgothic_bold: face("BIZUDPGothic-Bold.ttf"),
            gothic_regular: face("BIZUDGothic-Regular.ttf"),
            gothic_bold: face("BIZUDGothic-Bold.ttf"),
        })
    })
}

/// The top of the checkout.
pub fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..")
}

/// A table of the fixtures.
pub fn fixture(name: &str) -> Vec<u8> {
    fs::read(top().join("tests/fixtures/exchange").join(name)).unwrap()
}

/// A moment: the same for every test.
pub fn moment() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2024, 5, 17).unwrap().and_hms_opt(9, 30, 5).unwrap()
}

/// The hand of every test.
pub fn by() -> By {
    By { who: "経営改革課".into(), at: moment() }
}

/// A fiscal year by its western number.
pub fn year(western: i32) -> FiscalYear {
    FiscalYear::new(western).unwrap()
}

/// The plan of the sample that is in force.
pub fn plan_of(workbench: &Workbench) -> Plan {
    workbench.programme().unwrap().plans.into_iter().find(|plan| plan.id == PROGRAMME).unwrap()
}

/// A node of any plan.
pub fn node(workbench: &Workbench, id: i64) -> Node {
    let plans = workbench.programme().unwrap().plans;
    plans.iter().find_map(|plan| plan.node(NodeId(id)).cloned()).unwrap()
}

/// An indicator.
pub fn indicator(workbench: &Workbench, id: i64) -> Indicator {
    let all = workbench.programme().unwrap().indicators;
    all.into_iter().find(|indicator| indicator.id == IndicatorId(id)).unwrap()
}

/// The text of the actual figure of an indicator's first part; none when there is no observation.
pub fn figure_text(workbench: &Workbench, id: i64, western: i32) -> Option<String> {
    let indicator = indicator(workbench, id);
    indicator.observation(year(western), 0, Slot::Actual).map(|found| found.figure.text.clone())
}

/// Does something that must be refused, and makes sure that it left nothing behind: neither in the
/// programme nor in the history nor in what can be undone or redone.
pub fn refused<T: std::fmt::Debug>(
    workbench: &mut Workbench,
    work: impl FnOnce(&mut Workbench) -> workbench::Result<T>,
) -> WorkbenchError {
    let state = |workbench: &Workbench| -> (Programme, Vec<workbench::Step>) {
        (workbench.programme().unwrap(), workbench.history(texts(), 1000).unwrap())
    };
    let before = state(workbench);
    let error = work(workbench).expect_err("this is refused");
    assert!(state(workbench) == before, "{error}: what is refused leaves no trace");
    error
}

/// Names of the steps, newest first.
pub fn history(workbench: &Workbench) -> Vec<String> {
    workbench.history(texts(), 1000).unwrap().into_iter().map(|step| step.label).collect()
}

/// Takes every step back; how many there were.
pub fn undo_all(workbench: &mut Workbench) -> usize {
    std::iter::from_fn(|| workbench.undo().unwrap()).count()
}

/// Does every undone step again; how many there were.
pub fn redo_all(workbench: &mut Workbench) -> usize {
    std::iter::from_fn(|| workbench.redo().unwrap()).count()
}

/// A line as it is printed.
fn printed(line: &Line) -> String {
    format!("{}{}", line.bullet.as_deref().unwrap_or_default(), line.text)
}

/// The words of a cell, its lines parted by ⏎, with its spans.
fn words(cell: &Cell) -> String {
    let text = match &cell.content {
        Content::Empty => String::new(),
        Content::Text(lines) => lines.iter().map(printed).collect::<Vec<_>>().join("⏎"),
        Content::Number { text, .. } => text.clone(),
        Content::Arrow { words, .. } => format!("→{words}"),
    };
    let spans = if (cell.rowspan, cell.colspan) == (1, 1) {
        String::new()
    } else {
        format!("[{}×{}]", cell.rowspan, cell.colspan)
    };
    format!("{text}{spans}")
}

/// A paper as text, one line for each row.
pub fn told(paper: &Paper) -> String {
    let mut told = format!("{}\n", paper.title);
    let row = |cells: &[Cell]| cells.iter().map(words).collect::<Vec<_>>().join(" | ");
    for block in &paper.blocks {
        match block {
            Block::Heading { level, text } => writeln!(told, "{} {text}", "#".repeat((*level).into())).unwrap(),
            Block::PageBreak => told.push_str("----\n"),
            Block::Paragraph(lines) => lines.iter().for_each(|line| writeln!(told, "{}", printed(line)).unwrap()),
            Block::Note(text) => writeln!(told, "{text}").unwrap(),
            Block::Table(table) => {
                for above in [&table.caption, &table.unit].into_iter().flatten() {
                    writeln!(told, "[{above}]").unwrap();
                }
                table.header.iter().for_each(|cells| writeln!(told, "= {}", row(cells)).unwrap());
                for part in &table.body {
                    match part {
                        Row::Cells(cells) => writeln!(told, "{}", row(cells)).unwrap(),
                        Row::Section { text, .. } => writeln!(told, "== {text}").unwrap(),
                        Row::ItemStart { .. } => {}
                    }
                }
                table.notes.iter().for_each(|note| writeln!(told, "{note}").unwrap());
            }
            Block::Figure { alt, .. } => writeln!(told, "({alt})").unwrap(),
        }
    }
    told
}
