//! The life of an item as cells of a grid tell it: one word, and the words as printed.

use domain::programme::{LifeCycle, LifeCycleKind, LifeEvent, LifeEventId, LifeWord, Node, NodeId, Plan};
use domain::value::fiscal_year::{FiscalYear, YearStyle};
use domain::value::written::Written;
use exchange::LifeDraft;
use store::{Read, Table, Write};

use crate::error::Thing;
use crate::file::Found;
use crate::settings::near;
use crate::texts::{Key, Texts, keys};
use crate::{By, Result, WorkbenchError};

/// The life-cycle kinds with their usual words, for choices and for reading.
pub const LIFE_CYCLES: [(LifeCycleKind, Key); 7] = [
    (LifeCycleKind::Continuing, keys::LIFE_CYCLE_CONTINUING),
    (LifeCycleKind::New, keys::LIFE_CYCLE_NEW),
    (LifeCycleKind::Revised, keys::LIFE_CYCLE_REVISED),
    (LifeCycleKind::Expanded, keys::LIFE_CYCLE_EXPANDED),
    (LifeCycleKind::Merged, keys::LIFE_CYCLE_MERGED),
    (LifeCycleKind::Ended, keys::LIFE_CYCLE_ENDED),
    (LifeCycleKind::Relisted, keys::LIFE_CYCLE_RELISTED),
];

/// The usual word of a kind.
pub(crate) fn usual(texts: &Texts, kind: LifeCycleKind) -> String {
    LIFE_CYCLES.iter().find(|(known, _)| *known == kind).map(|(_, key)| texts.get(*key)).unwrap_or_default()
}

/// The word of a kind in a plan with the own words given.
pub(crate) fn word(texts: &Texts, own: &[LifeWord], kind: LifeCycleKind) -> String {
    let own = own.iter().find(|own| own.kind == kind);
    own.map_or_else(|| usual(texts, kind), |own| own.word.clone())
}

/// The words of all kinds in a plan with the own words given, in their order.
pub(crate) fn all_words(texts: &Texts, own: &[LifeWord]) -> Vec<String> {
    LIFE_CYCLES.iter().map(|(kind, _)| word(texts, own, *kind)).collect()
}

/// Words that are read in a plan besides those it shows.
pub(crate) fn other_words(texts: &Texts, own: &[LifeWord]) -> Vec<String> {
    let shown = all_words(texts, own);
    let usual = all_words(texts, &[]).into_iter();
    let written = LifeCycleKind::WRITTEN.iter().map(|(word, _)| (*word).to_owned());
    let mut others: Vec<String> = usual.chain(written).filter(|word| !shown.contains(word)).collect();
    others.sort_unstable();
    others.dedup();
    others
}

/// The kind a word names in a plan with the own words given: its own word, the usual one, or what
/// other cities write.
fn named(texts: &Texts, own: &[LifeWord], text: &str) -> Option<LifeCycleKind> {
    let owned = own.iter().find(|own| own.word == text).map(|own| own.kind);
    let usual = || LIFE_CYCLES.iter().find(|(_, key)| texts.get(*key) == text).map(|(kind, _)| *kind);
    owned.or_else(usual).or_else(|| LifeCycleKind::written(text))
}

/// Makes a word that is told of an item the plan's own for a kind that it has no own word for and that
/// is told of no other item yet: a city that writes 充実 goes on reading 充実. Later words for the same
/// are shown in this one.
fn learn(
    w: &Write<'_>,
    texts: &Texts,
    plan: &mut Plan,
    (node, kind): (NodeId, LifeCycleKind),
    text: &str,
) -> Result<()> {
    let known = text == usual(texts, kind) || plan.life_word(kind).is_some();
    if known || store::life_event::of_kind(w, plan.id, kind)?.iter().any(|(_, other)| *other != node) {
        return Ok(());
    }
    plan.set_life_word(kind, Some(text.to_owned()));
    Ok(store::plan::save(w, plan)?)
}

pub(crate) fn next_id(r: &Read<'_>) -> Result<LifeEventId> {
    Ok(LifeEventId(store::next_id(r, Table::LifeEvent)?))
}

