//! Projects (主要事務事業, 新規・充実事業) of the nodes.

use domain::programme::{NodeId, Project, ProjectId};
use rusqlite::named_params;

use crate::error::Result;
use crate::handles::{ByOwner, Read, Write};
use crate::node::Of;
use crate::sql::{Word, maybe_written, meaning, text};
use crate::{list, project_office};

pub(crate) fn list(r: &Read<'_>, of: Of) -> Result<ByOwner<Project>> {
    let mut offices = project_office::list(r, of)?;
    let (sql, id) = of.pick(include_str!("of_node.sql"), include_str!("of_plan.sql"));
    r.by_owner(sql, named_params! { ":id": id }, |row| {
        let id = row.get("id")?;
        Ok(Project {
            id: ProjectId(id),
            name: row.get("name")?,
            kind: row.get::<Word<_>>("kind")?.0,
            year: maybe_written(row, "year_text", "year_meaning")?,
            budget: maybe_written(row, "budget_text", "budget_meaning")?,
            debt_burden: maybe_written(row, "debt_burden_text", "debt_burden_meaning")?,
            purpose: row.get("purpose")?,
            outline: row.get("outline")?,
            offices: list::taken(&mut offices, id),
        })
    })
}

pub(crate) fn save(w: &Write<'_>, node: NodeId, projects: &[Project]) -> Result<()> {
    for (position, project) in list::positions(projects) {
        w.run(
            include_str!("save.sql"),
            named_params! {
                ":id": project.id.0,
                ":node_id": node.0,
                ":position": position,
                ":name": project.name,
                ":kind": Word(project.kind),
                ":year_text": text(project.year.as_ref()),
                ":year_meaning": project.year.as_ref().and_then(meaning),
                ":budget_text": text(project.budget.as_ref()),
                ":budget_meaning": project.budget.as_ref().and_then(meaning),
                ":debt_burden_text": text(project.debt_burden.as_ref()),
                ":debt_burden_meaning": project.debt_burden.as_ref().and_then(meaning),
                ":purpose": project.purpose,
                ":outline": project.outline,
            },
        )?;
        project_office::save(w, project.id, &project.offices)?;
    }
    list::prune(w, include_str!("prune.sql"), node.0, projects.iter().map(|project| project.id))
}
