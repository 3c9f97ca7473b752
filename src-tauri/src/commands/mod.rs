//! One module per area: a request comes in, a use-case is called, its answer goes out.

pub mod app;
pub mod bulk;
pub mod chart;
pub mod check;
pub mod edit;
pub mod effect;
pub mod file;
pub mod fiscal;
pub mod history;
pub mod import;
pub mod indicator;
pub mod meeting;
pub mod plan;
pub mod record;
pub mod schedule;
pub mod settings;
pub mod show;
pub mod tally;

use crate::desk::Desk;
use crate::error::DeskError;
use crate::ipc::{Done, Nothing};
use ts_rs::TS;
use workbench::{By, Outcome, Workbench};

type Result<T> = std::result::Result<T, DeskError>;

/// Carries out an operation on the open file.
fn write<T: TS>(
    desk: &Desk,
    work: impl FnOnce(&mut Workbench, &By) -> workbench::Result<Outcome<T>>,
) -> Result<Done<T>> {
    let by = desk.by();
    let outcome = desk.with(|workbench| work(workbench, &by))?;
    Done::of(desk, outcome)
}

/// Carries out an operation that answers nothing.
fn change(
    desk: &Desk,
    work: impl FnOnce(&mut Workbench, &By) -> workbench::Result<Outcome<()>>,
) -> Result<Done<Nothing>> {
    let done = write(desk, work)?;
    Ok(Done { value: Nothing {}, changes: done.changes, turns: done.turns })
}
