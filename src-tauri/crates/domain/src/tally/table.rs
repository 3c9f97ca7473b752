//! The cross tables of a tally: evaluation × direction, office, life cycle, group.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use super::judging::Judgements;
use super::{Judged, Standing};
use crate::programme::{EvaluatorId, GroupId, LifeCycleKind, Node, NodeId, OfficeId, Plan, Responsibility, Vocabulary};
use crate::value::fiscal_year::FiscalYear;

/// The tally by one judge on one axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgedTable {
    /// Whose judgement on which axis.
    pub judged: Judged,
    /// What each cell of a row counts: first what counts in the denominator, then the rest.
    pub columns: Vec<Column>,
    /// All items.
    pub all: Figures,
    /// By node of the chosen level, in order of print; `None` for items below no such node.
    /// Empty when the items themselves stand on that level or above it.
    pub directions: Vec<Row<Option<NodeId>>>,
    /// By responsible office, in the order in which the plan first names them, then the collective
    /// names and the items without an office. An item counts in each of its offices.
    pub offices: Vec<Row<OfficeRow>>,
    /// By what the items are in the year, see [`LifeCycle::kind_in`](crate::programme::LifeCycle::kind_in);
    /// kinds without an item are left out.
    pub life_cycles: Vec<Row<LifeCycleKind>>,
    /// By group, in the order of the plan; `None` for items without one. Empty in a plan without
    /// groups.
    pub groups: Vec<Row<Option<GroupId>>>,
}

impl JudgedTable {
    /// The items of one standing.
    pub fn of(&self, standing: Standing) -> &[NodeId] {
        let place = self.columns.iter().position(|column| column.standing == standing);
        place.and_then(|place| self.all.cells.get(place)).map_or(&[], Vec::as_slice)
    }

    /// Whether anything was judged at all.
    pub fn is_judged(&self) -> bool {
        self.columns.iter().zip(&self.all.cells).any(|(column, items)| {
            matches!(column.standing, Standing::Term(_) | Standing::Foreign) && !items.is_empty()
        })
    }
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// What its cells count.
    pub standing: Standing,
    /// Whether its items stand in the denominator: the items meant by 「62項目のうち」.
    pub counted: bool,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<K> {
    /// What its items have in common.
    pub of: K,
    /// Its figures.
    pub figures: Figures,
}

/// What the items of a row by office have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OfficeRow {
    /// An office that answers for them.
    Office(OfficeId),
    /// A collective name (関係課, 全庁), under which nobody answers.
    Collective,
    /// No office at all.
    None,
}

/// The figures of a row, each as the items it counted, in order of print.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figures {
    /// One per column of the table.
    pub cells: Vec<Vec<NodeId>>,
    /// The items of the columns that count.
    pub counted: Vec<NodeId>,
    /// Every item listed.
    pub listed: Vec<NodeId>,
}

impl Figures {
    fn new(columns: &[Column]) -> Self {
        Self { cells: vec![Vec::new(); columns.len()], counted: Vec::new(), listed: Vec::new() }
    }

    fn add(&mut self, item: NodeId, place: usize, counted: bool) {
        if let Some(cell) = self.cells.get_mut(place) {
            cell.push(item);
        }
        if counted {
            self.counted.push(item);
        }
        self.listed.push(item);
    }
}

/// The kinds of life cycle in the order in which a table shows them.
const LIFE_CYCLES: [LifeCycleKind; 7] = [
    LifeCycleKind::New,
    LifeCycleKind::Revised,
    LifeCycleKind::Expanded,
    LifeCycleKind::Continuing,
    LifeCycleKind::Merged,
    LifeCycleKind::Ended,
    LifeCycleKind::Relisted,
];

/// The tables of every axis of the year and every judge.
pub(super) fn tables(
    plan: &Plan,
    items: &[&Node],
    judgements: &Judgements<'_>,
    level: u8,
    collective: &HashSet<OfficeId>,
) -> Vec<JudgedTable> {
    let rows = Rows::new(plan, items, judgements.year, level, collective);
    let mut tables = Vec::new();
    for axis in &judgements.vocabularies {
        for evaluator in judges(plan) {
            tables.push(table(axis, evaluator, items, judgements, &rows));
        }
    }
    tables
}

