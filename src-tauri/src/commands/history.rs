//! The steps of the file, and taking one of them back.

use serde::Deserialize;
use ts_rs::TS;
use workbench::history::{self, HistoryView, PlaceChange, PlaceHistory, RevertView, StepFilter, StepView};

use super::{Result, write};
use crate::desk::Desk;
use crate::ipc::Done;

/// A step of the history.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct OfStep {
    /// Which.
    #[ts(type = "number")]
    pub step: i64,
}

/// How many changes a panel shows of a place.
const CHANGES: usize = 100;

/// The steps that fit, newest first.
pub fn history_view(desk: &Desk, request: StepFilter) -> Result<HistoryView> {
    desk.with(|workbench| history::view(workbench, &desk.texts, &request))
}

/// One step with what it changed.
pub fn step_view(desk: &Desk, request: OfStep) -> Result<StepView> {
    desk.with(|workbench| history::step(workbench, &desk.texts, request.step))
}

/// What taking one old step back would do.
pub fn step_revert_preview(desk: &Desk, request: OfStep) -> Result<RevertView> {
    desk.with(|workbench| history::preview(workbench, &desk.texts, request.step))
}

/// Takes one old step back.
pub fn step_revert(desk: &Desk, request: OfStep) -> Result<Done<u32>> {
    write(desk, |workbench, by| history::revert(workbench, by, request.step))
}

/// What became of everything that stands at a place, or of one row or value there.
pub fn place_history(desk: &Desk, request: PlaceHistory) -> Result<Vec<PlaceChange>> {
    desk.with(|workbench| history::of_place(workbench, &desk.texts, &request, CHANGES))
}
