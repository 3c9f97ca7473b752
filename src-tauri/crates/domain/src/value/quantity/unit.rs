//! Units: free words, with a known scale for money and counts.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The unit of an amount (単位): a free word such as `%`, `人`, `件/月`, `百万円`.
///
/// Full-width Latin letters and signs are narrowed and blanks removed, so `％` and `%` are one
/// unit. Serialised as a string; the empty unit is an amount without one (財政力指数).
#[derive(
    Debug,
    Clone,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Default,
    Serialize,
    Deserialize,
    JsonSchema,
    TS,
)]
#[serde(from = "String", into = "String")]
#[ts(type = "string")]
pub struct Unit(String);

impl Unit {
    /// The unit named by these words.
    pub fn new(word: impl AsRef<str>) -> Self {
        Self(crate::value::text::squeezed(word.as_ref()))
    }

    /// No unit.
    pub const fn none() -> Self {
        Self(String::new())
    }

    /// The word; empty when there is no unit.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is no unit.
    pub fn is_none(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<String> for Unit {
    fn from(word: String) -> Self {
        Self::new(word)
    }
}

impl From<&str> for Unit {
    fn from(word: &str) -> Self {
        Self::new(word)
    }
}

impl From<Unit> for String {
    fn from(unit: Unit) -> Self {
        unit.0
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
