//! The sentences of the check: what was found, why it matters, how to mend it.

use domain::check::{self, Case, Column, Fact, FindingKind};
use domain::value::reckoning::Reckoning;

use super::places::Places;
use super::{Accepted, Finding};
use crate::texts::{Args, Key, Texts, keys};

/// A finding in words.
pub(super) fn finding(
    texts: &Texts,
    found: check::Finding,
    places: &Places,
    key: String,
    accepted: Option<Accepted>,
) -> Finding {
    let reckoning = places.reckoning(found.at);
    let told: Args =
        found.facts.iter().map(|(name, fact)| ((*name).to_owned(), word(texts, reckoning, fact))).collect();
    let kind = found.case.kind();
    let of_kind = |part| texts.attribute(kind_name(kind), part, &told).unwrap_or_default();
    // Reading is one line in a list; line breaks of the data would tear it.
    let (place, cell) = places.of_finding(found.at, found.cell).unzip();
    let text = texts.with(sentence(found.case), &told).replace('\n', "⏎");
    Finding { key, kind, place, cell, title: found.title, text, why: of_kind("why"), todo: of_kind("todo"), accepted }
}

fn word(texts: &Texts, reckoning: Reckoning, fact: &Fact) -> String {
    match fact {
        Fact::Text(text) => text.clone(),
        Fact::Year(year) => reckoning.long(*year),
        Fact::Count(count) => count.to_string(),
        Fact::Column(column) => texts.get(column_name(*column)),
        Fact::Life(kind, own) => own.clone().unwrap_or_else(|| crate::plan::life::usual(texts, *kind)),
    }
}

fn column_name(column: Column) -> Key {
    match column {
        Column::Name => keys::CHECK_COLUMN_NAME,
        Column::Label => keys::FIELD_LABEL,
        Column::LifeCycle => keys::FIELD_LIFE_CYCLE,
        Column::Section => keys::CHECK_COLUMN_SECTION,
        Column::Schedule => keys::CHECK_COLUMN_SCHEDULE,
        Column::Project => keys::CHECK_COLUMN_PROJECT,
        Column::Planned => keys::FIELD_PLANNED,
        Column::Target => keys::FIELD_TARGET,
        Column::PreviousState => keys::FIELD_PREVIOUS_STATE,
        Column::Actual => keys::FIELD_ACTUAL,
        Column::Issues => keys::FIELD_ISSUES,
        Column::Note => keys::FIELD_NOTE,
        Column::Evaluation => keys::FIELD_EVALUATION,
        Column::Reason => keys::FIELD_REASON,
        Column::Baseline => keys::CHECK_COLUMN_BASELINE,
        Column::Goal => keys::CHECK_COLUMN_GOAL,
        Column::Foreseen => keys::VALUE_KIND_PLANNED,
        Column::Expected => keys::CHECK_COLUMN_EXPECTED,
        Column::Offices => keys::FIELD_OFFICES,
    }
}

/// The name of a kind; its attributes say why it matters and what to do.
pub(super) fn kind_name(kind: FindingKind) -> Key {
    match kind {
        FindingKind::Damaged => keys::CHECK_KIND_DAMAGED,
        FindingKind::Broken => keys::CHECK_KIND_BROKEN,
        FindingKind::Glyph => keys::CHECK_KIND_GLYPH,
        FindingKind::Figure => keys::CHECK_KIND_FIGURE,
        FindingKind::Target => keys::CHECK_KIND_TARGET,
        FindingKind::Year => keys::CHECK_KIND_YEAR,
        FindingKind::Amount => keys::CHECK_KIND_AMOUNT,
        FindingKind::Evaluation => keys::CHECK_KIND_EVALUATION,
        FindingKind::Number => keys::CHECK_KIND_NUMBER,
        FindingKind::Total => keys::CHECK_KIND_TOTAL,
        FindingKind::Direction => keys::CHECK_KIND_DIRECTION,
        FindingKind::Baseline => keys::CHECK_KIND_BASELINE,
        FindingKind::Label => keys::CHECK_KIND_LABEL,
        FindingKind::Mention => keys::CHECK_KIND_MENTION,
        FindingKind::Outside => keys::CHECK_KIND_OUTSIDE,
        FindingKind::Reason => keys::CHECK_KIND_REASON,
        FindingKind::Actual => keys::CHECK_KIND_ACTUAL,
        FindingKind::Unjudged => keys::CHECK_KIND_UNJUDGED,
        FindingKind::Blank => keys::CHECK_KIND_BLANK,
        FindingKind::GoalPast => keys::CHECK_KIND_GOAL_PAST,
        FindingKind::Bar => keys::CHECK_KIND_BAR,
        FindingKind::Office => keys::CHECK_KIND_OFFICE,
        FindingKind::DeadOffice => keys::CHECK_KIND_DEAD_OFFICE,
        FindingKind::Account => keys::CHECK_KIND_ACCOUNT,
        FindingKind::Paper => keys::CHECK_KIND_PAPER,
    }
}

