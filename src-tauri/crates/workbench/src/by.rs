//! Who does something, and when: both come from outside.

use chrono::NaiveDateTime;

/// The hand and the moment of an operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct By {
    /// Name of the person as set in 設定; "" when none is set.
    pub who: String,
    /// Local time of the operation.
    pub at: NaiveDateTime,
}
