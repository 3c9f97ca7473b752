//! One row of a query, read by the names of its columns.

use std::cell::{Cell, RefCell};

use rusqlite::types::FromSql;
use rusqlite::{Result, Row};

/// A row, read by name: what [`Row`] does, without searching for the name in every row.
pub(crate) struct Cells<'r> {
    row: &'r Row<'r>,
    columns: &'r Columns,
}

/// The columns a query was asked for so far, in the order in which they were asked for: the next
/// row is asked in the same order, so that the first guess is nearly always right.
#[derive(Debug, Default)]
pub(crate) struct Columns {
    known: RefCell<Vec<(&'static str, usize)>>,
    next: Cell<usize>,
}

impl Columns {
    pub(crate) fn of<'r>(&'r self, row: &'r Row<'r>) -> Cells<'r> {
        self.next.set(0);
        Cells { row, columns: self }
    }

    fn index(&self, row: &Row<'_>, name: &'static str) -> Result<usize> {
        let mut known = self.known.borrow_mut();
        let next = self.next.get();
        let (before, after) = known.split_at(next.min(known.len()));
        let guessed = after.iter().zip(next..).chain(before.iter().zip(0..)).find(|((known, _), _)| *known == name);
        let (place, index) = match guessed {
            Some(((_, index), place)) => (place, *index),
            None => {
                let index = row.as_ref().column_index(name)?;
                known.push((name, index));
                (known.len() - 1, index)
            }
        };
        self.next.set(place + 1);
        Ok(index)
    }
}

impl Cells<'_> {
    /// The value of a column.
    pub(crate) fn get<T: FromSql>(&self, name: &'static str) -> Result<T> {
        self.row.get(self.columns.index(self.row, name)?)
    }
}
