//! Tables of financial effects (効果額): the tables themselves, their rows, their cells.

mod cells;
mod rows;

use domain::effect::read;
use domain::programme::{BracketMeaning, EffectTable, EffectTableId, PlanId, SavingSign};
use domain::value::quantity::Unit;
use serde::{Deserialize, Serialize};
use store::{Outcome, Table};
use ts_rs::TS;

use crate::error::Thing;
use crate::file::Found;
use crate::op::Op;
use crate::{By, Result, Workbench, words};

pub use cells::{EffectEdit, EffectValue, edit};
pub use rows::{NewEffectRow, NewEffectRows, add_rows, place_row, remove_rows};

/// What a person says of a table of effects.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EffectTableForm {
    /// Name as printed.
    pub name: String,
    /// Unit of its amounts: 千円.
    pub unit: String,
    /// How a saving is printed.
    pub saving: SavingSign,
    /// What brackets mean.
    pub brackets: BracketMeaning,
    /// Note as printed below it.
    pub note: String,
}

/// Adds a table without rows; it comes last.
pub fn add_table(
    workbench: &mut Workbench,
    by: &By,
    plan: PlanId,
    form: &EffectTableForm,
) -> Result<Outcome<EffectTableId>> {
    let name = words::name(&form.name)?;
    workbench.transact(by, &Op::AddEffectTable { table: name.clone() }, |w| {
        store::plan::header(w, plan)?.found(Thing::Plan, plan.0)?;
        let id = EffectTableId(store::next_id(w, Table::Effect)?);
        let mut table = EffectTable {
            id,
            plan,
            name,
            unit: String::new(),
            saving: form.saving,
            brackets: form.brackets,
            note: String::new(),
            rows: Vec::new(),
        };
        fill(&mut table, form)?;
        store::effect::save(w, &table)?;
        Ok(id)
    })
}

/// Changes what is said of a table. Its amounts stay as written; what they mean is read anew where
/// the unit or the meaning of brackets changes.
pub fn edit_table(
    workbench: &mut Workbench,
    by: &By,
    id: EffectTableId,
    form: &EffectTableForm,
) -> Result<Outcome<()>> {
    let before = table(&workbench.read(), id)?.name;
    workbench.transact(by, &Op::EditEffectTable { table: before }, |w| {
        let before = table(w, id)?;
        let mut after = before.clone();
        fill(&mut after, form)?;
        read_anew(&before, &mut after);
        Ok(store::effect::save(w, &after)?)
    })
}

fn fill(table: &mut EffectTable, form: &EffectTableForm) -> Result<()> {
    table.name = words::name(&form.name)?;
    table.unit = words::name(&form.unit)?;
    table.saving = form.saving;
    table.brackets = form.brackets;
    table.note = words::text(&form.note)?;
    Ok(())
}

/// Reads the amounts of a table whose unit or brackets changed. A meaning that did not come from the
/// words, because another program found it, stays.
fn read_anew(before: &EffectTable, after: &mut EffectTable) {
    if before.unit == after.unit && before.brackets == after.brackets {
        return;
    }
    let unit = Unit::new(&before.unit);
    let mut rows = std::mem::take(&mut after.rows);
    for cell in rows.iter_mut().flat_map(|row| &mut row.cells) {
        let from_words = read(before, cell.year, cell.amount.text.as_str()).meaning;
        let stored = cell.amount.meaning.clone().map(|quantity| quantity.or_unit(&unit));
        if stored == from_words {
            cell.amount = read(after, cell.year, std::mem::take(&mut cell.amount.text));
        }
    }
    after.rows = rows;
}

/// Removes a table with its rows.
pub fn remove_table(workbench: &mut Workbench, by: &By, id: EffectTableId) -> Result<Outcome<()>> {
    let name = table(&workbench.read(), id)?.name;
    workbench.transact(by, &Op::RemoveEffectTable { table: name }, |w| Ok(store::effect::remove(w, id)?))
}

/// Moves a table to a place among those of its plan, counted from 0; larger than their number
/// means last.
pub fn place_table(workbench: &mut Workbench, by: &By, id: EffectTableId, position: u32) -> Result<Outcome<()>> {
    let moved = table(&workbench.read(), id)?;
    workbench.transact(by, &Op::MoveEffectTable { table: moved.name }, |w| {
        let all = store::effect::all(w)?;
        let mut of_plan: Vec<EffectTableId> =
            all.iter().filter(|one| one.plan == moved.plan && one.id != id).map(|one| one.id).collect();
        of_plan.insert(of_plan.len().min(position as usize), id);
        // The tables of other plans keep their places.
        let mut next = of_plan.into_iter();
        let order: Vec<EffectTableId> =
            all.iter().filter_map(|one| if one.plan == moved.plan { next.next() } else { Some(one.id) }).collect();
        Ok(store::effect::reorder(w, &order)?)
    })
}

fn table(r: &store::Read<'_>, id: EffectTableId) -> Result<EffectTable> {
    store::effect::read(r, id)?.found(Thing::EffectTable, id.0)
}
