//! Reading of cells: an amount or a rank, remarks in brackets, dashes and blanks.

use super::{Absence, FigureError, Measure, Value, ValueKind};
use crate::value::{
    fiscal_year::FiscalYear,
    quantity::{Quantity, QuantityError, Unit},
    text::{is_blank, is_dashes, narrow, squeezed},
    written::Written,
    written_date::{AsOf, read_with_kind},
};

/// What is known of a cell before it is read.
#[derive(Debug, Clone, Copy)]
pub struct CellContext<'a> {
    /// The unit of amounts written without one.
    pub unit: &'a Unit,
    /// The kind of values whose cell names none.
    pub kind: ValueKind,
    /// The year of the cell's column, from which bare years are understood.
    pub hint: Option<FiscalYear>,
}

/// Remarks that describe a value without changing it.
const HARMLESS_REMARKS: [&str; 6] = ["累計", "延べ", "単年度", "年度末", "期末", "税込"];

/// What others are that are ranked, where a rank is written without 位.
const RANKED: [&str; 9] = ["団体", "市", "区", "町", "村", "位", "自治体", "市町村", "都道府県"];

/// How many blank-separated words one amount or moment may consist of (令和 3 年 3 月 31 日).
const LONGEST_PHRASE: usize = 7;

/// What the words of a cell came to, collected piece by piece.
#[derive(Default)]
struct Pieces {
    measures: Vec<Measure>,
    kind: Option<ValueKind>,
    as_of: Option<Written<AsOf>>,
}

pub(super) fn understand(text: &str, context: &CellContext<'_>) -> Result<Value, FigureError> {
    let cell = Cell::split(text)?;
    let plain = squeezed(&cell.outside);
    let mut pieces = Pieces::default();
    if plain.is_empty() && !cell.remarks.is_empty() {
        return only_remarks(text, &cell, context);
    }
    if let Some(reason) = absence(&plain) {
        for remark in &cell.remarks {
            if !pieces.take_moment_or_kind(remark, context) {
                return Err(remark_error(remark));
            }
        }
        return Ok(Value::absent(reason));
    }
    pieces.take_outside(&cell.outside, context)?;
    for remark in &cell.remarks {
        pieces.take_remark(remark, context)?;
    }
    let mut measures = pieces.measures.into_iter();
    let measure = measures.next().ok_or_else(|| unreadable(&cell.outside))?;
    Ok(Value::Known {
        measure,
        beside: measures.collect(),
        kind: pieces.kind.unwrap_or(context.kind),
        as_of: pieces.as_of,
    })
}

/// A cell that only says when: `(27決算)` awaits the settlement. An amount in brackets alone may
/// be a misprint and is not taken.
fn only_remarks(text: &str, cell: &Cell, context: &CellContext<'_>) -> Result<Value, FigureError> {
    let mut pieces = Pieces::default();
    for remark in &cell.remarks {
        if pieces.take_moment_or_kind(remark, context) {
            continue;
        }
        return Err(match Quantity::parse(text) {
            Err(reason @ QuantityError::Bracketed { .. }) => FigureError::Amount { reason },
            _ => remark_error(remark),
        });
    }
    Ok(Value::absent(Absence::NotYet))
}

fn absence(plain: &str) -> Option<Absence> {
    Some(match plain {
        "" | "未定" | "未確定" | "集計中" | "算定中" | "調査中" | "未集計" => Absence::NotYet,
        "該当なし" | "該当無し" | "該当せず" | "対象外" => Absence::NotApplicable,
        "算定されない" | "算定されず" | "算定なし" | "算定不能" | "算出不能" | "算出されない" => {
            Absence::NotComputed
        }
        "公表なし" | "非公表" | "未公表" | "公表されない" | "公表されていない" => {
            Absence::NotPublished
        }
        dashes if is_dashes(dashes) => Absence::NotApplicable,
        _ => return None,
    })
}

fn unreadable(text: &str) -> FigureError {
    FigureError::Amount { reason: QuantityError::Unreadable { text: text.trim_matches(is_blank).to_owned() } }
}

fn remark_error(remark: &str) -> FigureError {
    FigureError::Remark { text: remark.to_owned() }
}

/// A cell taken apart: the words outside brackets, and those in each pair, as written.
struct Cell {
    outside: String,
    remarks: Vec<String>,
}

impl Cell {
    fn split(text: &str) -> Result<Self, FigureError> {
        let mut outside = String::new();
        let mut remarks = Vec::new();
        let mut open: Option<String> = None;
        for c in text.chars() {
            match (narrow(c), &mut open) {
                ('(', None) => {
                    open = Some(String::new());
                    outside.push('\n');
                }
                (')', Some(remark)) => {
                    remarks.push(std::mem::take(remark));
                    open = None;
                }
                ('(', Some(_)) | (')', None) => return Err(unreadable(text)),
                (_, Some(remark)) => remark.push(c),
                (_, None) => outside.push(c),
            }
        }
        if open.is_some() {
            return Err(unreadable(text));
        }
        let outside = without_note_mark(&outside).to_owned();
        Ok(Self { outside, remarks })
    }
}

/// Drops a reference to a footnote at the end: `※`, `※1`.
fn without_note_mark(text: &str) -> &str {
    match text.rsplit_once('※') {
        Some((before, mark)) if mark.chars().all(|c| is_blank(c) || narrow(c).is_ascii_digit()) => before,
        _ => text,
    }
}

