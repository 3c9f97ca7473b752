//! Items of a plan: a table with one row per 取組項目, the levels above it in columns of their own.

pub(crate) mod columns;
mod read;

use domain::value::{FiscalYear, Written};
use serde::Serialize;
use ts_rs::TS;

pub use read::read_items;

/// What a table of items holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ItemsDraft {
    /// The words above the headings that name the table; "" for none.
    pub title: String,
    /// What else stands above the headings; "" for nothing.
    pub remarks: String,
    /// The fiscal years the title names first and last: (令和5年度～令和8年度).
    pub years: Option<(Written<FiscalYear>, Written<FiscalYear>)>,
    /// Names of the levels above the items, from the top.
    pub levels: Vec<String>,
    /// The name of the items' level, the heading of their names: 取組項目.
    pub item_heading: String,
    /// Headings of the texts behind the name, in their order.
    pub section_headings: Vec<String>,
    /// The rows in their order.
    pub rows: Vec<ItemRow>,
}

/// One item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ItemRow {
    /// Its row, as Excel counts.
    pub line: u32,
    /// The nodes it stands below, from the top, one for each level.
    pub path: Vec<Named>,
    /// Number as printed.
    pub label: String,
    /// Name.
    pub title: String,
    /// Its offices as written, parted by 、 or line breaks.
    pub offices: String,
    /// Its group; "" for none.
    pub group: String,
    /// Texts under the headings of the draft, in their order; "" for none.
    pub sections: Vec<String>,
}

/// A node above the items.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, TS)]
pub struct Named {
    /// Number as printed; "" when its words begin with none.
    pub label: String,
    /// Name.
    pub title: String,
}
