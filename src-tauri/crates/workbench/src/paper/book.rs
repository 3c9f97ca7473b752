//! 計画書: the whole plan as a book, A4 upright: what it is, its tree on one overview, then every node
//! with its texts, offices, schedule, indicators and projects.

use std::collections::BTreeSet;

use domain::programme::{Indicator, IndicatorScope, Meeting, MeetingPaper, Node, NodeId, Plan, PlanId, Programme};
use papers::{Align, Block, Cell, Column, Line, Paper, Row, Sheet, SheetSize, Table, Vertical};

use super::aims;
use super::form::{self, BOOK_NAMES, Form};
use super::frame::{Frame, head, labelled, lines, span, text};
use crate::texts::{Texts, args, keys};
use crate::view::is_aimed_at;
use crate::{Result, WorkbenchError};

/// The deepest heading: that of a text section.
const SECTION_LEVEL: u8 = 5;

/// Composes the book of the plan of a paper.
pub(super) fn compose(texts: &Texts, programme: &Programme, meeting: &Meeting, paper: &MeetingPaper) -> Result<Paper> {
    let frame = Frame::new(texts, programme, meeting, paper)?;
    if frame.plan.nodes.is_empty() {
        return Err(WorkbenchError::NothingToShow);
    }
    let book = Book { frame: &frame, texts, programme, plan: frame.plan };
    let mut blocks: Vec<Block> = frame.lead()?.into_iter().collect();
    book.about(&mut blocks);
    book.former(&mut blocks);
    book.overview(&mut blocks);
    for node in &frame.plan.nodes {
        book.node(node, &mut blocks);
    }
    book.aims(&mut blocks);
    let sheet = Sheet { size: SheetSize::A4, landscape: false };
    Ok(frame.paper(keys::PAPER_PLAN_TITLE, keys::PAPER_SHEET_PLAN, sheet, blocks))
}

struct Book<'a> {
    frame: &'a Frame<'a>,
    texts: &'a Texts,
    programme: &'a Programme,
    plan: &'a Plan,
}

impl<'a> Book<'a> {
    fn heading(&self, text: String) -> Block {
        Block::Heading { level: 1, text }
    }

    /// 計画の位置付け: period, note, the plans it refers to, its groups.
    fn about(&self, blocks: &mut Vec<Block>) {
        let plan = self.plan;
        blocks.push(self.heading(self.texts.get(keys::PAPER_PLAN_ABOUT)));
        let period = args([("first", plan.first.text.clone()), ("last", plan.last.text.clone())]);
        let mut told = vec![Line::plain(self.texts.with(keys::PAPER_PLAN_PERIOD, &period))];
        told.extend(lines(&plan.note));
        blocks.push(Block::Paragraph(told));
        if !plan.related.is_empty() {
            blocks.push(Block::Heading { level: SECTION_LEVEL, text: self.texts.get(keys::COLUMN_RELATED) });
            blocks.push(Block::Paragraph(plan.related.iter().map(|related| Line::bulleted("・", related)).collect()));
        }
        if !plan.groups.is_empty() {
            blocks.push(Block::Heading { level: SECTION_LEVEL, text: self.texts.get(keys::FIELD_GROUP) });
            let group = |group: &domain::programme::Group| {
                let told = args([("group", group.name.clone()), ("description", group.description.clone())]);
                Line::plain(self.texts.with(keys::PAPER_GROUP, &told).trim())
            };
            blocks.push(Block::Paragraph(plan.groups.iter().map(group).collect()));
        }
    }

    /// これまでの計画: the plans this one follows, oldest first, and itself.
    fn former(&self, blocks: &mut Vec<Block>) {
        let mut chain: BTreeSet<PlanId> = BTreeSet::new();
        let mut open = vec![self.plan.id];
        while let Some(id) = open.pop().filter(|_| chain.len() <= self.programme.plans.len()) {
            let plan = self.programme.plans.iter().find(|plan| plan.id == id);
            if let Some(plan) = plan.filter(|plan| chain.insert(plan.id)) {
                open.extend(&plan.predecessors);
            }
        }
        let mut plans: Vec<&Plan> = self.programme.plans.iter().filter(|plan| chain.contains(&plan.id)).collect();
        if plans.len() < 2 {
            return;
        }
        plans.sort_by_key(|plan| plan.first.meaning);
        let column = |key| head(self.texts.get(key));
        let header = vec![column(keys::THING_PLAN), column(keys::PAPER_PLAN_YEARS), column(keys::COLUMN_RELATED)];
        let row = |plan: &&Plan| {
            let period = args([("first", plan.first.text.clone()), ("last", plan.last.text.clone())]);
            let name = Cell::text(plan.name.clone()).heading();
            Row::Cells(vec![
                if plan.id == self.plan.id { name.bold() } else { name },
                Cell::text(self.texts.with(keys::PAPER_PLAN_YEARS_OF, &period)).aligned(Align::Center),
                text(plan.related.iter().flat_map(|related| lines(related)).collect()),
            ])
        };
        blocks.push(self.heading(self.texts.get(keys::PAPER_PLAN_FORMER)));
        blocks.push(Block::Table(Table {
            columns: vec![Column::fit(35.0, 70.0), Column::fit(40.0, 62.0), Column::fit(40.0, 110.0)],
            header: vec![header],
            body: plans.iter().map(row).collect(),
            caption: None,
            summary: self.texts.with(keys::PAPER_PLAN_FORMER_SUMMARY, &args([("plan", self.plan.name.clone())])),
            unit: None,
            notes: Vec::new(),
        }));
    }

