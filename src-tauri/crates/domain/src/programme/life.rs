//! The life of an item: what became of it in which year, and whether it counts.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ids::{LifeEventId, NodeId};
use crate::value::fiscal_year::FiscalYear;
use crate::value::written::Written;

/// What became of an item over the years, and whether it is kept out of the denominators.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct LifeCycle {
    /// What happened, in the order in which it is told; empty for an item that just goes on.
    #[serde(default)]
    pub events: Vec<LifeEvent>,
    /// Not counted in denominators, whatever happened.
    #[serde(default)]
    pub uncounted: bool,
}

/// One thing that happened to an item: 新規 in 令和4年度, 終了 in 令和6年度.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct LifeEvent {
    /// Identity within the file.
    pub id: LifeEventId,
    /// The kind.
    #[serde(default)]
    pub kind: LifeCycleKind,
    /// Its year as written: of an end or a merger the last year the item ran, of anything else the
    /// first year in which it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub year: Option<Written<FiscalYear>>,
    /// Words as printed: ※令和4年度までをもって終了.
    #[serde(default)]
    pub words: String,
    /// The item it was merged into, or of which this is a second listing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub other: Option<NodeId>,
}

/// Kinds of what happens to an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum LifeCycleKind {
    /// 継続: it goes on, also after it had ended.
    #[default]
    Continuing,
    /// 新規.
    New,
    /// 修正.
    Revised,
    /// 拡充・充実.
    Expanded,
    /// 集約・統合.
    Merged,
    /// 終了.
    Ended,
    /// 再掲: listed twice, counted once.
    Relisted,
}

/// A plan's own word for a kind: 充実 where others say 拡充.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct LifeWord {
    /// The kind.
    pub kind: LifeCycleKind,
    /// The word as the plan prints it.
    pub word: String,
}

impl LifeCycleKind {
    /// What cities write for the kinds, the commonest word of each first.
    pub const WRITTEN: [(&'static str, Self); 14] = [
        ("継続", Self::Continuing),
        ("新規", Self::New),
        ("修正", Self::Revised),
        ("見直し", Self::Revised),
        ("変更", Self::Revised),
        ("拡充", Self::Expanded),
        ("充実", Self::Expanded),
        ("拡大", Self::Expanded),
        ("統合", Self::Merged),
        ("集約", Self::Merged),
        ("終了", Self::Ended),
        ("廃止", Self::Ended),
        ("完了", Self::Ended),
        ("再掲", Self::Relisted),
    ];

    /// The kind that a word by itself means; none for any other word.
    pub fn written(word: &str) -> Option<Self> {
        Self::WRITTEN.iter().find(|(known, _)| *known == word).map(|(_, kind)| *kind)
    }

    /// Whether the item is over after it: 終了, 集約・統合.
    pub fn ends(self) -> bool {
        matches!(self, Self::Ended | Self::Merged)
    }
}

impl LifeEvent {
    /// An event of which nothing but the kind is said.
    pub fn new(id: LifeEventId, kind: LifeCycleKind) -> Self {
        Self { id, kind, year: None, words: String::new(), other: None }
    }

    /// Its year as far as it is understood.
    pub fn understood(&self) -> Option<FiscalYear> {
        self.year.as_ref().and_then(|written| written.meaning)
    }

    /// Whether nothing is said but that the item goes on.
    pub fn says_nothing(&self) -> bool {
        self.kind == LifeCycleKind::Continuing && self.year.is_none() && self.words.is_empty() && self.other.is_none()
    }

    /// The western year from which an item is what the event made of it: an end shows in the year after.
    fn shows_from(&self) -> Option<i32> {
        self.understood().map(|year| year.year() + i32::from(self.kind.ends()))
    }
}

impl LifeCycle {
    /// What was told last.
    pub fn last(&self) -> Option<&LifeEvent> {
        self.events.last()
    }

    /// The kind of what was told last; 継続 where nothing was.
    pub fn last_kind(&self) -> LifeCycleKind {
        self.last().map_or(LifeCycleKind::Continuing, |event| event.kind)
    }

