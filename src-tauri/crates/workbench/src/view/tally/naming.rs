//! The words above and beside the figures of a tally.

use std::collections::HashMap;

use domain::programme::{City, EvaluatorId, GroupId, LifeCycleKind, Node, NodeId, Office, Plan, TermId};
use domain::tally::{self, Figures, JudgedTable, OfficeRow, RateTally};
use domain::value::fiscal_year::FiscalYear;

use super::{Breakdown, RateLine, Standing, TallyColumn, TallyPart, TallyRow, TallyTable, own_word, shown};
use crate::plan::life::word;
use crate::tally::{sentence_of, term};
use crate::texts::{Key, Texts, args, keys};

/// Digits after the point of a rate.
const RATE_DIGITS: u32 = 1;

/// What a tally is named from.
pub(super) struct Names<'a> {
    texts: &'a Texts,
    plan: &'a Plan,
    nodes: HashMap<NodeId, &'a Node>,
    offices: &'a [Office],
    city: &'a City,
    level: u8,
}

impl<'a> Names<'a> {
    pub(super) fn new(texts: &'a Texts, city: &'a City, plan: &'a Plan, offices: &'a [Office], level: u8) -> Self {
        let nodes = plan.nodes.iter().filter(|node| node.level == level).map(|node| (node.id, node)).collect();
        Self { texts, plan, nodes, offices, city, level }
    }

    pub(super) fn level(&self, level: u8) -> String {
        self.plan.levels.get(usize::from(level)).map(|level| level.name.clone()).unwrap_or_default()
    }

    fn judge(&self, evaluator: Option<EvaluatorId>) -> String {
        let known = evaluator.or(match self.plan.evaluators.as_slice() {
            [only] => Some(only.id),
            _ => None,
        });
        let found = self.plan.evaluators.iter().find(|evaluator| Some(evaluator.id) == known);
        found.map_or_else(|| self.texts.get(keys::TALLY_LAST_JUDGE), |evaluator| evaluator.name.clone())
    }

    fn none(&self, what: String) -> String {
        self.texts.with(keys::TALLY_NONE, &args([("what", what)]))
    }

    pub(super) fn table(&self, table: &JudgedTable, year: FiscalYear) -> TallyTable {
        let places: Vec<usize> = shown(table).collect();
        let row = |title: String, figures: &Figures| TallyRow {
            title,
            cells: places.iter().map(|place| figures.cells[*place].clone()).collect(),
            counted: figures.counted.clone(),
            listed: figures.listed.clone(),
        };
        let part = |by, title: String, note: Option<Key>, rows: Vec<TallyRow>| TallyPart {
            by,
            title,
            note: note.map(|key| self.texts.get(key)).unwrap_or_default(),
            rows,
        };
        let (direction, office) = (self.level(self.level), self.texts.get(keys::FIELD_OFFICES));
        let (life_cycle, group) = (self.texts.get(keys::FIELD_LIFE_CYCLE), self.texts.get(keys::FIELD_GROUP));
        let directions = table.directions.iter().map(|r| row(self.direction(r.of), &r.figures)).collect();
        let offices = table.offices.iter().map(|r| row(self.office(r.of), &r.figures)).collect();
        let life_cycles = table.life_cycles.iter().map(|r| row(self.life_cycle(r.of), &r.figures)).collect();
        let groups = table.groups.iter().map(|r| row(self.group(r.of), &r.figures)).collect();
        let mut parts = vec![
            part(Breakdown::Direction, direction, None, directions),
            part(Breakdown::Office, office, Some(keys::TALLY_OFFICE_NOTE), offices),
            part(Breakdown::LifeCycle, life_cycle, None, life_cycles),
            part(Breakdown::Group, group, None, groups),
        ];
        parts.retain(|part| !part.rows.is_empty());
        let axis = self.plan.vocabularies.iter().find(|axis| axis.id == table.judged.vocabulary);
        TallyTable {
            axis: axis.map(|axis| axis.axis.clone()).unwrap_or_default(),
            judge: self.judge(table.judged.evaluator),
            columns: places.iter().map(|place| self.column(table.columns[*place])).collect(),
            all: row(self.texts.get(keys::TALLY_ALL), &table.all),
            parts,
            sentence: sentence_of(self.texts, self.city, self.plan, table, year, false),
        }
    }

    fn column(&self, column: tally::Column) -> TallyColumn {
        let standing = Standing::from(column.standing);
        let word = term(self.plan, column.standing);
        let own = word.map(|word| word.label.as_str()).or(own_word(self.plan, column.standing));
        let label = match (own, standing_key(standing)) {
            (Some(own), _) => own.to_owned(),
            (None, Some(key)) => self.texts.get(key),
            (None, None) => String::new(),
        };
        let symbol = word.map(|word| word.symbol.clone()).unwrap_or_default();
        TallyColumn { label, symbol, standing, counted: column.counted }
    }

