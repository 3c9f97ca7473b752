//! One function per command: open the file, call the use-case, say what was done.

use std::fs;
use std::path::Path;

use domain::value::parse_fiscal_year;
use serde::Serialize;
use workbench::export::{self, ChartOrder, PaperFormat};
use workbench::texts::{Texts, args, keys};
use workbench::{
    By, Result, Workbench, WorkbenchError, chart, check, import, interchange, paper, sample, search, show, tally, view,
};

use crate::arguments::{Printed, Request};
use crate::{fonts, table};

/// What a command printed, and whether all is well.
pub struct Done {
    /// Text for stdout.
    pub text: String,
    /// `false` when the check found something, or the search nothing.
    pub clean: bool,
}

/// Carries out a command.
pub fn run(texts: &Texts, request: Request) -> Result<Done> {
    let text = match request {
        Request::New { file, city } => {
            Workbench::create(&file, &sample::nothing_yet(&city)?)?;
            made(texts, &file)
        }
        Request::Sample { file, shape } => {
            Workbench::create(&file, &sample::programme_of(shape)?)?;
            made(texts, &file)
        }
        Request::Show { file, json } => {
            let programme = Workbench::open(&file)?.programme()?;
            if json { interchange::to_json(&programme)? } else { lines(&show::lines(texts, &programme)) }
        }
        Request::Load { file, programme } => {
            let programme = interchange::from_json(&read(&programme)?)?;
            let mut workbench = Workbench::open(&file)?;
            interchange::load(&mut workbench, &by(), &programme)?;
            lines(&show::lines(texts, &programme))
        }
        Request::Import { file, source, dry_run, json } => take_in(texts, &file, &source, dry_run, json)?,
        Request::Chart { file, name, out, format, mono, width_mm } => {
            let workbench = Workbench::open(&file)?;
            let charts: Vec<_> = chart::named(&workbench, name.as_deref())?.into_iter().map(|chart| chart.id).collect();
            if charts.is_empty() {
                return Err(WorkbenchError::NothingToShow);
            }
            let order = ChartOrder { charts, formats: vec![format], mono, width_mm };
            let composed = export::composed(&workbench, texts, &order)?;
            let written = export::charts(&fonts::press(), &composed, &order, &out, |_, _| true)?;
            written.iter().map(|path| made(texts, path)).collect()
        }
        Request::Paper { file, out, format, kind } => print_paper(texts, &file, &out, format, &kind)?,
        Request::Tally { file, plan, year, json } => count(texts, &file, plan.as_deref(), year.as_deref(), json)?,
        Request::Undo { file } => {
            let turned = Workbench::open(&file)?.undo()?;
            turn(texts, turned.map(|turned| turned.label(texts)), keys::UNDO_LABEL)
        }
        Request::Redo { file } => {
            let turned = Workbench::open(&file)?.redo()?;
            turn(texts, turned.map(|turned| turned.label(texts)), keys::REDO_LABEL)
        }
        Request::History { file, json } => {
            let steps = Workbench::open(&file)?.history(texts, 1000)?;
            if json {
                to_json(&steps)?
            } else {
                let told = steps.iter().map(|step| {
                    let key = if step.undone { keys::CLI_STEP_UNDONE } else { keys::CLI_STEP };
                    let told = args([
                        ("at", step.at.replace('T', " ")),
                        ("who", step.who.clone()),
                        ("label", step.label.clone()),
                    ]);
                    texts.with(key, &told)
                });
                lines(&told.collect::<Vec<_>>())
            }
        }
        Request::Find { file, words, json } => return find(texts, &file, &words, json),
        Request::Check { file, json } => return look(texts, &file, json),
    };
    Ok(Done { text, clean: true })
}

