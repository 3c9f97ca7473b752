//! Folding of texts for search, so that 髙﨑 is found by 高崎 and ﾃﾞｼﾞﾀﾙ by デジタル.

mod variants;

use unicode_normalization::UnicodeNormalization;

use super::text::is_blank;

pub use variants::{VariantSource, variants};

/// The form of a text under which it is searched; never shown and never stored as the text.
///
/// Compatibility forms are taken apart (NFKC: full width, half-width kana, ①, ㈱), hiragana
/// becomes katakana, capitals become small, old and variant forms of kanji become the common
/// one ([`variants`]), the dashes become one and the waves become one. Blanks and line breaks
/// are dropped, since tables break lines inside words; so are variation selectors, which only
/// choose a shape. Folding twice changes nothing.
pub fn fold(text: &str) -> String {
    let lower: String = text.nfkc().flat_map(char::to_lowercase).collect();
    // Lower case may leave characters that compose anew.
    let folded: String = lower.nfkc().filter(|c| !is_blank(*c) && !is_variation_selector(*c)).map(fold_char).collect();
    folded.nfc().collect()
}

fn fold_char(c: char) -> char {
    match c {
        'ぁ'..='ゖ' | 'ゝ' | 'ゞ' => char::from_u32(c as u32 + 0x60).unwrap_or(c),
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2500}' | '\u{2501}' => '-',
        '〜' => '~',
        _ => variants::common_form(c),
    }
}

fn is_variation_selector(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]

    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn writings_of_one_word_fold_alike() {
        for (a, b) in [
            ("髙﨑", "高崎"),
            ("ﾃﾞｼﾞﾀﾙ化", "デジタル化"),
            ("でじたる", "デジタル"),
            ("ＤＸ推進", "dx 推進"),
            ("公共施設\n整備基金", "公共施設整備基金"),
            ("①", "1"),
            ("㈱みどり", "(株)みどり"),
            ("渡邊", "渡辺"),
            ("渡邉", "渡辺"),
            ("齋藤", "斎藤"),
            ("齊藤", "斉藤"),
            ("齋藤", "斉藤"),
            ("濵田", "浜田"),
            ("𠮷野", "吉野"),
            ("資料１－１", "資料1‐1"),
            ("3〜5年", "3～5年"),
            ("辻\u{e0100}", "辻"),
            ("神戸", "神戸"),
            ("があるか", "ガアルカ"),
            ("か\u{3099}", "ガ"),
        ] {
            assert_eq!(fold(a), fold(b), "{a} and {b}");
        }
        for (a, b) in [("高", "崎"), ("は", "ば"), ("1", "2"), ("ー", "-"), ("大", "犬")] {
            assert_ne!(fold(a), fold(b), "{a} and {b}");
        }
    }

    #[test]
    fn the_table_is_a_table_of_pairs_that_ends() {
        let mut seen = HashSet::new();
        for (variant, common, source) in variants() {
            assert!(seen.insert(variant), "{variant} stands twice");
            assert_ne!(variant, common, "{source:?}");
            assert_eq!(fold(&variant.to_string()), fold(&common.to_string()), "{variant} is searched as {common}");
        }
        for (_, common, source) in variants().filter(|(_, common, _)| *common != '斎') {
            assert!(!seen.contains(&common), "{common} is itself a variant: {source:?}");
        }
        assert!(seen.len() > 400, "{} pairs", seen.len());
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in any::<String>(), words in "[ぁ-んァ-ヶ一-龠Ａ-ｚｦ-ﾟ①-㊿㈱〜—\u{3099} \u{300}-\u{310}a-zA-Zİß]{0,12}") {
            for text in [text, words] {
                let once = fold(&text);
                prop_assert_eq!(fold(&once), once);
            }
        }

        #[test]
        fn a_part_is_found_in_its_whole(before in "[一-龠ァ-ヶあ-ん0-9]{0,6}", part in "[一-龠ァ-ヶあ-ん0-9]{1,6}", after in "[一-龠ァ-ヶあ-ん0-9]{0,6}") {
            let whole = format!("{before}{part}{after}");
            prop_assert!(fold(&whole).contains(&fold(&part)));
        }
    }
}
