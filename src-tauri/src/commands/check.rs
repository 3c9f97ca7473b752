//! The check (点検) and what a person accepted of it.

use domain::programme::AcceptanceId;
use serde::Deserialize;
use ts_rs::TS;
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

/// What does not hold together. The file is free again while the rules run.
pub fn check_view(desk: &Desk, _: Nothing) -> Result<CheckView> {
    let gathered = desk.with(|workbench| check::gather(workbench))?;
    Ok(gathered.view(&desk.texts, &desk.press, journal::now().date())?)
}

/// How many findings are open.
pub fn check_count(desk: &Desk, _: Nothing) -> Result<u32> {
    let gathered = desk.with(|workbench| check::gather(workbench))?;
    Ok(gathered.open(&desk.texts, &desk.press, journal::now().date())?)
}

/// A finding left as it is, with a reason.
pub fn check_accept(desk: &Desk, request: AcceptForm) -> Result<Done<AcceptanceId>> {
    write(desk, |workbench, by| check::accept(workbench, by, &request))
}

/// A finding open again.
pub fn check_withdraw(desk: &Desk, request: Withdrawal) -> Result<Done<Nothing>> {
    change(desk, |workbench, by| check::withdraw(workbench, by, request.acceptance, &request.title))
}

/// The papers that were handed out, and which of them are out of date.
pub fn paper_states(desk: &Desk, _: Nothing) -> Result<Vec<PaperState>> {
    desk.with(|workbench| check::states(workbench, &desk.texts))
}