fn take_in(texts: &Texts, file: &Path, source: &Path, dry_run: bool, json: bool) -> Result<String> {
    let name = source.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let read = import::read(&name, &read(source)?)?;
    // A dry run opens the file too: it must fail where the real one would.
    let mut workbench = Workbench::open(file)?;
    let preview = import::preview(texts, workbench.city()?.negative, &read);
    let taken = if dry_run { None } else { Some(import::apply(&mut workbench, &by(), texts, &read)?.value) };
    if json {
        #[derive(Serialize)]
        struct Report {
            preview: import::Preview,
            taken: Option<import::Taken>,
        }
        return to_json(&Report { preview, taken });
    }
    let mut told = vec![format!("{}：{}", preview.form, preview.summary)];
    if dry_run {
        told.extend(preview.cells.iter().map(|cell| {
            texts.with(
                keys::CLI_READ_CELL,
                &args([
                    ("line", cell.line.to_string()),
                    ("column", cell.column.clone()),
                    ("source", cell.source.replace('\n', "⏎")),
                    ("understood", cell.understood.clone()),
                ]),
            )
        }));
    }
    told.push(texts.with(keys::CLI_FINDINGS, &args([("count", preview.findings.len().to_string())])));
    told.extend(preview.findings.iter().map(|finding| {
        texts.with(
            keys::CLI_FINDING,
            &args([
                ("line", finding.line.to_string()),
                ("column", finding.column.clone().unwrap_or_default()),
                ("source", finding.source.replace('\n', "⏎")),
                ("text", finding.text.clone()),
                ("outcome", finding.outcome.clone()),
            ]),
        )
    }));
    told.push(match taken {
        None => texts.get(keys::CLI_DRY_RUN),
        Some(taken) => {
            let counts = args([("added", taken.added.to_string()), ("updated", taken.updated.to_string())]);
            texts.with(keys::CLI_TAKEN, &counts)
        }
    });
    Ok(lines(&told))
}

fn print_paper(texts: &Texts, file: &Path, out: &Path, format: PaperFormat, kind: &Printed) -> Result<String> {
    // The faces are read while the file is.
    let press = std::thread::spawn(|| {
        let press = fonts::press().untidy();
        press.ready_papers();
        press
    });
    let mut workbench = Workbench::open(file)?;
    let paper = match kind {
        Printed::Kind(kind) => paper::newest(&workbench, texts, *kind)?,
        Printed::Sheet { item } => paper::sheets_labelled(&workbench, texts, item.as_deref())?,
    };
    let press = press.join().unwrap_or_else(|_| fonts::press());
    export::write_into(out, &press.paper(&paper, format, by().at)?)?;
    let handed = match kind {
        Printed::Kind(kind) => paper::newest_id(&workbench, *kind)?,
        Printed::Sheet { .. } => None,
    };
    if let Some(id) = handed {
        check::handed_out(&mut workbench, id, &paper, by().at)?;
    }
    Ok(made(texts, out))
}

fn find(texts: &Texts, file: &Path, words: &str, json: bool) -> Result<Done> {
    let found = search::find(&Workbench::open(file)?, texts, words, usize::MAX)?;
    let clean = !found.is_empty();
    let text = if json {
        to_json(&found)?
    } else if clean {
        let mut told = Vec::new();
        for part in &found {
            let counted = args([("area", texts.get(part.area.key())), ("count", part.total.to_string())]);
            told.push(texts.with(keys::CLI_FIND_AREA, &counted));
            told.extend(part.hits.iter().map(|hit| {
                let hit = [("title", &hit.title), ("field", &hit.field), ("excerpt", &hit.excerpt)];
                texts.with(keys::CLI_FIND_HIT, &args(hit.map(|(name, text)| (name, text.clone()))))
            }));
        }
        lines(&told)
    } else {
        lines(&[texts.with(keys::CLI_FIND_NONE, &args([("words", words.to_owned())]))])
    };
    Ok(Done { text, clean })
}

