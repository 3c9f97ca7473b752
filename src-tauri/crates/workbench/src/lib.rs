//! What a person can do with a reform programme: every use-case of the window and of the command
//! line, over one open file.
//!
//! All writing goes through [`Workbench::transact`]: one transaction, one named step of undo, one
//! entry of history, one list of changes. Nothing here knows a window, a clock or a font folder.

pub mod bulk;
mod by;
pub mod chart;
pub mod check;
pub mod effect;
pub mod error;
pub mod export;
mod file;
pub mod fiscal;
pub mod history;
pub mod import;
pub mod indicator;
pub mod interchange;
pub mod lead;
pub mod meeting;
mod naming;
pub mod op;
pub mod paper;
pub mod place;
pub mod plan;
pub mod project;
pub mod record;
pub mod sample;
pub mod schedule;
pub mod search;
pub mod settings;
pub mod show;
pub mod tally;
pub mod texts;
pub mod view;
mod words;

pub use by::By;
pub use error::WorkbenchError;
pub use file::{Step, Turned, ValueChange, Workbench};
pub use op::{Field, Op};
pub use place::Place;
pub use store::{Change, ChangeKind, Outcome, Table};

/// Result of every use-case.
pub type Result<T, E = WorkbenchError> = std::result::Result<T, E>;