fn sentence(case: Case) -> Key {
    match case {
        Case::Damaged => keys::CHECK_DAMAGED,
        Case::Broken => keys::CHECK_BROKEN,
        Case::Glyph => keys::CHECK_GLYPH,
        Case::Figure => keys::CHECK_FIGURE,
        Case::Target => keys::CHECK_TARGET,
        Case::Year => keys::CHECK_YEAR,
        Case::Date => keys::CHECK_DATE,
        Case::Amount => keys::CHECK_AMOUNT,
        Case::OutsideVocabulary => keys::CHECK_EVALUATION,
        Case::OtherVocabulary => keys::CHECK_EVALUATION_YEAR,
        Case::NumberActual => keys::CHECK_NUMBER,
        Case::NumberBefore => keys::CHECK_NUMBER_BEFORE,
        Case::NumberTarget => keys::CHECK_NUMBER_TARGET,
        Case::NumberReason => keys::CHECK_NUMBER_REASON,
        Case::NumberSection => keys::CHECK_NUMBER_SECTION,
        Case::NumberBar => keys::CHECK_NUMBER_BAR,
        Case::Total => keys::CHECK_TOTAL,
        Case::PartTotal => keys::CHECK_TOTAL_PART,
        Case::BudgetTotal => keys::CHECK_TOTAL_BUDGET,
        Case::TargetAgainstGood => keys::CHECK_DIRECTION,
        Case::MissedButAchieved => keys::CHECK_MISSED,
        Case::MetButNotAchieved => keys::CHECK_MET,
        Case::Baseline => keys::CHECK_BASELINE,
        Case::LabelAmongSiblings => keys::CHECK_LABEL,
        Case::LabelInPlan => keys::CHECK_LABEL_PLAN,
        Case::LabelMentioned => keys::CHECK_LABEL_MENTIONED,
        Case::RecordOutside => keys::CHECK_OUTSIDE_RECORD,
        Case::BarOutside => keys::CHECK_OUTSIDE_BAR,
        Case::LifeCycleOutside => keys::CHECK_OUTSIDE_LIFE,
        Case::TargetOutside => keys::CHECK_OUTSIDE_TARGET,
        Case::PaperOutside => keys::CHECK_OUTSIDE_PAPER,
        Case::PlanBackwards => keys::CHECK_OUTSIDE_PLAN,
        Case::Reason => keys::CHECK_REASON,
        Case::Actual => keys::CHECK_ACTUAL,
        Case::ActualMost => keys::CHECK_ACTUAL_MOST,
        Case::Unjudged => keys::CHECK_UNJUDGED,
        Case::UnjudgedAll => keys::CHECK_UNJUDGED_ALL,
        Case::BlankPlanned => keys::CHECK_BLANK_PLANNED,
        Case::BlankTarget => keys::CHECK_BLANK_TARGET,
        Case::BlankPrevious => keys::CHECK_BLANK_PREVIOUS,
        Case::GoalPast => keys::CHECK_GOAL,
        Case::GoalPastMost => keys::CHECK_GOAL_MOST,
        Case::Bar => keys::CHECK_BAR,
        Case::NoOffice => keys::CHECK_OFFICE,
        Case::CollectiveOnly => keys::CHECK_OFFICE_COLLECTIVE,
        Case::NoOfficeMost => keys::CHECK_OFFICE_MOST,
        Case::DeadOffice => keys::CHECK_DEAD_OFFICE,
        Case::SucceededOffice => keys::CHECK_DEAD_OFFICE_AFTER,
        Case::Account => keys::CHECK_ACCOUNT,
        Case::Paper => keys::CHECK_PAPER,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_case_and_kind_has_words_in_both_languages() {
        for texts in [Texts::japanese(), Texts::english()] {
            for case in Case::ALL {
                assert!(!texts.get(sentence(*case)).is_empty(), "{case:?}");
                let name = kind_name(case.kind());
                for part in ["why", "todo"] {
                    let told = texts.attribute(name, part, &Args::new());
                    assert!(told.is_some_and(|told| !told.is_empty()), "{case:?} {part}");
                }
            }
        }
    }
}
