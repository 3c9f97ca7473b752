//! Row by row: an item's texts, one lane, its bars.

use std::collections::HashMap;

use domain::programme::{YearRecord, says_same_as_before};
use domain::value::FiscalYear;

use super::columns::{RecordText, Role, role, schedule_heading};
use super::words::{LifeWords, direction, group, life_cycle, name_and_life};
use super::{ActualColumn, DirectionDraft, GroupDraft, ItemDraft, LifeDraft, ProgressDraft, ScheduleDraft};
use crate::account::{Account, OpenRow};
use crate::error::ExchangeError;
use crate::form::{Form, ensure};
use crate::heading::folded;
use crate::reading::{FindingKind, Outcome, Reading, Understood};
use crate::table::Table;

/// Reads a progress table with one row per 取組項目, the texts of an item repeated on each of
/// its rows or left blank on the rows after its first.
///
/// The years of the records and the moment of the schedule come from the headings. Bars come
/// from the column 年度スケジュール; the year columns repeat their words and are held against
/// them. Every text is kept to the letter, 当初予定 and 設定目標 of one cell unparted.
///
/// # Errors
/// [`ExchangeError::MissingColumns`] and [`ExchangeError::NoRows`].
pub fn read_progress(table: &Table) -> Result<Reading<ProgressDraft>, ExchangeError> {
    ensure(Form::Progress, table)?;
    let account = Account::open(table, role);
    let Some(draft) = empty_draft(table, &account) else {
        // `ensure` has seen a year column; without one nothing could be placed.
        return Err(ExchangeError::UnknownForm { headings: table.headings() });
    };
    let mut items = Items {
        account,
        draft,
        places: HashMap::new(),
        labels: HashMap::new(),
        groups: HashMap::new(),
        directions: HashMap::new(),
        direction_labels: HashMap::new(),
        current: None,
    };
    for row in &table.rows {
        if let Some(row) = items.account.open_row(row) {
            items.take(row);
        }
    }
    let (cells, findings) = items.account.close();
    Ok(Reading { draft: items.draft, cells, findings })
}

fn empty_draft(table: &Table, account: &Account<'_, Role>) -> Option<ProgressDraft> {
    let mut years = Vec::new();
    let mut planning_years = Vec::new();
    let mut actual_columns = Vec::new();
    for (role, _) in account.columns() {
        match role {
            Role::Year(year) => years.push(year),
            Role::Record(year, RecordText::Actual { cumulative }) => {
                actual_columns.push(ActualColumn { year, cumulative });
            }
            Role::Record(year, RecordText::Planned | RecordText::Target) if !planning_years.contains(&year) => {
                planning_years.push(year);
            }
            _ => {}
        }
    }
    let (name, as_of) = schedule_heading(account.heading(Role::Schedule));
    Some(ProgressDraft {
        title: table.title().to_owned(),
        remarks: table.remarks(),
        groups: Vec::new(),
        schedule: ScheduleDraft {
            name,
            as_of,
            first: years.iter().copied().min()?,
            last: years.iter().copied().max()?,
        },
        planning_years,
        actual_columns,
        direction_text_heading: account.heading(Role::DirectionText).trim().to_owned(),
        item_heading: account.heading(Role::Title).trim().to_owned(),
        directions: Vec::new(),
        items: Vec::new(),
    })
}

/// What makes two rows rows of one item.
#[derive(Clone, PartialEq, Eq, Hash)]
struct ItemKey {
    group: Option<usize>,
    direction: Option<usize>,
    label: String,
    title: String,
}

pub(super) struct Items<'t> {
    pub(super) account: Account<'t, Role>,
    pub(super) draft: ProgressDraft,
    places: HashMap<ItemKey, usize>,
    /// The row in which a label first stood within its group and direction.
    labels: HashMap<(Option<usize>, Option<usize>, String), u32>,
    groups: HashMap<GroupDraft, usize>,
    /// Directions by their folded label and title.
    directions: HashMap<(String, String), usize>,
    /// The row in which a direction's label first stood, by the folded label.
    direction_labels: HashMap<String, u32>,
    /// The item of the row above.
    current: Option<usize>,
}

