//! Changed rows of the file in the words of a person: where, which value, from what to what.

use std::collections::HashMap;

use domain::programme::{Demand, DemandedField, LifeWord};
use domain::value::fiscal_year::FiscalYear;
use domain::value::reckoning::Reckoning;
use store::words::{self, Words};
use store::{Change, ChangeKind, Clash, ColumnChange, Read, RowChange, Table};

use super::{PlaceHistory, StepLine};
use crate::Result;
use crate::naming;
use crate::place::{self, CellRef, Place};
use crate::plan::life::{usual, word};
use crate::texts::{Key, Texts, keys};

/// Changed rows as they are told.
#[derive(Debug, Default)]
pub(super) struct Telling {
    pub lines: Vec<StepLine>,
    /// Rows beyond those told.
    pub more: u32,
}

impl Telling {
    /// Tells of at most `limit` rows.
    pub(super) fn of(read: &Read<'_>, texts: &Texts, rows: &[RowChange], limit: usize) -> Result<Self> {
        let teller = Teller { read, texts, known: owners(rows), named: names(rows) };
        let (mut lines, mut order) = (Vec::new(), Vec::new());
        let mut sorted: Vec<&RowChange> = rows.iter().collect();
        // A node stands before what hangs on it.
        sorted.sort_by_key(|row| (row.row.table, row.row.key.clone()));
        for row in sorted.iter().take(limit) {
            let told = teller.lines(row)?;
            let only_order = row.values.iter().all(|value| value.column == "position");
            if only_order && row.row.kind == ChangeKind::Updated { &mut order } else { &mut lines }.extend(told);
        }
        // That the others moved up when a row came or went is no news of its own.
        if lines.is_empty() {
            lines = order;
        }
        Ok(Self { lines, more: u32::try_from(rows.len().saturating_sub(limit)).unwrap_or(u32::MAX) })
    }
}

/// The values that stay when a step is taken back: what the step made of them, and what they are
/// now.
pub(super) fn kept(read: &Read<'_>, texts: &Texts, made: &[RowChange], clashes: &[Clash]) -> Result<Vec<StepLine>> {
    let teller = Teller { read, texts, known: owners(made), named: names(made) };
    let mut lines = Vec::new();
    for clash in clashes {
        let Some(row) = made.iter().find(|row| row.row.table == clash.row.table && row.row.key == clash.row.key) else {
            continue;
        };
        let told = teller.lines(row)?;
        let now = words::of_row(read, clash.row.table, &clash.row.key)?;
        for mut line in told {
            line.old = line.new.take();
            line.new = now.as_ref().and_then(|now| {
                let columns = words::columns(clash.row.table).iter().zip(&now.texts);
                let texts = columns.filter(|(column, _)| clash.columns.iter().any(|changed| changed == *column));
                texts.map(|(_, text)| text.clone()).next()
            });
            lines.push(line);
        }
    }
    Ok(lines)
}

/// Keeps the rows that stand at a place; those of a node with its schedule and all its years.
pub(super) fn only(read: &Read<'_>, asked: &PlaceHistory, rows: &mut Vec<RowChange>) -> Result<()> {
    if let Some(cell) = &asked.cell {
        rows.retain(|row| is_of(row, cell));
    }
    let wanted = asked.place;
    let known = owners(rows);
    let node = |place: Place| match place {
        Place::Node { node } | Place::Schedule { node } | Place::Record { node, .. } => Some(node),
        _ => None,
    };
    let whole_node = match wanted {
        Place::Node { node } => Some(node),
        _ => None,
    };
    let mut kept = Vec::new();
    for row in rows.drain(..) {
        let place = place_of(read, &known, &row)?;
        let fits = place.is_some_and(|place| place == wanted || (whole_node.is_some() && node(place) == whole_node));
        if fits {
            kept.push(row);
        }
    }
    *rows = kept;
    Ok(())
}

/// Whether a changed row is the one meant, or an amount of the row of effects meant.
fn is_of(row: &RowChange, cell: &CellRef) -> bool {
    let amount = cell.table == Table::EffectRow && row.row.table == Table::EffectCell;
    (row.row.table == cell.table || amount) && row.row.key.starts_with(&cell.key)
}

/// Owners of rows, as far as a changeset tells them: those of rows that are gone by now.
type Owners = HashMap<(Table, i64), i64>;

fn owners(rows: &[RowChange]) -> Owners {
    let of = |row: &RowChange| {
        let column = words::owner(row.row.table)?;
        let value = row.values.iter().find(|value| value.column == column)?;
        let owner = value.new.as_ref().or(value.old.as_ref())?.parse().ok()?;
        Some(((row.row.table, *row.row.key.first()?), owner))
    };
    rows.iter().filter_map(of).collect()
}

/// Names of rows, as far as a changeset tells them.
fn names(rows: &[RowChange]) -> HashMap<(Table, i64), String> {
    let whole = rows.iter().filter(|row| row.row.kind != ChangeKind::Updated);
    whole
        .filter_map(|row| Some(((row.row.table, *row.row.key.first()?), place::name(row.row.table, &texts_of(row)))))
        .collect()
}

