//! The columns of a progress table. Most have fixed names; the years and what is told of them
//! stand in the headings themselves.

use domain::value::{AsOf, FiscalYear, Written};

use crate::heading::{Named, can_be_heading, folded};
use crate::year::{is_plausible, leading_year};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// グループ.
    Group,
    /// 方向性.
    Direction,
    /// No.
    Label,
    /// 実施プログラム.
    Title,
    /// 終了の表示.
    LifeCycle,
    /// 主な取組の方向性.
    DirectionText,
    /// 取組項目の順.
    Place,
    /// 取組項目.
    Lane,
    /// 年度スケジュール(…時点想定): the bars in words.
    Schedule,
    /// R3: the words of the bars in one year.
    Year(FiscalYear),
    /// A text of the yearly record.
    Record(FiscalYear, RecordText),
}

/// Which text of a yearly record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RecordText {
    /// 当初予定, also together with 設定目標 in one cell.
    Planned,
    /// 設定目標 in a column of its own.
    Target,
    /// 前年度末の状況 in a column of its own.
    PreviousState,
    /// 取組実績 of the year, or of all years up to it.
    Actual {
        /// …年度までの.
        cumulative: bool,
    },
    /// 課題.
    Issues,
    /// 備考.
    Note,
}

const SCHEDULE: &str = "年度スケジュール";
const YEARS: &str = "年度";

const COLUMNS: [Named<Role>; 9] = [
    Named { role: Role::Group, name: "グループ", aliases: &["グループ名"], needed: false },
    Named { role: Role::Direction, name: "方向性", aliases: &["方向性名"], needed: false },
    Named { role: Role::Label, name: "No.", aliases: &["番号", "プログラム番号"], needed: true },
    Named {
        role: Role::Title,
        name: "実施プログラム",
        aliases: &["プログラム", "プログラム名", "実施プログラム名"],
        needed: true,
    },
    Named { role: Role::LifeCycle, name: "終了の表示", aliases: &["終了", "終了表示"], needed: false },
    Named {
        role: Role::DirectionText, name: "主な取組の方向性", aliases: &["取組の方向性"], needed: false
    },
    Named { role: Role::Place, name: "取組項目の順", aliases: &["取組項目順"], needed: false },
    Named { role: Role::Lane, name: "取組項目", aliases: &["取組項目名"], needed: true },
    Named { role: Role::Schedule, name: SCHEDULE, aliases: &[], needed: true },
];

/// The role of a heading.
pub(crate) fn role(heading: &str) -> Option<Role> {
    if !can_be_heading(heading) {
        return None;
    }
    Named::find(&COLUMNS, heading)
        .or_else(|| folded(heading).starts_with(SCHEDULE).then_some(Role::Schedule))
        .or_else(|| year_role(heading))
}

/// How many columns with fixed names are there, and the needed ones that are not.
pub(crate) fn found_and_missing(headings: &[String]) -> (usize, Vec<&'static str>) {
    let roles: Vec<Role> = headings.iter().filter_map(|heading| role(heading)).collect();
    let (found, absent): (Vec<_>, Vec<_>) = COLUMNS.iter().partition(|column| roles.contains(&column.role));
    let mut missing: Vec<&str> = absent.into_iter().filter(|column| column.needed).map(|column| column.name).collect();
    if !roles.iter().any(|role| matches!(role, Role::Year(_))) {
        missing.push(YEARS);
    }
    (found.len(), missing)
}

fn year_role(heading: &str) -> Option<Role> {
    let heading: String = heading.chars().filter(|c| !c.is_whitespace()).collect();
    let (read, rest) = leading_year(&heading, None)?;
    if !is_plausible(read.year) {
        return None;
    }
    if rest.is_empty() {
        return Some(Role::Year(read.year));
    }
    Some(Role::Record(read.year, record_text(&folded(rest))?))
}

/// What is told of the year. A heading that names two texts of one cell (当初予定・設定目標) is
/// the first of them: the cell is kept whole.
fn record_text(words: &str) -> Option<RecordText> {
    let cumulative = words.starts_with("まで");
    let words = words.strip_prefix("まで").unwrap_or(words);
    let words = words.strip_prefix('の').unwrap_or(words);
    let is_one_of = |beginnings: &[&str]| beginnings.iter().any(|word| words.starts_with(word));
    Some(if is_one_of(&["取組実績", "実績", "取組状況", "取組内容・実績"]) {
        RecordText::Actual { cumulative }
    } else if cumulative {
        return None;
    } else if is_one_of(&["当初予定", "取組予定", "予定", "当初計画"]) {
        RecordText::Planned
    } else if is_one_of(&["設定目標", "目標"]) {
        RecordText::Target
    } else if is_one_of(&["前年度末の状況"]) {
        RecordText::PreviousState
    } else if is_one_of(&["課題"]) {
        RecordText::Issues
    } else if is_one_of(&["備考"]) {
        RecordText::Note
    } else {
        return None;
    })
}

/// The name of the schedule and the moment in the brackets behind it, as written.
pub(crate) fn schedule_heading(heading: &str) -> (String, Option<Written<AsOf>>) {
    let heading = heading.trim();
    let bracket = heading.find(['(', '（']).and_then(|open| {
        let inside = heading.get(open..)?.strip_prefix(['(', '（'])?;
        let inside = inside.strip_suffix([')', '）'])?;
        Some((heading.get(..open)?, inside))
    });
    match bracket {
        Some((name, as_of)) => (name.trim().to_owned(), Some(Written::read(as_of.trim()))),
        None => (heading.to_owned(), None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(year: i32) -> FiscalYear {
        FiscalYear::new(year).unwrap()
    }

    #[test]
    fn years_and_texts_come_from_the_headings() {
        for (heading, expected) in [
            ("R3", Role::Year(year(2021))),
            ("令和３\n年度", Role::Year(year(2021))),
            ("令和4年度までの\n取組実績", Role::Record(year(2022), RecordText::Actual { cumulative: true })),
            ("令和4年度実績", Role::Record(year(2022), RecordText::Actual { cumulative: false })),
            ("令和5年度当初予定\n令和5年度設定目標(前年度末の状況)", Role::Record(year(2023), RecordText::Planned)),
            ("令和5年度設定目標(前年度末の状況)", Role::Record(year(2023), RecordText::Target)),
            ("年度スケジュール（R5.3時点想定）", Role::Schedule),
            ("ＮＯ", Role::Label),
        ] {
            assert_eq!(role(heading), Some(expected), "{heading}");
        }
        for heading in ["", "令和99年度", "令和5年度の天気", "所管課"] {
            assert_eq!(role(heading), None, "{heading}");
        }
    }

    #[test]
    fn the_schedule_keeps_the_words_of_its_moment() {
        let (name, as_of) = schedule_heading("年度スケジュール(R5.3時点想定)");
        let as_of = as_of.unwrap();
        assert_eq!(name, "年度スケジュール");
        assert_eq!(as_of.text, "R5.3時点想定");
        assert_eq!(as_of.meaning, Some(AsOf::Month { year: 2023, month: 3 }));
        assert_eq!(schedule_heading("年度スケジュール").1, None);
    }
}
