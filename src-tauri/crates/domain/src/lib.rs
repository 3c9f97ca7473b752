//! The field itself: fiscal years, figures, targets, and the shape of a city's reform programme.
//!
//! Pure: no files, no clock, no SQL. Everything above this crate speaks in these types.

pub mod attainment;
pub mod check;
pub mod effect;
pub mod programme;
pub mod tally;
pub mod value;
