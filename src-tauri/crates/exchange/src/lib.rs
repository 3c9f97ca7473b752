//! Other people's tables, read without believing them.
//!
//! The way is always the same: [`read_csv`] turns the bytes of a file into a [`Table`] of words,
//! [`recognise`] names the [`Form`] by its headings, and [`read_fiscal`], [`read_progress`] or
//! [`read_items`] makes a draft of it. Cells copied in a spreadsheet become a table by
//! [`read_sheet`]. A [`Reading`] carries the draft together with every source cell beside what was
//! read from it, and with the [`Finding`]s: published tables hold misprints, and an import **warns
//! and never silently fixes**. Nothing here touches a file or the programme.

mod account;
mod error;
mod fiscal;
mod form;
mod heading;
mod items;
mod progress;
mod reading;
mod sheet;
mod table;
mod year;

pub use error::{ExchangeError, Extent};
pub use fiscal::{FiscalDraft, IndicatorDraft, ObservationDraft, TargetDraft, read_fiscal};
pub use form::{Form, recognise};
pub use items::{ItemRow, ItemsDraft, Named, read_items};
pub use progress::{
    ActualColumn, BarDraft, DirectionDraft, GroupDraft, ItemDraft, LaneDraft, LifeDraft, ProgressDraft, ScheduleDraft,
    read_progress,
};
pub use reading::{Finding, FindingKind, Outcome, ReadCell, Reading, Understood};
pub use sheet::{SheetCell, read_sheet};
pub use table::{Encoding, Row, Separator, Table, read_csv};
