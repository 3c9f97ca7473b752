//! What is known of one node as the rows of a table: shared by the form of an item (調書) and the
//! book of a plan (計画書).

use std::collections::BTreeSet;

use domain::programme::{
    Basis, EffectCell, EffectRow, EffectTable, Indicator, IndicatorScope, Node, OfficeId, Plan, Programme, Project,
    ProjectKind, Responsibility, Schedule, Slot, YearRecord,
};
use domain::value::fiscal_year::{FiscalYear, YearStyle};
use papers::{Cell, Column, Line, Row, Table, Vertical};

use super::frame::{head, labelled, lines, marked, span, text};
use super::{aims, lanes};
use crate::plan::life::word;
use crate::texts::{Key, Texts, args, keys};

/// Columns right of the names when a plan has no schedule: enough to span, and evenly wide.
const PLAIN_COLUMNS: usize = 4;

/// How many columns a form of a plan has right of the names.
pub(super) fn wide(plan: &Plan) -> u16 {
    span(plan.schedule().map_or(PLAIN_COLUMNS, |schedule| schedule.years().len()))
}

/// The offices in charge of a node now, in their order.
pub(super) fn offices(programme: &Programme, node: &Node) -> String {
    offices_of(programme, node, Responsibility::Responsible, None)
}

/// The offices with a part in a node up to a year, or until now.
fn offices_of(programme: &Programme, node: &Node, part: Responsibility, until: Option<FiscalYear>) -> String {
    let own = node.offices.iter().filter(|assignment| assignment.responsibility == part && assignment.until == until);
    let names = own.filter_map(|assignment| office(programme, assignment.office));
    names.collect::<Vec<_>>().join("、")
}

fn office(programme: &Programme, id: OfficeId) -> Option<&str> {
    let office = programme.offices.iter().find(|office| office.id == id);
    office.map(|office| office.name.as_str())
}

/// Widths of the two columns of names, mm: of a form, and of a book, whose names are longer.
pub(super) const FORM_NAMES: [f32; 2] = [29.0, 40.0];
pub(super) const BOOK_NAMES: [f32; 2] = [28.0, 50.0];

/// As many rows as a table has at most that is never parted.
const FEW_ROWS: usize = 9;

/// More years than these take room from the names.
const MANY_YEARS: u16 = 20;

/// A table of two columns of names and as many others.
pub(super) fn grid(names: [f32; 2], wide: u16, body: Vec<Row>, summary: String) -> Table {
    // Very many years leave less room for the names.
    let part = if wide > MANY_YEARS { 0.6 } else { 1.0 };
    let mut columns: Vec<Column> = names.map(|width| Column::mm(width * part)).into();
    columns.extend((0..wide).map(|_| Column::share(1.0)));
    Table { columns, header: Vec::new(), body, caption: None, summary, unit: None, notes: Vec::new() }
}

/// The form of one node as it fills with rows.
pub(super) struct Form<'a> {
    pub node: &'a Node,
    texts: &'a Texts,
    programme: &'a Programme,
    plan: &'a Plan,
    columns: Vec<FiscalYear>,
    /// Columns right of the names.
    wide: u16,
    rows: Vec<Row>,
}

