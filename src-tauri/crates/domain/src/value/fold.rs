//! Folding of texts for search, so that 髙﨑 is found by 高崎 and ﾃﾞｼﾞﾀﾙ by デジタル.

mod variants;

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

use super::text::is_blank;

pub use variants::{VariantSource, variants};

/// The form of a text under which it is searched; never shown and never stored as the text.
///
/// Compatibility forms are taken apart (NFKC: full width, half-width kana, ①, ㈱), hiragana
/// becomes katakana, ヶ and ヵ become ケ and カ, capitals become small, old and variant forms of
/// kanji become the common one ([`variants`]), the dashes become one, the long vowel mark among
/// them (センタ－ is as often typed as センター), and the waves become one. Blanks and line
/// breaks are dropped, since tables break lines inside words; so are variation selectors, which
/// only choose a shape. Folding twice changes nothing.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        match alone(c) {
            Some(None) => {}
            Some(Some(c)) => folded.push(c),
            None => return fold_thoroughly(text),
        }
    }
    folded
}

/// The folded form of a character that neither joins its neighbours nor falls apart: nearly all
/// of a Japanese text. None for every other one; none inside for one that is dropped.
#[allow(clippy::option_option, reason = "unknown, dropped and kept are three answers")]
fn alone(c: char) -> Option<Option<char>> {
    let plain = |c: char| Some(Some(fold_char(c.to_ascii_lowercase())));
    match c {
        ' ' | '\n' | '\r' | '\t' | '\u{3000}' => Some(None),
        '!'..='~' | 'ぁ'..='ゖ' | 'ァ'..='ヺ' | '・' | 'ー' | '〜' | '\u{4e00}'..='\u{9fff}' => plain(c),
        '、' | '。' | '〈'..='】' | '〔' | '〕' => plain(c),
        '！'..='～' => char::from_u32(u32::from(c) - 0xfee0).and_then(plain),
        _ => None,
    }
}

fn fold_thoroughly(text: &str) -> String {
    let lower: String = text.nfkc().flat_map(char::to_lowercase).collect();
    // Lower case may leave characters that compose anew.
    let folded: String = lower.nfkc().filter(|c| !is_blank(*c) && !is_variation_selector(*c)).map(fold_char).collect();
    folded.nfc().collect()
}

fn fold_char(c: char) -> char {
    match c {
        'ゕ' | 'ヵ' => 'カ',
        'ゖ' | 'ヶ' => 'ケ',
        'ぁ'..='ゔ' | 'ゝ' | 'ゞ' => char::from_u32(c as u32 + 0x60).unwrap_or(c),
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2500}' | '\u{2501}' | 'ー' => '-',
        '〜' => '~',
        _ => variants::common_form(c),
    }
}

fn is_variation_selector(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Where a folded word first stands in a text that is not folded, in bytes.
///
/// A part of a character is the whole character: 株 stands in all of ㈱. None when the word is not
/// there, and in the rare text whose characters join beyond what can be told apart.
pub fn find(text: &str, folded: &str) -> Option<Range<usize>> {
    let mut whole = String::with_capacity(text.len());
    // Where each piece begins, folded and as written.
    let mut pieces: Vec<(usize, usize)> = Vec::new();
    let mut begun = 0;
    let starts = text.char_indices().filter(|(_, c)| !joins(*c)).map(|(at, _)| at);
    for end in starts.skip(1).chain([text.len()]) {
        pieces.push((whole.len(), begun));
        whole.push_str(&fold(&text[begun..end]));
        begun = end;
    }
    if folded.is_empty() || whole != fold(text) {
        return None;
    }
    let at = whole.find(folded)?;
    let first = pieces.partition_point(|(folded, _)| *folded <= at).checked_sub(1)?;
    let next = pieces.partition_point(|(begin, _)| *begin < at + folded.len());
    Some(pieces[first].1..pieces.get(next).map_or(text.len(), |(_, written)| *written))
}

/// Whether a character belongs to the one before it.
fn joins(c: char) -> bool {
    is_variation_selector(c) || canonical_combining_class(c) != 0 || matches!(c, '\u{ff9e}' | '\u{ff9f}')
}

/// The folded forms under which a word that a person looks for may stand in a text, its own one
/// first: 3か月 also stands as 3ヶ月, 3ケ月 and 3箇月, 自由が丘 as 自由ヶ丘.
pub fn writings(words: &str) -> Vec<String> {
    const FORMS: usize = 12;
    let own: Vec<char> = fold(words).chars().collect();
    let mut all = vec![String::new()];
    for (at, c) in own.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| own.get(before));
        let after = own.get(at + 1);
        let counts = before.is_some_and(|c| c.is_ascii_digit() || "一二三四五六七八九十数何".contains(*c))
            || after.is_some_and(|c| "月年所国条村".contains(*c));
        let between = before.is_some_and(|c| is_kanji(*c)) && after.is_some_and(|c| is_kanji(*c));
        let others: &[char] = match c {
            'カ' | 'ケ' | '箇' if counts => &['カ', 'ケ', '箇'],
            'ガ' | 'ケ' if between => &['ガ', 'ケ'],
            _ => &[],
        };
        let others = others.iter().filter(|other| *other != c && all.len() * 3 <= FORMS);
        let forms: Vec<char> = std::iter::once(c).chain(others).copied().collect();
        all = forms.iter().flat_map(|form| all.iter().map(move |begun| format!("{begun}{form}"))).collect();
    }
    all
}

