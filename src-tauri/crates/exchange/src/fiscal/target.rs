//! Rows of 目標: the bound stands only in the words of 原文.

use domain::value::{AsOf, FiscalYear, Quantity, Target, Written};

use super::cell::{CellPair, Telling, doubt_of_amount, is_same_amount};
use super::columns::Role;
use crate::reading::{FindingKind, Outcome, Understood};

/// A target as it stands in a row.
pub(super) struct ReadTarget {
    pub(super) target: Written<Target>,
    pub(super) as_of: Option<Written<AsOf>>,
    /// Digits after the point of its bound.
    pub(super) decimals: u32,
    pub(super) telling: Telling,
}

/// Reads the target of a row from its words, else from its value.
pub(super) fn read(pair: &CellPair<'_>) -> ReadTarget {
    let mut telling = Telling::default();
    let (role, source) = if pair.has_words() { (Role::Words, pair.words) } else { (Role::Value, pair.value) };
    let (text, as_of) = parted(source, pair.year);
    let mut meaning = Target::read_with(text, pair.unit);
    if meaning.is_none() {
        telling.doubt(role, doubt_of_words(text), Outcome::WordsOnly);
    }
    if pair.has_words() && !pair.value.trim().is_empty() {
        let agrees = value_agrees(pair, meaning.as_ref(), &mut telling);
        meaning = meaning.filter(|_| agrees);
    }
    let decimals = meaning.as_ref().and_then(bound).map_or(0, |bound| bound.amount.scale());
    if !source.trim().is_empty() {
        let understood = meaning.clone().map_or(Understood::NotUnderstood, |target| {
            let as_of = as_of.clone();
            Understood::Target { target, as_of }
        });
        telling.understood.push((role, understood));
    }
    ReadTarget { target: Written::with_meaning(text, meaning), as_of, decimals, telling }
}

/// Parts the moment in the last brackets from the words of a target: `95.0%以下 (27年決算)`.
/// Brackets that hold no moment belong to the target.
fn parted(source: &str, hint: Option<FiscalYear>) -> (&str, Option<Written<AsOf>>) {
    let words = source.trim();
    let moment = words
        .strip_suffix([')', '）'])
        .and_then(|open| {
            let at = open.rfind(['(', '（'])?;
            let (before, bracket) = open.split_at(at);
            Some((before.trim_end(), bracket.trim_start_matches(['(', '（'])))
        })
        .and_then(|(before, inside)| {
            let moment = match hint {
                Some(hint) => AsOf::parse_near(inside, hint),
                None => AsOf::parse(inside),
            };
            Some((before, Written::with_meaning(inside, Some(moment?))))
        });
    match moment {
        Some((before, moment)) => (before, Some(moment)),
        None => (words, None),
    }
}

/// Holds 値 against the bound in the words.
fn value_agrees(pair: &CellPair<'_>, target: Option<&Target>, telling: &mut Telling) -> bool {
    let quantity = match Quantity::parse(pair.value) {
        Ok(quantity) => quantity.or_unit(pair.unit),
        Err(reason) => {
            telling.understood.push((Role::Value, Understood::NotUnderstood));
            telling.doubt(Role::Value, doubt_of_amount(&reason), Outcome::WordsOnly);
            return false;
        }
    };
    let differs = target.and_then(bound).filter(|bound| !is_same_amount(&quantity, bound));
    telling.understood.push((Role::Value, Understood::Number { quantity }));
    let Some(bound) = differs else {
        return true;
    };
    let doubt = FindingKind::AmountsDiffer { in_words: bound.to_string() };
    telling.doubt(Role::Words, doubt, Outcome::WordsOnly);
    false
}

/// The one amount of a target, where it has exactly one.
fn bound(target: &Target) -> Option<&Quantity> {
    match target {
        Target::AtMost { limit, .. } | Target::AtLeast { limit, .. } => Some(limit),
        Target::Around { at } | Target::Exactly { at } => Some(at),
        _ => None,
    }
}

/// What is odd about words of a target, the word of its bound apart.
fn doubt_of_words(text: &str) -> FindingKind {
    let stem =
        ["以下", "以内", "以上", "未満", "超"].into_iter().find_map(|word| text.strip_suffix(word)).unwrap_or(text);
    match Quantity::parse(stem).map_err(|reason| doubt_of_amount(&reason)) {
        Err(doubt @ (FindingKind::SuspiciousUnit { .. } | FindingKind::Bracketed { .. })) => doubt,
        _ => FindingKind::TargetNotUnderstood,
    }
}
