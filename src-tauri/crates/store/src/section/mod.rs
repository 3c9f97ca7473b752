//! Titled texts of the nodes.

use domain::programme::{NodeId, Section, SectionId};
use rusqlite::named_params;

use crate::error::Result;
use crate::handles::{ByOwner, Read, Write};
use crate::list;
use crate::node::Of;

pub(crate) fn list(r: &Read<'_>, of: Of) -> Result<ByOwner<Section>> {
    let (sql, id) = of.pick(include_str!("of_node.sql"), include_str!("of_plan.sql"));
    r.by_owner(sql, named_params! { ":id": id }, |row| {
        Ok(Section { id: SectionId(row.get("id")?), title: row.get("title")?, text: row.get("text")? })
    })
}

pub(crate) fn save(w: &Write<'_>, node: NodeId, sections: &[Section]) -> Result<()> {
    for (position, section) in list::positions(sections) {
        w.run(
            include_str!("save.sql"),
            named_params! {
                ":id": section.id.0,
                ":node_id": node.0,
                ":position": position,
                ":title": section.title,
                ":text": section.text,
            },
        )?;
    }
    list::prune(w, include_str!("prune.sql"), node.0, sections.iter().map(|section| section.id))
}
