//! One thing done to many items at once.

use workbench::bulk::{self, Assign, CopyLine, CopyOrder, CumulativeMark, Judgement, Marked, SameMark, Shift};

use super::{Result, write};
use crate::desk::Desk;
use crate::ipc::Done;

/// The chosen items judged with one word.
pub fn bulk_evaluate(desk: &Desk, request: Judgement) -> Result<Done<u32>> {
    write(desk, |workbench, by| bulk::evaluate(workbench, by, &request))
}

/// The bars of the chosen items moved by years.
pub fn bulk_shift(desk: &Desk, request: Shift) -> Result<Done<u32>> {
    write(desk, |workbench, by| bulk::shift(workbench, by, &request))
}

/// What a copy of texts would write.
pub fn bulk_copy_lines(desk: &Desk, request: CopyOrder) -> Result<Vec<CopyLine>> {
    desk.with(|workbench| bulk::copy_lines(workbench, &request))
}

/// Texts of one year or field into another.
pub fn bulk_copy(desk: &Desk, request: CopyOrder) -> Result<Done<u32>> {
    write(desk, |workbench, by| bulk::copy(workbench, by, &request))
}

/// 「前年度と同じ」 said of the chosen items, or taken back.
pub fn bulk_same(desk: &Desk, request: SameMark) -> Result<Done<Marked>> {
    write(desk, |workbench, by| bulk::mark_same(workbench, by, &request))
}

/// The results of the chosen items said to be those of all years so far, or no longer.
pub fn bulk_cumulative(desk: &Desk, request: CumulativeMark) -> Result<Done<Marked>> {
    write(desk, |workbench, by| bulk::mark_cumulative(workbench, by, &request))
}

/// One office, life cycle or group for the chosen nodes.
pub fn bulk_assign(desk: &Desk, request: Assign) -> Result<Done<u32>> {
    write(desk, |workbench, by| bulk::assign(workbench, by, &desk.texts, &request))
}