impl<'a> Form<'a> {
    pub fn new(texts: &'a Texts, programme: &'a Programme, plan: &'a Plan, node: &'a Node) -> Self {
        let columns = plan.schedule().map(Schedule::years).unwrap_or_default();
        let wide = wide(plan);
        Self { node, texts, programme, plan, columns, wide, rows: Vec::new() }
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The same rows, tied to one another where they are few: a small table stays on one page.
    pub fn tied(mut self) -> Self {
        let few = self.rows.iter().filter(|row| matches!(row, Row::Cells(_))).count() <= FEW_ROWS;
        let mut first = true;
        self.rows.retain(|row| !few || !matches!(row, Row::ItemStart { .. }) || std::mem::take(&mut first));
        self
    }

    /// The rows as a table with the names as wide as said; `summary` says what of the node it tells.
    pub fn table(self, names: [f32; 2], summary: Key) -> Table {
        grid(names, self.wide, self.rows, self.texts.with(summary, &args([("item", self.node.title.clone())])))
    }

    /// Rows under one name at the left.
    fn block(&mut self, name: String, rows: Vec<Vec<Cell>>) {
        if rows.is_empty() {
            return;
        }
        let height = span(rows.len());
        self.rows.push(Row::ItemStart { name: name.clone() });
        let mut label = Some(Cell::text(name).heading().at(Vertical::Middle).spanning(height, 1));
        for row in rows {
            self.rows.push(Row::Cells(label.take().into_iter().chain(row).collect()));
        }
    }

    /// One text over the whole width.
    pub fn words(&mut self, name: String, lines: Vec<Line>) {
        let wide = self.wide.saturating_add(1);
        self.block(name, vec![vec![text(lines).spanning(1, wide)]]);
    }

    fn key(&self, key: Key) -> String {
        self.texts.get(key)
    }

    /// A name and its text, beside each other.
    fn pair(&self, name: String, lines: Vec<Line>) -> Vec<Cell> {
        vec![Cell::text(name).at(Vertical::Middle), text(lines).spanning(1, self.wide)]
    }

    pub fn place(&mut self) {
        let mut above = Vec::new();
        let mut next = self.node.parent;
        while let Some(parent) = next.and_then(|parent| self.plan.node(parent)) {
            let level = self.plan.levels.get(usize::from(parent.level)).map_or("", |level| level.name.as_str());
            above.insert(0, (level.to_owned(), lines(&labelled(&parent.label, &parent.title))));
            next = parent.parent;
        }
        for (level, title) in above {
            self.words(level, title);
        }
    }

    /// The nodes directly below, where the items are not the last level.
    pub fn below(&mut self) {
        let level = self.plan.levels.get(usize::from(self.node.level) + 1).map(|level| level.name.clone());
        let children = self.plan.nodes.iter().filter(|node| node.parent == Some(self.node.id));
        let told: Vec<Line> = children.map(|node| Line::plain(labelled(&node.label, &node.title))).collect();
        if let Some(level) = level.filter(|_| !told.is_empty()) {
            self.words(level, told);
        }
    }

    /// The offices; `always` has a row for them even where there are none.
    pub fn offices(&mut self, always: bool) {
        let named = |part| {
            let mut told = lines(&offices_of(self.programme, self.node, part, None));
            // The form tells of all years, so the offices of earlier ones stand below, the newest first.
            let ended: BTreeSet<FiscalYear> = self.node.offices.iter().filter_map(|one| one.until).collect();
            for until in ended.into_iter().rev() {
                let names = offices_of(self.programme, self.node, part, Some(until));
                if !names.is_empty() {
                    let given = args([("offices", names), ("year", self.plan.reckoning().long(until))]);
                    told.extend(lines(&self.texts.with(keys::SHEET_OFFICES_UNTIL, &given)));
                }
            }
            told
        };
        let (responsible, related) = (named(Responsibility::Responsible), named(Responsibility::Related));
        if always || !responsible.is_empty() {
            self.words(self.key(keys::FIELD_OFFICES), responsible);
        }
        if !related.is_empty() {
            self.words(self.key(keys::SHEET_RELATED), related);
        }
    }

    pub fn life(&mut self) {
        let group = self.node.group.and_then(|group| self.plan.groups.iter().find(|known| known.id == group));
        if let Some(group) = group {
            self.words(self.key(keys::FIELD_GROUP), lines(&group.name));
        }
        let mut said = Vec::new();
        for event in &self.node.life_cycle.events {
            let year = event.year.as_ref().map(|year| year.text.as_str()).unwrap_or_default();
            let told = [word(self.texts, &self.plan.life_words, event.kind).as_str(), year].join("　");
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

    /// A row of heads: what stands in the rows below, and the years.
    fn year_heads(&self, first: String) -> Vec<Cell> {
        let years = self.columns.iter().map(|year| head(self.plan.reckoning().format(*year, YearStyle::Short)));
        std::iter::once(head(first)).chain(years).collect()
    }

    pub fn schedule(&mut self) {
        let Some(schedule) = self.plan.schedule() else { return };
        let own: Vec<_> = self.node.lanes_of(schedule.id).collect();
        if own.is_empty() {
            return;
        }
        let mut rows = vec![self.year_heads(self.key(keys::PAPER_COLUMN_LANE))];
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

    pub fn record(&mut self, record: &YearRecord) {
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
        self.block(self.plan.reckoning().long(record.year), rows);
    }

    fn own_indicators(&self) -> impl Iterator<Item = &'a Indicator> + use<'a> {
        let own = IndicatorScope::Node { node: self.node.id };
        self.programme.indicators.iter().filter(move |indicator| indicator.scope == own)
    }

    /// The indicators as a plan prints them: what they start from and aim at.
    pub fn aims(&mut self) {
        let own: Vec<&Indicator> = self.own_indicators().collect();
        let rows = aims::rows(self.texts, self.plan, &own);
        self.block(self.key(keys::SHEET_INDICATORS), rows);
    }

    /// The indicators with all their figures.
    pub fn indicators(&mut self) {
        let rows = self
            .own_indicators()
            .map(|indicator| {
                let name = marked(self.texts, &indicator.name, &indicator.markers);
                self.pair(name, self.indicator(indicator))
            })
            .collect();
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
            line(keys::SHEET_ACTUAL, &self.plan.reckoning().long(year), text);
        }
        let good = indicator.good.as_ref().map(|good| good.text.as_str()).unwrap_or_default();
        for target in &indicator.targets {
            let year = target.year.as_ref().map(|year| year.text.as_str()).unwrap_or_default();
            let text = [target.target.text.as_str(), good].join(" ").trim().to_owned();
            line(keys::SHEET_TARGET, year, text);
        }
        told
    }

    pub fn projects(&mut self) {
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
        let offices: Vec<&str> = project.offices.iter().filter_map(|id| office(self.programme, *id)).collect();
        line(keys::SHEET_OFFICES, &offices.join("、"));
        told
    }

    /// The effects that are expected, as a plan prints them: in the columns of their years. A table
    /// that expects nothing is left out.
    pub fn expected_effects(&mut self) {
        let mut rows = Vec::new();
        for table in self.programme.effects.iter().filter(|table| table.plan == self.plan.id) {
            let own = table.rows.iter().filter(|row| row.node == Some(self.node.id));
            let mut lines_of = own.filter_map(|row| self.expected(table, row)).peekable();
            if lines_of.peek().is_some() {
                let unit = args([("unit", table.unit.clone())]);
                let unit = if table.unit.is_empty() { String::new() } else { self.texts.with(keys::PAPER_UNIT, &unit) };
                let told = format!("{}{unit}", self.key(keys::EFFECT_EXPECTED));
                rows.push(if self.columns.is_empty() {
                    vec![head(told).spanning(1, self.wide.saturating_add(1))]
                } else {
                    self.year_heads(told)
                });
                rows.extend(lines_of);
            }
        }
        self.block(self.key(keys::SHEET_EFFECTS), rows);
    }

    fn expected(&self, table: &EffectTable, row: &EffectRow) -> Option<Vec<Cell>> {
        let told = |cell: &&EffectCell| cell.basis == Basis::Expected && !cell.amount.is_blank();
        let cells: Vec<&EffectCell> = row.cells.iter().filter(told).collect();
        if cells.is_empty() {
            return None;
        }
        // Years without a column follow the name.
        let beside = cells.iter().filter(|cell| !self.columns.contains(&cell.year)).map(|cell| {
            let year = self.plan.reckoning().long(cell.year);
            Line::plain(
                self.texts
                    .with(keys::SHEET_EXPECTED, &args([("year", year), ("text", amount(table, &cell.amount.text))])),
            )
        });
        let name: Vec<Line> = lines(&row.title).into_iter().chain(beside).collect();
        if self.columns.is_empty() {
            return Some(vec![text(name).spanning(1, self.wide.saturating_add(1))]);
        }
        let years = self.columns.iter().map(|year| match cells.iter().find(|cell| cell.year == *year) {
            Some(cell) => {
                let value = cell.amount.meaning.as_ref().filter(|quantity| quantity.unit.is_none());
                Cell::number(cell.amount.text.clone(), value.map(|quantity| quantity.amount))
            }
            None => Cell::empty(),
        });
        Some(std::iter::once(text(name)).chain(years).collect())
    }

    /// The effects, expected and actual, in a line for each year.
    pub fn effects(&mut self) {
        let mut rows = Vec::new();
        for table in &self.programme.effects {
            for row in table.rows.iter().filter(|row| row.node == Some(self.node.id)) {
                let cells = row.cells.iter().filter(|cell| !cell.amount.is_blank());
                let told = cells.map(|cell| {
                    let key = match cell.basis {
                        Basis::Expected => keys::SHEET_EXPECTED,
                        Basis::Actual => keys::SHEET_ACTUAL,
                    };
                    let year = self.plan.reckoning().long(cell.year);
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
