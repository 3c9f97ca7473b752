//! The city and its conventions of print.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::value::quantity::NegativeMark;

/// The city whose programme this is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct City {
    /// Name as printed on papers: みどり野市.
    pub name: String,
    /// Six-digit code of the local government (団体コード), when known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub code: Option<String>,
    /// Comma of the city's documents; applied on output only, stored text is never converted.
    #[serde(default)]
    pub comma: Comma,
    /// Mark of negative numbers in the city's documents.
    #[serde(default)]
    pub negative: NegativeMark,
}

impl City {
    /// A city with the usual conventions (「、」, △).
    pub fn named(name: impl Into<String>) -> Self {
        Self { name: name.into(), code: None, comma: Comma::default(), negative: NegativeMark::default() }
    }
}

/// Which comma a city prints (読点).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Comma {
    /// 「、」
    #[default]
    Touten,
    /// 「，」
    FullWidth,
}