/// The texts of a row that came or went, in the order of [`words::columns`].
fn texts_of(row: &RowChange) -> Vec<String> {
    let text = |column: &&str| {
        let value = row.values.iter().find(|value| value.column == **column);
        value.and_then(|value| value.new.clone().or_else(|| value.old.clone())).unwrap_or_default()
    };
    words::columns(row.row.table).iter().map(text).collect()
}

fn place_of(read: &Read<'_>, known: &Owners, row: &RowChange) -> Result<Option<Place>> {
    let Change { table, key, .. } = &row.row;
    let owner = owner_of(read, known, *table, key)?;
    // The way up is at most two steps long; a fault of the file shows as a place that is gone.
    let above = |table, id| owner_of(read, known, table, &[id]).ok().flatten();
    Ok(Place::of_row(*table, key, owner, above))
}

fn owner_of(read: &Read<'_>, known: &Owners, table: Table, key: &[i64]) -> Result<Option<i64>> {
    if words::owner(table).is_none() {
        return Ok(None);
    }
    let now = words::of_row(read, table, key)?.and_then(|row| row.owner);
    Ok(now.or_else(|| known.get(&(table, *key.first()?)).copied()))
}

struct Teller<'a> {
    read: &'a Read<'a>,
    texts: &'a Texts,
    known: Owners,
    named: HashMap<(Table, i64), String>,
}

