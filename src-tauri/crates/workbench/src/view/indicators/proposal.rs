//! The proposal of 達成 in words.

use domain::attainment::{Proposal, Reason, Verdict};
use domain::programme::Indicator;
use domain::value::figure::{Absence, ValueKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::chart::kind_key;
use crate::texts::{Args, Key, Texts, args, keys};

/// What is proposed for a value in a year. It is shown and written nowhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IndicatorProposal {
    /// Met, missed, or not to be said.
    pub verdict: Verdict,
    /// Nothing but the actual figure is missing.
    pub waiting: bool,
    /// Why, in one sentence.
    pub reason: String,
}

/// A proposal with its sentence.
pub(super) fn told(texts: &Texts, indicator: &Indicator, proposal: &Proposal<'_>) -> IndicatorProposal {
    let words = sentence_of(texts, indicator, proposal);
    let sentence = texts.with(key(proposal), &words);
    let tentative = proposal.verdict != Verdict::Open && proposal.kind == Some(ValueKind::Provisional);
    IndicatorProposal {
        verdict: proposal.verdict,
        waiting: proposal.reason == Reason::NoActual,
        reason: if tentative {
            texts.with(keys::ATTAINMENT_TENTATIVE, &args([("reason", sentence)]))
        } else {
            sentence
        },
    }
}

fn sentence_of(texts: &Texts, indicator: &Indicator, proposal: &Proposal<'_>) -> Args {
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let before = match &proposal.reason {
        Reason::WithLastYear(before) | Reason::WithBaseline(before) => before.to_string(),
        Reason::Absent(absence) => texts.get(absence_key(*absence)),
        Reason::NotMeasured(kind) => texts.get(kind_key(*kind)),
        _ => String::new(),
    };
    args([
        ("actual", proposal.actual.map(ToString::to_string).unwrap_or_default()),
        ("target", one_line(&proposal.target.target.text)),
        ("good", indicator.good.as_ref().map(|good| good.text.clone()).unwrap_or_default()),
        ("before", before),
    ])
}

fn absence_key(absence: Absence) -> Key {
    match absence {
        Absence::NotYet => keys::ABSENCE_NOT_YET,
        Absence::NotApplicable => keys::ABSENCE_NOT_APPLICABLE,
        Absence::NotComputed => keys::ABSENCE_NOT_COMPUTED,
        Absence::NotPublished => keys::ABSENCE_NOT_PUBLISHED,
    }
}

fn key(proposal: &Proposal<'_>) -> Key {
    let met = proposal.verdict == Verdict::Met;
    match (&proposal.reason, met) {
        (Reason::Compared, true) => keys::ATTAINMENT_MET,
        (Reason::Compared, false) => keys::ATTAINMENT_MISSED,
        (Reason::WithDirection, true) => keys::ATTAINMENT_MET_DIRECTION,
        (Reason::WithDirection, false) => keys::ATTAINMENT_MISSED_DIRECTION,
        (Reason::WithLastYear(_), true) => keys::ATTAINMENT_MET_LAST_YEAR,
        (Reason::WithLastYear(_), false) => keys::ATTAINMENT_MISSED_LAST_YEAR,
        (Reason::WithBaseline(_), true) => keys::ATTAINMENT_MET_BASELINE,
        (Reason::WithBaseline(_), false) => keys::ATTAINMENT_MISSED_BASELINE,
        (Reason::NoActual, _) => keys::ATTAINMENT_NO_ACTUAL,
        (Reason::Absent(_), _) => keys::ATTAINMENT_ABSENT,
        (Reason::ActualNotRead, _) => keys::ATTAINMENT_ACTUAL_NOT_READ,
        (Reason::Rank, _) => keys::ATTAINMENT_RANK,
        (Reason::NotMeasured(_), _) => keys::ATTAINMENT_NOT_MEASURED,
        (Reason::TargetNotRead, _) => keys::ATTAINMENT_TARGET_NOT_READ,
        (Reason::Words, _) => keys::ATTAINMENT_WORDS,
        (Reason::NoDirection, _) => keys::ATTAINMENT_NO_DIRECTION,
        (Reason::Margin, _) => keys::ATTAINMENT_MARGIN,
        (Reason::NoLastYear, _) => keys::ATTAINMENT_NO_LAST_YEAR,
        (Reason::NoBaseline, _) => keys::ATTAINMENT_NO_BASELINE,
        (Reason::Units, _) => keys::ATTAINMENT_UNITS,
        (Reason::PercentOfPercent, _) => keys::ATTAINMENT_PERCENT,
    }
}