    /// 体系: the tree with its levels beside each other, and the offices of the items.
    fn overview(&self, blocks: &mut Vec<Block>) {
        let mut header: Vec<Cell> = self.plan.levels.iter().map(|level| head(level.name.clone())).collect();
        let with_offices = self.plan.items().any(|item| !item.offices.is_empty());
        // The last level has the most names and the longest ones.
        let last = self.plan.levels.len().saturating_sub(1);
        let wide = |at: usize| Column::share(if at == last { 2.0 } else { 1.1 });
        let mut columns: Vec<Column> = (0..=last).map(wide).collect();
        if with_offices {
            header.push(head(self.texts.get(keys::FIELD_OFFICES)));
            columns.push(Column::share(1.0));
        }
        let mut body = Vec::new();
        for top in self.plan.nodes.iter().filter(|node| node.parent.is_none()) {
            body.push(Row::ItemStart { name: labelled(&top.label, &top.title) });
            body.extend(self.branch(top, with_offices).into_iter().map(Row::Cells));
        }
        blocks.push(Block::PageBreak);
        blocks.push(self.heading(self.texts.get(keys::PAPER_PLAN_OVERVIEW)));
        blocks.push(Block::Table(Table {
            columns,
            header: vec![header],
            body,
            caption: None,
            summary: self.texts.with(keys::PAPER_PLAN_OVERVIEW_SUMMARY, &args([("plan", self.plan.name.clone())])),
            unit: None,
            notes: Vec::new(),
        }));
    }

    fn below(&self, node: NodeId) -> impl Iterator<Item = &'a Node> + use<'a> {
        self.plan.nodes.iter().filter(move |child| child.parent == Some(node))
    }

    /// The rows of a node and of all below it; the first begins with the cell of the node itself.
    fn branch(&self, node: &Node, with_offices: bool) -> Vec<Vec<Cell>> {
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        for child in self.below(node.id) {
            rows.extend(self.branch(child, with_offices));
        }
        let leaf = rows.is_empty();
        if leaf {
            rows.push(Vec::new());
        }
        let height = span(rows.len());
        let levels = span(self.plan.levels.len());
        let own = u16::from(node.level);
        let width = if leaf { levels.saturating_sub(own).max(1) } else { 1 };
        let cell = Cell::lines(named(node)).heading().at(Vertical::Middle).spanning(height, width);
        let above_items = leaf && node.level < self.plan.evaluation_level;
        if let Some(first) = rows.first_mut() {
            first.insert(0, cell);
            if with_offices && (node.level == self.plan.evaluation_level || above_items) {
                let offices = lines(&form::offices(self.programme, node));
                first.push(text(offices).at(Vertical::Middle).spanning(height, 1));
            }
        }
        rows
    }

    /// One node: its heading, its texts, and a table of what else is known of it. Every node of the
    /// top level begins a page.
    fn node(&self, node: &'a Node, blocks: &mut Vec<Block>) {
        if node.parent.is_none() {
            blocks.push(Block::PageBreak);
        }
        let level = (node.level + 1).min(SECTION_LEVEL - 1);
        blocks.push(Block::Heading { level, text: labelled(&node.label, &node.title) });
        for section in &node.sections {
            if !section.title.is_empty() {
                blocks.push(Block::Heading { level: SECTION_LEVEL, text: section.title.clone() });
            }
            let told = lines(&section.text);
            if !told.is_empty() {
                blocks.push(Block::Paragraph(told));
            }
        }
        let mut form = Form::new(self.texts, self.programme, self.plan, node);
        form.offices(false);
        form.life();
        form.schedule();
        form.aims();
        form.projects();
        form.expected_effects();
        if !form.is_empty() {
            blocks.push(Block::Table(form.tied().table(BOOK_NAMES, keys::PAPER_PLAN_SUMMARY)));
        }
    }

    /// The indicators of the plan as a whole, and those of the city's finances it aims at.
    fn aims(&self, blocks: &mut Vec<Block>) {
        let own = IndicatorScope::Plan { plan: self.plan.id };
        let aimed = |indicator: &&Indicator| {
            indicator.scope == own
                || (indicator.scope == IndicatorScope::Fiscal && is_aimed_at(self.frame.plan, indicator))
        };
        let indicators: Vec<&Indicator> = self.programme.indicators.iter().filter(aimed).collect();
        if !indicators.is_empty() {
            blocks.push(self.heading(self.texts.get(keys::PAPER_PLAN_AIMS)));
            blocks.push(Block::Table(aims::table(self.texts, self.plan, &indicators)));
        }
    }
}

/// Longest number that stands before its name; a longer one stands above it.
const SHORT_LABEL: usize = 3;

/// Number and name of a node in the overview.
fn named(node: &Node) -> Vec<Line> {
    match node.label.chars().count() {
        0 => lines(&node.title),
        1..=SHORT_LABEL => vec![Line::bulleted(format!("{}　", node.label), &node.title)],
        _ => lines(&format!("{}\n{}", node.label, node.title)),
    }
}
