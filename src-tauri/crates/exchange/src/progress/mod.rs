//! Progress of a reform programme: a table with one row per 取組項目.

mod bars;
pub(crate) mod columns;
mod lanes;
mod read;
pub(crate) mod words;

use domain::programme::{LifeCycleKind, YearRecord};
use domain::value::{AsOf, FiscalYear, Written};
use serde::Serialize;
use ts_rs::TS;

pub use read::read_progress;

/// What a progress table holds. Indices point into the lists of this draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProgressDraft {
    /// The words above the headings that name the table; "" for none.
    pub title: String,
    /// What else stands above the headings; "" for nothing.
    pub remarks: String,
    /// Groups beside the hierarchy, in order of first appearance.
    pub groups: Vec<GroupDraft>,
    /// The schedule all lanes belong to.
    pub schedule: ScheduleDraft,
    /// The fiscal years whose 当初予定・設定目標 the table carries, in the order of the columns.
    pub planning_years: Vec<FiscalYear>,
    /// The columns of results (取組実績), in their order.
    pub actual_columns: Vec<ActualColumn>,
    /// The heading of the items' text: 主な取組の方向性; "" when the table has no such column.
    pub direction_text_heading: String,
    /// The name of the items' level, the heading of their names: 実施プログラム.
    pub item_heading: String,
    /// Directions (方向性) in order of first appearance.
    pub directions: Vec<DirectionDraft>,
    /// Items in order of first appearance.
    pub items: Vec<ItemDraft>,
}

/// A group beside the hierarchy.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, TS)]
pub struct GroupDraft {
    /// Name without the ornaments around it: 実施プログラム.
    pub name: String,
    /// What stood behind the name.
    pub description: String,
}

/// The schedule of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ScheduleDraft {
    /// Name: 年度スケジュール.
    pub name: String,
    /// As-of from the brackets of the heading, as written: R5.3時点想定.
    pub as_of: Option<Written<AsOf>>,
    /// The first year column.
    pub first: FiscalYear,
    /// The last year column.
    pub last: FiscalYear,
}

/// A column of results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct ActualColumn {
    /// Its fiscal year.
    pub year: FiscalYear,
    /// Results of all years up to this one (…年度までの取組実績).
    pub cumulative: bool,
}

/// A direction (方向性), the level above the items.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DirectionDraft {
    /// Label: 方向性1; "" when the words begin with none.
    pub label: String,
    /// Title behind the label.
    pub title: String,
    /// Its items by index, in order of the table.
    pub items: Vec<usize>,
}

/// What a table says of the life of an item.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, TS)]
pub struct LifeDraft {
    /// What happened; 継続 where nothing is said or understood.
    pub kind: LifeCycleKind,
    /// The word that says it, as it stands in the table: 終了, 充実; "" where none does.
    pub word: String,
    /// The fiscal year the words name.
    pub year: Option<Written<FiscalYear>>,
    /// The words as written; "" without any.
    pub words: String,
}

/// An item (実施プログラム).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ItemDraft {
    /// Its first row, as Excel counts.
    pub line: u32,
    /// Its group by index.
    pub group: Option<usize>,
    /// Its direction by index.
    pub direction: Option<usize>,
    /// Number as printed: ①, 17.
    pub label: String,
    /// Name.
    pub title: String,
    /// Whether it has ended, with the words that say so.
    pub life_cycle: LifeDraft,
    /// Text of the column 主な取組の方向性; "" when blank.
    pub direction_text: String,
    /// Lanes (取組項目) in the order of the rows; none for an ended item.
    pub lanes: Vec<LaneDraft>,
    /// Yearly records, oldest first, one per year with any text.
    pub records: Vec<YearRecord>,
}

/// A lane of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LaneDraft {
    /// Its row, as Excel counts.
    pub line: u32,
    /// Name; "" when the row has bars and no name.
    pub title: String,
    /// Bars from left to right; none where the table has none.
    pub bars: Vec<BarDraft>,
}

/// A bar over one or more fiscal years.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BarDraft {
    /// First year covered.
    pub first: FiscalYear,
    /// Last year covered.
    pub last: FiscalYear,
    /// Words on the bar.
    pub words: String,
    /// How many lanes it runs over; a table with one row per lane says 1.
    pub lanes: u8,
}
