//! A table of words: what a CSV file holds before anybody asks what it means.

mod decode;
mod locate;
mod split;

use domain::value::is_unprintable;
use serde::Serialize;
use ts_rs::TS;

use crate::error::{ExchangeError, Extent};
use crate::progress::BarDraft;

/// The largest file read, in bytes.
pub(crate) const MAX_BYTES: usize = 16 * 1024 * 1024;
/// The most rows read, blank ones and titles included.
pub(crate) const MAX_ROWS: usize = 50_000;
/// The most cells of one row.
pub(crate) const MAX_COLUMNS: usize = 1_024;
/// The most cells of a table.
pub(crate) const MAX_CELLS: usize = 1_000_000;

/// The encoding a file was found to be in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Encoding {
    /// UTF-8 with its mark (BOM), as Excel saves "CSV UTF-8".
    Utf8Bom,
    /// UTF-8 without a mark.
    Utf8,
    /// CP932, that is Shift_JIS as Windows writes it: Excel's plain "CSV".
    Cp932,
    /// UTF-16, little endian, with its mark: Excel's "Unicode text".
    Utf16Le,
    /// UTF-16, big endian, with its mark.
    Utf16Be,
}

/// What stands between two cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Separator {
    /// A comma.
    Comma,
    /// A tabulator, as in text copied from Excel.
    Tab,
}

impl Separator {
    const fn character(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Tab => '\t',
        }
    }
}

/// A table of words with its headings found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The encoding the file was in; none for cells that came as such.
    pub encoding: Option<Encoding>,
    /// What separated its cells in the file.
    pub separator: Option<Separator>,
    /// Rows above the headings: titles, 単位. Blank rows are not kept.
    pub preamble: Vec<Row>,
    /// The row of the headings as Excel counts.
    pub header_line: u32,
    /// The headings, to the letter.
    pub header: Vec<String>,
    /// The rows below the headings. Blank rows are not kept.
    pub rows: Vec<Row>,
}

/// One row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The row in the file as Excel shows it, from 1: a cell with line breaks is still one row.
    pub line: u32,
    /// The cells to the letter (but see `dropped`), as many as the row has. Line ends inside a cell are LF.
    pub cells: Vec<String>,
    /// The bars of a lane, where cells merged over years and lanes show them; none where the table
    /// says them in words.
    pub bars: Option<Vec<BarDraft>>,
    /// Characters that no document can show and that were taken out of the cells: the place of each
    /// cell concerned, with the first of them.
    pub dropped: Vec<(usize, char)>,
}

impl Row {
    /// A row of the file, without the characters that could never be typed again.
    pub(crate) fn new(line: u32, mut cells: Vec<String>) -> Self {
        let mut dropped = Vec::new();
        for (at, cell) in cells.iter_mut().enumerate() {
            if let Some(bad) = cell.chars().find(|c| is_unprintable(*c)) {
                dropped.push((at, bad));
                cell.retain(|c| !is_unprintable(c));
            }
        }
        Self { line, cells, bars: None, dropped }
    }

    /// Whether every cell is blank.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

impl Table {
    /// The words that name the table: the last title above the headings that is short enough for
    /// one; "" when there is none.
    pub fn title(&self) -> &str {
        /// In characters. A paragraph above a table is no title.
        const LONGEST: usize = 80;
        let mut titles = self
            .preamble
            .iter()
            .filter_map(|row| row.cells.iter().map(|cell| cell.trim()).find(|cell| !cell.is_empty()));
        titles.rfind(|title| title.chars().count() <= LONGEST).unwrap_or_default()
    }

    /// What stands above the headings and is not the title, line by line; "" when there is nothing.
    pub fn remarks(&self) -> String {
        let mut title = Some(self.title());
        let cells = self.preamble.iter().rev().flat_map(|row| row.cells.iter().rev());
        let mut remarks: Vec<&str> = cells
            .map(|cell| cell.trim_matches(['\n', ' ']))
            .filter(|cell| !cell.is_empty())
            .filter(|cell| title.take_if(|title| title == &cell.trim()).is_none())
            .collect();
        remarks.reverse();
        remarks.join("\n")
    }

    /// The headings that are not blank, as written.
    pub fn headings(&self) -> Vec<String> {
        self.header.iter().filter(|heading| !heading.trim().is_empty()).cloned().collect()
    }
}

/// Reads the bytes of a CSV or tab separated file.
///
/// Encoding and separator are found out. The headings are looked for in the first rows, since
/// titles and units often stand above them.
///
/// # Errors
/// [`ExchangeError::Empty`], [`ExchangeError::TooLarge`] (16 MiB, 50,000 rows, 1,024 cells in a
/// row, 1,000,000 cells), [`ExchangeError::Workbook`], [`ExchangeError::UnknownEncoding`] and
/// [`ExchangeError::UnclosedQuote`].
pub fn read_csv(bytes: &[u8]) -> Result<Table, ExchangeError> {
    if bytes.len() > MAX_BYTES {
        return Err(ExchangeError::TooLarge { what: Extent::Bytes, limit: MAX_BYTES });
    }
    let (encoding, text) = decode::decoded(bytes)?;
    let by_comma = split::rows(&text, Separator::Comma).map(locate::headed);
    let by_tab = split::rows(&text, Separator::Tab).map(locate::headed);
    let (separator, headed) = match (by_comma, by_tab) {
        // Nothing but commas, or nothing but tabulators, is blank in one of the two readings.
        (Ok(headed), _) | (_, Ok(headed)) if headed.header.is_none() => {
            return Err(ExchangeError::Empty);
        }
        (Ok(comma), Ok(tab)) if tab.likelihood() > comma.likelihood() => (Separator::Tab, tab),
        (Ok(comma), _) => (Separator::Comma, comma),
        // A quote that is unclosed between commas may stand in the middle of a tab's cell.
        (Err(_), Ok(tab)) if tab.likelihood().headings > 0 => (Separator::Tab, tab),
        (Err(error), _) => return Err(error),
    };
    let Some(header) = headed.header else {
        return Err(ExchangeError::Empty);
    };
    Ok(Table {
        encoding: Some(encoding),
        separator: Some(separator),
        preamble: headed.preamble,
        header_line: header.line,
        header: header.cells,
        rows: headed.rows,
    })
}