impl<'t> Items<'t> {
    fn take(&mut self, mut row: OpenRow<'t>) {
        let label = self.account.words(&row, Role::Label).trim();
        let (title, life) = name_and_life(self.account.words(&row, Role::Title));
        let place = match (title.is_empty(), label.is_empty(), self.current) {
            (false, ..) => self.item(&mut row, label, title, life),
            // Cells merged over several rows are blank in all but the first.
            (true, true, Some(place)) => {
                for role in [Role::Label, Role::Title] {
                    self.account.understand(&mut row, role, Understood::AsAbove);
                }
                self.compare_texts(&mut row, place);
                place
            }
            (true, ..) => {
                let kind = FindingKind::MissingName;
                if label.is_empty() {
                    let lane = self.account.words(&row, Role::Lane).trim();
                    self.account.doubt_row(&row, lane, kind, Outcome::LeftOut);
                } else {
                    self.account.doubt_row(&row, label, kind, Outcome::LeftOut);
                }
                // What follows without a name of its own would go to the wrong item.
                self.current = None;
                return self.account.leave_row_out(row);
            }
        };
        self.current = Some(place);
        self.lane(&mut row, place);
        self.account.close_row(row);
    }

    fn item(&mut self, row: &mut OpenRow<'t>, label: &str, title: &str, life: &str) -> usize {
        let key = ItemKey {
            group: self.group(row),
            direction: self.direction(row),
            label: label.to_owned(),
            title: title.to_owned(),
        };
        if let Some(place) = self.places.get(&key).copied() {
            for role in [Role::Label, Role::Title] {
                self.account.understand(row, role, Understood::AsAbove);
            }
            self.compare_texts(row, place);
            return place;
        }
        let within = (key.group, key.direction, label.to_owned());
        let first_line = *self.labels.entry(within).or_insert(row.line);
        if !label.is_empty() && first_line != row.line {
            let doubt = FindingKind::TextDiffers { first_line };
            self.account.doubt(row, Role::Title, doubt, Outcome::TakenOver);
        }
        let place = self.draft.items.len();
        let item = ItemDraft {
            line: row.line,
            group: key.group,
            direction: key.direction,
            label: label.to_owned(),
            title: title.to_owned(),
            life_cycle: self.life_cycle(row, life),
            direction_text: self.text(row, Role::DirectionText),
            lanes: Vec::new(),
            records: self.records(row),
        };
        if let Some(direction) = key.direction.and_then(|at| self.draft.directions.get_mut(at)) {
            direction.items.push(place);
        }
        self.draft.items.push(item);
        self.places.insert(key, place);
        place
    }

    fn group(&mut self, row: &OpenRow<'t>) -> Option<usize> {
        let words = self.account.words(row, Role::Group);
        if words.trim().is_empty() {
            return None;
        }
        let (name, description) = group(words);
        let group = GroupDraft { name, description };
        if let Some(known) = self.groups.get(&group) {
            return Some(*known);
        }
        let place = self.draft.groups.len();
        self.groups.insert(group.clone(), place);
        self.draft.groups.push(group);
        Some(place)
    }

    fn direction(&mut self, row: &OpenRow<'t>) -> Option<usize> {
        let words = self.account.words(row, Role::Direction);
        if words.trim().is_empty() {
            return None;
        }
        let (label, title) = direction(words);
        let key = (folded(&label), folded(&title));
        if let Some(known) = self.directions.get(&key) {
            return Some(*known);
        }
        let first_line = *self.direction_labels.entry(key.0.clone()).or_insert(row.line);
        if !label.is_empty() && first_line != row.line {
            let doubt = FindingKind::TextDiffers { first_line };
            self.account.doubt(row, Role::Direction, doubt, Outcome::TakenOver);
        }
        let place = self.draft.directions.len();
        self.directions.insert(key, place);
        self.draft.directions.push(DirectionDraft { label, title, items: Vec::new() });
        Some(place)
    }