    fn direction(&self, id: Option<NodeId>) -> String {
        match id.and_then(|id| self.nodes.get(&id)) {
            Some(node) => [node.label.as_str(), node.title.as_str()].join(" ").trim().to_owned(),
            None => self.none(self.level(self.level)),
        }
    }

    fn office(&self, row: OfficeRow) -> String {
        let office = match row {
            OfficeRow::Office(id) => self.offices.iter().find(|office| office.id == id),
            OfficeRow::Collective => return self.texts.get(keys::TALLY_COLLECTIVE),
            OfficeRow::None => None,
        };
        office.map_or_else(|| self.none(self.texts.get(keys::FIELD_OFFICES)), |office| office.name.clone())
    }

    fn life_cycle(&self, kind: LifeCycleKind) -> String {
        word(self.texts, &self.plan.life_words, kind)
    }

    fn group(&self, id: Option<GroupId>) -> String {
        let group = self.plan.groups.iter().find(|group| Some(group.id) == id);
        group.map_or_else(|| self.none(self.texts.get(keys::FIELD_GROUP)), |group| group.name.clone())
    }

    pub(super) fn rate(&self, rate: &RateTally) -> RateLine {
        RateLine {
            name: match (&rate.axis, rate.name.is_empty()) {
                (_, false) => rate.name.clone(),
                (Some(axis), true) if self.axes() > 1 => {
                    let axis = self.plan.vocabularies.iter().find(|known| known.id == *axis);
                    let axis = axis.map(|axis| axis.axis.clone()).unwrap_or_default();
                    self.texts.with(keys::TALLY_RATE_OF_AXIS, &args([("axis", axis)]))
                }
                _ => self.texts.get(keys::TALLY_RATE),
            },
            formula: if rate.formula.is_empty() { self.formula(rate) } else { rate.formula.clone() },
            judge: self.judge(rate.evaluator),
            percent: rate.percent(RATE_DIGITS).map(|percent| format!("{percent}%")),
            numerator: rate.numerator.clone(),
            denominator: rate.denominator.clone(),
            left_out: if rate.unjudged_counts { Vec::new() } else { rate.unjudged.clone() },
        }
    }

    /// How many axes the plan has at once.
    fn axes(&self) -> usize {
        let mut names: Vec<&str> = self.plan.vocabularies.iter().map(|axis| axis.axis.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        names.len()
    }

    /// （前倒し＋予定どおり）÷（前倒し＋予定どおり＋遅れ）.
    fn formula(&self, rate: &RateTally) -> String {
        let plus = self.texts.get(keys::TALLY_FORMULA_PLUS);
        let labels = |terms: &[TermId], unjudged: bool| {
            let axes = self.plan.vocabularies.iter().filter_map(|axis| {
                let named = axis.terms.iter().filter(|term| terms.contains(&term.id));
                let labels: Vec<&str> = named.map(|term| term.label.as_str()).collect();
                (!labels.is_empty()).then(|| labels.join(&plus))
            });
            let mut axes: Vec<String> = axes.collect();
            if axes.len() > 1 {
                // One of each axis: （完了）かつ（達成＋一部達成）.
                let each = |labels| self.texts.with(keys::TALLY_FORMULA_AXIS, &args([("terms", labels)]));
                axes =
                    vec![axes.into_iter().map(each).collect::<Vec<_>>().join(&self.texts.get(keys::TALLY_FORMULA_AND))];
            }
            if unjudged {
                axes.push(self.texts.get(keys::TALLY_UNJUDGED));
            }
            axes.join(&plus)
        };
        let numerator = labels(&rate.numerator_terms, false);
        let denominator = labels(&rate.denominator_terms, rate.unjudged_counts);
        if denominator.is_empty() {
            return String::new();
        }
        self.texts.with(keys::TALLY_FORMULA, &args([("numerator", numerator), ("denominator", denominator)]))
    }
}

/// The words for items that are not judged with a word of the vocabulary.
fn standing_key(standing: Standing) -> Option<Key> {
    match standing {
        Standing::Term => None,
        Standing::Unjudged => Some(keys::TALLY_UNJUDGED),
        Standing::Foreign => Some(keys::TALLY_FOREIGN),
        Standing::Relisted => Some(keys::TALLY_RELISTED),
        Standing::Ended => Some(keys::TALLY_ENDED),
        Standing::NotBegun => Some(keys::TALLY_NOT_BEGUN),
        Standing::Uncounted => Some(keys::TALLY_UNCOUNTED),
    }
}
