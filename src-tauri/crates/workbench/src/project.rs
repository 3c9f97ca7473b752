//! Projects of an item (主要事務事業, 新規・充実事業): name, year, budget, debt burden, texts, offices.

use domain::programme::{NodeId, Plan, Project, ProjectId, ProjectKind};
use domain::value::written::Written;
use serde::{Deserialize, Serialize};
use store::{Outcome, Table, Write};
use ts_rs::TS;

use crate::error::Thing;
use crate::file::Found;
use crate::op::{Field, Op};
use crate::plan::offices::office_named;
use crate::settings::near;
use crate::{By, Result, Workbench, words};

/// A project as a person fills in its form; every text as written, "" for what is not said.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct ProjectForm {
    /// Name as printed.
    pub name: String,
    /// 新規, 充実, 主要事務事業, or nothing said.
    pub kind: ProjectKind,
    /// The fiscal year of the budget in the city's words.
    pub year: String,
    /// 予算額 with its unit.
    pub budget: String,
    /// 債務負担行為 with its unit.
    pub debt_burden: String,
    /// 目的及び効果.
    pub purpose: String,
    /// 概要.
    pub outline: String,
    /// Names of its offices in their order; a new one becomes an office.
    pub offices: Vec<String>,
}

/// One change to the projects of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ProjectChange {
    /// A new project behind the others.
    Add {
        /// What is said of it.
        form: ProjectForm,
    },
    /// All that is said of a project.
    Edit {
        /// The project.
        project: ProjectId,
        /// What is said of it.
        form: ProjectForm,
    },
    /// A project to another place among the projects of the item.
    Move {
        /// The project.
        project: ProjectId,
        /// New place from 0; larger means last.
        position: u32,
    },
    /// A project away.
    Remove {
        /// The project.
        project: ProjectId,
    },
}

/// Changes the projects of an item as one step. Answers the identity of a new one.
pub fn change(
    workbench: &mut Workbench,
    by: &By,
    node: NodeId,
    change: &ProjectChange,
) -> Result<Outcome<Option<i64>>> {
    let item = store::node::title(&workbench.read(), node)?.found(Thing::Node, node.0)?;
    workbench.transact(by, &Op::EditNode { item, field: Field::Project }, |w| {
        let plan = store::node::plan_of(w, node)?.found(Thing::Node, node.0)?;
        let header = store::plan::header(w, plan)?.found(Thing::Plan, plan.0)?;
        let mut whole = store::node::read(w, node)?.found(Thing::Node, node.0)?;
        let projects = &mut whole.projects;
        let place = |projects: &[Project], id: ProjectId| {
            projects.iter().position(|project| project.id == id).found(Thing::Project, id.0)
        };
        let mut added = None;
        match change {
            ProjectChange::Add { form } => {
                let id = ProjectId(store::next_id(w, Table::Project)?);
                projects.push(filled(w, &header, id, None, form)?);
                added = Some(id.0);
            }
            ProjectChange::Edit { project, form } => {
                let at = place(projects, *project)?;
                projects[at] = filled(w, &header, *project, Some(&projects[at]), form)?;
            }
            ProjectChange::Move { project, position } => {
                let at = place(projects, *project)?;
                let moved = projects.remove(at);
                let to = (*position as usize).min(projects.len());
                projects.insert(to, moved);
            }
            ProjectChange::Remove { project } => {
                let at = place(projects, *project)?;
                projects.remove(at);
            }
        }
        store::node::save(w, plan, &whole)?;
        Ok(added)
    })
}

fn filled(w: &Write<'_>, plan: &Plan, id: ProjectId, before: Option<&Project>, form: &ProjectForm) -> Result<Project> {
    let mut offices = store::office::all(w)?;
    let mut own = Vec::new();
    for name in form.offices.iter().filter(|name| !name.trim().is_empty()) {
        let office = office_named(w, &mut offices, &words::name(name)?)?;
        if !own.contains(&office) {
            own.push(office);
        }
    }
    let year = words::text(&form.year)?;
    let year = (!year.is_empty()).then(|| Written::read(year));
    near(plan, year.as_ref(), before.and_then(|before| before.year.as_ref()))?;
    Ok(Project {
        id,
        name: words::name(&form.name)?,
        kind: form.kind,
        year,
        budget: amount(&form.budget, before.and_then(|before| before.budget.as_ref()))?,
        debt_burden: amount(&form.debt_burden, before.and_then(|before| before.debt_burden.as_ref()))?,
        purpose: words::text(&form.purpose)?,
        outline: words::text(&form.outline)?,
        offices: own,
    })
}

/// An amount as written. Words that did not change keep the meaning they were read with.
fn amount<T: domain::value::Reading + Clone>(text: &str, before: Option<&Written<T>>) -> Result<Option<Written<T>>> {
    let text = words::text(text)?;
    if let Some(before) = before.filter(|before| before.text == text) {
        return Ok(Some(before.clone()));
    }
    Ok((!text.is_empty()).then(|| Written::read(text)))
}
