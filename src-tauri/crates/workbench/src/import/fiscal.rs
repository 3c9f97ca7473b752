//! Fiscal series into the indicators of the city.

use domain::programme::{Indicator, IndicatorId, IndicatorScope, IndicatorTarget, Observation, Stage, TargetId};
use domain::value::fold::fold;
use exchange::{FiscalDraft, IndicatorDraft};
use store::{Table, Write};

use super::Taken;
use crate::Result;

/// Figures go to the indicator of the same name (width and spaces apart), or to a new one.
pub(super) fn apply(w: &Write<'_>, draft: &FiscalDraft) -> Result<Taken> {
    let mut taken = Taken::default();
    for read in &draft.indicators {
        let existing = store::indicator::all(w)?
            .into_iter()
            .find(|indicator| indicator.scope == IndicatorScope::Fiscal && fold(&indicator.name) == fold(&read.name));
        let mut indicator = match existing {
            Some(indicator) => {
                taken.updated += 1;
                indicator
            }
            None => {
                taken.added += 1;
                let id = IndicatorId(store::next_id(w, Table::Indicator)?);
                crate::fiscal::blank(id, read.name.clone(), read.unit.clone(), read.decimals)
            }
        };
        merge(&mut indicator, read, store::next_id(w, Table::Target)?);
        store::indicator::save(w, &indicator)?;
    }
    Ok(taken)
}

fn merge(indicator: &mut Indicator, read: &IndicatorDraft, mut next_target: i64) {
    for observation in &read.observations {
        let place = (observation.year, 0, observation.slot);
        let made = Observation {
            year: observation.year,
            part: 0,
            slot: observation.slot,
            figure: observation.figure.clone(),
            comment: String::new(),
        };
        match indicator.observations.iter_mut().find(|o| (o.year, o.part, o.slot) == place) {
            Some(before) => before.figure = made.figure,
            None => indicator.observations.push(made),
        }
    }
    indicator.observations.sort_by_key(|o| (o.year, o.part, o.slot));
    for target in &read.targets {
        let same_year = |other: &&mut IndicatorTarget| {
            other.part == 0 && other.year.as_ref().and_then(|year| year.meaning) == target.year.meaning
        };
        match indicator.targets.iter_mut().find(same_year) {
            Some(before) => {
                before.target = target.target.clone();
                before.as_of = target.as_of.clone();
            }
            None => {
                indicator.targets.push(IndicatorTarget {
                    id: TargetId(next_target),
                    part: 0,
                    year: Some(target.year.clone()),
                    stage: Stage::Final,
                    target: target.target.clone(),
                    as_of: target.as_of.clone(),
                });
                next_target += 1;
            }
        }
    }
}