fn is_kanji(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '々')
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
            ("文化センタ－", "文化センター"),
            ("ｺﾝﾋﾟｭｰﾀｰ", "コンピューター"),
            ("霞ヶ関", "霞ケ関"),
            ("3ヵ月", "３か月"),
        ] {
            assert_eq!(fold(a), fold(b), "{a} and {b}");
        }
        for (a, b) in [("高", "崎"), ("は", "ば"), ("1", "2"), ("大", "犬")] {
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

    #[test]
    fn a_word_is_looked_for_in_the_ways_it_is_written() {
        for (words, text) in [
            ("3か月", "３ヶ月"),
            ("3か月", "三箇月と3ケ月"),
            ("2カ所", "2箇所"),
            ("自由が丘", "自由ヶ丘"),
            ("市ケ谷", "市が谷"),
        ] {
            let text = fold(text);
            assert!(writings(words).iter().any(|form| text.contains(form)), "{words} in {text}");
        }
        assert_eq!(writings("カラオケ"), ["カラオケ"]);
        assert_eq!(writings("市民参加"), ["市民参加"]);
        assert!(writings(&"3か月".repeat(20)).len() <= 12, "a long search stays a search");
    }

    #[test]
    fn a_word_is_marked_as_it_is_written() {
        for (text, word, marked) in [
            ("髙﨑地区で実施", "高崎", Some("髙﨑")),
            ("ﾃﾞｼﾞﾀﾙ化", "デジタル", Some("ﾃﾞｼﾞﾀﾙ")),
            ("公共施\n設の整備", "施設", Some("施\n設")),
            ("㈱みどり", "株", Some("㈱")),
            ("ア イ", "ア", Some("ア")),
            ("か\u{3099}っこう", "ガッコウ", Some("か\u{3099}っこう")),
            ("", "あ", None),
            ("何か", "無い", None),
            ("何か", "", None),
        ] {
            let found = find(text, &fold(word)).map(|range| &text[range]);
            assert_eq!(found, marked, "{word} in {text}");
        }
    }

    proptest! {
        #[test]
        fn the_short_way_folds_as_the_thorough_one(words in "[ぁ-ゖァ-ヺー・〜、。！-～!-~一-龠髙齋 　\n]{0,16}") {
            prop_assert_eq!(fold(&words), fold_thoroughly(&words));
        }

        // Without the half-width ﾞ and ﾟ: behind a space they join a character that does not stand
        // before them, and `find` says that it cannot tell.
        #[test]
        fn what_is_marked_is_what_was_looked_for(before in "[ぁ-んｦ-ﾝ一-龠①㈱ 　\n]{0,6}", part in "[ぁ-んｶ-ﾝ一-龠0-9Ａ-Ｚ]{1,4}", after in "[ｦ-ﾝ一-龠①㈱ ]{0,6}") {
            let text = format!("{before}{part}{after}");
            let wanted = fold(&part);
            if let Some(range) = find(&text, &wanted) {
                prop_assert!(fold(&text[range]).contains(&wanted));
            } else {
                prop_assert!(wanted.is_empty() || !fold(&text).contains(&wanted), "{}", text);
            }
        }

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
