//! Rules of the tables of financial effects (効果額): what a cell counts for, what may be added up,
//! over which years a total runs, and whether a printed total is right.
//!
//! Nothing here rounds: amounts keep the digits they were written with, and another unit only moves
//! the decimal point.

mod entry;
mod printed;
mod sum;
mod total;
mod unit;

pub use entry::{Amount, Doubt, Entry, doubts, entry, entry_at, read};
pub use printed::{Agreement, Comparison, comparisons, disagreements, has_rounding};
pub use sum::{Column, Gap, Standing, Sum, Taken, Value, row_over_years, standing, value};
pub use total::{Scope, Total, totals, years};
pub use unit::{UNITS, shown_in, units};

#[cfg(test)]
mod tests;