    /// Where an item stands in its life: its own column says so, or the words below its name.
    fn life_cycle(&mut self, row: &mut OpenRow<'t>, below: &str) -> LifeDraft {
        let own = self.account.words(row, Role::LifeCycle);
        let (role, words) =
            if own.trim().is_empty() && !below.is_empty() { (Role::Title, below) } else { (Role::LifeCycle, own) };
        let (life, doubt) = match life_cycle(words) {
            LifeWords::Understood(life) => (life, None),
            LifeWords::WithoutYear(life) => (life, Some(FindingKind::YearNotUnderstood)),
            LifeWords::Unknown(life) => (life, Some(FindingKind::LifeCycleNotUnderstood)),
        };
        if let Some(doubt) = doubt {
            self.account.doubt(row, role, doubt, Outcome::WordsOnly);
            self.account.understand(row, role, Understood::NotUnderstood);
        } else if !life.words.is_empty() {
            let understood = Understood::LifeCycle {
                word: life.word.clone(),
                year: life.year.as_ref().and_then(|year| year.meaning),
            };
            self.account.understand(row, role, understood);
        }
        life
    }

    fn text(&self, row: &OpenRow<'t>, role: Role) -> String {
        let words = self.account.words(row, role);
        if words.trim().is_empty() { String::new() } else { words.to_owned() }
    }

    fn records(&mut self, row: &mut OpenRow<'t>) -> Vec<YearRecord> {
        let columns: Vec<(FiscalYear, RecordText)> = self.record_columns().collect();
        let mut records: Vec<YearRecord> = Vec::new();
        for (year, which) in columns {
            let role = Role::Record(year, which);
            let words = self.text(row, role);
            if words.is_empty() {
                continue;
            }
            let at = match records.iter().position(|record| record.year == year) {
                Some(at) => at,
                None => {
                    records.push(YearRecord::empty(year));
                    records.len() - 1
                }
            };
            let Some(record) = records.get_mut(at) else {
                continue;
            };
            let slot = slot(record, which);
            if slot.is_empty() {
                if which == RecordText::Planned && says_same_as_before(&words) {
                    self.account.understand(row, role, Understood::SameAsBefore);
                }
                *slot = words;
                record.cumulative |= which == RecordText::Actual { cumulative: true };
            } else {
                // …年度実績 and …年度までの取組実績 side by side: one record holds one of them.
                self.account.doubt(row, role, FindingKind::RepeatedColumn, Outcome::LeftOut);
                self.account.understand(row, role, Understood::LeftOut);
            }
        }
        records.sort_by_key(|record| record.year);
        records
    }

    fn record_columns(&self) -> impl Iterator<Item = (FiscalYear, RecordText)> + use<'_, 't> {
        self.account.columns().filter_map(|(role, _)| match role {
            Role::Record(year, which) => Some((year, which)),
            _ => None,
        })
    }

    /// Holds the texts of a further row against those of the item's first row.
    fn compare_texts(&mut self, row: &mut OpenRow<'t>, place: usize) {
        let records: Vec<(FiscalYear, RecordText)> = self.record_columns().collect();
        let Some(item) = self.draft.items.get(place) else {
            return;
        };
        let first_line = item.line;
        let mut texts =
            vec![(Role::DirectionText, item.direction_text.clone()), (Role::LifeCycle, item.life_cycle.words.clone())];
        for (year, which) in records {
            let mut record = item.records.iter().find(|record| record.year == year).cloned();
            let first = record.as_mut().map(|record| std::mem::take(slot(record, which)));
            texts.push((Role::Record(year, which), first.unwrap_or_default()));
        }
        for (role, first) in texts {
            let words = self.account.words(row, role);
            if words.trim().is_empty() {
                continue;
            }
            let same = words.trim() == first.trim();
            let understood = if same {
                Understood::AsAbove
            } else {
                let doubt = FindingKind::TextDiffers { first_line };
                self.account.doubt(row, role, doubt, Outcome::LeftOut);
                Understood::LeftOut
            };
            self.account.understand(row, role, understood);
        }
    }
}

/// The place of a text in a record.
fn slot(record: &mut YearRecord, which: RecordText) -> &mut String {
    match which {
        RecordText::Planned => &mut record.planned,
        RecordText::Target => &mut record.target,
        RecordText::PreviousState => &mut record.previous_state,
        RecordText::Actual { .. } => &mut record.actual,
        RecordText::Issues => &mut record.issues,
        RecordText::Note => &mut record.note,
    }
}