    /// Whether an event of the kind is told, whenever it was.
    pub fn has(&self, kind: LifeCycleKind) -> bool {
        self.events.iter().any(|event| event.kind == kind)
    }

    /// The words of all events, one below the other; "" without any.
    pub fn words(&self) -> String {
        let said = self.events.iter().map(|event| event.words.as_str()).filter(|words| !words.is_empty());
        said.collect::<Vec<_>>().join("\n")
    }

    /// The item of which this is a second listing, where it is said.
    pub fn original(&self) -> Option<NodeId> {
        self.events.iter().filter(|event| event.kind == LifeCycleKind::Relisted).find_map(|event| event.other)
    }

    /// Whether the item has ended before the year given begins. What goes on again after an end
    /// (新規, 継続 and the like of a later year) has not.
    pub fn ended_before(&self, year: FiscalYear) -> bool {
        self.turned_by(year).is_some_and(|event| event.kind.ends())
    }

    /// The last year of an item that ended and did not go on again.
    pub fn last_year(&self) -> Option<FiscalYear> {
        let last = self.dated().max_by_key(|(_, from)| *from)?.0;
        last.understood().filter(|_| last.kind.ends())
    }

    /// Whether the item is new in a year after the one given and was not there before.
    pub fn begins_after(&self, year: FiscalYear) -> bool {
        // An end without a year ends nothing.
        let turn = |event: &&LifeEvent| {
            event.kind == LifeCycleKind::New || (event.kind.ends() && event.understood().is_some())
        };
        let first = self.events.iter().filter(turn).min_by_key(|event| event.understood());
        first.is_some_and(|event| event.kind == LifeCycleKind::New && event.understood().is_some_and(|new| year < new))
    }

    /// Whether the item is a second listing in the year given: from the year of 再掲 on, or always
    /// where none is understood.
    pub fn relisted_in(&self, year: FiscalYear) -> bool {
        let listed = self.events.iter().filter(|event| event.kind == LifeCycleKind::Relisted);
        listed.into_iter().any(|event| event.understood().is_none_or(|from| from <= year))
    }

    /// Whether the item counts in the denominators of the year given: a second listing never
    /// does, an ended or merged item does up to its last year, a new one from its first year on.
    pub fn counts_in(&self, year: FiscalYear) -> bool {
        !self.uncounted && !self.relisted_in(year) && !self.ended_before(year) && !self.begins_after(year)
    }

    /// What the item is in the tables of a year, by the first of these that holds: a second listing;
    /// what happened in that very year; ended or merged, where it was before; what is told without a
    /// year; new, where it is yet to come; else it goes on.
    pub fn kind_in(&self, year: FiscalYear) -> LifeCycleKind {
        if self.relisted_in(year) {
            return LifeCycleKind::Relisted;
        }
        let others = || self.events.iter().rev().filter(|event| event.kind != LifeCycleKind::Relisted);
        let of_year = others().find(|event| event.understood() == Some(year));
        let ended = || self.turned_by(year).filter(|event| event.kind.ends());
        let undated = || others().find(|event| event.understood().is_none());
        match of_year.or_else(ended).or_else(undated) {
            Some(event) => event.kind,
            None if self.begins_after(year) => LifeCycleKind::New,
            None => LifeCycleKind::Continuing,
        }
    }

    /// The events with a year and the year from which they show; second listings are no turn of a life.
    fn dated(&self) -> impl Iterator<Item = (&LifeEvent, i32)> {
        let own = self.events.iter().filter(|event| event.kind != LifeCycleKind::Relisted);
        own.filter_map(|event| Some((event, event.shows_from()?)))
    }

    /// The latest event that shows in the year given.
    fn turned_by(&self, year: FiscalYear) -> Option<&LifeEvent> {
        let shown = self.dated().filter(|(_, from)| *from <= year.year());
        shown.max_by_key(|(_, from)| *from).map(|(event, _)| event)
    }
}

#[cfg(test)]
mod tests {
    use super::LifeCycleKind::{Continuing, Ended, Expanded, Merged, New, Relisted, Revised};
    use super::*;

