//! 調書: everything that is known of an item as a form, A4 upright, a page or more for each item.

use std::collections::BTreeSet;

use domain::programme::{
    Basis, EffectTable, Indicator, IndicatorScope, Node, NodeId, Plan, Programme, Project, ProjectKind, Responsibility,
    Slot, YearRecord,
};
use domain::value::fiscal_year::{FiscalYear, YearStyle};
use domain::value::fold;
use papers::{Align, Block, Cell, Column, Line, Masthead, Paper, Row, Sheet, SheetSize, Table, Vertical, Words};

use super::lanes;
use super::progress::lines;
use crate::error::Thing;
use crate::file::Found;
use crate::plan::life::word;
use crate::texts::{Key, Texts, args, keys};
use crate::{Result, WorkbenchError};

/// Columns right of the names when a plan has no schedule: enough to span, and evenly wide.
const PLAIN_COLUMNS: usize = 4;

/// The items of the newest plan that has one with the number given; all its items without a number.
pub(super) fn labelled(programme: &Programme, label: Option<&str>) -> Vec<NodeId> {
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
        let form = Form::new(texts, programme, plan, node);
        blocks
            .push(Block::Heading { level: 1, text: [node.label.as_str(), &node.title].join("　").trim().to_owned() });
        blocks.push(Block::Table(form.table()));
    }
    let plan = head.ok_or(WorkbenchError::NothingToShow)?;
    let level = plan.levels.get(usize::from(plan.evaluation_level)).map(|level| level.name.clone());
    let told = args([("plan", plan.name.clone()), ("level", level.unwrap_or_default())]);
    let place = |name: &str| format!("{{{name}}}");
    Ok(Paper {
        city: programme.city.name.clone(),
        title: texts.with(keys::SHEET_TITLE, &told),
        masthead: Masthead::default(),
        sheet: Sheet { size: SheetSize::A4, landscape: false },
        blocks,
        words: Words {
            page_number: texts.with(keys::PAPER_PAGE, &args([("page", place("page")), ("pages", place("pages"))])),
            sheet_name: texts.get(keys::SHEET_NAME),
            continued: texts.with(keys::PAPER_CONTINUED, &args([("name", place("name"))])),
        },
    })
}

/// The form of one node as it fills with rows.
struct Form<'a> {
    texts: &'a Texts,
    programme: &'a Programme,
    plan: &'a Plan,
    node: &'a Node,
    columns: Vec<FiscalYear>,
    /// Columns right of the names.
    wide: u16,
    rows: Vec<Row>,
}

impl<'a> Form<'a> {
    fn new(texts: &'a Texts, programme: &'a Programme, plan: &'a Plan, node: &'a Node) -> Self {
        let columns: Vec<FiscalYear> = match plan.schedule() {
            Some(schedule) => std::iter::successors(Some(schedule.first), |year| year.next())
                .take_while(|year| *year <= schedule.last)
                .collect(),
            None => Vec::new(),
        };
        let count = if columns.is_empty() { PLAIN_COLUMNS } else { columns.len() };
        let wide = u16::try_from(count).unwrap_or(u16::MAX);
        Self { texts, programme, plan, node, columns, wide, rows: Vec::new() }
    }

    fn table(mut self) -> Table {
        self.place();
        self.offices();
        self.life();
        for section in &self.node.sections {
            self.words(section.title.clone(), lines(&section.text));
        }
        self.below();
        self.schedule();
        for record in &self.node.records {
            self.record(record);
        }
        self.indicators();
        self.projects();
        self.effects();
        let mut columns = vec![Column::mm(29.0), Column::mm(40.0)];
        columns.extend((0..self.wide).map(|_| Column::share(1.0)));
        Table {
            columns,
            header: Vec::new(),
            body: self.rows,
            caption: None,
            summary: self.texts.with(keys::SHEET_SUMMARY, &args([("item", self.node.title.clone())])),
            unit: None,
            notes: Vec::new(),
        }
    }

