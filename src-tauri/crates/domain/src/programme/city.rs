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

/// Reads a code of a local government (団体コード): six digits, the last of which checks the others;
/// full-width digits are read as well.
///
/// The check digit is that of 全国地方公共団体コード: the first five digits times 6, 5, 4, 3, 2 are
/// added, and the last digit of 11 minus the rest of the division by 11 is the sixth.
pub fn read_city_code(text: &str) -> Option<String> {
    let digits: Vec<u32> = crate::value::fold(text.trim()).chars().map(|c| c.to_digit(10)).collect::<Option<_>>()?;
    let [numbers @ .., check] = digits.as_slice() else { return None };
    if numbers.len() != 5 {
        return None;
    }
    let sum: u32 = numbers.iter().zip([6, 5, 4, 3, 2]).map(|(digit, weight)| digit * weight).sum();
    ((11 - sum % 11) % 10 == *check).then(|| digits.iter().map(u32::to_string).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_checked_by_its_last_digit() {
        for code in ["132110", "232190", "132101", "132292", "130001", "011002"] {
            assert_eq!(read_city_code(code).as_deref(), Some(code));
        }
        assert_eq!(read_city_code("１３２１１０").as_deref(), Some("132110"));
        for wrong in ["132111", "13211", "1321100", "", "小平市", "13211A"] {
            assert_eq!(read_city_code(wrong), None, "{wrong}");
        }
    }
}
