//! Row by row: a name, a year, a kind, a value and its words.

use std::collections::{BTreeMap, HashMap};

use domain::programme::Slot;
use domain::value::{FiscalYear, Quantity, QuantityError, Unit, ValueKind, Written};

use super::cell::{CellPair, Telling};
use super::columns::{Role, role};
use super::misspelling::suggestion;
use super::{FiscalDraft, IndicatorDraft, ObservationDraft, TargetDraft, target};
use crate::account::{Account, OpenRow};
use crate::error::ExchangeError;
use crate::form::{Form, ensure};
use crate::heading::folded;
use crate::reading::{FindingKind, Outcome, Reading, Understood};
use crate::table::Table;
use crate::year::CellYear;

/// Reads a table of fiscal series: 指標・単位・年度・区分・値, and 原文 where there is one.
///
/// The words of a value are those of 原文, else those of 値. A value is understood only when
/// both columns agree on it; where they do not, or where one looks like a misprint (4憶,
/// (9500)), the words are kept without a value and a finding says so. Rows without a name, an
/// understood year or an understood 区分 have no place in the draft and are left out, told.
///
/// # Errors
/// [`ExchangeError::MissingColumns`] and [`ExchangeError::NoRows`].
pub fn read_fiscal(table: &Table) -> Result<Reading<FiscalDraft>, ExchangeError> {
    ensure(Form::FiscalSeries, table)?;
    let mut series = Series {
        account: Account::open(table, role),
        draft: FiscalDraft::default(),
        places: HashMap::new(),
        filled: BTreeMap::new(),
    };
    for row in &table.rows {
        if let Some(row) = series.account.open_row(row) {
            series.take(row);
        }
    }
    let (cells, findings) = series.account.close();
    Ok(Reading { draft: series.draft, cells, findings })
}

/// What a row is about.
enum RowKind {
    Value(ValueKind),
    Target,
}

impl RowKind {
    fn read(words: &str) -> Option<Self> {
        if let Some(kind) = ValueKind::parse(words) {
            return Some(Self::Value(kind));
        }
        matches!(folded(words).as_str(), "目標" | "目標値" | "目標額").then_some(Self::Target)
    }
}

struct Series<'t> {
    account: Account<'t, Role>,
    draft: FiscalDraft,
    /// Where an indicator stands in the draft, by its folded name.
    places: HashMap<String, usize>,
    /// The row that filled a value, by indicator, year and slot.
    filled: BTreeMap<(usize, FiscalYear, Slot), u32>,
}

impl<'t> Series<'t> {
    fn take(&mut self, mut row: OpenRow<'t>) {
        let words = |role| self.account.words(&row, role);
        let name = words(Role::Indicator).trim();
        let kind = RowKind::read(words(Role::Kind));
        let year = CellYear::read(words(Role::Year)).parted();
        if name.is_empty() {
            let source = words(Role::Words).to_owned();
            self.account.doubt_row(&row, &source, FindingKind::MissingName, Outcome::LeftOut);
            return self.account.leave_row_out(row);
        }
        let Some(kind) = kind else {
            self.account.doubt(&row, Role::Kind, FindingKind::UnknownKind, Outcome::LeftOut);
            return self.account.leave_row_out(row);
        };
        let year = match (year, &kind) {
            (Ok(read), _) => {
                let understood = Understood::Year { year: read.year };
                self.account.understand(&mut row, Role::Year, understood);
                Some(read.year)
            }
            (Err(doubt), RowKind::Value(_)) => {
                self.account.doubt(&row, Role::Year, doubt, Outcome::LeftOut);
                return self.account.leave_row_out(row);
            }
            (Err(doubt), RowKind::Target) => {
                self.account.doubt(&row, Role::Year, doubt, Outcome::WordsOnly);
                self.account.understand(&mut row, Role::Year, Understood::NotUnderstood);
                None
            }
        };
        if let (RowKind::Value(kind), Some(year)) = (&kind, year) {
            let place = self.places.get(&folded(name)).copied();
            let slot = slot_of(*kind);
            let before = place.and_then(|place| self.filled.get(&(place, year, slot)));
            if let Some(first_line) = before.copied() {
                let doubt = FindingKind::DuplicateRow { first_line };
                self.account.doubt_row(&row, name, doubt, Outcome::LeftOut);
                return self.account.leave_row_out(row);
            }
        }
        let place = self.indicator(&row, name);
        let unit = self.unit(&row, place);
        match (kind, year) {
            (RowKind::Value(kind), Some(year)) => self.value(&mut row, place, &unit, kind, year),
            (RowKind::Value(_), None) => {}
            (RowKind::Target, year) => self.target(&mut row, place, &unit, year),
        }
        self.account.close_row(row);
    }

