//! What was read, cell by cell, and what seems wrong with it.

use domain::value::{Absence, AsOf, FiscalYear, Quantity, Target, ValueKind, Written};
use serde::Serialize;
use ts_rs::TS;

use crate::progress::BarDraft;

/// A draft made from a table, with the account of how each cell was understood.
///
/// The preview before an import shows all three; nothing enters the programme before that.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Reading<T> {
    /// What would be taken over.
    pub draft: T,
    /// Every source cell beside what was read from it, row by row, title rows first.
    pub cells: Vec<ReadCell>,
    /// What seems wrong or was not understood, in the order of the rows.
    pub findings: Vec<Finding>,
}

/// One cell of the source and what was read from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReadCell {
    /// The row as Excel counts, from 1.
    pub line: u32,
    /// The heading of its column, as written; "" where there is none.
    pub column: String,
    /// The words of the cell.
    pub source: String,
    /// What was read.
    pub understood: Understood,
}

/// What was read from a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Understood {
    /// The cell is blank.
    Blank,
    /// Words, taken to the letter.
    Words,
    /// The same words as in the rows of the item above, or a blank that stands for them.
    AsAbove,
    /// A heading, a title or a note of the table, not a part of its data.
    Heading,
    /// An amount.
    Number {
        /// The amount with the unit it was read in.
        quantity: Quantity,
    },
    /// No value, and why.
    Absent {
        /// Why.
        reason: Absence,
    },
    /// A fiscal year.
    Year {
        /// The year.
        year: FiscalYear,
    },
    /// The kind of a value.
    Kind {
        /// The kind.
        value_kind: ValueKind,
    },
    /// The row is a target and no value.
    TargetRow,
    /// A target with the bound it sets.
    Target {
        /// The bound.
        target: Target,
        /// The moment it speaks of, when written.
        as_of: Option<Written<AsOf>>,
    },
    /// The words of a figure, with the moment it speaks of, when written.
    Figure {
        /// The moment.
        as_of: Option<Written<AsOf>>,
    },
    /// The place of a lane within its item, from 1.
    Place {
        /// The place.
        place: u32,
    },
    /// The words only say that planning is as in the year before (前年度と同じ, →).
    SameAsBefore,
    /// The words of the bars that cover the year of the column, said once more.
    AsBars,
    /// Bars of a lane.
    Bars {
        /// The bars from left to right.
        bars: Vec<BarDraft>,
    },
    /// Where an item stands in its life, with the fiscal year where one was written.
    LifeCycle {
        /// The word that says it, as it stands in the table: 終了, 充実.
        word: String,
        /// The year.
        year: Option<FiscalYear>,
    },
    /// The words are kept as written, and no meaning was found in them.
    NotUnderstood,
    /// The cell is not taken over; a finding says why.
    LeftOut,
}

/// Something a person should look at before the import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Finding {
    /// The row as Excel counts, from 1.
    pub line: u32,
    /// The heading of the column, as written; `None` when it is the row as a whole.
    pub column: Option<String>,
    /// The words of the cell, or the name the row goes by.
    pub source: String,
    /// What is odd about it.
    pub kind: FindingKind,
    /// What becomes of it.
    pub outcome: Outcome,
}

/// What becomes of a cell with a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Taken over as it was read; the finding is a doubt.
    TakenOver,
    /// Taken over without the characters that no document can show.
    Cleaned,
    /// Taken over as words, without a meaning for calculation.
    WordsOnly,
    /// Not taken over.
    LeftOut,
}

/// What can be odd about a cell or a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FindingKind {
    /// Words where a number belongs.
    NotANumber,
    /// A unit that looks like a misprint: 4憶.
    SuspiciousUnit {
        /// The unit as written.
        unit: String,
    },
    /// A number in brackets: (9500) may be a misprint, an amount apart or one included.
    Bracketed {
        /// The amount inside the brackets.
        inner: Quantity,
    },
    /// 値 and 原文 name different amounts.
    AmountsDiffer {
        /// The amount in the words of 原文.
        in_words: String,
    },
    /// The unit is another one than the row says, or than the rows above for the same indicator.
    UnitDiffers {
        /// The other unit.
        expected: String,
    },
    /// 原文 names another kind than 区分: 決算 here, 決算見込 there.
    KindDiffers {
        /// The kind in the words of 原文, which is taken over.
        in_words: ValueKind,
    },
    /// A name that is one letter away from an indicator every city has: 経営収支比率.
    Misspelt {
        /// The name it may have meant.
        suggestion: String,
    },
    /// A year, well written, in which no city has a table: 令和99年度, 1800.
    YearOutOfRange {
        /// The first year accepted.
        first: i32,
        /// The last year accepted.
        last: i32,
    },
    /// Words that are no fiscal year.
    YearNotUnderstood,
    /// 区分 is none of 決算, 決算見込, 予算, 計画, 見通し, 実績, 目標.
    UnknownKind,
    /// Words of a target in which no bound was found.
    TargetNotUnderstood,
    /// The same place of the table was filled by a row above.
    DuplicateRow {
        /// The row above, as Excel counts.
        first_line: u32,
    },
    /// A text that should be the same in all rows of an item differs from the first one.
    TextDiffers {
        /// The row of the first one, as Excel counts.
        first_line: u32,
    },
    /// No name where one is needed.
    MissingName,
    /// A row with more or fewer cells than the headings have.
    RaggedRow {
        /// The number of headings.
        expected: u32,
        /// The number of cells.
        found: u32,
    },
    /// A heading that means nothing here.
    UnknownColumn,
    /// A heading that was there before.
    RepeatedColumn,
    /// The number of a lane is not its place among the rows of the item.
    OutOfOrder {
        /// The place it has, from 1.
        place: u32,
    },
    /// Words in the schedule column that name no bars.
    BarNotUnderstood,
    /// A bar begins before the first or ends after the last year column.
    BarOutsideYears,
    /// A year column does not say what the bars of that year say.
    YearDiffersFromBars {
        /// What the bars say; "" when none covers the year.
        bars: String,
    },
    /// Words about the life of an item that were not understood.
    LifeCycleNotUnderstood,
    /// A note (※, 注) below or within the table.
    Note,
    /// A character that cannot be printed: a control character, or the mark of damaged text.
    ControlCharacter {
        /// The character.
        code: u32,
    },
    /// A character of somebody's own making (外字), which other machines cannot show.
    PrivateCharacter {
        /// The character.
        code: u32,
    },
    /// Words that a spreadsheet would take for a formula. Here they are words.
    FormulaLike,
    /// More text than a cell of a workbook can hold (32,767 characters).
    LongText {
        /// The number of characters.
        characters: u32,
    },
}
