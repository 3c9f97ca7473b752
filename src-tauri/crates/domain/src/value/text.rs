//! Marks, widths and numerals of Japanese writing, shared by the readers of this module.

use unicode_normalization::UnicodeNormalization;

/// The half-width form of a full-width Latin letter, digit or sign; other characters stay.
///
/// One character becomes one character, so positions stay valid. Compatibility forms such as
/// ㎡ and ① are not taken apart: they are units and labels of their own.
pub(crate) fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        '\u{ffe5}' => '\u{a5}',
        _ => c,
    }
}

/// The text without blanks and line breaks, full-width Latin letters, digits and signs narrowed.
pub(crate) fn squeezed(text: &str) -> String {
    text.chars().map(narrow).filter(|c| !is_blank(*c)).collect()
}

/// Like [`squeezed`], and with compatibility forms taken apart (㋿ becomes 令和). For years and
/// dates, where no such form has a meaning of its own.
pub(crate) fn plain(text: &str) -> String {
    text.nfkc().filter(|c| !is_blank(*c)).collect()
}

/// Whether a character can stand in no document: control characters, marks that turn the direction
/// of the text behind them, and code points that no file format may hold. Line breaks and
/// tabulators are text.
pub fn is_unprintable(c: char) -> bool {
    let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let nothing = matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe;
    (c.is_control() && c != '\n' && c != '\t') || turns || nothing
}

/// Whether a character is white space or an invisible mark left by word processors.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{fe0e}' | '\u{fe0f}')
}

/// Whether a character is one of the dashes that stand for "no value" in official tables.
pub(crate) fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{ff0d}' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2500}' | '\u{2501}' | '\u{30fc}' | '\u{ff70}'
    )
}

/// Whether the text is nothing but dashes, blanks apart.
pub(crate) fn is_dashes(text: &str) -> bool {
    let mut dashes = 0;
    for c in text.chars().filter(|c| !is_blank(*c)) {
        if !is_dash(c) {
            return false;
        }
        dashes += 1;
    }
    (1..=4).contains(&dashes)
}

/// Whether a character before a number makes it negative. The long dashes (— ― ー) do not:
/// before a number they are misprints.
pub(crate) fn is_negative_mark(c: char) -> bool {
    matches!(c, '△' | '▲' | '-' | '\u{2010}'..='\u{2013}' | '\u{2212}')
}

/// Whether a character joins the ends of a range: `80～90%`.
pub(crate) fn is_range_mark(c: char) -> bool {
    matches!(c, '~' | '〜' | '～')
}

/// The content of a text that is one pair of round brackets; otherwise the text itself.
pub(crate) fn unbracketed(text: &str) -> &str {
    text.strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
        .filter(|inner| !inner.contains(['(', ')']))
        .unwrap_or(text)
}

/// A count at the beginning of the text, in digits or kanji numerals, and the rest. At most four
/// digits: it reads years, months and days.
pub(crate) fn leading_count(text: &str) -> Option<(u32, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        let (number, rest) = text.split_at(digits);
        return (digits <= 4).then_some((number.parse().ok()?, rest));
    }
    let end = text.char_indices().find(|(_, c)| kanji_numeral(*c).is_none()).map_or(text.len(), |(at, _)| at);
    let (number, rest) = text.split_at(end);
    Some((kanji_count(number)?, rest))
}

enum KanjiNumeral {
    Digit(u32),
    Power(u32),
}

fn kanji_numeral(c: char) -> Option<KanjiNumeral> {
    use KanjiNumeral::{Digit, Power};
    Some(match c {
        '〇' | '零' => Digit(0),
        '一' => Digit(1),
        '二' => Digit(2),
        '三' => Digit(3),
        '四' => Digit(4),
        '五' => Digit(5),
        '六' => Digit(6),
        '七' => Digit(7),
        '八' => Digit(8),
        '九' => Digit(9),
        '十' => Power(10),
        '百' => Power(100),
        '千' => Power(1000),
        _ => return None,
    })
}

/// 二十三 and 二三 are both 23; 二〇二四 is 2024. Mixtures such as 二十三十 are refused.
fn kanji_count(numerals: &str) -> Option<u32> {
    let mut total = 0_u32;
    let mut pending: Option<u32> = None;
    let mut last_power = u32::MAX;
    let mut positional = 0_usize;
    for c in numerals.chars() {
        match kanji_numeral(c)? {
            KanjiNumeral::Digit(digit) => {
                if pending.is_some() {
                    positional += 1;
                }
                let before = pending.unwrap_or(0);
                pending = Some(before.checked_mul(10)?.checked_add(digit)?);
            }
            KanjiNumeral::Power(power) => {
                if power >= last_power || pending.is_some_and(|digit| !(1..=9).contains(&digit)) {
                    return None;
                }
                total = total.checked_add(pending.unwrap_or(1).checked_mul(power)?)?;
                pending = None;
                last_power = power;
            }
        }
    }
    let powers = last_power != u32::MAX;
    if numerals.is_empty() || positional > 3 || (powers && positional > 0) {
        return None;
    }
    total.checked_add(pending.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kanji_numerals_are_read_by_place_and_by_power() {
        for (words, count) in [
            ("二十三", 23),
            ("二三", 23),
            ("十", 10),
            ("十一", 11),
            ("三十", 30),
            ("二〇二四", 2024),
            ("千九百八十九", 1989),
            ("6", 6),
        ] {
            assert_eq!(leading_count(words), Some((count, "")), "{words}");
        }
        for words in ["", "二十三十", "十百", "二三十", "〇十", "12345", "二〇二四五"] {
            assert_eq!(leading_count(words), None, "{words}");
        }
    }

    #[test]
    fn every_dash_of_official_tables_is_a_dash() {
        for dash in ["—", "－", "-", "―", "‐", "ー", " － ", "--", "ｰ", "─"] {
            assert!(is_dashes(dash), "{dash}");
        }
        for other in ["", " ", "0", "-5", "一", "-----"] {
            assert!(!is_dashes(other), "{other}");
        }
    }
}