fn count(texts: &Texts, file: &Path, plan: Option<&str>, year: Option<&str>, json: bool) -> Result<String> {
    let workbench = Workbench::open(file)?;
    let understood = |words: &str| {
        let year = parse_fiscal_year(words).map(|read| read.year);
        let expected = keys::EXPECTED_FISCAL_YEAR;
        year.ok_or_else(|| WorkbenchError::NotUnderstood { text: words.to_owned(), expected })
    };
    let (plan, year) = tally::asked(&workbench, plan, year.map(understood).transpose()?)?;
    let shown = view::tally(&workbench, texts, plan, year, 0)?;
    if json { to_json(&shown) } else { Ok(lines(&table::tally(texts, &shown))) }
}

/// The findings by kind, the accepted ones apart. Only open ones make it unclean.
fn look(texts: &Texts, file: &Path, json: bool) -> Result<Done> {
    let view =
        check::gather(&Workbench::open(file)?)?.view(texts, &fonts::press(), by().at.date(), &mut |_, _| true)?;
    let (accepted, open): (Vec<_>, Vec<_>) = view.findings.iter().partition(|finding| finding.accepted.is_some());
    let clean = open.is_empty();
    if json {
        return Ok(Done { text: to_json(&view.findings)?, clean });
    }
    let titled = |title: &str| if title.is_empty() { String::new() } else { format!("{title}：") };
    let mut told = Vec::new();
    for kind in view.kinds.iter().filter(|kind| kind.open > 0) {
        let count = args([("kind", kind.name.clone()), ("count", kind.open.to_string())]);
        told.push(texts.with(keys::CLI_CHECK_KIND, &count));
        for finding in open.iter().filter(|finding| finding.kind == kind.kind) {
            told.push(format!("  {}{}", titled(&finding.title), finding.text));
            told.push(format!("      {}", finding.todo));
        }
    }
    told.push(if clean {
        texts.get(keys::CLI_CHECK_CLEAN)
    } else {
        texts.with(keys::CLI_FINDINGS, &args([("count", open.len().to_string())]))
    });
    if !accepted.is_empty() {
        told.push(texts.with(keys::CLI_CHECK_ACCEPTED, &args([("count", accepted.len().to_string())])));
    }
    for (finding, reason) in accepted.iter().filter_map(|finding| Some((finding, finding.accepted.as_ref()?))) {
        let kind = view.kinds.iter().find(|kind| kind.kind == finding.kind);
        let args = args([
            ("kind", kind.map(|kind| kind.name.clone()).unwrap_or_default()),
            ("title", titled(&finding.title)),
            ("text", finding.text.clone()),
            ("reason", reason.reason.clone()),
            ("who", reason.who.clone()),
            ("at", reason.at.replace('T', " ")),
        ]);
        told.extend([keys::CLI_CHECK_ACCEPTED_ONE, keys::CLI_CHECK_ACCEPTED_REASON].map(|key| texts.with(key, &args)));
    }
    Ok(Done { text: lines(&told), clean })
}

fn turn(texts: &Texts, label: Option<String>, key: workbench::texts::Key) -> String {
    match label {
        Some(label) => lines(&[texts.with(key, &args([("op", label)]))]),
        None => lines(&[texts.get(keys::CLI_NOTHING_TO_TURN)]),
    }
}

fn made(texts: &Texts, path: &Path) -> String {
    lines(&[texts.with(keys::CLI_MADE, &args([("path", path.display().to_string())]))])
}

fn lines<T: AsRef<str>>(lines: &[T]) -> String {
    lines.iter().map(|line| format!("{}\n", line.as_ref())).collect()
}

fn to_json<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string_pretty(value)
        .map(|text| text + "\n")
        .map_err(|error| WorkbenchError::NotProgrammeJson { line: error.line(), detail: error.to_string() })
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(|source| WorkbenchError::io(path, source))
}

/// The hand at the command line: the name of the account, the clock of the machine.
#[allow(clippy::disallowed_methods, reason = "the command line is where the clock comes in")]
fn by() -> By {
    let who = std::env::var("KAIKAKU_USER").or_else(|_| std::env::var("USERNAME")).unwrap_or_default();
    By { who, at: chrono::Local::now().naive_local() }
}