    /// Rows under one name at the left.
    fn block(&mut self, name: String, rows: Vec<Vec<Cell>>) {
        if rows.is_empty() {
            return;
        }
        let height = u16::try_from(rows.len()).unwrap_or(u16::MAX);
        self.rows.push(Row::ItemStart { name: name.clone() });
        let mut label = Some(Cell::text(name).heading().at(Vertical::Middle).spanning(height, 1));
        for row in rows {
            self.rows.push(Row::Cells(label.take().into_iter().chain(row).collect()));
        }
    }

    /// One text over the whole width.
    fn words(&mut self, name: String, lines: Vec<Line>) {
        let cell = if lines.is_empty() { Cell::empty() } else { Cell::lines(lines) };
        let wide = self.wide.saturating_add(1);
        self.block(name, vec![vec![cell.spanning(1, wide)]]);
    }

    fn key(&self, key: Key) -> String {
        self.texts.get(key)
    }

    /// A name and its text, beside each other.
    fn pair(&self, name: String, lines: Vec<Line>) -> Vec<Cell> {
        let cell = if lines.is_empty() { Cell::empty() } else { Cell::lines(lines) };
        vec![Cell::text(name).at(Vertical::Middle), cell.spanning(1, self.wide)]
    }

    fn place(&mut self) {
        let mut above = Vec::new();
        let mut next = self.node.parent;
        while let Some(parent) = next.and_then(|parent| self.plan.node(parent)) {
            let level = self.plan.levels.get(usize::from(parent.level)).map_or("", |level| level.name.as_str());
            let title = [parent.label.as_str(), &parent.title].join("　");
            above.insert(0, (level.to_owned(), lines(title.trim())));
            next = parent.parent;
        }
        for (level, title) in above {
            self.words(level, title);
        }
    }

    /// The nodes directly below, where the items are not the last level.
    fn below(&mut self) {
        let level = self.plan.levels.get(usize::from(self.node.level) + 1).map(|level| level.name.clone());
        let children = self.plan.nodes.iter().filter(|node| node.parent == Some(self.node.id));
        let told: Vec<Line> =
            children.map(|node| Line::plain([node.label.as_str(), &node.title].join("　").trim().to_owned())).collect();
        if let Some(level) = level.filter(|_| !told.is_empty()) {
            self.words(level, told);
        }
    }

    fn offices(&mut self) {
        let named = |part: Responsibility| {
            let own = |year| {
                let own = self.node.offices.iter().filter(move |assignment| assignment.until == year);
                let own = own.filter(|assignment| assignment.responsibility == part);
                own.filter_map(|assignment| self.office(assignment.office)).collect::<Vec<_>>().join("、")
            };
            let mut told = lines(&own(None));
            // The form tells of all years, so the offices of earlier ones stand below, the newest first.
            let ended: BTreeSet<FiscalYear> = self.node.offices.iter().filter_map(|one| one.until).collect();
            for until in ended.into_iter().rev() {
                let names = own(Some(until));
                if !names.is_empty() {
                    let given = args([("offices", names), ("year", until.format(YearStyle::Long))]);
                    told.extend(lines(&self.texts.with(keys::SHEET_OFFICES_UNTIL, &given)));
                }
            }
            told
        };
        let (responsible, related) = (named(Responsibility::Responsible), named(Responsibility::Related));
        self.words(self.key(keys::FIELD_OFFICES), responsible);
        if !related.is_empty() {
            self.words(self.key(keys::SHEET_RELATED), related);
        }
    }

