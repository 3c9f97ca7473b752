//! Labels of items: ①…⑳, 21, R1-1, nine-digit codes. They are words, not integers.

use std::{cmp::Ordering, fmt};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use unicode_normalization::UnicodeNormalization;

use super::text::is_blank;

/// The label of an item (No.), exactly as the plan prints it. Serialised as a string.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema, TS)]
pub struct ItemLabel(pub String);

impl ItemLabel {
    /// The label as printed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What it is sorted by; see [`label_sort_key`].
    pub fn sort_key(&self) -> LabelKey {
        label_sort_key(&self.0)
    }
}

impl fmt::Display for ItemLabel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for ItemLabel {
    fn from(label: &str) -> Self {
        Self(label.to_owned())
    }
}

/// What labels are sorted by when a person asks for it: numbers by their count, so ② stands
/// before ⑩ and ⑳ before 21; numbers before words; no label before all others.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LabelKey(Vec<LabelPart>);

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum LabelPart {
    /// Digits without leading zeros: longer is greater, whatever its length.
    Number(String),
    Word(String),
}

impl Ord for LabelPart {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => a.len().cmp(&b.len()).then_with(|| a.cmp(b)),
            (Self::Word(a), Self::Word(b)) => a.cmp(b),
            (Self::Number(_), Self::Word(_)) => Ordering::Less,
            (Self::Word(_), Self::Number(_)) => Ordering::Greater,
        }
    }
}

impl PartialOrd for LabelPart {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The natural sort key of a label. Circled, full-width and plain digits count alike; a leading
/// `No.` and separators (`-`, `.`, brackets) only divide.
pub fn label_sort_key(label: &str) -> LabelKey {
    let plain: String = label.nfkc().filter(|c| !is_blank(*c)).flat_map(char::to_lowercase).collect();
    let plain = plain.strip_prefix("no.").or_else(|| plain.strip_prefix("no")).unwrap_or(&plain);
    let mut parts = Vec::new();
    let mut rest = plain;
    while let Some(first) = rest.chars().next() {
        let is_same_sort =
            |c: char| c.is_ascii_digit() == first.is_ascii_digit() && c.is_alphanumeric() == first.is_alphanumeric();
        let end = rest.find(|c: char| !is_same_sort(c)).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        if first.is_ascii_digit() {
            let digits = part.trim_start_matches('0');
            parts.push(LabelPart::Number(digits.to_owned()));
        } else if first.is_alphanumeric() {
            parts.push(LabelPart::Word(part.to_owned()));
        }
        rest = after;
    }
    LabelKey(parts)
}

/// How the labels of a renumbered list are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum LabelStyle {
    /// 1, 2, 3.
    #[default]
    Plain,
    /// ① to ⑳, then 21: the circled numbers that every font has.
    CircledToTwenty,
    /// ① to ㊿, then 51.
    Circled,
}

/// The label of the item at a place (from 1) of a renumbered list.
pub fn numbered_label(place: u32, style: LabelStyle) -> ItemLabel {
    let circle = match style {
        LabelStyle::Plain => None,
        LabelStyle::CircledToTwenty => circled(place).filter(|_| place <= 20),
        LabelStyle::Circled => circled(place),
    };
    ItemLabel(circle.map_or_else(|| place.to_string(), String::from))
}

/// The circled number of a count, ① to ㊿; `None` outside 1 to 50.
pub fn circled(number: u32) -> Option<char> {
    let code = match number {
        1..=20 => 0x2460 + number - 1,
        21..=35 => 0x3251 + number - 21,
        36..=50 => 0x32b1 + number - 36,
        _ => return None,
    };
    char::from_u32(code)
}

/// The count of a circled number, ① to ㊿.
pub fn from_circled(c: char) -> Option<u32> {
    let code = c as u32;
    Some(match code {
        0x2460..=0x2473 => code - 0x2460 + 1,
        0x3251..=0x325f => code - 0x3251 + 21,
        0x32b1..=0x32bf => code - 0x32b1 + 36,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn circled_numbers_are_read_and_printed() {
        for (number, c) in [(1, '①'), (20, '⑳'), (21, '㉑'), (35, '㉟'), (36, '㊱'), (50, '㊿')] {
            assert_eq!(circled(number), Some(c));
        }
        for number in 1..=50 {
            assert_eq!(circled(number).and_then(from_circled), Some(number));
        }
        assert_eq!(circled(0), None);
        assert_eq!(circled(51), None);
        assert_eq!(from_circled('1'), None);
        assert_eq!(from_circled('⑴'), None);
    }

    #[test]
    fn labels_sort_as_a_person_counts() {
        let sorted = [
            "",
            "①",
            "②",
            "３",
            "⑩",
            "⑰",
            "⑳",
            "21",
            "No.22",
            "㉓",
            "28",
            "30-1",
            "30-2",
            "30-10",
            "000000123",
            "100000123",
            "R1",
            "R1-1",
            "R1-2",
            "R1-10",
            "R2-1",
            "ア",
            "イ",
        ];
        let mut shuffled: Vec<&str> = sorted.iter().rev().copied().collect();
        shuffled.sort_by_key(|label| label_sort_key(label));
        assert_eq!(shuffled, sorted);
        assert_eq!(label_sort_key("No.⑪"), label_sort_key("１１"));
        assert_eq!(label_sort_key("(1)"), label_sort_key("1."));
    }

    #[test]
    fn renumbering_writes_the_style_asked_for() {
        let label = |place, style| numbered_label(place, style).to_string();
        assert_eq!(label(20, LabelStyle::CircledToTwenty), "⑳");
        assert_eq!(label(21, LabelStyle::CircledToTwenty), "21");
        assert_eq!(label(21, LabelStyle::Circled), "㉑");
        assert_eq!(label(51, LabelStyle::Circled), "51");
        assert_eq!(label(7, LabelStyle::Plain), "7");
    }

    proptest! {
        #[test]
        fn sorting_never_panics(label in any::<String>()) {
            let key = label_sort_key(&label);
            prop_assert_eq!(key.cmp(&label_sort_key(&label)), Ordering::Equal);
        }

        #[test]
        fn numbers_sort_by_their_count(a in 1_u32..=200, b in 1_u32..=200) {
            let key = |n| numbered_label(n, LabelStyle::CircledToTwenty).sort_key();
            prop_assert_eq!(key(a).cmp(&key(b)), a.cmp(&b));
        }
    }
}