impl Pieces {
    /// Takes the words outside brackets: amounts, ranks, moments and kinds side by side.
    fn take_outside(&mut self, outside: &str, context: &CellContext<'_>) -> Result<(), FigureError> {
        let words: Vec<&str> = outside.split(is_blank).filter(|word| !word.is_empty()).collect();
        let mut at = 0;
        while at < words.len() {
            let longest = words.len().min(at + LONGEST_PHRASE);
            let taken = (at + 1..=longest).rev().find(|end| self.take_phrase(&words[at..*end].join(" "), context));
            match taken {
                Some(end) => at = end,
                None => return Err(self.reason(outside, &words[at..], context)),
            }
        }
        Ok(())
    }

    /// Why the words could not be taken: the reason of the piece at which reading stopped, or
    /// of the whole.
    fn reason(&self, outside: &str, rest: &[&str], context: &CellContext<'_>) -> FigureError {
        let first = rest.first().copied().unwrap_or(outside);
        if let Some(Err(error)) = rank(first, context.unit) {
            return error;
        }
        let reason = match (Quantity::parse(first), Quantity::parse(outside)) {
            (
                Err(
                    reason @ (QuantityError::SuspiciousUnit { .. }
                    | QuantityError::Grouping { .. }
                    | QuantityError::TooManyDigits { .. }),
                ),
                _,
            )
            | (_, Err(reason)) => reason,
            _ => return unreadable(outside),
        };
        FigureError::Amount { reason }
    }

    fn take_phrase(&mut self, phrase: &str, context: &CellContext<'_>) -> bool {
        if self.take_measure(phrase, context) {
            return true;
        }
        let number_alone = phrase.chars().all(|c| narrow(c).is_ascii_digit());
        !number_alone && self.take_moment_or_kind(phrase, context)
    }

    fn take_measure(&mut self, phrase: &str, context: &CellContext<'_>) -> bool {
        if let Some(Ok(rank)) = rank(phrase, context.unit) {
            self.measures.push(rank);
            return true;
        }
        let Ok(quantity) = Quantity::parse(phrase) else {
            return false;
        };
        let unit = match self.measures.first() {
            Some(Measure::Number { quantity }) => &quantity.unit,
            _ => context.unit,
        };
        let quantity = quantity.or_unit(unit);
        self.measures.push(Measure::Number { quantity });
        true
    }

    fn take_moment_or_kind(&mut self, words: &str, context: &CellContext<'_>) -> bool {
        if let Some(kind) = ValueKind::parse(words) {
            return self.take_kind(kind);
        }
        let number_alone = squeezed(words).chars().all(|c| c.is_ascii_digit());
        if number_alone || self.as_of.is_some() {
            return false;
        }
        let Some((moment, kind)) = read_with_kind(words, context.hint) else {
            return false;
        };
        if kind.is_some_and(|kind| !self.take_kind(kind)) {
            return false;
        }
        let words = words.trim_matches(is_blank);
        self.as_of = Some(Written::with_meaning(words, Some(moment)));
        true
    }

    /// Two different kinds in one cell contradict each other.
    fn take_kind(&mut self, kind: ValueKind) -> bool {
        *self.kind.get_or_insert(kind) == kind
    }

    fn take_remark(&mut self, remark: &str, context: &CellContext<'_>) -> Result<(), FigureError> {
        let plain = squeezed(remark);
        if HARMLESS_REMARKS.contains(&plain.as_str()) || self.is_own_unit(&plain) {
            return Ok(());
        }
        if self.take_moment_or_kind(remark, context) || self.complete_rank(&plain) {
            return Ok(());
        }
        if let Some(rank) = rank(remark, context.unit) {
            self.measures.push(rank?);
            return Ok(());
        }
        // A plain number of four digits in brackets is a year as easily as an amount.
        let year_like = plain.len() == 4 && plain.bytes().all(|b| b.is_ascii_digit());
        if !year_like && self.take_measure(remark, context) {
            return Ok(());
        }
        Err(remark_error(remark))
    }

    /// `911 (人)`: the unit in brackets.
    fn is_own_unit(&self, word: &str) -> bool {
        match self.measures.first() {
            Some(Measure::Number { quantity }) => !word.is_empty() && quantity.unit.as_str() == word,
            _ => false,
        }
    }

    /// `27位(37団体中)`: the bracket completes the place to a rank.
    fn complete_rank(&mut self, remark: &str) -> bool {
        let Some(Measure::Number { quantity }) = self.measures.last() else {
            return false;
        };
        if quantity.unit.as_str() != "位" {
            return false;
        }
        let place = quantity.amount.to_string();
        let Some(Ok(rank)) = rank(&format!("{remark}{place}位"), &Unit::none()) else {
            return false;
        };
        self.measures.pop();
        self.measures.push(rank);
        true
    }
}

/// Reads `27/37 団体`, `27位/37団体` and `37団体中27位`; `None` when the words have another form.
fn rank(words: &str, default_unit: &Unit) -> Option<Result<Measure, FigureError>> {
    let plain = squeezed(words);
    let (place, of, unit) = match plain.split_once('中') {
        Some((among, place)) => {
            let (of, unit) = count(among)?;
            let (place, rest) = count(place)?;
            (place, of, (rest == "位").then_some(unit)?)
        }
        None => {
            let (place, among) = plain.split_once('/')?;
            let (place, suffix) = count(place)?;
            let (of, unit) = count(among)?;
            let unit = match (suffix, unit) {
                ("位", "") => "",
                ("", "") if RANKED.contains(&default_unit.as_str()) => default_unit.as_str(),
                ("" | "位", unit) if RANKED.contains(&unit) => unit,
                _ => return None,
            };
            (place, of, unit)
        }
    };
    let unit = unit.to_owned();
    Some(if place == 0 || place > of {
        Err(FigureError::Rank { place, of })
    } else {
        Ok(Measure::Rank { place, of, unit })
    })
}

fn count(text: &str) -> Option<(u32, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at(digits);
    Some((number.parse().ok()?, rest))
}
