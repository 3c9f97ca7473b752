//! The values of the field: years, dates, amounts, figures and targets, each as it was written
//! and as it was understood.

pub mod era;
pub mod figure;
pub mod fiscal_year;
pub mod label;
pub mod quantity;
pub mod target;
mod text;
pub mod written;
pub mod written_date;

pub use era::Era;
pub use figure::{Absence, Figure, FigureError, Measure, Value, ValueKind};
pub use fiscal_year::{EraYear, FiscalYear, ReadYear, YearStyle};
pub use quantity::{NegativeMark, Quantity, QuantityError, Unit};
pub use target::{Target, Trend};
pub use written::{Reading, Written};
pub use written_date::AsOf;
