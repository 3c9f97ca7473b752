//! Meetings and their papers.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ids::{MeetingId, PaperId, PlanId};
use crate::value::fiscal_year::FiscalYear;
use crate::value::written::Written;

/// A meeting (会議) of the committee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// Identity within the file.
    pub id: MeetingId,
    /// Number as printed: 第3回.
    #[serde(default)]
    pub number: String,
    /// Name as printed: 経営改革推進委員会.
    pub name: String,
    /// Date in the words of the paper: 令和6年2月2日.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional, as = "Option<Written<String>>")]
    pub date: Option<Written<NaiveDate>>,
    /// Place.
    #[serde(default)]
    pub place: String,
    /// Papers in their order.
    #[serde(default)]
    pub papers: Vec<MeetingPaper>,
}

impl Meeting {
    /// The meeting to prepare for on a day, and whether it is still to come: the first one held on that day
    /// or later, else the one noted last without a date, else the latest one that was held.
    pub fn to_prepare(meetings: &[Self], today: NaiveDate) -> Option<(&Self, bool)> {
        let day = |meeting: &Self| meeting.date.as_ref().and_then(|date| date.meaning);
        let coming = meetings.iter().filter(|meeting| day(meeting).is_some_and(|day| day >= today));
        let coming = coming.min_by_key(|meeting| day(meeting));
        let undated = || meetings.iter().rev().find(|meeting| day(meeting).is_none());
        let ahead = coming.or_else(undated).map(|meeting| (meeting, true));
        ahead.or_else(|| meetings.iter().max_by_key(|meeting| day(meeting)).map(|meeting| (meeting, false)))
    }
}

/// A paper (会議資料) of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct MeetingPaper {
    /// Identity within the file.
    pub id: PaperId,
    /// Which paper it is.
    pub kind: PaperKind,
    /// Number in the box at the upper right: 資料1.
    pub doc_no: String,
    /// Title; "" prints the usual title of the paper.
    #[serde(default)]
    pub title: String,
    /// The plan it tells of.
    pub plan: PlanId,
    /// The fiscal year it is of; what that means, [`PaperKind`] says.
    pub year: FiscalYear,
    /// The words above the table, as edited; "" prints the sentence that tells the tally where the
    /// paper tells one, else nothing.
    #[serde(default)]
    pub lead: String,
}

/// Papers the program can make.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaperKind {
    /// 進捗状況: the A3 progress table. Its year is the one whose planning is printed last
    /// (令和6年度当初計画); results go up to two years before.
    Progress,
    /// 評価の集計: how the items of a plan were judged in its year.
    Tally,
    /// 効果額: the tables of financial effects of a plan, over all their years.
    Effects,
    /// 計画書: the whole plan as a book, over all its years.
    Plan,
    /// 指標一覧: the indicators of a plan in one table, with actual figures up to its year.
    Indicators,
}

impl PaperKind {
    /// Every kind, the usual one first.
    pub const ALL: [Self; 5] = [Self::Progress, Self::Tally, Self::Effects, Self::Plan, Self::Indicators];

    /// The word it is asked for on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Progress => "progress",
            Self::Tally => "tally",
            Self::Effects => "effects",
            Self::Plan => "plan",
            Self::Indicators => "indicators",
        }
    }

    /// The kind with the word given.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meeting(id: i64, date: Option<(i32, u32, u32)>) -> Meeting {
        let date = date.and_then(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day));
        Meeting {
            id: MeetingId(id),
            number: String::new(),
            name: "委員会".into(),
            date: date.map(|date| Written { text: date.to_string(), meaning: Some(date) }),
            place: String::new(),
            papers: Vec::new(),
        }
    }

    #[test]
    fn the_meeting_to_prepare_for_is_the_next_one_and_not_the_last_of_the_list() {
        let today = NaiveDate::from_ymd_opt(2024, 5, 17).expect("a day");
        let found =
            |meetings: &[Meeting]| Meeting::to_prepare(meetings, today).map(|(found, ahead)| (found.id.0, ahead));
        let later = meeting(1, Some((2024, 8, 1)));
        let next = meeting(2, Some((2024, 5, 17)));
        let open = meeting(3, None);
        let held = meeting(4, Some((2024, 2, 2)));
        let before = meeting(5, Some((2023, 2, 2)));
        let all = [later, next, open, held, before];
        assert_eq!(found(&all), Some((2, true)), "the one of today is still to come");
        assert_eq!(found(&all[2..]), Some((3, true)), "without a date it is still to come");
        assert_eq!(found(&all[3..]), Some((4, false)), "of those that were held the latest");
        assert_eq!(found(&[]), None);
    }
}
