//! 達成の案: whether an indicator met its targets in a fiscal year, as far as its words say, and why.
//!
//! It is shown to a person and written nowhere: the evaluation is theirs. What the words of the plan
//! leave open (how near 概ね is, which side of 30億円 is good) is not guessed but named.

mod reason;
#[cfg(test)]
mod tests;

pub use reason::Reason;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::programme::{Indicator, IndicatorTarget, Slot};
use crate::value::figure::{Absence, Measure, Value, ValueKind};
use crate::value::fiscal_year::FiscalYear;
use crate::value::quantity::Quantity;
use crate::value::target::{Target, Trend};

/// What can be said of a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// 達成.
    Met,
    /// It cannot be said.
    Open,
    /// 未達成.
    Missed,
}

/// What is proposed for one value of an indicator in one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal<'a> {
    /// The target that decided.
    pub target: &'a IndicatorTarget,
    /// Whether it is met.
    pub verdict: Verdict,
    /// Why.
    pub reason: Reason,
    /// The value held against it, where there is one.
    pub actual: Option<&'a Quantity>,
    /// What kind of value that is: 決算見込 makes the proposal a tentative one.
    pub kind: Option<ValueKind>,
}

/// What is proposed for a part in a year; none when nothing is to be met then.
///
/// Of several targets the one that is missed decides, then the one that cannot be judged. A final
/// target without a year holds for the whole period: `in_period` says whether the year is of it.
pub fn propose(indicator: &Indicator, part: u8, year: FiscalYear, in_period: bool) -> Option<Proposal<'_>> {
    let due = indicator.targets.iter().filter(|target| target.part == part && is_due(target, year, in_period));
    due.map(|target| judge(indicator, target, year)).max_by_key(|proposal| proposal.verdict)
}

fn is_due(target: &IndicatorTarget, year: FiscalYear, in_period: bool) -> bool {
    let of_year = match target.year.as_ref().filter(|written| !written.is_blank()) {
        Some(written) => written.meaning == Some(year),
        None => in_period,
    };
    of_year && !matches!(target.target.meaning, Some(Target::Unset))
}

/// Holds the actual figure of a year against a target.
pub fn judge<'a>(indicator: &'a Indicator, target: &'a IndicatorTarget, year: FiscalYear) -> Proposal<'a> {
    let proposal = |verdict, reason| Proposal { target, verdict, reason, actual: None, kind: None };
    let (actual, kind) = match actual(indicator, target.part, year) {
        Ok(found) => found,
        Err(reason) => return proposal(Verdict::Open, reason),
    };
    let Some(meaning) = &target.target.meaning else { return proposal(Verdict::Open, Reason::TargetNotRead) };
    let against = Against { indicator, part: target.part, year, actual };
    let (met, reason) = against.look(meaning);
    let verdict = match met {
        Some(true) => Verdict::Met,
        Some(false) => Verdict::Missed,
        None => Verdict::Open,
    };
    Proposal { actual: Some(actual), kind: Some(kind), ..proposal(verdict, reason) }
}

/// The amount of a year, or why there is none that could be judged.
fn actual(indicator: &Indicator, part: u8, year: FiscalYear) -> Result<(&Quantity, ValueKind), Reason> {
    let observation = indicator.observation(year, part, Slot::Actual).ok_or(Reason::NoActual)?;
    match &observation.figure.value {
        None => Err(Reason::ActualNotRead),
        Some(Value::Absent { reason: Absence::NotYet }) => Err(Reason::NoActual),
        Some(Value::Absent { reason }) => Err(Reason::Absent(*reason)),
        Some(Value::Known { measure: Measure::Rank { .. }, .. }) => Err(Reason::Rank),
        Some(Value::Known { kind: kind @ (ValueKind::Budget | ValueKind::Planned | ValueKind::Outlook), .. }) => {
            Err(Reason::NotMeasured(*kind))
        }
        Some(Value::Known { measure: Measure::Number { quantity }, kind, .. }) => Ok((quantity, *kind)),
    }
}

