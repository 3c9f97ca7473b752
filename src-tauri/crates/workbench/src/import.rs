//! Taking in somebody else's table (CSV): read, look at it, take it over as one step.

mod fiscal;
mod preview;
mod progress;

use exchange::{FiscalDraft, Form, ProgressDraft, Reading};
use serde::{Deserialize, Serialize};
use store::Outcome;
use ts_rs::TS;

use crate::texts::Texts;
use crate::{By, Op, Result, Workbench};

pub use preview::{Preview, PreviewCell, PreviewFinding, preview};

/// A table that was read and not yet taken over.
#[derive(Debug, Clone)]
pub struct Import {
    /// Name of the file, for the history.
    pub source: String,
    reading: Content,
}

#[derive(Debug, Clone)]
enum Content {
    Fiscal(Reading<FiscalDraft>),
    Progress(Box<Reading<ProgressDraft>>),
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
    let reading = match exchange::recognise(&table)? {
        Form::FiscalSeries => Content::Fiscal(exchange::read_fiscal(&table)?),
        Form::Progress => Content::Progress(Box::new(exchange::read_progress(&table)?)),
    };
    Ok(Import { source: source.to_owned(), reading })
}

/// Takes a table over as one step that can be undone. What is already there under the same name
/// is brought up to date; nothing is removed.
pub fn apply(workbench: &mut Workbench, by: &By, texts: &Texts, import: &Import) -> Result<Outcome<Taken>> {
    workbench.transact(by, &Op::Import { source: import.source.clone() }, |w| match &import.reading {
        Content::Fiscal(reading) => fiscal::apply(w, &reading.draft),
        Content::Progress(reading) => progress::apply(w, texts, &import.source, &reading.draft),
    })
}
