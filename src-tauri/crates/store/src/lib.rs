//! The `.kaikaku` file: one city's reform programme in one SQLite database, with its history.
//!
//! [`File`] opens, makes, copies and checks a file and is the one door for writing: everything that
//! changes a programme runs inside [`File::write`], which makes it one transaction, one named step
//! of undo and one list of changes. The modules ([`plan`], [`node`], [`record`] …) read through
//! [`Read`] and write through [`Write`]; each stands for one table or a family of them and keeps its
//! statements in files beside it, one per query.
//!
//! ```
//! use std::collections::BTreeMap;
//! use domain::programme::{Office, OfficeId, OfficeKind, Programme};
//! use store::{File, NewStep, StoreError, office};
//!
//! let mut file = File::memory(&Programme::new("みどり野市"))?;
//! let step = NewStep {
//!     at: chrono::NaiveDate::from_ymd_opt(2024, 4, 1).unwrap_or_default().into(),
//!     who: "企画政策課".into(),
//!     op: "office-save".into(),
//!     args: BTreeMap::new(),
//! };
//! file.write(&step, |w| {
//!     let id = OfficeId(store::next_id(w, store::Table::Office)?);
//!     let name = "財政課".to_owned();
//!     office::save(w, &Office { id, name, kind: OfficeKind::Office, since: None, until: None })
//! })?;
//! assert_eq!(office::all(&file.read())?.len(), 1);
//! file.undo()?;
//! assert!(office::all(&file.read())?.is_empty());
//! # Ok::<(), StoreError>(())
//! ```

mod assignment;
mod bar;
mod baseline;
mod cells;
mod changed_office;
mod chart_series;
mod counter;
mod dump;
mod effect_cell;
mod effect_row;
mod error;
mod evaluation;
mod evaluator;
mod file;
mod former_item;
mod group;
mod handles;
mod lane;
mod level;
mod list;
mod migrations;
mod paper;
mod part;
mod predecessor;
mod project;
mod project_office;
mod rate;
mod rate_term;
mod schedule;
mod section;
mod sql;
mod step;
mod table;
mod target;
mod term;
mod vocabulary;

pub mod acceptance;
pub mod chart;
pub mod city;
pub mod effect;
pub mod handing_out;
pub mod indicator;
pub mod life_event;
pub mod meeting;
pub mod node;
pub mod observation;
pub mod office;
pub mod office_change;
pub mod plan;
pub mod programme;
pub mod record;
pub mod words;

pub use counter::next_id;
pub use dump::dump;
pub use error::{Result, StoreError};
pub use file::{Clash, File, Trial};
pub use handles::{Read, Write};
pub use migrations::{APPLICATION_ID, SCHEMA_VERSION};
pub use step::changeset::{ColumnChange, RowChange};
pub use step::{NewStep, Outcome, Step, StepId, StepsWanted, Turned, ValueChange};
pub use table::{Change, ChangeKind, Table};
