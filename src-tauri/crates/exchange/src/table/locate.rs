//! Which row carries the headings.

use super::Row;
use crate::form::{Form, matching};

/// How far down the headings are looked for: titles, notes and units above them are few.
const DEEPEST: usize = 30;

/// Rows parted at their headings.
pub(super) struct Headed {
    pub(super) preamble: Vec<Row>,
    pub(super) header: Option<Row>,
    pub(super) rows: Vec<Row>,
    found: usize,
}

/// How much a text looks like a table: the more headings are known the better, then the wider.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Likelihood {
    pub(super) headings: usize,
    width: usize,
}

impl Headed {
    pub(super) fn likelihood(&self) -> Likelihood {
        Likelihood { headings: self.found, width: self.header.as_ref().map_or(0, |row| row.cells.len()) }
    }
}

/// Parts the rows at the one that has most of the headings of some form; where none has two,
/// at the first row with more than one filled cell.
pub(super) fn headed(mut rows: Vec<Row>) -> Headed {
    let (at, found) = rows
        .iter()
        .take(DEEPEST)
        .enumerate()
        .map(|(at, row)| (at, known(row)))
        .fold((0, 0), |best, next| if next.1 > best.1 { next } else { best });
    let at = if found >= 2 { at } else { rows.iter().position(has_several_cells).unwrap_or(0) };
    let mut below = rows.split_off(at.min(rows.len()));
    let header = if below.is_empty() { None } else { Some(below.remove(0)) };
    Headed { preamble: rows, header, rows: below, found }
}

fn known(row: &Row) -> usize {
    Form::ALL.into_iter().map(|form| matching(form, &row.cells).found).max().unwrap_or(0)
}

fn has_several_cells(row: &Row) -> bool {
    row.cells.iter().filter(|cell| !cell.trim().is_empty()).nth(1).is_some()
}
