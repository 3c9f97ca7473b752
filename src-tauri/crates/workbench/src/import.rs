//! Taking in somebody else's table (CSV, or cells copied in a spreadsheet): read, look at it, take
//! it over as one step.

mod fiscal;
mod items;
mod preview;
mod progress;

use exchange::{FiscalDraft, Form, ItemsDraft, ProgressDraft, Reading};
use serde::{Deserialize, Serialize};
use store::Outcome;
use ts_rs::TS;

use crate::texts::{Texts, keys};
use crate::{By, Op, Result, Workbench, words};

pub use exchange::SheetCell;
pub use preview::{Preview, PreviewCell, PreviewFinding, preview};

/// A table that was read and not yet taken over.
#[derive(Debug, Clone)]
pub struct Import {
    /// Name of the file, or title of what was pasted; for the history.
    pub source: String,
    reading: Content,
}

#[derive(Debug, Clone)]
enum Content {
    Fiscal(Reading<FiscalDraft>),
    Progress(Box<Reading<ProgressDraft>>),
    Items(Reading<ItemsDraft>),
}

/// What was taken over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Taken {
    /// Things that are new: indicators, items.
    pub added: u32,
    /// Things that were there and got something new.
    pub updated: u32,
}

/// Reads a table without touching the programme. `source` is the name of the file.
pub fn read(source: &str, bytes: &[u8]) -> Result<Import> {
    let table = exchange::read_csv(bytes)?;
    Ok(Import { source: source.to_owned(), reading: understood(&table)? })
}

/// Reads cells that were copied in a spreadsheet, without touching the programme. They go by the
/// title above the table.
pub fn read_pasted(texts: &Texts, cells: &[SheetCell]) -> Result<Import> {
    let table = exchange::read_sheet(cells)?;
    let source = match table.title() {
        "" => texts.get(keys::IMPORT_PASTED),
        title => words::one_line(title),
    };
    Ok(Import { source, reading: understood(&table)? })
}

fn understood(table: &exchange::Table) -> Result<Content> {
    Ok(match exchange::recognise(table)? {
        Form::FiscalSeries => Content::Fiscal(exchange::read_fiscal(table)?),
        Form::Progress => Content::Progress(Box::new(exchange::read_progress(table)?)),
        Form::Items => Content::Items(exchange::read_items(table)?),
    })
}

/// The name of a plan that a table makes: the title above it, else the name of its file.
fn plan_name(source: &str, title: &str) -> String {
    let name = if title.is_empty() { source.rsplit_once('.').map_or(source, |(stem, _)| stem) } else { title };
    words::one_line(name)
}

/// Takes a table over as one step that can be undone. What is already there under the same name
/// is brought up to date; nothing is removed.
pub fn apply(workbench: &mut Workbench, by: &By, texts: &Texts, import: &Import) -> Result<Outcome<Taken>> {
    workbench.transact(by, &Op::Import { source: import.source.clone() }, |w| match &import.reading {
        Content::Fiscal(reading) => fiscal::apply(w, &reading.draft),
        Content::Progress(reading) => progress::apply(w, texts, &import.source, &reading.draft),
        Content::Items(reading) => items::apply(w, by, texts, &import.source, &reading.draft),
    })
}
