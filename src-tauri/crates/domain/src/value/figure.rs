//! Figures as they stand in the cells of a table.

mod kind;
mod reading;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use kind::ValueKind;

pub use reading::CellContext;

use super::{
    fiscal_year::FiscalYear,
    quantity::{Quantity, QuantityError, Unit},
    written::Written,
    written_date::AsOf,
};

/// Why there is no value. Blank, dash and 0 are three different things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Absence {
    /// まだない: a blank cell, or one that only names the settlement to come.
    NotYet,
    /// 該当なし: a dash. In 将来負担比率 and 赤字比率 it means that there is no burden.
    NotApplicable,
    /// 算定されない.
    NotComputed,
    /// 公表なし.
    NotPublished,
}

/// What was measured.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Measure {
    /// An amount: `92.7%`.
    Number {
        /// The amount with its unit.
        quantity: Quantity,
    },
    /// A place among others: `27/37団体`.
    Rank {
        /// The place, from 1.
        place: u32,
        /// Among how many; changes by year.
        of: u32,
        /// What they are: `団体`.
        unit: String,
    },
}

/// A value of a figure, or the reason why there is none.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Value {
    /// There is a value.
    Known {
        /// The value itself: the first one written.
        measure: Measure,
        /// Further values of the same cell: a rank, a second definition in brackets, or the
        /// second and third of `72団体 7,306人 1,266回`.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        beside: Vec<Measure>,
        /// What kind of value it is.
        kind: ValueKind,
        /// The moment it speaks of, when written in the cell.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        as_of: Option<Written<AsOf>>,
    },
    /// There is none.
    Absent {
        /// Why.
        reason: Absence,
    },
}

/// A cell of a table of figures: its words to the letter and the value understood.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS)]
pub struct Figure {
    /// The words of the cell; may be empty.
    pub text: String,
    /// The value; `None` when the words were not understood, which the check lists.
    pub value: Option<Value>,
}

/// Why the words of a cell were not understood as a figure.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FigureError {
    /// The amount itself.
    #[error("amount not understood: {reason}")]
    Amount {
        /// Why.
        reason: QuantityError,
    },
    /// Words in brackets that are neither a time, a kind, a rank nor an amount.
    #[error("remark not understood: {text:?}")]
    Remark {
        /// The words in the brackets.
        text: String,
    },
    /// A rank that cannot be: place 0 or beyond the number of those ranked.
    #[error("impossible rank {place}/{of}")]
    Rank {
        /// The place written.
        place: u32,
        /// The number written.
        of: u32,
    },
}

impl Value {
    /// A known amount of this kind, without a time of its own.
    pub fn number(quantity: Quantity, kind: ValueKind) -> Self {
        Self::Known { measure: Measure::Number { quantity }, beside: Vec::new(), kind, as_of: None }
    }

    /// Understands the words of a cell.
    ///
    /// # Errors
    /// The reason why the words are no figure, for the preview of an import and for the check.
    pub fn understand(text: &str, context: &CellContext<'_>) -> Result<Self, FigureError> {
        reading::understand(text, context)
    }

    /// The kind of a known value.
    pub const fn kind(&self) -> Option<ValueKind> {
        match self {
            Self::Known { kind, .. } => Some(*kind),
            Self::Absent { .. } => None,
        }
    }

    /// No value, for this reason.
    pub const fn absent(reason: Absence) -> Self {
        Self::Absent { reason }
    }

    /// The amount, when this is a known one and no rank.
    pub fn quantity(&self) -> Option<&Quantity> {
        match self {
            Self::Known { measure: Measure::Number { quantity }, .. } => Some(quantity),
            _ => None,
        }
    }
}

impl Figure {
    /// An empty cell: a value that is not there yet.
    pub const fn blank() -> Self {
        Self { text: String::new(), value: Some(Value::absent(Absence::NotYet)) }
    }

    /// Keeps the words of a cell and reads their value.
    ///
    /// `default_unit` and `default_kind` are those of the table or series where the cell names
    /// none of its own; `hint` is the year of the cell's column, from which bare years
    /// (`27決算`) are understood.
    ///
    /// `911人 (H24.4.1)`, `92.7%⏎(23決算)`, `88.7%⏎(27/37 団体)⏎(令和3年度)` are known values;
    /// a blank and `(27決算)` are not there yet; a dash is not applicable.
    pub fn read(
        text: impl Into<String>,
        default_unit: &Unit,
        default_kind: ValueKind,
        hint: Option<FiscalYear>,
    ) -> Self {
        let text = text.into();
        let context = CellContext { unit: default_unit, kind: default_kind, hint };
        let value = Value::understand(&text, &context).ok();
        Self { text, value }
    }

    /// The amount, when the cell holds a known one.
    pub fn quantity(&self) -> Option<&Quantity> {
        self.value.as_ref().and_then(Value::quantity)
    }

    /// Whether the words of the cell were understood.
    pub const fn is_understood(&self) -> bool {
        self.value.is_some()
    }
}

impl Default for Figure {
    fn default() -> Self {
        Self::blank()
    }
}

#[cfg(test)]
mod tests;
