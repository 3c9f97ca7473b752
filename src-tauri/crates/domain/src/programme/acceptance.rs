//! Findings of the check (点検) that a person looked at and accepted.

use chrono::NaiveDateTime;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ids::AcceptanceId;

/// A finding that is left as it is, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Acceptance {
    /// Identity within the file.
    pub id: AcceptanceId,
    /// The key of the finding: its kind, its place and what was found. Another finding at the same
    /// place has another key, so it is not accepted with this one.
    pub finding: String,
    /// Why it is left as it is.
    pub reason: String,
    /// Who accepted it.
    #[serde(default)]
    pub who: String,
    /// When, local time of the office.
    #[ts(type = "string")]
    pub at: NaiveDateTime,
}
