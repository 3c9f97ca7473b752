//! Reorganisations (組織改正): offices renamed, merged, split or abolished on a day.

use domain::programme::{Office, OfficeChange, OfficeChangeId, OfficeChangeKind, OfficeId};
use domain::value::fiscal_year::FiscalYear;
use serde::{Deserialize, Serialize};
use store::{Outcome, Table};
use ts_rs::TS;

use super::office::{day, fresh, hand_over, one, whole_plans};
use super::{Setting, step};
use crate::error::Thing;
use crate::file::Found;
use crate::texts::keys;
use crate::{By, Result, Workbench, WorkbenchError, words};

/// What a person says of a reorganisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Reorganisation {
    /// The day in words: 令和7年4月1日.
    pub on: String,
    /// What it does.
    pub kind: OfficeChangeKind,
    /// Offices before.
    pub before: Vec<OfficeId>,
    /// Names of the offices after; a name the city has is that office, another one is new.
    pub after: Vec<String>,
    /// The items of plans that still run then are of the one office after, from that year on; the years
    /// before, and plans that are over, keep the old name.
    pub carry: bool,
}

/// Carries out a reorganisation as one step: old offices end on the day before, new ones begin.
pub fn make(workbench: &mut Workbench, by: &By, wanted: &Reorganisation) -> Result<Outcome<OfficeChangeId>> {
    let on = day(&wanted.on)?;
    let offices = store::office::all(&workbench.read())?;
    let before: Vec<Office> = wanted.before.iter().map(|id| one(&offices, *id)).collect::<Result<_>>()?;
    let names: Vec<String> = wanted.after.iter().map(|name| words::name(name)).collect::<Result<_>>()?;
    let known = |name: &String| offices.iter().find(|office| office.name == *name && office.until.is_none());
    let twice = |at: usize, name: &String| names[..at].contains(name);
    if let Some(name) = names.iter().enumerate().find_map(|(at, name)| twice(at, name).then_some(name)) {
        return Err(WorkbenchError::NameTaken { name: name.clone() });
    }
    let fits = match wanted.kind {
        OfficeChangeKind::Renamed => before.len() == 1 && names.len() == 1 && names[0] != before[0].name,
        OfficeChangeKind::Merged => before.len() > 1 && names.len() == 1,
        OfficeChangeKind::Split => before.len() == 1 && names.len() > 1,
        OfficeChangeKind::Abolished => !before.is_empty() && names.is_empty(),
    };
    if !fits {
        let text = before.iter().map(|office| office.name.as_str()).collect::<Vec<_>>().join("、");
        return Err(WorkbenchError::NotUnderstood { text, expected: keys::EXPECTED_REORGANISATION });
    }
    // An office merged into one of its own number goes on.
    let goes_on = |office: &Office| names.contains(&office.name);
    let told = before.iter().map(|office| office.name.clone()).collect::<Vec<_>>().join("、");
    workbench.transact(by, &step(Setting::Reorganise, told), |w| {
        let mut after: Vec<OfficeId> = Vec::new();
        for name in &names {
            let id = match known(name) {
                Some(office) => office.id,
                None => {
                    let office = Office { since: Some(on), ..fresh(w, name.clone())? };
                    store::office::save(w, &office)?;
                    office.id
                }
            };
            after.push(id);
        }
        for office in before.iter().filter(|office| !goes_on(office)) {
            store::office::save(w, &Office { until: on.pred_opt(), ..office.clone() })?;
        }
        store::office::reorder(w, &order(&offices, &wanted.before, &after))?;
        let id = OfficeChangeId(store::next_id(w, Table::OfficeChange)?);
        let change = OfficeChange { id, on, kind: wanted.kind, before: wanted.before.clone(), after: after.clone() };
        store::office_change::save(w, &change)?;
        if let ([to], true) = (after.as_slice(), wanted.carry) {
            let from: Vec<OfficeId> = wanted.before.iter().filter(|from| *from != to).copied().collect();
            let year = FiscalYear::of_date(on)
                .ok_or(WorkbenchError::NotUnderstood { text: wanted.on.clone(), expected: keys::EXPECTED_DATE })?;
            hand_over(w, &whole_plans(w)?, &from, *to, year)?;
        }
        Ok(id)
    })
}

/// New offices stand behind the last of those they come from.
fn order(offices: &[Office], before: &[OfficeId], after: &[OfficeId]) -> Vec<OfficeId> {
    let mut order: Vec<OfficeId> = offices.iter().map(|office| office.id).collect();
    let new: Vec<OfficeId> = after.iter().copied().filter(|id| !order.contains(id)).collect();
    let behind = order.iter().rposition(|id| before.contains(id)).map_or(order.len(), |at| at + 1);
    order.splice(behind..behind, new);
    order
}

/// Takes the record of a reorganisation away; offices that ended by it go on, those it made stay.
pub fn remove(workbench: &mut Workbench, by: &By, id: OfficeChangeId) -> Result<Outcome<()>> {
    let read = workbench.read();
    let change = store::office_change::read(&read, id)?.found(Thing::Reorganisation, id.0)?;
    let before: Vec<Office> =
        store::office::all(&read)?.into_iter().filter(|office| change.before.contains(&office.id)).collect();
    let told = before.iter().map(|office| office.name.as_str()).collect::<Vec<_>>().join("、");
    workbench.transact(by, &step(Setting::RemoveReorganisation, told), |w| {
        for office in before.iter().filter(|office| office.until == change.on.pred_opt()) {
            store::office::save(w, &Office { until: None, ..office.clone() })?;
        }
        Ok(store::office_change::remove(w, id)?)
    })
}
