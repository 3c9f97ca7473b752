//! Row by row: an item's texts, one lane, its bars.

use std::collections::HashMap;

use domain::programme::{LifeCycle, YearRecord};
use domain::value::FiscalYear;

use super::columns::{RecordText, Role, role, schedule_heading};
use super::words::{LifeWords, direction, group, life_cycle};
use super::{
    ActualColumn, BarDraft, DirectionDraft, GroupDraft, ItemDraft, LaneDraft, ProgressDraft,
    ScheduleDraft, bars,
};
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
    let Some(draft) = empty_draft(&account) else {
        // `ensure` has seen a year column; without one nothing could be placed.
        return Err(ExchangeError::UnknownForm {
            headings: table.headings(),
        });
    };
    let mut items = Items {
        account,
        draft,
        places: HashMap::new(),
        direction_lines: Vec::new(),
        current: None,
    };
    for row in &table.rows {
        if let Some(row) = items.account.open_row(row) {
            items.take(row);
        }
    }
    let (cells, findings) = items.account.close();
    Ok(Reading {
        draft: items.draft,
        cells,
        findings,
    })
}

fn empty_draft(account: &Account<'_, Role>) -> Option<ProgressDraft> {
    let mut years = Vec::new();
    let mut planning_years = Vec::new();
    let mut actual_columns = Vec::new();
    for (role, _) in account.columns() {
        match role {
            Role::Year(year) => years.push(year),
            Role::Record(year, RecordText::Actual { cumulative }) => {
                actual_columns.push(ActualColumn { year, cumulative });
            }
            Role::Record(year, RecordText::Planned | RecordText::Target)
                if !planning_years.contains(&year) =>
            {
                planning_years.push(year);
            }
            _ => {}
        }
    }
    let (name, as_of) = schedule_heading(account.heading(Role::Schedule));
    Some(ProgressDraft {
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

struct Items<'t> {
    account: Account<'t, Role>,
    draft: ProgressDraft,
    places: HashMap<ItemKey, usize>,
    /// The row in which each direction first stood.
    direction_lines: Vec<u32>,
    /// The item of the row above.
    current: Option<usize>,
}

impl<'t> Items<'t> {
    fn take(&mut self, mut row: OpenRow<'t>) {
        let label = self.account.words(&row, Role::Label).trim();
        let title = self.account.words(&row, Role::Title).trim();
        let place = match (title.is_empty(), label.is_empty(), self.current) {
            (false, ..) => self.item(&mut row, label, title),
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

    fn item(&mut self, row: &mut OpenRow<'t>, label: &str, title: &str) -> usize {
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
        let namesake = self.draft.items.iter().find(|item| {
            !label.is_empty()
                && item.label == label
                && item.group == key.group
                && item.direction == key.direction
        });
        if let Some(first_line) = namesake.map(|item| item.line) {
            let doubt = FindingKind::TextDiffers { first_line };
            self.account
                .doubt(row, Role::Title, doubt, Outcome::TakenOver);
        }
        let place = self.draft.items.len();
        let item = ItemDraft {
            line: row.line,
            group: key.group,
            direction: key.direction,
            label: label.to_owned(),
            title: title.to_owned(),
            life_cycle: self.life_cycle(row),
            direction_text: self.text(row, Role::DirectionText),
            lanes: Vec::new(),
            records: self.records(row),
        };
        if let Some(direction) = key
            .direction
            .and_then(|at| self.draft.directions.get_mut(at))
        {
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
        let known = self.draft.groups.iter().position(|known| *known == group);
        Some(known.unwrap_or_else(|| {
            self.draft.groups.push(group);
            self.draft.groups.len() - 1
        }))
    }

    fn direction(&mut self, row: &OpenRow<'t>) -> Option<usize> {
        let words = self.account.words(row, Role::Direction);
        if words.trim().is_empty() {
            return None;
        }
        let (label, title) = direction(words);
        let same = |known: &DirectionDraft| {
            folded(&known.label) == folded(&label) && folded(&known.title) == folded(&title)
        };
        if let Some(known) = self.draft.directions.iter().position(same) {
            return Some(known);
        }
        let namesake = self
            .draft
            .directions
            .iter()
            .position(|known| !label.is_empty() && folded(&known.label) == folded(&label));
        if let Some(first_line) = namesake
            .and_then(|at| self.direction_lines.get(at))
            .copied()
        {
            let doubt = FindingKind::TextDiffers { first_line };
            self.account
                .doubt(row, Role::Direction, doubt, Outcome::TakenOver);
        }
        self.draft.directions.push(DirectionDraft {
            label,
            title,
            items: Vec::new(),
        });
        self.direction_lines.push(row.line);
        Some(self.draft.directions.len() - 1)
    }

    fn life_cycle(&mut self, row: &mut OpenRow<'t>) -> LifeCycle {
        let (life, doubt) = match life_cycle(self.account.words(row, Role::LifeCycle)) {
            LifeWords::Understood(life) => (life, None),
            LifeWords::WithoutYear(life) => (life, Some(FindingKind::YearNotUnderstood)),
            LifeWords::Unknown(life) => (life, Some(FindingKind::LifeCycleNotUnderstood)),
        };
        if let Some(doubt) = doubt {
            self.account
                .doubt(row, Role::LifeCycle, doubt, Outcome::WordsOnly);
            self.account
                .understand(row, Role::LifeCycle, Understood::NotUnderstood);
        } else if !life.words.is_empty() {
            let understood = Understood::LifeCycle {
                life_cycle: life.kind,
                year: life.year.as_ref().and_then(|year| year.meaning),
            };
            self.account.understand(row, Role::LifeCycle, understood);
        }
        life
    }

    fn text(&self, row: &OpenRow<'t>, role: Role) -> String {
        let words = self.account.words(row, role);
        if words.trim().is_empty() {
            String::new()
        } else {
            words.to_owned()
        }
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
                *slot = words;
                record.cumulative |= which == RecordText::Actual { cumulative: true };
            } else {
                // …年度実績 and …年度までの取組実績 side by side: one record holds one of them.
                self.account
                    .doubt(row, role, FindingKind::RepeatedColumn, Outcome::LeftOut);
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
        let mut texts = vec![
            (Role::DirectionText, item.direction_text.clone()),
            (Role::LifeCycle, item.life_cycle.words.clone()),
        ];
        for (year, which) in records {
            let mut record = item
                .records
                .iter()
                .find(|record| record.year == year)
                .cloned();
            let first = record
                .as_mut()
                .map(|record| std::mem::take(slot(record, which)));
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

    fn lane(&mut self, row: &mut OpenRow<'t>, place: usize) {
        let title = self.account.words(row, Role::Lane).trim();
        let schedule = self.account.words(row, Role::Schedule);
        let years: Vec<FiscalYear> = self
            .account
            .columns()
            .filter_map(|(role, _)| match role {
                Role::Year(year) => Some(year),
                _ => None,
            })
            .collect();
        let has_bars = !schedule.trim().is_empty()
            || years
                .iter()
                .any(|year| !self.account.words(row, Role::Year(*year)).trim().is_empty());
        if title.is_empty() && !has_bars {
            return;
        }
        if title.is_empty() {
            self.account.doubt(
                row,
                Role::Lane,
                FindingKind::MissingName,
                Outcome::TakenOver,
            );
        }
        let bars = self.bars(row, schedule, &years);
        let Some(lanes) = self.draft.items.get(place).map(|item| &item.lanes) else {
            return;
        };
        let twin = lanes
            .iter()
            .find(|lane| lane.title == title && lane.bars == bars);
        if let Some(first_line) = twin.map(|lane| lane.line) {
            let doubt = FindingKind::DuplicateRow { first_line };
            self.account.doubt_row(row, title, doubt, Outcome::LeftOut);
            let of_lane = [Role::Lane, Role::Place, Role::Schedule];
            for role in of_lane.into_iter().chain(years.into_iter().map(Role::Year)) {
                self.account.understand(row, role, Understood::LeftOut);
            }
            return;
        }
        let next = lanes.len() + 1;
        self.place(row, u32::try_from(next).unwrap_or(u32::MAX));
        if let Some(item) = self.draft.items.get_mut(place) {
            item.lanes.push(LaneDraft {
                line: row.line,
                title: title.to_owned(),
                bars,
            });
        }
    }

    fn place(&mut self, row: &mut OpenRow<'t>, place: u32) {
        let words = folded(self.account.words(row, Role::Place));
        if words.is_empty() {
            return;
        }
        let understood = match words.parse::<u32>() {
            Ok(written) => {
                if written != place {
                    let doubt = FindingKind::OutOfOrder { place };
                    self.account
                        .doubt(row, Role::Place, doubt, Outcome::TakenOver);
                }
                Understood::Place { place }
            }
            Err(_) => {
                self.account
                    .doubt(row, Role::Place, FindingKind::NotANumber, Outcome::LeftOut);
                Understood::NotUnderstood
            }
        };
        self.account.understand(row, Role::Place, understood);
    }

    fn bars(
        &mut self,
        row: &mut OpenRow<'t>,
        schedule: &str,
        years: &[FiscalYear],
    ) -> Vec<BarDraft> {
        let Some(bars) = bars::read(schedule) else {
            self.account.doubt(
                row,
                Role::Schedule,
                FindingKind::BarNotUnderstood,
                Outcome::LeftOut,
            );
            self.account
                .understand(row, Role::Schedule, Understood::NotUnderstood);
            for year in years {
                let role = Role::Year(*year);
                if !self.account.words(row, role).trim().is_empty() {
                    self.account.understand(row, role, Understood::LeftOut);
                }
            }
            return Vec::new();
        };
        let span = self.draft.schedule.first..=self.draft.schedule.last;
        if bars
            .iter()
            .any(|bar| !span.contains(&bar.first) || !span.contains(&bar.last))
        {
            self.account.doubt(
                row,
                Role::Schedule,
                FindingKind::BarOutsideYears,
                Outcome::TakenOver,
            );
        }
        if !bars.is_empty() {
            let understood = Understood::Bars { bars: bars.clone() };
            self.account.understand(row, Role::Schedule, understood);
        }
        for year in years {
            self.compare_year(row, &bars, *year);
        }
        bars
    }

    fn compare_year(&mut self, row: &mut OpenRow<'t>, of_lane: &[BarDraft], year: FiscalYear) {
        let role = Role::Year(year);
        let cell = self.account.words(row, role);
        let blank = cell.trim().is_empty();
        if bars::agrees(cell, of_lane, year) {
            if !blank {
                self.account.understand(row, role, Understood::AsBars);
            }
            return;
        }
        let doubt = FindingKind::YearDiffersFromBars {
            bars: bars::words_in(of_lane, year),
        };
        self.account.doubt(row, role, doubt, Outcome::LeftOut);
        if !blank {
            self.account.understand(row, role, Understood::LeftOut);
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
