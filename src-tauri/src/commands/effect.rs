//! Tables of financial effects.

use domain::programme::{EffectRowId, EffectTableId, PlanId};
use serde::Deserialize;
use ts_rs::TS;
use workbench::effect::{self, EffectEdit, EffectTableForm, NewEffectRows};
use workbench::view::{self, EffectsRequest, EffectsView, NodeEffect};

use super::plan::OfNode;
use super::{Result, change, write};
use crate::desk::Desk;
use crate::ipc::{Done, Nothing};

/// A new table of effects.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct NewEffectTable {
    /// The plan.
    pub plan: PlanId,
    /// What is said of it.
    pub form: EffectTableForm,
}

/// A table of effects and what is said of it now.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct EffectTableEdit {
    /// The table.
    pub table: EffectTableId,
    /// What is said of it.
    pub form: EffectTableForm,
}

/// A table of effects and its place among those of its plan, from 0.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct EffectTablePlacement {
    /// The table.
    pub table: EffectTableId,
    /// The place.
    pub position: u32,
}

/// A table of effects.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct OfEffectTable {
    /// Which.
    pub table: EffectTableId,
}

/// Rows of effects.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct OfEffectRows {
    /// Which.
    pub rows: Vec<EffectRowId>,
}

/// A row of effects and its place in its table, from 0.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct EffectRowPlacement {
    /// The row.
    pub row: EffectRowId,
    /// The place.
    pub position: u32,
}

/// Cells of tables of effects.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct EffectEdits {
    /// The cells.
    pub edits: Vec<EffectEdit>,
}

/// The tables of effects of a plan, and one of them.
pub fn effects_view(desk: &Desk, request: EffectsRequest) -> Result<EffectsView> {
    desk.with(|workbench| view::effects(workbench, &desk.texts, &request))
}

/// The effects of a node.
pub fn node_effects(desk: &Desk, request: OfNode) -> Result<Vec<NodeEffect>> {
    desk.with(|workbench| view::node_effects(workbench, &desk.texts, request.node))
}

/// A new table of effects.
pub fn effect_table_add(desk: &Desk, request: NewEffectTable) -> Result<Done<EffectTableId>> {
    write(desk, |workbench, by| effect::add_table(workbench, by, request.plan, &request.form))
}

/// What is said of a table of effects.
pub fn effect_table_edit(desk: &Desk, request: EffectTableEdit) -> Result<Done<Nothing>> {
    change(desk, |workbench, by| effect::edit_table(workbench, by, request.table, &request.form))
}

/// A table of effects to another place.
pub fn effect_table_place(desk: &Desk, request: EffectTablePlacement) -> Result<Done<Nothing>> {
    change(desk, |workbench, by| effect::place_table(workbench, by, request.table, request.position))
}

/// A table of effects away.
pub fn effect_table_remove(desk: &Desk, request: OfEffectTable) -> Result<Done<Nothing>> {
    change(desk, |workbench, by| effect::remove_table(workbench, by, request.table))
}

/// New rows of a table of effects.
pub fn effect_rows_add(desk: &Desk, request: NewEffectRows) -> Result<Done<Vec<EffectRowId>>> {
    write(desk, |workbench, by| effect::add_rows(workbench, by, &request))
}

/// Rows of effects away.
pub fn effect_rows_remove(desk: &Desk, request: OfEffectRows) -> Result<Done<Nothing>> {
    change(desk, |workbench, by| effect::remove_rows(workbench, by, &request.rows))
}

/// A row of effects to another place.
pub fn effect_row_place(desk: &Desk, request: EffectRowPlacement) -> Result<Done<Nothing>> {
    change(desk, |workbench, by| effect::place_row(workbench, by, request.row, request.position))
}

/// Cells of tables of effects.
pub fn effect_set(desk: &Desk, request: EffectEdits) -> Result<Done<Nothing>> {
    change(desk, |workbench, by| effect::edit(workbench, by, &request.edits))
}