/// What the cell of the kind shows: what was told last, unless it is nothing but words.
pub(crate) fn shown(life: &LifeCycle) -> Option<&LifeEvent> {
    life.last().filter(|last| last.kind != LifeCycleKind::Continuing || last.year.is_some())
}

/// Writes the cell of the kind, which shows what was told last; cleared, that goes. A word that the plan
/// has not had becomes its own ([`learn`]).
pub(super) fn write_kind(
    w: &Write<'_>,
    by: &By,
    texts: &Texts,
    node: NodeId,
    life: &mut LifeCycle,
    text: &str,
) -> Result<()> {
    let text = text.trim();
    if text.is_empty() {
        if shown(life).is_some() {
            life.events.pop();
        }
        return Ok(());
    }
    let own = store::plan::life_words(w, node)?;
    let kind = named(texts, &own, text)
        .ok_or_else(|| WorkbenchError::NotUnderstood { text: text.to_owned(), expected: keys::EXPECTED_LIFE_CYCLE })?;
    if word(texts, &own, kind) != text {
        let id = store::node::plan_of(w, node)?.found(Thing::Node, node.0)?;
        let mut plan = store::plan::header(w, id)?.found(Thing::Plan, id.0)?;
        learn(w, texts, &mut plan, (node, kind), text)?;
    }
    turn(life, kind, next_id(w)?, by);
    Ok(())
}

/// Tells of a kind. It corrects what was told last when that is of this fiscal year, of none, or was
/// words without a kind; otherwise it comes behind it, and so does an end behind what was none: that an
/// item is 終了 now does not change that it was 新規 once.
///
/// An end happens in the year its words name or else in the year it is: without a year it would
/// count for ever. So does what comes behind something else.
fn turn(life: &mut LifeCycle, kind: LifeCycleKind, next: LifeEventId, by: &By) {
    let today = FiscalYear::of_date(by.at.date());
    let written = || today.map(|year| Written::read(year.format(YearStyle::Long)));
    let behind = life.events.len() > 1;
    match life.events.last_mut() {
        Some(last) if last.kind == kind => {
            if kind.ends() && last.year.is_none() {
                last.year = year_in(&last.words).or_else(written);
            }
        }
        Some(last) if corrects(last, kind, today) => {
            last.kind = kind;
            last.year = year_in(&last.words);
            if kind.ends() || behind {
                last.year = last.year.take().or_else(written);
            }
            last.other = last.other.filter(|_| kind.ends() || kind == LifeCycleKind::Relisted);
        }
        None if kind == LifeCycleKind::Continuing => {}
        other => {
            let dated = other.is_some() || kind.ends();
            let year = dated.then(written).flatten();
            life.events.push(LifeEvent { year, ..LifeEvent::new(next, kind) });
        }
    }
    forget_nothing_said(life);
}

/// Whether a kind told now is what the last event should have said.
fn corrects(last: &LifeEvent, kind: LifeCycleKind, today: Option<FiscalYear>) -> bool {
    if last.kind == LifeCycleKind::Continuing && !last.words.is_empty() {
        return true;
    }
    let ends_now = kind.ends() && !last.kind.ends();
    !ends_now && last.understood().is_none_or(|year| Some(year) == today)
}

/// Writes the cell of the printed words, which are those of the last event; the year they name is its
/// year. Words of an item of which nothing is told yet are an event without a kind.
pub(super) fn write_words(r: &Read<'_>, plan: &Plan, life: &mut LifeCycle, words: String) -> Result<()> {
    if life.events.is_empty() {
        if words.is_empty() {
            return Ok(());
        }
        life.events.push(LifeEvent::new(next_id(r)?, LifeCycleKind::Continuing));
    }
    if let Some(last) = life.events.last_mut() {
        if let Some(year) = year_in(&words) {
            near(plan, Some(&year), last.year.as_ref())?;
            last.year = Some(year);
        }
        last.words = words;
    }
    forget_nothing_said(life);
    Ok(())
}