/// The judges of a plan: the judgement that stands, and where there are several evaluators each of them.
fn judges(plan: &Plan) -> Vec<Option<EvaluatorId>> {
    match plan.evaluators.as_slice() {
        [] => Vec::new(),
        [only] => vec![Some(only.id)],
        several => std::iter::once(None).chain(several.iter().map(|evaluator| Some(evaluator.id))).collect(),
    }
}

fn table(
    axis: &Vocabulary,
    evaluator: Option<EvaluatorId>,
    items: &[&Node],
    judgements: &Judgements<'_>,
    rows: &Rows,
) -> JudgedTable {
    let columns = columns(axis);
    let places: HashMap<Standing, usize> =
        columns.iter().enumerate().map(|(place, column)| (column.standing, place)).collect();
    let fresh = || Figures::new(&columns);
    let mut all = fresh();
    let mut directions = rows.directions.fresh(&columns);
    let mut offices = rows.offices.fresh(&columns);
    let mut life_cycles = rows.life_cycles.fresh(&columns);
    let mut groups = rows.groups.fresh(&columns);
    for (at, item) in items.iter().enumerate() {
        let place = places.get(&judgements.standing(at, axis, evaluator)).copied().unwrap_or(columns.len());
        let counted = columns.get(place).is_some_and(|column| column.counted);
        all.add(item.id, place, counted);
        rows.directions.add(&mut directions, at, item.id, place, counted);
        rows.offices.add(&mut offices, at, item.id, place, counted);
        rows.life_cycles.add(&mut life_cycles, at, item.id, place, counted);
        rows.groups.add(&mut groups, at, item.id, place, counted);
    }
    JudgedTable {
        judged: Judged { vocabulary: axis.id, evaluator },
        directions: rows.directions.rows(directions),
        offices: rows.offices.rows(offices),
        life_cycles: rows.life_cycles.rows(life_cycles),
        groups: rows.groups.rows(groups),
        columns,
        all,
    }
}

/// The columns of an axis: what counts, then terms outside the denominator, then items apart.
fn columns(axis: &Vocabulary) -> Vec<Column> {
    let terms = |counted: bool| {
        let chosen = axis.terms.iter().filter(move |term| term.counted == counted);
        chosen.map(move |term| Column { standing: Standing::Term(term.id), counted })
    };
    let rest = |standing| Column { standing, counted: false };
    let mut columns: Vec<Column> = terms(true).collect();
    columns.extend([Standing::Unjudged, Standing::Foreign].map(|standing| Column { standing, counted: true }));
    columns.extend(terms(false));
    columns.extend([Standing::Relisted, Standing::Ended, Standing::NotBegun, Standing::Uncounted].map(rest));
    columns
}

/// The rows of every breakdown and which of them each item belongs to; the same for every judge.
struct Rows {
    directions: Breakdown<Option<NodeId>>,
    offices: Breakdown<OfficeRow>,
    life_cycles: Breakdown<LifeCycleKind>,
    groups: Breakdown<Option<GroupId>>,
}

impl Rows {
    fn new(plan: &Plan, items: &[&Node], year: FiscalYear, level: u8, collective: &HashSet<OfficeId>) -> Self {
        let mut directions = Breakdown::default();
        if level < plan.evaluation_level {
            let above = ancestors(plan, level);
            let known = plan.nodes.iter().filter(|node| node.level == level).map(|node| Some(node.id));
            directions = Breakdown::of(known, items, |item| vec![above.get(&item.id).copied()]);
        }
        let offices = Breakdown::of([], items, |item| {
            let mut rows: Vec<OfficeRow> = Vec::new();
            let own = item.offices_in(Some(year)).filter(|one| one.responsibility == Responsibility::Responsible);
            for assignment in own {
                let row = match collective.contains(&assignment.office) {
                    true => OfficeRow::Collective,
                    false => OfficeRow::Office(assignment.office),
                };
                // Two collective names are one row.
                if !rows.contains(&row) {
                    rows.push(row);
                }
            }
            if rows.is_empty() { vec![OfficeRow::None] } else { rows }
        });
        let mut groups = Breakdown::default();
        if !plan.groups.is_empty() {
            groups = Breakdown::of(plan.groups.iter().map(|group| Some(group.id)), items, |item| vec![item.group]);
        }
        let life_cycles = Breakdown::of(LIFE_CYCLES, items, |item| vec![item.life_cycle.kind_in(year)]);
        Self {
            directions,
            offices: offices.last(OfficeRow::Collective).last(OfficeRow::None),
            life_cycles: life_cycles.filled(),
            groups,
        }
    }
}

