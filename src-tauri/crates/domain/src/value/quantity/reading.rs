//! Reading of amounts. Misprints are told, never silently mended.

use rust_decimal::Decimal;

use super::{
    Quantity, QuantityError, shift_point,
    unit::{Unit, leading_numeral},
};
use crate::value::{
    text::{is_blank, is_negative_mark, narrow, squeezed},
    written::Reading,
};

/// Characters that are taken for another one when a unit is typed or scanned: 億.
const MISPRINTED_OKU: [char; 2] = ['憶', '臆'];

/// Words that end a target, a change or a remark, and never a unit.
const NO_UNIT_ENDINGS: [&str; 17] = [
    "以上",
    "以下",
    "以内",
    "以外",
    "未満",
    "超",
    "程度",
    "前後",
    "増",
    "減",
    "削減",
    "縮減",
    "強",
    "弱",
    "年度末",
    "年度",
    "半ば",
];

/// Words and particles that no unit contains: what holds them is a sentence or a remark.
const NO_UNIT_PARTS: [&str; 17] = [
    "を", "は", "が", "に", "で", "の", "と", "、", "。", "決算", "予算", "見込", "現在", "時点", "から", "まで",
    "及び",
];

const LONGEST_UNIT: usize = 16;

impl Quantity {
    /// Understands one amount with or without a unit.
    ///
    /// `△1,234千円`, `▲ 1,234`, `−5.2%`, `９５．０％`, `323.2億円`, `1億2,345万円` (12,345 万円),
    /// `740,454 件/月`. The digits are kept: `95.0` has one decimal.
    ///
    /// # Errors
    /// Grouping commas out of place (`1,23`), a unit that looks like a misprint (`4憶`), an
    /// amount in brackets (with the amount inside), and everything that is not exactly one
    /// amount are refused with their reason.
    pub fn parse(text: &str) -> Result<Self, QuantityError> {
        let narrowed: String = text.chars().map(narrow).collect();
        let trimmed = narrowed.trim_matches(is_blank);
        if trimmed.is_empty() {
            return Err(QuantityError::Empty);
        }
        let unreadable = || QuantityError::Unreadable { text: text.trim_matches(is_blank).to_owned() };
        if let Some(bracket) = trimmed.strip_prefix('(') {
            let (inside, after) = bracket.split_once(')').ok_or_else(unreadable)?;
            let inner = unbracketed_amount(&format!("{inside}{after}")).map_err(|_| unreadable())?;
            return Err(QuantityError::Bracketed { inner });
        }
        unbracketed_amount(trimmed)
    }
}

impl Reading for Quantity {
    fn read(text: &str) -> Option<Self> {
        Self::parse(text).ok()
    }
}

/// Reads a narrowed and trimmed amount.
fn unbracketed_amount(text: &str) -> Result<Quantity, QuantityError> {
    let unreadable = || QuantityError::Unreadable { text: text.to_owned() };
    if holds_two_amounts(text) {
        return Err(unreadable());
    }
    let squeezed = squeezed(text);
    let first = squeezed.chars().next().ok_or_else(unreadable)?;
    let unsigned = if is_negative_mark(first) || matches!(first, '+' | '±') {
        &squeezed[first.len_utf8()..]
    } else {
        squeezed.as_str()
    };
    let (amount, unit) = scaled_amount(unsigned, &unreadable)?;
    let unit = Unit::new(unit);
    let signed = match first {
        '±' if !amount.is_zero() => return Err(unreadable()),
        // A zero has no sign; the words keep the one written.
        _ if is_negative_mark(first) && !amount.is_zero() => -amount,
        _ => amount,
    };
    Ok(Quantity::new(signed, unit))
}

/// Whether blanks stand between two digits or two words: then these are two amounts, or an
/// amount and a remark (`7,490,000千円⏎縮減率 10%`), and not one.
fn holds_two_amounts(text: &str) -> bool {
    let of_number = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
    let of_word = |c: char| c.is_alphabetic() || matches!(c, '%' | '‰');
    let mut before = None;
    let mut after_blank = false;
    for c in text.chars() {
        if is_blank(c) {
            after_blank = true;
            continue;
        }
        if let Some(before) = before.filter(|_| after_blank)
            && ((of_number(before) && of_number(c)) || (of_word(before) && of_word(c)))
        {
            return true;
        }
        before = Some(c);
        after_blank = false;
    }
    false
}