    /// The place of an indicator in the draft; a doubt about its name is told once.
    fn indicator(&mut self, row: &OpenRow<'t>, name: &str) -> usize {
        let key = folded(name);
        if let Some(place) = self.places.get(&key) {
            return *place;
        }
        if let Some(suggestion) = suggestion(name) {
            let doubt = FindingKind::Misspelt { suggestion: suggestion.to_owned() };
            self.account.doubt(row, Role::Indicator, doubt, Outcome::TakenOver);
        }
        let place = self.draft.indicators.len();
        self.draft.indicators.push(IndicatorDraft {
            name: name.to_owned(),
            unit: String::new(),
            decimals: 0,
            observations: Vec::new(),
            targets: Vec::new(),
        });
        self.places.insert(key, place);
        place
    }

    /// The unit of a row, held against the rows above.
    fn unit(&mut self, row: &OpenRow<'t>, place: usize) -> Unit {
        let written = self.account.words(row, Role::Unit).trim();
        let unit = Unit::new(written);
        let Some(indicator) = self.draft.indicators.get_mut(place) else {
            return unit;
        };
        let first = Unit::new(&indicator.unit);
        let mut doubts = Vec::new();
        if first.is_none() {
            written.clone_into(&mut indicator.unit);
        } else if !unit.is_none() && unit != first {
            doubts.push(FindingKind::UnitDiffers { expected: indicator.unit.clone() });
        }
        if let Err(QuantityError::SuspiciousUnit { unit }) = Quantity::parse(&format!("1{written}")) {
            doubts.push(FindingKind::SuspiciousUnit { unit });
        }
        for doubt in doubts {
            self.account.doubt(row, Role::Unit, doubt, Outcome::TakenOver);
        }
        unit
    }

    fn value(&mut self, row: &mut OpenRow<'t>, place: usize, unit: &Unit, kind: ValueKind, year: FiscalYear) {
        let slot = slot_of(kind);
        self.filled.insert((place, year, slot), row.line);
        self.account.understand(row, Role::Kind, Understood::Kind { value_kind: kind });
        let pair = CellPair {
            value: self.account.words(row, Role::Value),
            words: self.account.words(row, Role::Words),
            unit,
            year: Some(year),
        };
        let (figure, telling) = pair.figure(kind);
        self.tell(row, telling);
        if let Some(indicator) = self.draft.indicators.get_mut(place) {
            let decimals = figure.quantity().map_or(0, |quantity| quantity.amount.scale());
            indicator.decimals = indicator.decimals.max(u8::try_from(decimals).unwrap_or(u8::MAX));
            indicator.observations.push(ObservationDraft { line: row.line, year, slot, figure });
        }
    }

    fn tell(&mut self, row: &mut OpenRow<'t>, telling: Telling) {
        for (role, doubt, outcome) in telling.doubts {
            self.account.doubt(row, role, doubt, outcome);
        }
        for (role, understood) in telling.understood {
            self.account.understand(row, role, understood);
        }
    }

    fn target(&mut self, row: &mut OpenRow<'t>, place: usize, unit: &Unit, year: Option<FiscalYear>) {
        self.account.understand(row, Role::Kind, Understood::TargetRow);
        let pair = CellPair {
            value: self.account.words(row, Role::Value),
            words: self.account.words(row, Role::Words),
            unit,
            year,
        };
        let read = target::read(&pair);
        self.tell(row, read.telling);
        let written_year = self.account.words(row, Role::Year).trim();
        let year = Written::with_meaning(written_year, year);
        let name = self.account.words(row, Role::Indicator).trim().to_owned();
        let Some(indicator) = self.draft.indicators.get_mut(place) else {
            return;
        };
        let same = indicator.targets.iter().find(|known| known.year == year && known.target.text == read.target.text);
        if let Some(first_line) = same.map(|known| known.line) {
            let doubt = FindingKind::DuplicateRow { first_line };
            self.account.doubt_row(row, &name, doubt, Outcome::LeftOut);
            for role in [Role::Value, Role::Words] {
                self.account.understand(row, role, Understood::LeftOut);
            }
            return;
        }
        let decimals = read.decimals;
        indicator.decimals = indicator.decimals.max(u8::try_from(decimals).unwrap_or(u8::MAX));
        indicator.targets.push(TargetDraft { line: row.line, year, target: read.target, as_of: read.as_of });
    }
}

/// Settled and counted values stand in the row of results, the others in that of the plan.
fn slot_of(kind: ValueKind) -> Slot {
    match kind {
        ValueKind::Settled | ValueKind::Provisional | ValueKind::Actual => Slot::Actual,
        ValueKind::Budget | ValueKind::Planned | ValueKind::Outlook => Slot::Plan,
    }
}
