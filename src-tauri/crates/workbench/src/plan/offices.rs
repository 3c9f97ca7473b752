//! The offices of an item (所管課) as they are written into one cell, and through reorganisations.

use domain::programme::{Assignment, Node, Office, OfficeId, OfficeKind, Responsibility};
use domain::value::fiscal_year::FiscalYear;
use store::{Table, Write};

use super::OfficePart;
use crate::{Result, words};

/// Offices by name, in the order written, separated by 、 or line breaks: those of today.
///
/// Offices of earlier years stay. One that is left out and ended by a reorganisation becomes one of
/// them, and what stands in its place holds from then on: the papers of its years keep its name.
pub(crate) fn written(w: &Write<'_>, node: &Node, text: &str) -> Result<Vec<Assignment>> {
    let mut offices = store::office::all(w)?;
    let mut assigned: Vec<Assignment> = Vec::new();
    for name in names_in(text, &offices) {
        let id = office_named(w, &mut offices, name)?;
        if assigned.iter().all(|assignment| assignment.office != id) {
            let before = node.offices.iter().find(|assignment| assignment.office == id);
            assigned.push(match before {
                Some(before) => Assignment { until: None, ..before.clone() },
                None => Assignment::always(id, Responsibility::Responsible),
            });
        }
    }
    let plan = store::node::plan_of(w, node.id)?.map(|plan| store::plan::header(w, plan)).transpose()?.flatten();
    let first = plan.and_then(|plan| plan.first.meaning);
    let mut earlier = Vec::new();
    for left in node.offices.iter().filter(|left| assigned.iter().all(|own| own.office != left.office)) {
        let ended = offices.iter().find(|office| office.id == left.office).and_then(last_year);
        let until = left.until.or(ended).filter(|last| first.is_none_or(|first| first <= *last));
        if until.is_some() {
            earlier.push(Assignment { until, ..left.clone() });
        }
    }
    let handed_over = earlier.iter().any(|one| node.offices.iter().all(|before| before != one));
    for new in assigned.iter_mut().filter(|new| node.offices.iter().all(|before| before.office != new.office)) {
        let office = offices.iter().find(|office| office.id == new.office);
        new.since = office.and_then(|office| office.since).and_then(FiscalYear::of_date).filter(|_| handed_over);
    }
    assigned.extend(earlier);
    Ok(assigned)
}

/// The last fiscal year that an office which ended has to itself: the one before the year in which
/// the next day lies.
pub(crate) fn last_year(office: &Office) -> Option<FiscalYear> {
    FiscalYear::of_date(office.until?.succ_opt()?)?.previous()
}

/// Offices as a form lists them, those of earlier years among them.
pub(super) fn listed(w: &Write<'_>, node: &Node, parts: &[OfficePart]) -> Result<Vec<Assignment>> {
    let mut offices = store::office::all(w)?;
    let mut assigned: Vec<Assignment> = Vec::new();
    for part in parts {
        let name = words::name(&part.name)?;
        // Two offices of one name may follow each other: the years tell which one is meant.
        let own = node.offices.iter().find(|own| {
            (own.since, own.until) == (part.since, part.until)
                && offices.iter().any(|office| office.id == own.office && office.name == name)
        });
        let office = match own.map(|own| own.office) {
            Some(office) => office,
            None => office_named(w, &mut offices, &name)?,
        };
        if assigned.iter().all(|assignment| assignment.office != office) {
            let OfficePart { responsibility, since, until, .. } = *part;
            assigned.push(Assignment { office, responsibility, since, until });
        }
    }
    Ok(assigned)
}

/// The offices of an item after a reorganisation: from a year on, one office in the place of others,
/// which keep the years before. `begun` says that the item has years before it.
pub(crate) fn handed_over(
    offices: &[Assignment],
    from: &[OfficeId],
    to: OfficeId,
    year: FiscalYear,
    begun: bool,
) -> Vec<Assignment> {
    let goes = |one: &Assignment| from.contains(&one.office) && one.until.is_none_or(|until| year <= until);
    if !offices.iter().any(goes) {
        return offices.to_vec();
    }
    let mut after: Vec<Assignment> = Vec::new();
    let mut there = offices.iter().any(|one| one.office == to && one.holds_in(Some(year)));
    for one in offices {
        if !goes(one) {
            // An office that had been there before goes on.
            let until = one.until.filter(|_| one.office != to);
            after.push(Assignment { until, ..one.clone() });
            continue;
        }
        let before = begun && one.since.is_none_or(|since| since < year);
        if before {
            after.push(Assignment { until: year.previous(), ..one.clone() });
        }
        if !there && offices.iter().all(|known| known.office != to) {
            there = true;
            let since = if before { Some(year) } else { one.since };
            after.push(Assignment { office: to, since, ..one.clone() });
        }
    }
    after
}

/// The office of a name, the newest when several had it. A name that the city does not have yet
/// becomes a new office of the same step.
pub(crate) fn office_named(w: &Write<'_>, offices: &mut Vec<Office>, name: &str) -> Result<OfficeId> {
    if let Some(known) = offices.iter().rev().find(|office| office.name == name) {
        return Ok(known.id);
    }
    let id = OfficeId(store::next_id(w, Table::Office)?);
    let office = Office { id, name: name.to_owned(), kind: OfficeKind::of_name(name), since: None, until: None };
    store::office::save(w, &office)?;
    offices.push(office);
    Ok(id)
}

/// The names in a list of offices. A middle dot belongs to a name (スポーツ・文化課) unless all it
/// parts are offices of the city.
fn names_in<'a>(text: &'a str, offices: &[Office]) -> Vec<&'a str> {
    let known = |name: &str| offices.iter().any(|office| office.name == name);
    let mut names = Vec::new();
    for written in text.split(['、', ',', '，', '\n']).map(str::trim).filter(|name| !name.is_empty()) {
        let parts: Vec<&str> = written.split('・').map(str::trim).collect();
        if !known(written) && parts.iter().all(|part| known(part)) {
            names.extend(parts);
        } else {
            names.push(written);
        }
    }
    names
}
