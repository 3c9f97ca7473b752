//! Why a file cannot be read as a table at all.

use thiserror::Error;

use crate::form::Form;

/// Why a whole file is refused. What is odd in a single cell is a finding instead.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ExchangeError {
    /// The file is larger than any table a person keeps by hand.
    #[error("more than {limit} {what:?}")]
    TooLarge {
        /// What there is too much of.
        what: Extent,
        /// The largest number accepted.
        limit: usize,
    },
    /// An Excel workbook (.xlsx, .xls), whatever its name says: it must be saved as CSV first.
    #[error("an Excel workbook, not a CSV file")]
    Workbook,
    /// Neither UTF-8 nor UTF-16 with its mark nor CP932, or damaged on the way.
    #[error("unknown encoding, first seen in line {line}")]
    UnknownEncoding {
        /// The first line of text (counted by line ends, from 1) that is not UTF-8.
        line: u32,
    },
    /// A quotation mark opens a cell and never closes: all that follows would be one cell.
    #[error("a quote opened in row {line} is never closed")]
    UnclosedQuote {
        /// The row as Excel counts, from 1.
        line: u32,
    },
    /// No text at all, or nothing but blanks and separators.
    #[error("nothing in the file")]
    Empty,
    /// No form known here has these headings.
    #[error("no known form has the headings {headings:?}")]
    UnknownForm {
        /// The headings found, as written.
        headings: Vec<String>,
    },
    /// The form is clear, but columns without which it cannot be read are not there.
    #[error("{form:?} misses the columns {missing:?}, has {found:?}")]
    MissingColumns {
        /// The form recognised.
        form: Form,
        /// The headings found, as written.
        found: Vec<String>,
        /// The names of the columns that miss.
        missing: Vec<String>,
    },
    /// The headings are there, and no row below them.
    #[error("{form:?} has headings and no rows")]
    NoRows {
        /// The form recognised.
        form: Form,
    },
}

/// What a file can have too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Extent {
    /// Bytes of the file.
    Bytes,
    /// Rows of the table.
    Rows,
    /// Cells of one row.
    Columns,
    /// Cells of the table.
    Cells,
}
