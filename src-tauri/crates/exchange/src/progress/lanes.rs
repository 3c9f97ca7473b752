//! The lane of a row: its place, its bars, and the year columns held against them.

use domain::value::FiscalYear;

use super::columns::Role;
use super::read::Items;
use super::{BarDraft, LaneDraft, bars};
use crate::account::OpenRow;
use crate::heading::folded;
use crate::reading::{FindingKind, Outcome, Understood};

impl<'t> Items<'t> {
    /// Adds the lane of a row to its item, unless the row has none.
    pub(super) fn lane(&mut self, row: &mut OpenRow<'t>, place: usize) {
        // The mark before a lane is set by the screen and the paper, not kept with its name.
        let title = self.account.words(row, Role::Lane).trim().trim_start_matches('・').trim_start();
        let schedule = self.account.words(row, Role::Schedule);
        let years: Vec<FiscalYear> = self
            .account
            .columns()
            .filter_map(|(role, _)| match role {
                Role::Year(year) => Some(year),
                _ => None,
            })
            .collect();
        let drawn = row.bars;
        let has_bars = drawn.is_some_and(|bars| !bars.is_empty())
            || !schedule.trim().is_empty()
            || years.iter().any(|year| !self.account.words(row, Role::Year(*year)).trim().is_empty());
        if title.is_empty() && !has_bars {
            return;
        }
        if title.is_empty() {
            self.account.doubt(row, Role::Lane, FindingKind::MissingName, Outcome::TakenOver);
        }
        let bars = match drawn {
            Some(bars) => self.drawn(row, bars, &years),
            None => self.bars(row, schedule, &years),
        };
        let Some(lanes) = self.draft.items.get(place).map(|item| &item.lanes) else {
            return;
        };
        let twin = lanes.iter().find(|lane| lane.title == title && lane.bars == bars);
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
            item.lanes.push(LaneDraft { line: row.line, title: title.to_owned(), bars });
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
                    self.account.doubt(row, Role::Place, doubt, Outcome::TakenOver);
                }
                Understood::Place { place }
            }
            Err(_) => {
                self.account.doubt(row, Role::Place, FindingKind::NotANumber, Outcome::LeftOut);
                Understood::NotUnderstood
            }
        };
        self.account.understand(row, Role::Place, understood);
    }

    /// Bars that merged cells show: the year columns are the bars themselves.
    fn drawn(&mut self, row: &mut OpenRow<'t>, bars: &[BarDraft], years: &[FiscalYear]) -> Vec<BarDraft> {
        for year in years {
            let role = Role::Year(*year);
            if self.account.words(row, role).trim().is_empty() {
                continue;
            }
            let begins = bars.iter().filter(|bar| bar.first == *year).cloned().collect::<Vec<_>>();
            let understood = if begins.is_empty() { Understood::AsBars } else { Understood::Bars { bars: begins } };
            self.account.understand(row, role, understood);
        }
        bars.to_vec()
    }

    fn bars(&mut self, row: &mut OpenRow<'t>, schedule: &str, years: &[FiscalYear]) -> Vec<BarDraft> {
        let Some(bars) = bars::read(schedule) else {
            self.account.doubt(row, Role::Schedule, FindingKind::BarNotUnderstood, Outcome::LeftOut);
            self.account.understand(row, Role::Schedule, Understood::NotUnderstood);
            for year in years {
                let role = Role::Year(*year);
                if !self.account.words(row, role).trim().is_empty() {
                    self.account.understand(row, role, Understood::LeftOut);
                }
            }
            return Vec::new();
        };
        let span = self.draft.schedule.first..=self.draft.schedule.last;
        if bars.iter().any(|bar| !span.contains(&bar.first) || !span.contains(&bar.last)) {
            self.account.doubt(row, Role::Schedule, FindingKind::BarOutsideYears, Outcome::TakenOver);
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
        let doubt = FindingKind::YearDiffersFromBars { bars: bars::words_in(of_lane, year) };
        self.account.doubt(row, role, doubt, Outcome::LeftOut);
        if !blank {
            self.account.understand(row, role, Understood::LeftOut);
        }
    }
}