/// Takes over what a table says. The event of that kind says the same from now on; one that is not
/// told yet comes last. The word of the table becomes the plan's own ([`learn`]) where it had none.
pub(crate) fn take_over(
    w: &Write<'_>,
    texts: &Texts,
    plan: &mut Plan,
    node: &mut Node,
    told: &LifeDraft,
) -> Result<()> {
    if *told == LifeDraft::default() {
        return Ok(());
    }
    let kind = named(texts, &plan.life_words, &told.word).unwrap_or(told.kind);
    if !told.word.is_empty() {
        learn(w, texts, plan, (node.id, kind), &told.word)?;
    }
    let life = &mut node.life_cycle;
    if !life.has(kind) {
        life.events.push(LifeEvent::new(next_id(w)?, kind));
    }
    if let Some(event) = life.events.iter_mut().rev().find(|event| event.kind == kind) {
        event.year = told.year.clone().or(event.year.take());
        event.words.clone_from(&told.words);
    }
    Ok(())
}

/// An event that says nothing is none.
fn forget_nothing_said(life: &mut LifeCycle) {
    if life.last().is_some_and(LifeEvent::says_nothing) {
        life.events.pop();
    }
}

/// The fiscal year that words name: ※令和4年度までをもって終了.
fn year_in(words: &str) -> Option<Written<FiscalYear>> {
    let end = words.find("年度")? + "年度".len();
    let starts = words[..end].char_indices().map(|(at, _)| at);
    let mut years = starts.map(|at| Written::<FiscalYear>::read(&words[at..end]));
    years.find(Written::is_understood)
}

#[cfg(test)]
mod tests {
    use super::LifeCycleKind::{Continuing, Ended, Expanded, New, Revised};
    use super::*;

    fn by() -> By {
        By { who: String::new(), at: chrono::NaiveDate::from_ymd_opt(2025, 2, 3).expect("a date").into() }
    }

    fn told(life: &LifeCycle) -> Vec<(LifeCycleKind, &str)> {
        life.events.iter().map(|e| (e.kind, e.year.as_ref().map_or("", |year| year.text.as_str()))).collect()
    }

    fn turned(events: &[LifeEvent], kinds: &[LifeCycleKind]) -> LifeCycle {
        let mut life = LifeCycle { events: events.to_vec(), uncounted: false };
        for kind in kinds {
            let next = LifeEventId(life.events.len() as i64 + 10);
            turn(&mut life, *kind, next, &by());
        }
        life
    }

    fn event(kind: LifeCycleKind, year: &str) -> LifeEvent {
        let year = (!year.is_empty()).then(|| Written::read(year));
        LifeEvent { year, ..LifeEvent::new(LifeEventId(1), kind) }
    }

    #[test]
    fn an_item_ends_in_the_year_its_words_name_or_in_the_year_it_is() {
        let words = LifeEvent { words: "※令和4年度までをもって終了".into(), ..event(Continuing, "") };
        assert_eq!(told(&turned(&[words], &[Ended])), [(Ended, "令和4年度")]);
        assert_eq!(told(&turned(&[], &[Ended])), [(Ended, "令和6年度")]);
        assert_eq!(told(&turned(&[], &[Ended, Continuing])), [], "an item that goes on has no last year");
    }

    #[test]
    fn what_was_told_of_another_year_stays() {
        let new = [event(New, "令和4年度")];
        assert_eq!(told(&turned(&new, &[Expanded])), [(New, "令和4年度"), (Expanded, "令和6年度")]);
        assert_eq!(told(&turned(&new, &[Expanded, Revised])), [(New, "令和4年度"), (Revised, "令和6年度")]);
        assert_eq!(told(&turned(&new, &[Continuing])), [(New, "令和4年度"), (Continuing, "令和6年度")]);
        assert_eq!(told(&turned(&new, &[New])), [(New, "令和4年度")]);
    }

    #[test]
    fn an_end_comes_behind_and_a_slip_is_corrected() {
        let new = [event(New, "")];
        assert_eq!(told(&turned(&new, &[Revised])), [(Revised, "")]);
        assert_eq!(told(&turned(&new, &[Ended])), [(New, ""), (Ended, "令和6年度")]);
    }
}