    fn year(western: i32) -> FiscalYear {
        FiscalYear::new(western).expect("a year in range")
    }

    fn life(events: &[(LifeCycleKind, Option<i32>)]) -> LifeCycle {
        let event = |(at, (kind, western)): (usize, &(LifeCycleKind, Option<i32>))| {
            let written = western.map(|western| Written::with_meaning(format!("{western}年度"), Some(year(western))));
            LifeEvent { year: written, ..LifeEvent::new(LifeEventId(at as i64 + 1), *kind) }
        };
        LifeCycle { events: events.iter().enumerate().map(event).collect(), uncounted: false }
    }

    fn counted(life: &LifeCycle, years: std::ops::RangeInclusive<i32>) -> Vec<i32> {
        years.filter(|western| life.counts_in(year(*western))).collect()
    }

    #[test]
    fn an_item_counts_from_its_first_year_to_its_last() {
        let whole = life(&[(New, Some(2022)), (Expanded, Some(2023)), (Ended, Some(2024))]);
        assert_eq!(counted(&whole, 2020..=2027), [2022, 2023, 2024]);
        let kinds: Vec<LifeCycleKind> = (2021..=2026).map(|western| whole.kind_in(year(western))).collect();
        assert_eq!(kinds, [New, New, Expanded, Ended, Ended, Ended]);
        assert_eq!(whole.last_year(), Some(year(2024)));
    }

    #[test]
    fn the_order_of_telling_changes_nothing_that_years_decide() {
        let whole = life(&[(Ended, Some(2024)), (Expanded, Some(2023)), (New, Some(2022))]);
        assert_eq!(counted(&whole, 2020..=2027), [2022, 2023, 2024]);
        assert_eq!(whole.last_year(), Some(year(2024)));
    }

    #[test]
    fn what_ended_can_go_on_again() {
        let again = life(&[(Ended, Some(2022)), (Continuing, Some(2025))]);
        assert_eq!(counted(&again, 2021..=2027), [2021, 2022, 2025, 2026, 2027]);
        assert_eq!(again.last_year(), None);
        assert_eq!(again.kind_in(year(2023)), Ended);
        assert_eq!(again.kind_in(year(2026)), Continuing);
        let at_once = life(&[(Merged, Some(2022)), (New, Some(2023))]);
        assert_eq!(counted(&at_once, 2021..=2024), [2021, 2022, 2023, 2024]);
    }

    #[test]
    fn a_change_without_a_year_is_told_of_every_year_and_ends_nothing() {
        let revised = life(&[(Revised, None)]);
        assert_eq!(revised.kind_in(year(2023)), Revised);
        let ended = life(&[(New, Some(2022)), (Ended, None)]);
        assert_eq!(counted(&ended, 2021..=2024), [2022, 2023, 2024]);
        assert_eq!(ended.kind_in(year(2022)), New);
        assert_eq!(ended.kind_in(year(2023)), Ended);
    }

    #[test]
    fn a_second_listing_counts_nowhere_from_its_year_on() {
        let always = life(&[(Relisted, None)]);
        assert_eq!(counted(&always, 2020..=2025), [0; 0]);
        let later = life(&[(Relisted, Some(2023))]);
        assert_eq!(counted(&later, 2020..=2025), [2020, 2021, 2022]);
        assert_eq!(later.kind_in(year(2022)), Continuing);
        assert_eq!(later.kind_in(year(2024)), Relisted);
    }

    #[test]
    fn what_was_merged_before_a_year_is_merged_in_its_table() {
        let merged = life(&[(Merged, Some(2022))]);
        let kinds: Vec<LifeCycleKind> = (2021..=2024).map(|western| merged.kind_in(year(western))).collect();
        assert_eq!(kinds, [Continuing, Merged, Merged, Merged]);
        assert!(!merged.begins_after(year(2020)));
    }
}
