//! The values of the field: years, dates, amounts, figures and targets, each as it was written
//! and as it was understood.

pub mod era;
pub mod figure;
pub mod fiscal_year;
pub mod fold;
pub mod label;
#[cfg(test)]
mod published_tables;
pub mod quantity;
pub mod reckoning;
pub mod target;
mod text;
pub mod written;
pub mod written_date;

pub use era::Era;
pub use figure::{Absence, Figure, FigureError, Measure, Value, ValueKind};
pub use fiscal_year::{EraYear, FiscalYear, ReadYear, YearStyle, parse_fiscal_year, parse_fiscal_year_near};
pub use fold::fold;
pub use label::{ItemLabel, label_sort_key};
pub use quantity::{NegativeMark, Quantity, QuantityError, Unit};
pub use reckoning::Reckoning;
pub use target::{Target, Trend};
pub use text::is_unprintable;
pub use written::{Reading, Written};
pub use written_date::{AsOf, format_date};