/// The node of a level that each node stands below.
fn ancestors(plan: &Plan, level: u8) -> HashMap<NodeId, NodeId> {
    let mut above: HashMap<NodeId, NodeId> = HashMap::with_capacity(plan.nodes.len());
    // Every parent stands before its children.
    for node in &plan.nodes {
        let found = if node.level == level {
            Some(node.id)
        } else {
            node.parent.and_then(|parent| above.get(&parent).copied())
        };
        if let Some(found) = found {
            above.insert(node.id, found);
        }
    }
    above
}

/// Rows in their order, and for each item the rows it counts in.
struct Breakdown<K> {
    keys: Vec<K>,
    of_item: Vec<Vec<usize>>,
}

impl<K> Default for Breakdown<K> {
    fn default() -> Self {
        Self { keys: Vec::new(), of_item: Vec::new() }
    }
}

impl<K: Copy + Eq + Hash> Breakdown<K> {
    /// The rows known beforehand, then those the items name besides.
    fn of(known: impl IntoIterator<Item = K>, items: &[&Node], keys_of: impl Fn(&Node) -> Vec<K>) -> Self {
        let mut keys: Vec<K> = known.into_iter().collect();
        let mut places: HashMap<K, usize> = keys.iter().enumerate().map(|(place, key)| (*key, place)).collect();
        let of_item = items
            .iter()
            .map(|item| {
                let own = keys_of(item).into_iter().map(|key| {
                    *places.entry(key).or_insert_with(|| {
                        keys.push(key);
                        keys.len() - 1
                    })
                });
                own.collect()
            })
            .collect();
        Self { keys, of_item }
    }

    /// The same rows with one of them at the end.
    fn last(mut self, key: K) -> Self {
        let Some(from) = self.keys.iter().position(|known| *known == key) else { return self };
        let removed = self.keys.remove(from);
        self.keys.push(removed);
        let end = self.keys.len() - 1;
        for place in self.of_item.iter_mut().flatten() {
            *place = match (*place).cmp(&from) {
                std::cmp::Ordering::Less => *place,
                std::cmp::Ordering::Equal => end,
                std::cmp::Ordering::Greater => *place - 1,
            };
        }
        self
    }

    /// Only the rows that some item belongs to.
    fn filled(mut self) -> Self {
        let mut used = vec![false; self.keys.len()];
        for place in self.of_item.iter().flatten() {
            used[*place] = true;
        }
        for place in self.of_item.iter_mut().flatten() {
            *place = used[..*place].iter().filter(|used| **used).count();
        }
        let mut kept = used.into_iter();
        self.keys.retain(|_| kept.next().unwrap_or(false));
        self
    }

    fn fresh(&self, columns: &[Column]) -> Vec<Figures> {
        vec![Figures::new(columns); self.keys.len()]
    }

    fn add(&self, rows: &mut [Figures], at: usize, item: NodeId, place: usize, counted: bool) {
        for row in self.of_item.get(at).into_iter().flatten() {
            rows[*row].add(item, place, counted);
        }
    }

    fn rows(&self, figures: Vec<Figures>) -> Vec<Row<K>> {
        self.keys.iter().zip(figures).map(|(of, figures)| Row { of: *of, figures }).collect()
    }
}
