//! The headings of a sheet: one row, or two of which the upper one names groups of columns.

use super::Sheet;
use crate::form::{Form, matching};

/// How far down the headings are looked for: titles, notes and units above them are few.
const DEEPEST: usize = 30;

/// The headings of a sheet and where they stand.
pub(super) struct Header {
    /// The first row of the headings, from 0.
    pub(super) row: usize,
    /// How many rows they take, 1 or 2.
    pub(super) rows: usize,
    /// The heading of every column.
    pub(super) columns: Vec<String>,
    /// Headings of the upper row that stand over several columns: 年度スケジュール over the years.
    pub(super) groups: Vec<String>,
}

impl Header {
    fn one(sheet: &Sheet<'_>, row: usize) -> Self {
        let columns = (0..sheet.width).map(|column| sheet.text(row, column).to_owned()).collect();
        Self { row, rows: 1, columns, groups: Vec::new() }
    }

    /// Two rows: what stands below counts, what has nothing below it counts itself.
    fn two(sheet: &Sheet<'_>, row: usize) -> Self {
        let mut groups: Vec<String> = Vec::new();
        let columns = (0..sheet.width).map(|column| {
            let (above, below) = (sheet.text(row, column), sheet.text(row + 1, column));
            if sheet.at(row, column) == sheet.at(row + 1, column) || below.trim().is_empty() {
                return above.to_owned();
            }
            if !above.trim().is_empty() && !groups.iter().any(|group| group == above) {
                groups.push(above.to_owned());
            }
            below.to_owned()
        });
        let columns = columns.collect();
        Self { row, rows: 2, columns, groups }
    }

    /// How many headings of some form are among them.
    fn known(&self) -> usize {
        let all: Vec<String> = self.columns.iter().chain(&self.groups).cloned().collect();
        Form::ALL.into_iter().map(|form| matching(form, &all).found).max().unwrap_or(0)
    }

    /// Whether a row of the sheet says the headings again, as at the head of a new page.
    pub(super) fn is_repeated(&self, sheet: &Sheet<'_>, row: usize) -> bool {
        let same = |first: usize| {
            (0..sheet.width).all(|column| sheet.text(row, column).trim() == sheet.text(first, column).trim())
        };
        !sheet.filled(row).is_empty() && (self.row..self.row + self.rows).any(same)
    }
}

/// The headings: those of which most are known, higher up before lower down and one row before
/// two; where none has two known ones, the first row with several filled cells.
pub(super) fn find(sheet: &Sheet<'_>) -> Header {
    let mut best: Option<(usize, Header)> = None;
    for row in 0..sheet.height.min(DEEPEST) {
        // One cell alone is a title, not the upper row of the headings.
        let grouped = row + 1 < sheet.height && sheet.filled(row).len() > 1;
        let two = grouped.then(|| Header::two(sheet, row));
        // A heading merged down two rows says that there are two.
        let tall = sheet.filled(row).iter().any(|cell| cell.row as usize == row && cell.down == 2);
        let one = (!tall).then(|| Header::one(sheet, row));
        for header in [one, two].into_iter().flatten() {
            let known = header.known();
            if known >= 2 && best.as_ref().is_none_or(|(most, _)| known > *most) {
                best = Some((known, header));
            }
        }
    }
    best.map_or_else(
        || {
            let row = (0..sheet.height).find(|row| sheet.filled(*row).len() > 1).unwrap_or(0);
            Header::one(sheet, row)
        },
        |(_, header)| header,
    )
}
