//! The rows below the headings: every row says all that holds for it.

use domain::value::FiscalYear;

use super::header::Header;
use super::{Sheet, SheetCell};
use crate::account::{is_note, is_note_text};
use crate::form::{Form, matching};
use crate::progress::columns::{Role, role};
use crate::progress::{BarDraft, words};
use crate::table::{Row, Table};

/// Columns that headings across the whole width become.
const GROUP: &str = "グループ";
const DIRECTION: &str = "方向性";

/// The table of a sheet below its headings.
pub(super) fn table(sheet: &Sheet<'_>, header: Header) -> Table {
    let preamble = (0..header.row).filter_map(|row| title_row(sheet, row)).collect();
    let headings: Vec<String> = header.columns.iter().chain(&header.groups).cloned().collect();
    let years = schedule_years(&header, &headings);
    let mut open = Open::default();
    let mut read: Vec<(Row, Open)> = Vec::new();
    for row in header.row + header.rows..sheet.height {
        if header.is_repeated(sheet, row) {
            continue;
        }
        if let Some(words) = across(sheet, row) {
            open.begin(words);
            continue;
        }
        // What is merged down holds for every row; what is merged to the right is said once.
        let begins =
            |column: usize| sheet.at(row, column) != column.checked_sub(1).and_then(|left| sheet.at(row, left));
        let text = |column: usize| if begins(column) { sheet.text(row, column) } else { "" };
        let mut cells: Vec<String> = (0..sheet.width).map(|column| text(column).to_owned()).collect();
        cells.resize(headings.len(), String::new());
        let bars = years.as_ref().map(|years| bars(sheet, row, years));
        let read_row = Row { bars, ..Row::new(line(row), cells) };
        if !read_row.is_blank() {
            let stands = if is_note(&read_row) { Open::default() } else { open.clone() };
            read.push((read_row, stands));
        }
    }
    let mut table = Table {
        encoding: None,
        separator: None,
        preamble,
        header_line: line(header.row),
        header: headings,
        rows: Vec::new(),
    };
    for (heading, of) in [(GROUP, Open::group as fn(&Open) -> &str), (DIRECTION, Open::direction)] {
        if read.iter().any(|(_, open)| !of(open).is_empty()) {
            table.header.push(heading.to_owned());
            for (row, open) in &mut read {
                row.cells.push(of(open).to_owned());
            }
        }
    }
    table.rows = read.into_iter().map(|(row, _)| row).collect();
    table
}

/// The row as Excel counts.
fn line(row: usize) -> u32 {
    u32::try_from(row + 1).unwrap_or(u32::MAX)
}

/// A row above the headings, each of its cells once.
fn title_row(sheet: &Sheet<'_>, row: usize) -> Option<Row> {
    let begins = |cell: &&SheetCell| cell.row as usize == row;
    let cells: Vec<String> = sheet.filled(row).into_iter().filter(begins).map(|cell| cell.text.clone()).collect();
    (!cells.is_empty()).then(|| Row::new(line(row), cells))
}

/// The headings across the width that hold for the rows below them.
#[derive(Clone, Default)]
struct Open {
    group: String,
    direction: String,
}

impl Open {
    /// Words between ornaments (◆◇…◇◆) begin a group, others a direction of it.
    fn begin(&mut self, words: &str) {
        if words::is_ornamented(words) {
            words.clone_into(&mut self.group);
            self.direction.clear();
        } else {
            words.clone_into(&mut self.direction);
        }
    }

    fn group(&self) -> &str {
        &self.group
    }

    fn direction(&self) -> &str {
        &self.direction
    }
}

/// The words of a row that is a heading across the width: one cell alone, in the first column.
/// Notes (※) are none.
fn across<'c>(sheet: &Sheet<'c>, row: usize) -> Option<&'c str> {
    /// A table that narrow has rows of one cell.
    const NARROWEST: usize = 3;
    let filled = sheet.filled(row);
    let [only] = filled.as_slice() else { return None };
    let words = only.text.trim();
    let heads = sheet.width >= NARROWEST && only.column == 0 && only.down <= 1;
    (heads && !is_note_text(words)).then_some(words)
}

/// The columns of the years that a heading of the schedule stands over. A table that says its bars
/// in a column of their own has none.
fn schedule_years(header: &Header, headings: &[String]) -> Option<Vec<(usize, FiscalYear)>> {
    let progress = matching(Form::Progress, headings).missing.is_empty();
    let over = header.groups.iter().any(|group| role(group) == Some(Role::Schedule));
    let years = header.columns.iter().enumerate().filter_map(|(column, heading)| match role(heading) {
        Some(Role::Year(year)) => Some((column, year)),
        _ => None,
    });
    (progress && over).then(|| years.collect())
}

/// The bars that begin in a row: a cell with words covers its years and its lanes.
fn bars(sheet: &Sheet<'_>, row: usize, years: &[(usize, FiscalYear)]) -> Vec<BarDraft> {
    let mut found: Vec<(usize, BarDraft)> = Vec::new();
    for (column, year) in years {
        let Some(index) = sheet.at(row, *column) else { continue };
        let Some(cell) = sheet.cells.get(index).filter(|cell| cell.row as usize == row) else { continue };
        if cell.text.trim().is_empty() {
            continue;
        }
        match found.iter_mut().find(|(known, _)| *known == index) {
            Some((_, bar)) => bar.last = bar.last.max(*year),
            None => found.push((
                index,
                BarDraft {
                    first: *year,
                    last: *year,
                    words: cell.text.trim().to_owned(),
                    lanes: u8::try_from(cell.down.max(1)).unwrap_or(u8::MAX),
                },
            )),
        }
    }
    found.into_iter().map(|(_, bar)| bar).collect()
}
