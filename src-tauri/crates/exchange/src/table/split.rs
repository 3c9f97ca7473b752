//! Text to rows.
//!
//! Written here and not taken from a library, because the row numbers must be those of Excel
//! (blank rows counted, a quoted line break not) and an unclosed quote must be an error: the
//! usual readers skip blank rows and swallow the rest of the file.

use super::{MAX_CELLS, MAX_COLUMNS, MAX_ROWS, Row, Separator};
use crate::error::{ExchangeError, Extent};

/// The rows that are not blank, each with its place in the file.
///
/// A cell is quoted when a quote is its first character; `""` inside is a quote; what follows
/// the closing quote belongs to the cell, as in Excel. CR LF, LF and CR end a row.
pub(super) fn rows(text: &str, separator: Separator) -> Result<Vec<Row>, ExchangeError> {
    let mut sheet = Sheet::default();
    let mut cells: Vec<String> = Vec::new();
    let mut cell = String::new();
    let mut quoted_from: Option<u32> = None;
    let mut at_start = true;
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        let c = match c {
            '\r' => {
                if characters.peek() == Some(&'\n') {
                    characters.next();
                }
                '\n'
            }
            other => other,
        };
        if quoted_from.is_some() {
            match c {
                '"' if characters.peek() == Some(&'"') => {
                    characters.next();
                    cell.push('"');
                }
                '"' => quoted_from = None,
                other => cell.push(other),
            }
            continue;
        }
        if c == separator.character() {
            cells.push(std::mem::take(&mut cell));
            sheet.check(&cells)?;
            at_start = true;
        } else if c == '\n' {
            cells.push(std::mem::take(&mut cell));
            sheet.close(std::mem::take(&mut cells))?;
            at_start = true;
        } else if c == '"' && at_start {
            quoted_from = Some(sheet.line());
            at_start = false;
        } else {
            cell.push(c);
            at_start = false;
        }
    }
    if let Some(line) = quoted_from {
        return Err(ExchangeError::UnclosedQuote { line });
    }
    if !cells.is_empty() || !at_start {
        cells.push(cell);
        sheet.close(cells)?;
    }
    Ok(sheet.rows)
}

#[derive(Default)]
struct Sheet {
    rows: Vec<Row>,
    closed: usize,
    cells: usize,
}

impl Sheet {
    /// The row being read, as Excel counts. Never more than [`MAX_ROWS`].
    fn line(&self) -> u32 {
        u32::try_from(self.closed + 1).unwrap_or(u32::MAX)
    }

    fn check(&self, cells: &[String]) -> Result<(), ExchangeError> {
        if cells.len() > MAX_COLUMNS {
            return Err(too_large(Extent::Columns, MAX_COLUMNS));
        }
        if self.cells + cells.len() > MAX_CELLS {
            return Err(too_large(Extent::Cells, MAX_CELLS));
        }
        Ok(())
    }

    fn close(&mut self, cells: Vec<String>) -> Result<(), ExchangeError> {
        self.check(&cells)?;
        if self.closed == MAX_ROWS {
            return Err(too_large(Extent::Rows, MAX_ROWS));
        }
        let row = Row::new(self.line(), cells);
        self.closed += 1;
        if !row.is_blank() {
            self.cells += row.cells.len();
            self.rows.push(row);
        }
        Ok(())
    }
}

fn too_large(what: Extent, limit: usize) -> ExchangeError {
    ExchangeError::TooLarge { what, limit }
}