/// An amount and what it can be held against.
struct Against<'a> {
    indicator: &'a Indicator,
    part: u8,
    year: FiscalYear,
    actual: &'a Quantity,
}

impl<'a> Against<'a> {
    fn look(&self, target: &Target) -> (Option<bool>, Reason) {
        let good = self.indicator.good.as_ref().and_then(|good| good.meaning);
        let reference = match target {
            Target::Several { targets } => return self.all(targets),
            Target::Change { .. } => self.baseline(),
            Target::NotWorseThanLastYear { .. } | Target::Toward { .. } => self.last_year(),
            _ => None,
        };
        let met = match good {
            Some(good) => target.met_in_direction(self.actual, reference, good),
            None => target.met_by(self.actual, reference),
        };
        (met, if met.is_some() { judged(target, reference, good) } else { self.open(target, reference, good) })
    }

    /// One missed form is a miss; otherwise all forms have to be judged.
    fn all(&self, targets: &[Target]) -> (Option<bool>, Reason) {
        let looked: Vec<_> = targets.iter().map(|target| self.look(target)).collect();
        let first = |wanted: Option<bool>| looked.iter().find(|(met, _)| *met == wanted).cloned();
        first(Some(false)).or_else(|| first(None)).unwrap_or((Some(true), Reason::Compared))
    }

    /// The value of the year before; a baseline of that year is one too.
    fn last_year(&self) -> Option<&'a Quantity> {
        let before = self.year.previous()?;
        let observed = self.indicator.observation(before, self.part, Slot::Actual);
        observed.and_then(|observation| observation.figure.quantity()).or_else(|| {
            let baseline = self.indicator.baseline.as_ref().filter(|one| one.year.meaning == Some(before))?;
            baseline.figures.get(usize::from(self.part))?.quantity()
        })
    }

    fn baseline(&self) -> Option<&'a Quantity> {
        self.indicator.baseline.as_ref()?.figures.get(usize::from(self.part))?.quantity()
    }

    /// Why the words of a target leave the judgement open.
    fn open(&self, target: &Target, reference: Option<&Quantity>, good: Option<Trend>) -> Reason {
        let unlike = |other: &Quantity| self.actual.compare(other).is_none();
        match (target, reference) {
            (Target::Words, _) => Reason::Words,
            (Target::Unset | Target::Several { .. }, _) => Reason::TargetNotRead,
            (Target::NotWorseThanLastYear { .. } | Target::Toward { .. }, None) => Reason::NoLastYear,
            (Target::NotWorseThanLastYear { .. } | Target::Toward { .. }, Some(before)) if unlike(before) => {
                Reason::Units
            }
            (Target::Change { .. }, None) => Reason::NoBaseline,
            (Target::Change { by, .. }, Some(before)) if by.unit.as_str() == "%" && before.unit.as_str() == "%" => {
                Reason::PercentOfPercent
            }
            (Target::Change { approximately: true, .. }, Some(before)) if !unlike(before) => Reason::Margin,
            (Target::Change { .. }, _) => Reason::Units,
            (Target::Exactly { at } | Target::Around { at }, _) if unlike(at) => Reason::Units,
            (Target::Exactly { .. }, _) if good.is_none() => Reason::NoDirection,
            (Target::AtMost { .. } | Target::AtLeast { .. } | Target::Band { .. }, _) => Reason::Units,
            _ => Reason::Margin,
        }
    }
}

/// What a judgement rests on.
fn judged(target: &Target, reference: Option<&Quantity>, good: Option<Trend>) -> Reason {
    match (target, reference) {
        (Target::Change { .. }, Some(before)) => Reason::WithBaseline(before.clone()),
        (_, Some(before)) => Reason::WithLastYear(before.clone()),
        (Target::Exactly { .. }, None) if good.is_some() => Reason::WithDirection,
        _ => Reason::Compared,
    }
}