    fn office(&self, id: domain::programme::OfficeId) -> Option<&'a str> {
        let office = self.programme.offices.iter().find(|office| office.id == id);
        office.map(|office| office.name.as_str())
    }

    fn life(&mut self) {
        let group = self.node.group.and_then(|group| self.plan.groups.iter().find(|known| known.id == group));
        if let Some(group) = group {
            self.words(self.key(keys::FIELD_GROUP), lines(&group.name));
        }
        let mut said = Vec::new();
        for event in &self.node.life_cycle.events {
            let year = event.year.as_ref().map(|year| year.text.as_str()).unwrap_or_default();
            let told = [word(self.texts, event.kind).as_str(), year].join("　");
            said.extend(lines(told.trim()));
            said.extend(lines(&event.words));
        }
        if !said.is_empty() {
            self.words(self.key(keys::FIELD_LIFE_CYCLE), said);
        }
        if !self.node.markers.is_empty() {
            self.words(self.key(keys::FIELD_MARKERS), lines(&self.node.markers.join("　")));
        }
        let formers = self.node.continues.iter().filter_map(|former| {
            let mut plans = self.programme.plans.iter();
            plans.find_map(|plan| plan.node(*former).map(|node| (plan, node)))
        });
        let told: Vec<_> = formers
            .flat_map(|(plan, node)| lines(&[plan.name.as_str(), &node.label, &node.title].join("　")))
            .collect();
        if !told.is_empty() {
            self.words(self.key(keys::FIELD_CONTINUES), told);
        }
    }

    fn schedule(&mut self) {
        let Some(schedule) = self.plan.schedule() else { return };
        let own: Vec<_> = self.node.lanes_of(schedule.id).collect();
        if own.is_empty() {
            return;
        }
        let head = |text: String| Cell::text(text).heading().aligned(Align::Center).at(Vertical::Middle);
        let mut first = vec![head(self.key(keys::PAPER_COLUMN_LANE))];
        first.extend(self.columns.iter().map(|year| head(year.format(YearStyle::Short))));
        let mut rows = vec![first];
        for row in lanes::rows(self.texts, &own, &self.columns, &schedule.unit) {
            let name = row.name.map(|(name, over)| Cell::lines(lines(&name)).spanning(over, 1));
            rows.push(name.into_iter().chain(row.years).collect());
        }
        let name = match &schedule.as_of {
            Some(as_of) => format!("{}\n（{}）", schedule.name, as_of.text),
            None => schedule.name.clone(),
        };
        self.block(name, rows);
    }

    fn record(&mut self, record: &YearRecord) {
        let mut rows = Vec::new();
        let mut add = |key: Key, text: &str| {
            if !text.is_empty() {
                rows.push(self.pair(self.key(key), lines(text)));
            }
        };
        if record.same_as_before {
            add(keys::FIELD_PLANNED, &self.key(keys::RECORD_SAME_AS_BEFORE));
        } else {
            add(keys::FIELD_PLANNED, &record.planned);
        }
        add(keys::FIELD_PREVIOUS_STATE, &record.previous_state);
        add(keys::FIELD_TARGET, &record.target);
        add(if record.cumulative { keys::SHEET_CUMULATIVE } else { keys::FIELD_ACTUAL }, &record.actual);
        for evaluation in &record.evaluations {
            let axis = self.plan.vocabularies.iter().find(|axis| axis.id == evaluation.vocabulary);
            let who = self.plan.evaluators.iter().find(|who| who.id == evaluation.evaluator);
            let name = [axis.map(|axis| axis.axis.as_str()), who.map(|who| who.name.as_str())];
            let name = name.into_iter().flatten().collect::<Vec<_>>().join("\n");
            let term = axis.and_then(|axis| axis.terms.iter().find(|term| Some(term.id) == evaluation.term));
            let symbol = term.map(|term| term.symbol.as_str()).unwrap_or_default();
            let mut said = lines([symbol, &evaluation.text].join(" ").trim());
            said.extend(lines(&evaluation.reason));
            rows.push(self.pair(name, said));
        }
        for (key, text) in [(keys::FIELD_ISSUES, &record.issues), (keys::FIELD_NOTE, &record.note)] {
            if !text.is_empty() {
                rows.push(self.pair(self.key(key), lines(text)));
            }
        }
        self.block(record.year.format(YearStyle::Long), rows);
    }

    fn indicators(&mut self) {
        let own =
            |indicator: &&Indicator| matches!(indicator.scope, IndicatorScope::Node { node } if node == self.node.id);
        let indicators = self.programme.indicators.iter().filter(own);
        let rows = indicators.map(|indicator| self.pair(indicator.name.clone(), self.indicator(indicator))).collect();
        self.block(self.key(keys::SHEET_INDICATORS), rows);
    }

    fn indicator(&self, indicator: &Indicator) -> Vec<Line> {
        let mut told = Vec::new();
        let figures = |texts: &mut dyn Iterator<Item = &str>| texts.collect::<Vec<_>>().join("　");
        let mut line = |key: Key, year: &str, text: String| {
            if !text.is_empty() {
                let args = args([("year", year.to_owned()), ("text", text)]);
                told.push(Line::plain(self.texts.with(key, &args).trim().to_owned()));
            }
        };
        if let Some(baseline) = &indicator.baseline {
            let text = figures(&mut baseline.figures.iter().map(|figure| figure.text.as_str()));
            line(keys::SHEET_BASELINE, &baseline.year.text, text);
        }
        let mut years: Vec<FiscalYear> = indicator.observations.iter().map(|seen| seen.year).collect();
        years.dedup();
        for year in years {
            let of_year = indicator.observations.iter().filter(|seen| seen.year == year && seen.slot == Slot::Actual);
            let text = figures(&mut of_year.map(|seen| seen.figure.text.as_str()));
            line(keys::SHEET_ACTUAL, &year.format(YearStyle::Long), text);
        }
        let good = indicator.good.as_ref().map(|good| good.text.as_str()).unwrap_or_default();
        for target in &indicator.targets {
            let year = target.year.as_ref().map(|year| year.text.as_str()).unwrap_or_default();
            let text = [target.target.text.as_str(), good].join(" ").trim().to_owned();
            line(keys::SHEET_TARGET, year, text);
        }
        told
    }

    fn projects(&mut self) {
        let rows = self.node.projects.iter().map(|project| self.pair(project.name.clone(), self.project(project)));
        let rows = rows.collect();
        self.block(self.key(keys::FIELD_PROJECT), rows);
    }

    fn project(&self, project: &Project) -> Vec<Line> {
        let kind = PROJECT_KINDS.iter().find(|(kind, _)| *kind == project.kind).map(|(_, key)| self.texts.get(*key));
        let year = project.year.as_ref().map(|year| year.text.as_str()).unwrap_or_default();
        let head = [kind.as_deref().unwrap_or_default(), year].join("　");
        let mut told = lines(head.trim());
        let mut line = |key: Key, text: &str| {
            let mut said = lines(text).into_iter();
            if let Some(first) = said.next() {
                let first = format!("{}{}", first.bullet.unwrap_or_default(), first.text);
                told.push(Line::plain(self.texts.with(key, &args([("text", first)]))));
                told.extend(said);
            }
        };
        if let Some(budget) = &project.budget {
            line(keys::SHEET_BUDGET, &budget.text);
        }
        if let Some(burden) = &project.debt_burden {
            line(keys::SHEET_DEBT_BURDEN, &burden.text);
        }
        line(keys::SHEET_PURPOSE, &project.purpose);
        line(keys::SHEET_OUTLINE, &project.outline);
        let offices: Vec<&str> = project.offices.iter().filter_map(|id| self.office(*id)).collect();
        line(keys::SHEET_OFFICES, &offices.join("、"));
        told
    }

    fn effects(&mut self) {
        let mut rows = Vec::new();
        for table in &self.programme.effects {
            for row in table.rows.iter().filter(|row| row.node == Some(self.node.id)) {
                let cells = row.cells.iter().filter(|cell| !cell.amount.is_blank());
                let told = cells.map(|cell| {
                    let key = match cell.basis {
                        Basis::Expected => keys::SHEET_EXPECTED,
                        Basis::Actual => keys::SHEET_ACTUAL,
                    };
                    let year = cell.year.format(YearStyle::Long);
                    Line::plain(
                        self.texts.with(key, &args([("year", year), ("text", amount(table, &cell.amount.text))])),
                    )
                });
                rows.push(self.pair(row.title.clone(), told.collect()));
            }
        }
        self.block(self.key(keys::SHEET_EFFECTS), rows);
    }
}

fn amount(table: &EffectTable, text: &str) -> String {
    format!("{text}{}", table.unit)
}

/// The kinds of projects with their words.
const PROJECT_KINDS: [(ProjectKind, Key); 3] = [
    (ProjectKind::New, keys::PROJECT_NEW),
    (ProjectKind::Enlarged, keys::PROJECT_ENLARGED),
    (ProjectKind::Major, keys::PROJECT_MAJOR),
];
