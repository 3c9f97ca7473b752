//! Words of a progress table that carry more than one thing.

use domain::programme::LifeCycleKind;
use domain::value::Written;

use super::LifeDraft;
use crate::year::contained_year;

const ORNAMENTS: [char; 12] = ['◆', '◇', '■', '□', '●', '○', '◎', '★', '☆', '▼', '▽', '＊'];

/// Whether words begin with ornaments, as the name of a group does.
pub(crate) fn is_ornamented(words: &str) -> bool {
    words.trim_start().starts_with(ORNAMENTS)
}

/// A name and the words about its life on the lines below it: `…の推進⏎※令和4年度までをもって終了`.
pub(super) fn name_and_life(cell: &str) -> (&str, &str) {
    match cell.split_once('\n') {
        Some((name, life)) if life.trim_start().starts_with('※') => (name.trim(), life.trim()),
        _ => (cell.trim(), ""),
    }
}

/// Name and description of a group. `◆◇実施プログラム◇◆ 速やかに…` is a name between
/// ornaments with its description behind; words without ornaments are a name alone.
pub(super) fn group(words: &str) -> (String, String) {
    let words = words.trim();
    let inner = words.trim_start_matches(ORNAMENTS);
    match inner.find(ORNAMENTS) {
        Some(end) if inner.len() < words.len() => {
            let (name, rest) = inner.split_at(end);
            let description = rest.trim_start_matches(ORNAMENTS).trim();
            (name.trim().to_owned(), description.to_owned())
        }
        _ => (words.to_owned(), String::new()),
    }
}

/// Label and title of a direction. The first word is a label when a number stands in it and
/// more words follow: `方向性1 地域資源による…`.
pub(crate) fn direction(words: &str) -> (String, String) {
    let words = words.trim();
    if let Some((first, rest)) = words.split_once(char::is_whitespace)
        && first.chars().any(char::is_numeric)
        && first.chars().count() <= 12
    {
        return (first.to_owned(), rest.trim_start().to_owned());
    }
    (String::new(), words.to_owned())
}

/// How the words about the life of an item were taken.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum LifeWords {
    /// Understood.
    Understood(LifeDraft),
    /// A kind that needs a year, and none was found in the words.
    WithoutYear(LifeDraft),
    /// Nothing was understood; the words are kept.
    Unknown(LifeDraft),
}

/// Words that say within a sentence what became of an item. Those of the second line also tell of its
/// work (…の完了に伴い統合), so they count where none of the first stands beside them; words such as
/// 見直し do by themselves alone.
const IN_SENTENCES: [&[&str]; 2] =
    [&["終了", "統合", "集約", "再掲", "新規", "拡充", "充実", "修正"], &["廃止", "完了"]];

/// The kind that words speak of and the word that says so; none where they speak of none or of several.
fn kind_in(words: &str) -> Option<(&str, LifeCycleKind)> {
    if let Some(kind) = LifeCycleKind::written(words) {
        return Some((words, kind));
    }
    for known in IN_SENTENCES {
        let said = known.iter().filter(|word| words.contains(**word));
        let mut said = said.filter_map(|word| Some((*word, LifeCycleKind::written(word)?)));
        if let Some(first) = said.next() {
            return said.all(|(_, kind)| kind == first.1).then_some(first);
        }
    }
    None
}

/// Reads 終了の表示: `※令和4年度までをもって終了`.
pub(super) fn life_cycle(words: &str) -> LifeWords {
    let words = words.trim();
    let mut life = LifeDraft { words: words.to_owned(), ..LifeDraft::default() };
    if words.is_empty() {
        return LifeWords::Understood(life);
    }
    let Some((word, kind)) = kind_in(words) else {
        return LifeWords::Unknown(life);
    };
    life.kind = kind;
    life.word = word.to_owned();
    life.year = contained_year(words).map(|(read, written)| Written::with_meaning(written, Some(read.year)));
    if kind.ends() && life.year.is_none() { LifeWords::WithoutYear(life) } else { LifeWords::Understood(life) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ornaments_part_a_group_from_its_description() {
        for (words, name, description) in [
            ("◆◇実施プログラム◇◆ すぐ始めます。", "実施プログラム", "すぐ始めます。"),
            ("◆◆検討(旧)◆◆\n令和5年度から", "検討(旧)", "令和5年度から"),
            ("実施プログラム", "実施プログラム", ""),
            ("実施○×", "実施○×", ""),
            ("◆実施プログラム", "◆実施プログラム", ""),
        ] {
            assert_eq!(group(words), (name.to_owned(), description.to_owned()));
        }
    }

    #[test]
    fn the_words_about_its_life_stand_below_a_name() {
        assert_eq!(
            name_and_life("窓口の見直し\n※令和4年度までをもって終了"),
            ("窓口の見直し", "※令和4年度までをもって終了")
        );
        assert_eq!(name_and_life("窓口の\n見直し "), ("窓口の\n見直し", ""));
        assert_eq!(name_and_life("窓口※の見直し"), ("窓口※の見直し", ""));
    }

    #[test]
    fn a_direction_is_parted_only_behind_a_number() {
        for (words, label, title) in [
            ("方向性1 地域の力を生かす", "方向性1", "地域の力を生かす"),
            ("方向性２　地域の力 を生かす", "方向性２", "地域の力 を生かす"),
            ("① 地域", "①", "地域"),
            ("地域の力 を生かす", "", "地域の力 を生かす"),
            ("方向性1", "", "方向性1"),
        ] {
            assert_eq!(direction(words), (label.to_owned(), title.to_owned()));
        }
    }

    #[test]
    fn an_end_names_its_last_year() {
        let LifeWords::Understood(life) = life_cycle("※令和4年度までをもって終了") else {
            panic!("understood");
        };
        assert_eq!(life.kind, LifeCycleKind::Ended);
        assert_eq!(life.words, "※令和4年度までをもって終了");
        let year = life.year.unwrap();
        assert_eq!((year.text.as_str(), year.meaning.map(i32::from)), ("令和4年度", Some(2022)));
        assert_eq!(life.word, "終了");
        for (words, word, kind) in [
            ("充実", "充実", LifeCycleKind::Expanded),
            ("見直し", "見直し", LifeCycleKind::Revised),
            ("※令和5年度に②へ集約", "集約", LifeCycleKind::Merged),
            ("※システムの完了に伴い令和5年度に統合", "統合", LifeCycleKind::Merged),
            ("※令和4年度をもって廃止", "廃止", LifeCycleKind::Ended),
        ] {
            let (LifeWords::Understood(life) | LifeWords::WithoutYear(life)) = life_cycle(words) else {
                panic!("{words} is understood");
            };
            assert_eq!((life.word.as_str(), life.kind, life.words.as_str()), (word, kind, words));
        }
        assert!(matches!(life_cycle("終了"), LifeWords::WithoutYear(_)));
        assert!(matches!(life_cycle("はい"), LifeWords::Unknown(_)));
        assert!(matches!(life_cycle("新規・終了"), LifeWords::Unknown(_)));
        assert_eq!(life_cycle(" "), LifeWords::Understood(LifeDraft::default()));
    }
}
