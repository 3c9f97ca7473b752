//! Rows of the tables of financial effects.

use domain::programme::{EffectRow, EffectRowId, EffectTableId, NodeId};
use rusqlite::named_params;

use crate::error::Result;
use crate::handles::{ByOwner, Read, Write};
use crate::sql::Word;
use crate::{effect_cell, list};

pub(crate) fn list(r: &Read<'_>, table: Option<i64>) -> Result<ByOwner<EffectRow>> {
    let mut cells = effect_cell::list(r, table)?;
    r.by_owner(include_str!("list.sql"), named_params! { ":owner": table }, |row| {
        let id = row.get("id")?;
        Ok(EffectRow {
            id: EffectRowId(id),
            title: row.get("title")?,
            node: row.get::<Option<i64>>("node_id")?.map(NodeId),
            side: row.get::<Word<_>>("side")?.0,
            account: row.get("account")?,
            span: row.get::<Word<_>>("span")?.0,
            total: row.get("total")?,
            cells: list::taken(&mut cells, id),
        })
    })
}

pub(crate) fn save(w: &Write<'_>, table: EffectTableId, rows: &[EffectRow]) -> Result<()> {
    for (position, row) in list::positions(rows) {
        w.run(
            include_str!("save.sql"),
            named_params! {
                ":id": row.id.0,
                ":effect_id": table.0,
                ":position": position,
                ":title": row.title,
                ":node_id": row.node.map(|node| node.0),
                ":side": Word(row.side),
                ":account": row.account,
                ":span": Word(row.span),
                ":total": row.total,
            },
        )?;
        effect_cell::save(w, row.id, &row.cells)?;
    }
    list::prune(w, include_str!("prune.sql"), table.0, rows.iter().map(|row| row.id))
}