/// Reads `1億2,345万円` as 12,345 of 万円: the smallest unit written carries the digits.
fn scaled_amount<'a>(
    text: &'a str,
    unreadable: &impl Fn() -> QuantityError,
) -> Result<(Decimal, &'a str), QuantityError> {
    let too_many = || QuantityError::TooManyDigits { text: text.to_owned() };
    let (mut number, mut rest) = leading_number(text, unreadable)?;
    // Parts above the last one, each with the power of ten of its numeral.
    let mut above: Vec<(Decimal, i32)> = Vec::new();
    while let Some((power, after)) = leading_numeral(rest) {
        if !after.starts_with(|c: char| c.is_ascii_digit()) {
            break;
        }
        if above.last().is_some_and(|(_, before)| *before <= power) || number.scale() > 0 {
            return Err(unreadable());
        }
        above.push((number, power));
        (number, rest) = leading_number(after, unreadable)?;
    }
    check_unit(rest, unreadable)?;
    if let Some((_, lowest)) = above.last() {
        let unit = Unit::new(rest);
        let own = unit.power_of_ten().power;
        if own >= *lowest {
            return Err(unreadable());
        }
        let mut total = number;
        let mut below = (number, own);
        for (part, power) in above.iter().rev() {
            // The parts must not overlap: 1億23,456万 can be read in two ways.
            let (lower, lower_power) = below;
            if lower >= power_of_ten(power - lower_power) {
                return Err(unreadable());
            }
            let shifted = shift_point(*part, power - own).ok_or_else(too_many)?;
            total = total.checked_add(shifted).ok_or_else(too_many)?;
            below = (*part, *power);
        }
        return Ok((total, rest));
    }
    Ok((number, rest))
}

fn power_of_ten(power: i32) -> Decimal {
    shift_point(Decimal::ONE, power).unwrap_or(Decimal::MAX)
}

/// Reads the digits at the beginning of a text.
fn leading_number<'a>(
    text: &'a str,
    unreadable: &impl Fn() -> QuantityError,
) -> Result<(Decimal, &'a str), QuantityError> {
    let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.'))).unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    let (whole, fraction) = match number.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (number, None),
    };
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if fraction.is_some_and(|fraction| !all_digits(fraction)) || whole.is_empty() {
        return Err(unreadable());
    }
    let mut groups = whole.split(',');
    let head = groups.next().unwrap_or_default();
    let mut grouped = false;
    for group in groups {
        grouped = true;
        if group.len() != 3 {
            return Err(QuantityError::Grouping { text: number.to_owned() });
        }
    }
    if grouped && !(1..=3).contains(&head.len()) {
        return Err(QuantityError::Grouping { text: number.to_owned() });
    }
    let digits = whole.replace(',', "");
    // 05 may be a misprint of 0.5; codes with leading zeros are no amounts.
    if !all_digits(&digits) || (digits.len() > 1 && digits.starts_with('0')) {
        return Err(unreadable());
    }
    let plain = match fraction {
        Some(fraction) => format!("{digits}.{fraction}"),
        None => digits,
    };
    let amount =
        Decimal::from_str_exact(&plain).map_err(|_| QuantityError::TooManyDigits { text: number.to_owned() })?;
    Ok((amount, rest))
}

/// Whether the words after a number can be a unit.
fn check_unit(word: &str, unreadable: &impl Fn() -> QuantityError) -> Result<(), QuantityError> {
    if word.contains(MISPRINTED_OKU) {
        return Err(QuantityError::SuspiciousUnit { unit: word.to_owned() });
    }
    let sentence = word.chars().count() > LONGEST_UNIT
        || NO_UNIT_ENDINGS.iter().any(|ending| word.ends_with(ending))
        || NO_UNIT_PARTS.iter().any(|part| word.contains(part));
    let mut before = ' ';
    // Digits belong to a unit in powers (m2), in CO2, and after a slash (人/10万人) only.
    let mut after_slash = false;
    let mut wrong = false;
    for c in word.chars() {
        let digit = c.is_ascii_digit();
        after_slash = c == '/' || (after_slash && digit);
        let allowed = c.is_alphabetic()
            || matches!(c, '%' | '‰' | '/' | '・' | '℃' | '°' | '²' | '³' | '.' | '-')
            || matches!(c, '\u{3300}'..='\u{33ff}')
            || (digit && after_slash)
            || matches!((before, c), ('m', '2' | '3') | ('O', '2'));
        wrong |= !allowed;
        before = c;
    }
    let bad_start = word.starts_with(['.', '-', '・', '/']);
    if sentence || wrong || bad_start {
        return Err(unreadable());
    }
    Ok(())
}
