//! Cells as they lie in a spreadsheet, merged ones included: what was copied in Excel.
//!
//! A secretary's table is made for the eye: headings over headings, a cell merged down the rows it
//! speaks of, a heading of a direction across the whole width, a bar merged over its years. Here it
//! becomes a table with one row of headings, in which every row says all that holds for it.

mod header;
mod rows;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{ExchangeError, Extent};
use crate::table::{MAX_CELLS, MAX_COLUMNS, MAX_ROWS, Table};

/// One cell of a sheet with all it covers; places that no cell covers are blank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SheetCell {
    /// Its first row, from 0.
    pub row: u32,
    /// Its first column, from 0.
    pub column: u32,
    /// How many rows it covers; 0 is read as 1.
    pub down: u32,
    /// How many columns it covers; 0 is read as 1.
    pub right: u32,
    /// Its text, lines parted by LF.
    pub text: String,
}

/// Reads the cells of a sheet as a table.
///
/// # Errors
/// [`ExchangeError::Empty`] when no cell has any text, [`ExchangeError::TooLarge`] (50,000 rows,
/// 1,024 columns, 1,000,000 places).
pub fn read_sheet(cells: &[SheetCell]) -> Result<Table, ExchangeError> {
    let sheet = Sheet::new(cells)?;
    if sheet.cells.iter().all(|cell| cell.text.trim().is_empty()) {
        return Err(ExchangeError::Empty);
    }
    let header = header::find(&sheet);
    Ok(rows::table(&sheet, header))
}

/// The places of a sheet, each with the cell that covers it.
struct Sheet<'c> {
    cells: Vec<&'c SheetCell>,
    height: usize,
    width: usize,
    /// By row, then by column, the index of the covering cell.
    covers: Vec<Option<usize>>,
}

impl<'c> Sheet<'c> {
    fn new(cells: &'c [SheetCell]) -> Result<Self, ExchangeError> {
        let end = |start: u32, count: u32| start as usize + count.max(1) as usize;
        let filled = || cells.iter().filter(|cell| !cell.text.is_empty());
        let height = filled().map(|cell| end(cell.row, cell.down)).max().unwrap_or(0);
        let width = filled().map(|cell| end(cell.column, cell.right)).max().unwrap_or(0);
        for (what, found, limit) in [
            (Extent::Rows, height, MAX_ROWS),
            (Extent::Columns, width, MAX_COLUMNS),
            (Extent::Cells, height.saturating_mul(width), MAX_CELLS),
        ] {
            if found > limit {
                return Err(ExchangeError::TooLarge { what, limit });
            }
        }
        let mut sheet = Self { cells: cells.iter().collect(), height, width, covers: vec![None; height * width] };
        for (index, cell) in cells.iter().enumerate() {
            for row in cell.row as usize..end(cell.row, cell.down).min(height) {
                for column in cell.column as usize..end(cell.column, cell.right).min(width) {
                    // What two cells claim belongs to the first.
                    if let Some(place @ None) = sheet.covers.get_mut(row * width + column) {
                        *place = Some(index);
                    }
                }
            }
        }
        Ok(sheet)
    }

    /// The cell that covers a place, by index.
    fn at(&self, row: usize, column: usize) -> Option<usize> {
        (column < self.width).then(|| self.covers.get(row * self.width + column).copied().flatten()).flatten()
    }

    /// The text of a place, that of the covering cell.
    fn text(&self, row: usize, column: usize) -> &'c str {
        self.at(row, column).and_then(|index| self.cells.get(index)).map_or("", |cell| cell.text.as_str())
    }

    /// The cells of a row that have a text, each once, from left to right.
    fn filled(&self, row: usize) -> Vec<&'c SheetCell> {
        let mut found: Vec<usize> = Vec::new();
        for index in (0..self.width).filter_map(|column| self.at(row, column)) {
            if !found.contains(&index) {
                found.push(index);
            }
        }
        let cells = found.into_iter().filter_map(|index| self.cells.get(index).copied());
        cells.filter(|cell| !cell.text.trim().is_empty()).collect()
    }
}

#[cfg(test)]
mod tests;
