//! 調書: everything that is known of an item as a form, A4 upright, a page or more for each item.

use domain::programme::{Node, NodeId, Plan, Programme};
use domain::value::fold;
use papers::{Block, Masthead, Paper, Sheet, SheetSize, Table};

use super::form::{FORM_NAMES, Form};
use super::frame::{labelled, lines, words};
use crate::Result;
use crate::WorkbenchError;
use crate::error::Thing;
use crate::file::Found;
use crate::texts::{Texts, args, keys};

/// The items of the newest plan that has one with the number given; all its items without a number.
pub(super) fn numbered(programme: &Programme, label: Option<&str>) -> Vec<NodeId> {
    let wanted = label.map(|label| fold(label.trim()));
    let of = |plan: &Plan| -> Vec<NodeId> {
        let fits = |node: &&Node| wanted.as_ref().is_none_or(|wanted| fold(&node.label) == *wanted);
        plan.items().filter(fits).map(|node| node.id).collect()
    };
    programme.plans.iter().rev().map(of).find(|nodes| !nodes.is_empty()).unwrap_or_default()
}

/// Composes the forms of the nodes given, in their order.
pub(super) fn compose(texts: &Texts, programme: &Programme, nodes: &[NodeId]) -> Result<Paper> {
    let mut blocks = Vec::new();
    let mut head: Option<&Plan> = None;
    for id in nodes {
        let mut plans = programme.plans.iter();
        let (plan, node) = plans.find_map(|plan| plan.node(*id).map(|node| (plan, node))).found(Thing::Node, id.0)?;
        if head.is_some() {
            blocks.push(Block::PageBreak);
        }
        head.get_or_insert(plan);
        blocks.push(Block::Heading { level: 1, text: labelled(&node.label, &node.title) });
        blocks.push(Block::Table(table(Form::new(texts, programme, plan, node))));
    }
    let plan = head.ok_or(WorkbenchError::NothingToShow)?;
    let level = plan.levels.get(usize::from(plan.evaluation_level)).map(|level| level.name.clone());
    let told = args([("plan", plan.name.clone()), ("level", level.unwrap_or_default())]);
    Ok(Paper {
        city: programme.city.name.clone(),
        title: texts.with(keys::SHEET_TITLE, &told),
        masthead: Masthead::default(),
        sheet: Sheet { size: SheetSize::A4, landscape: false },
        blocks,
        words: words(texts, keys::SHEET_NAME),
    })
}

/// The form of one node: all of it.
fn table(mut form: Form<'_>) -> Table {
    form.place();
    form.offices(true);
    form.life();
    for section in &form.node.sections {
        form.words(section.title.clone(), lines(&section.text));
    }
    form.below();
    form.schedule();
    for record in &form.node.records {
        form.record(record);
    }
    form.indicators();
    form.projects();
    form.effects();
    form.table(FORM_NAMES, keys::SHEET_SUMMARY)
}
