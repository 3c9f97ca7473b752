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

/// Reads 終了の表示: `※令和4年度までをもって終了`.
pub(super) fn life_cycle(words: &str) -> LifeWords {
    let words = words.trim();
    let mut life = LifeDraft { words: words.to_owned(), ..LifeDraft::default() };
    if words.is_empty() {
        return LifeWords::Understood(life);
    }
    let kinds = [
        ("終了", LifeCycleKind::Ended),
        ("統合", LifeCycleKind::Merged),
        ("集約", LifeCycleKind::Merged),
        ("再掲", LifeCycleKind::Relisted),
        ("新規", LifeCycleKind::New),
        ("拡充", LifeCycleKind::Expanded),
        ("充実", LifeCycleKind::Expanded),
        ("修正", LifeCycleKind::Revised),
    ];
    let mut named = kinds.iter().filter(|(word, _)| words.contains(word));
    let (Some((_, kind)), None) = (named.next(), named.next()) else {
        return LifeWords::Unknown(life);
    };
    life.kind = *kind;
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
        assert!(matches!(life_cycle("終了"), LifeWords::WithoutYear(_)));
        assert!(matches!(life_cycle("はい"), LifeWords::Unknown(_)));
        assert!(matches!(life_cycle("新規・終了"), LifeWords::Unknown(_)));
        assert_eq!(life_cycle(" "), LifeWords::Understood(LifeDraft::default()));
    }
}