impl Teller<'_> {
    fn lines(&self, row: &RowChange) -> Result<Vec<StepLine>> {
        let Change { table, key, kind } = &row.row;
        let place = place_of(self.read, &self.known, row)?;
        let mut title = place.map(|place| place.title(self.read)).transpose()?.unwrap_or_default();
        let mut shown = place;
        if title.is_empty() {
            title = self.title_of_gone(place);
            shown = None;
        }
        let reckoning = place.map(|place| place.reckoning(self.read)).transpose()?.unwrap_or_default();
        let line = |column: Option<&str>, field: String, old: Option<String>, new: Option<String>| StepLine {
            place: shown,
            cell: shown.map(|_| CellRef { table: *table, key: key.clone(), column: column.map(str::to_owned) }),
            title: title.clone(),
            field,
            old,
            new,
        };
        let by_value = match kind {
            ChangeKind::Updated => true,
            // These have no name of their own: their values are what came or went.
            ChangeKind::Inserted | ChangeKind::Deleted => matches!(
                table,
                Table::LifeEvent
                    | Table::Record
                    | Table::Evaluation
                    | Table::Observation
                    | Table::EffectCell
                    | Table::Target
                    | Table::Baseline
            ),
        };
        if !by_value {
            let name = self.name_of(row)?;
            let thing = self.texts.get(naming::thing_key(*table));
            return Ok(vec![match kind {
                ChangeKind::Deleted => line(None, thing, Some(name), None),
                _ => line(None, thing, None, Some(name)),
            }]);
        }
        let words = match words::of_row(self.read, *table, key)? {
            Some(words) => words,
            None => Words { key: key.clone(), owner: None, texts: texts_of(row) },
        };
        let mut lines = Vec::new();
        for value in &row.values {
            if naming::column_key(*table, key, &value.column).is_none() {
                continue;
            }
            let said = |stored: &Option<String>| self.said(place, reckoning, *table, value, stored);
            let (old, new) = (said(&value.old)?, said(&value.new)?);
            let told = |text: &Option<String>| text.as_ref().is_some_and(|text| !text.is_empty());
            if *kind != ChangeKind::Updated && !told(&old) && !told(&new) {
                continue;
            }
            let field = naming::field(self.read, self.texts, reckoning, *table, &words, &value.column)?;
            lines.push(line(Some(&value.column), field, old, new));
        }
        Ok(lines)
    }

    /// The name of what a place was, when the step that is told took it away.
    fn title_of_gone(&self, place: Option<Place>) -> String {
        let named = place.and_then(|place| self.named.get(&place.row()).cloned());
        named.filter(|name| !name.is_empty()).unwrap_or_else(|| self.texts.get(keys::HISTORY_GONE))
    }

    fn name_of(&self, row: &RowChange) -> Result<String> {
        // An office of an item is named after the office, a series after its indicator.
        for value in &row.values {
            let named = matches!(
                (row.row.table, value.column.as_str()),
                (Table::Assignment | Table::ProjectOffice | Table::ChangedOffice, "office_id")
                    | (Table::Predecessor, "predecessor_id")
                    | (Table::FormerItem, "former_id")
                    | (Table::ChartSeries, "indicator_id")
                    | (Table::RateTerm, "term_id")
            );
            if named {
                let id = value.new.as_ref().or(value.old.as_ref()).cloned();
                return Ok(self.said(None, Reckoning::USUAL, row.row.table, value, &id)?.unwrap_or_default());
            }
        }
        let texts = texts_of(row);
        Ok(match row.row.table {
            Table::Node | Table::Meeting | Table::Plan => place::name(row.row.table, &texts),
            _ => texts.iter().filter(|text| !text.is_empty()).cloned().collect::<Vec<_>>().join("　"),
        })
    }

    /// What a plan demands: 当初予定：必ず埋める、実績：空欄でよい.
    fn demands(&self, stored: &str) -> String {
        let demands: Vec<Demand> = serde_json::from_str(stored).unwrap_or_default();
        let told = demands.iter().map(|demand| {
            let field = match demand.field {
                DemandedField::Planned => keys::FIELD_PLANNED,
                DemandedField::Target => keys::FIELD_TARGET,
                DemandedField::PreviousState => keys::FIELD_PREVIOUS_STATE,
                DemandedField::Actual => keys::FIELD_ACTUAL,
                DemandedField::Evaluation => keys::FIELD_EVALUATION,
                DemandedField::Reason => keys::FIELD_REASON,
                DemandedField::Offices => keys::FIELD_OFFICES,
            };
            let demanded = if demand.demanded { keys::SETTINGS_DEMAND_ALWAYS } else { keys::SETTINGS_DEMAND_NEVER };
            format!("{}：{}", self.texts.get(field), self.texts.get(demanded))
        });
        told.collect::<Vec<_>>().join("、")
    }

    /// A plan's own words for what becomes of its items, behind the usual ones: 拡充：充実、統合：集約.
    fn life_words(&self, stored: &str) -> String {
        let own: Vec<LifeWord> = serde_json::from_str(stored).unwrap_or_default();
        let told = own.iter().map(|own| format!("{}：{}", usual(self.texts, own.kind), own.word));
        told.collect::<Vec<_>>().join("、")
    }

    /// A value of the file in the words of a person.
    fn said(
        &self,
        place: Option<Place>,
        reckoning: Reckoning,
        table: Table,
        value: &ColumnChange,
        stored: &Option<String>,
    ) -> Result<Option<String>> {
        let Some(text) = stored else { return Ok(None) };
        let column = value.column.as_str();
        let other = match column {
            "office_id" => Some(Table::Office),
            "group_id" => Some(Table::Group),
            "parent_id" | "other_id" | "former_id" | "node_id" => Some(Table::Node),
            "schedule_id" => Some(Table::Schedule),
            "plan_id" | "predecessor_id" => Some(Table::Plan),
            "indicator_id" => Some(Table::Indicator),
            "term_id" => Some(Table::Term),
            "evaluator_id" => Some(Table::Evaluator),
            _ => None,
        };
        if let (Some(other), Ok(id)) = (other, text.parse::<i64>()) {
            let found = words::of_row(self.read, other, &[id])?.map(|row| place::name(other, &row.texts));
            let found = found.or_else(|| self.named.get(&(other, id)).cloned());
            return Ok(Some(found.unwrap_or_else(|| self.texts.get(keys::HISTORY_GONE))));
        }
        if column == "life_words" {
            return Ok(Some(self.life_words(text)));
        }
        if words::columns(table).contains(&column) {
            let list: Option<Vec<String>> =
                matches!(column, "markers" | "related").then(|| serde_json::from_str(text).ok()).flatten();
            return Ok(Some(list.map_or_else(|| text.clone(), |entries| entries.join("、"))));
        }
        if column == "demands" {
            return Ok(Some(self.demands(text)));
        }
        Ok(Some(match column {
            "achieved" | "counted" | "undecided" | "as_before" | "same_as_before" | "cumulative" | "survey"
            | "targets" | "uncounted" | "unjudged" | "total" => {
                self.texts.get(if text == "0" { keys::HISTORY_NO } else { keys::HISTORY_YES })
            }
            "kind" if table == Table::LifeEvent => {
                let own = match place {
                    Some(Place::Node { node }) => store::plan::life_words(self.read, node)?,
                    _ => Vec::new(),
                };
                let kind = serde_json::from_value(text.as_str().into());
                kind.map_or_else(|_| text.clone(), |kind| word(self.texts, &own, kind))
            }
            "first_year" | "last_year" | "since" | "until" | "year" if table != Table::Office => {
                let year = text.parse().ok().and_then(FiscalYear::new);
                year.map_or_else(|| text.clone(), |year| reckoning.long(year))
            }
            "position" | "level" | "evaluation_level" => {
                text.parse::<i64>().map_or_else(|_| text.clone(), |number| (number + 1).to_string())
            }
            // Words of the program's own vocabularies stand in the file in English.
            _ if text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_') && !text.is_empty() => {
                let key = Key::named(&format!("word-{}-{}", column.replace('_', "-"), text.replace('_', "-")));
                self.texts.get(key.unwrap_or(keys::HISTORY_OTHER_WORD))
            }
            _ => text.clone(),
        }))
    }
}
