//! The check (点検) and what a person accepted of it.

use domain::programme::AcceptanceId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench::WorkbenchError;
use workbench::check::{self, AcceptForm, CheckView, PaperState};

use super::{Result, change, write};
use crate::desk::Desk;
use crate::ipc::{Done, Nothing};
use crate::journal;

/// An acceptance that is withdrawn.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Withdrawal {
    /// Which.
    pub acceptance: AcceptanceId,
    /// Name of the thing concerned, for the name of the step.
    pub title: String,
}

/// The findings, as a piece of long work.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct CheckRequest {
    /// Number of the work, for its progress and for stopping it.
    pub task: u32,
}

/// How many findings are open.
#[derive(Debug, Clone, Copy, Serialize, TS)]
pub struct Counted {
    /// So many; none when a newer count began meanwhile.
    pub open: Option<u32>,
}

/// What does not hold together. The file is free while it is read and the rules run: both look at
/// a copy of it.
pub fn check_view(desk: &Desk, request: CheckRequest) -> Result<CheckView> {
    let copy = desk.with(|workbench| workbench.copy())?;
    let gathered = check::gather(&copy)?;
    let mut watch = |done, total| desk.goes_on(request.task, done, total);
    Ok(gathered.view(&desk.texts, &desk.press, journal::now().date(), &mut watch)?)
}

/// How many findings are open. A newer count stops it.
pub fn check_count(desk: &Desk, _: Nothing) -> Result<Counted> {
    let turn = desk.begin_count();
    let copy = desk.with(|workbench| workbench.copy())?;
    let gathered = check::gather(&copy)?;
    match gathered.open(&desk.texts, &desk.press, journal::now().date(), &mut |_, _| desk.counts(turn)) {
        Err(WorkbenchError::Stopped) => Ok(Counted { open: None }),
        open => Ok(Counted { open: Some(open?) }),
    }
}

/// A finding left as it is, with a reason.
pub fn check_accept(desk: &Desk, request: AcceptForm) -> Result<Done<AcceptanceId>> {
    write(desk, |workbench, by| check::accept(workbench, by, &request))
}

/// A finding open again.
pub fn check_withdraw(desk: &Desk, request: Withdrawal) -> Result<Done<Nothing>> {
    change(desk, |workbench, by| check::withdraw(workbench, by, request.acceptance, &request.title))
}

/// The papers that were handed out, and which of them are out of date. The file is free while they
/// are composed anew.
pub fn paper_states(desk: &Desk, _: Nothing) -> Result<Vec<PaperState>> {
    let copy = desk.with(|workbench| workbench.copy())?;
    Ok(check::states(&copy, &desk.texts)?)
}
