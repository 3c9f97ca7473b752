//! Numbers that Excel calculates with and shows as they are printed.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// A number for a cell.
#[derive(Debug, PartialEq)]
pub(super) struct Shown {
    pub value: f64,
    /// The number format under which the cell shows the printed text.
    pub format: String,
}

/// Finds the number format under which `value` shows exactly as `text`; `None`
/// when there is none, or when the value has more digits than a cell keeps.
pub(super) fn shown(text: &str, value: Decimal) -> Option<Shown> {
    let begin = text.find(|c: char| c.is_ascii_digit())?;
    let end = text.rfind(|c: char| c.is_ascii_digit())? + 1;
    let (prefix, digits, suffix) = (&text[..begin], &text[begin..end], &text[end..]);
    let plain: Decimal = digits.replace(',', "").parse().ok()?;
    if plain != value.abs() {
        return None;
    }
    let decimals = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let grouped = digits.contains(',');
    if write(plain, decimals, grouped) != digits {
        return None;
    }
    let number = value.to_f64()?;
    if format!("{number}").parse::<Decimal>().ok()? != value {
        return None;
    }
    let mut pattern = if grouped { "#,##0" } else { "0" }.to_owned();
    if decimals > 0 {
        pattern.push('.');
        pattern.push_str(&"0".repeat(decimals));
    }
    let (before, behind) = (literal(prefix)?, literal(suffix)?);
    let format = if value.is_sign_negative() && !value.is_zero() {
        format!("{pattern}{behind};{before}{pattern}{behind}")
    } else {
        format!("{before}{pattern}{behind}")
    };
    Some(Shown { value: number, format })
}

/// A number as the format writes it.
fn write(value: Decimal, decimals: usize, grouped: bool) -> String {
    let text = format!("{value:.decimals$}");
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    if !grouped {
        return text;
    }
    let mut out = String::new();
    for (at, c) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out + rest
}

/// A text as a literal of a number format.
fn literal(text: &str) -> Option<String> {
    if text.is_empty() {
        return Some(String::new());
    }
    let plain = !text.chars().any(|c| c == '"' || c.is_control());
    plain.then(|| format!("\"{text}\""))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::*;

    fn format(text: &str, value: &str) -> Option<String> {
        shown(text, value.parse().unwrap()).map(|shown| shown.format)
    }

    #[test]
    fn formats_show_the_printed_text() {
        assert_eq!(format("95.0%", "95.0").as_deref(), Some("0.0\"%\""));
        assert_eq!(format("1,234", "1234").as_deref(), Some("#,##0"));
        assert_eq!(format("△1,234", "-1234").as_deref(), Some("#,##0;\"△\"#,##0"));
        assert_eq!(format("▲ 12.50", "-12.5").as_deref(), Some("0.00;\"▲ \"0.00"));
        assert_eq!(format("0", "0").as_deref(), Some("0"));
        assert_eq!(format("(9)", "9").as_deref(), Some("\"(\"0\")\""));
        assert_eq!(format("12,345,678千円", "12345678").as_deref(), Some("#,##0\"千円\""));
    }

    #[test]
    fn what_no_format_shows_stays_text() {
        assert_eq!(format("007", "7"), None, "leading zeros");
        assert_eq!(format("12,34", "1234"), None, "groups of another length");
        assert_eq!(format("27/37", "27"), None, "a rank");
        assert_eq!(format("—", "0"), None, "a dash");
        assert_eq!(format("95", "94"), None, "another value");
        assert_eq!(format("0.12345678901234567890", "0.12345678901234567890"), None, "digits");
        assert_eq!(format("1234５", "12345"), None, "full-width digits");
    }

    #[test]
    fn values_are_kept() {
        assert_eq!(shown("△0.1", "-0.1".parse().unwrap()).unwrap().value, -0.1);
    }
}
