//! Tallies (集計): read for one year, and told in a sentence that the committee can be read.

use domain::programme::{City, Comma, Plan, PlanId, Term};
use domain::tally::{JudgedTable, Standing, Tally, Told, tally};
use domain::value::fiscal_year::FiscalYear;
use domain::value::quantity::{Quantity, Unit};

use crate::error::Thing;
use crate::file::Found;
use crate::settings::within;
use crate::texts::{Args, Key, Texts, args, keys};
use crate::{Result, Workbench, WorkbenchError};

/// A plan with all that a tally of the year needs and nothing else of its nodes.
pub fn plan_of(workbench: &Workbench, id: PlanId, year: FiscalYear) -> Result<Plan> {
    let read = workbench.read();
    let mut plan = store::plan::header(&read, id)?.found(Thing::Plan, id.0)?;
    plan.nodes = store::node::judged(&read, id, year)?;
    Ok(plan)
}

/// Which tally is meant: of the plan of the name given, or else of the newest plan that runs in the
/// year given, or else of the newest; of the year given, or else of the last one judged. Refuses a
/// year the plan does not run in: a tally of it would count its items as judged by nobody.
pub fn asked(workbench: &Workbench, name: Option<&str>, year: Option<FiscalYear>) -> Result<(PlanId, FiscalYear)> {
    let plans = store::plan::headers(&workbench.read())?;
    let newest = plans.last().ok_or(WorkbenchError::NothingToShow)?;
    let plan = match (name, year) {
        (Some(name), _) => {
            let found = plans.iter().rev().find(|plan| plan.name == name);
            found.ok_or_else(|| WorkbenchError::NoPlanNamed { name: name.to_owned() })?
        }
        (None, Some(year)) => plans.iter().rev().find(|plan| plan.runs_in(year)).unwrap_or(newest),
        (None, None) => newest,
    };
    match year {
        Some(year) => within(plan, year).map(|()| (plan.id, year)),
        None => Ok((plan.id, last_judged(workbench, plan.id)?)),
    }
}

/// The last year of a plan in which anything is judged; the last year of the plan while nothing is.
fn last_judged(workbench: &Workbench, id: PlanId) -> Result<FiscalYear> {
    let header = store::plan::header(&workbench.read(), id)?.found(Thing::Plan, id.0)?;
    let years = header.years();
    for year in years.iter().rev() {
        let judged = tally(&plan_of(workbench, id, *year)?, *year, 0);
        if judged.tables.iter().any(JudgedTable::is_judged) {
            return Ok(*year);
        }
    }
    years
        .last()
        .copied()
        .ok_or(WorkbenchError::NotUnderstood { text: header.last.text, expected: keys::EXPECTED_FISCAL_YEAR })
}

/// The sentence on a tally as a paper prints it, with the comma of the city: of each axis by the
/// judgement that stands. "" while nothing is judged.
pub fn sentence(texts: &Texts, city: &City, plan: &Plan, tally: &Tally) -> String {
    let standing = standing(tally);
    let several = standing.len() > 1;
    standing.iter().map(|table| sentence_of(texts, city, plan, table, tally.year, several)).collect()
}

/// A text of ours with the comma of the city; the words put into it stay as they were written.
fn punctuated(texts: &Texts, city: &City, key: Key, given: &Args) -> String {
    if city.comma == Comma::Touten {
        return texts.with(key, given);
    }
    // Marks that no text holds stand for the words while the commas are changed.
    let marks: Args = given.keys().enumerate().map(|(at, name)| (name.clone(), format!("\u{1}{at}\u{2}"))).collect();
    let told = texts.with(key, &marks).replace('、', "，");
    given.iter().fold(told, |told, (name, words)| told.replace(&marks[name], words))
}

/// A count with commas between thousands.
pub(crate) fn grouped(count: usize) -> String {
    Quantity::new(count.into(), Unit::new("")).to_string()
}

/// The tables of the judgement that stands, one per axis.
pub(crate) fn standing(tally: &Tally) -> Vec<&JudgedTable> {
    let mut tables: Vec<&JudgedTable> = Vec::new();
    for table in &tally.tables {
        if tables.iter().all(|known| known.judged.vocabulary != table.judged.vocabulary) {
            tables.push(table);
        }
    }
    tables
}

/// The sentence on one table; terms without an item are left out. `named` says the axis.
pub fn sentence_of(
    texts: &Texts,
    city: &City,
    plan: &Plan,
    table: &JudgedTable,
    year: FiscalYear,
    named: bool,
) -> String {
    if !table.is_judged() {
        return String::new();
    }
    let say = |key, given: Args| punctuated(texts, city, key, &given);
    let part =
        |key, term: &Term, count: usize| say(key, args([("term", term.label.clone()), ("count", grouped(count))]));
    let (mut parts, mut rest) = (Vec::new(), Vec::new());
    for (column, items) in table.columns.iter().zip(&table.all.cells).filter(|(_, items)| !items.is_empty()) {
        let count = || args([("count", grouped(items.len()))]);
        match (column.standing, term(plan, column.standing)) {
            (_, Some(term)) if column.counted => parts.push(part(keys::TALLY_SENTENCE_TERM, term, items.len())),
            (_, Some(term)) => rest.push(part(keys::TALLY_SENTENCE_REST_TERM, term, items.len())),
            (Standing::Unjudged, _) => parts.push(say(keys::TALLY_SENTENCE_UNJUDGED, count())),
            (Standing::Foreign, _) => parts.push(say(keys::TALLY_SENTENCE_FOREIGN, count())),
            _ => {}
        }
    }
    let joint = say(keys::TALLY_SENTENCE_JOINT, Args::new());
    let mut told = String::new();
    if !parts.is_empty() {
        let axis = plan.vocabularies.iter().find(|axis| axis.id == table.judged.vocabulary);
        let given = args([
            ("year", plan.reckoning().long(year)),
            ("axis", axis.map(|axis| axis.axis.clone()).unwrap_or_default()),
            ("count", grouped(table.all.counted.len())),
            ("parts", parts.join(&joint)),
        ]);
        told.push_str(&say(if named { keys::TALLY_SENTENCE_AXIS } else { keys::TALLY_SENTENCE }, given));
    }
    if !rest.is_empty() {
        told.push_str(&say(keys::TALLY_SENTENCE_REST, args([("parts", rest.join(&joint))])));
    }
    told
}

/// The term of a standing.
pub(crate) fn term(plan: &Plan, standing: Standing) -> Option<&Term> {
    let Standing::Term(id) = standing else { return None };
    plan.vocabularies.iter().flat_map(|vocabulary| &vocabulary.terms).find(|term| term.id == id)
}

/// What a sentence may say of a tally.
pub(crate) fn told(texts: &Texts, plan: &Plan, tally: &Tally) -> Told {
    let mut told = Told { others: vec![tally.listed.len()], ..Told::default() };
    for table in standing(tally) {
        told.others.push(table.all.counted.len());
        for (column, items) in table.columns.iter().zip(&table.all.cells) {
            match term(plan, column.standing) {
                Some(term) => told.terms.push((term.label.clone(), items.len())),
                None => told.others.push(items.len()),
            }
        }
    }
    for rate in &tally.rates {
        told.rates.extend(rate.fraction());
        told.others.extend([rate.numerator.len(), rate.denominator.len()]);
    }
    told.counters = texts.get(keys::TALLY_COUNTERS).split_whitespace().map(str::to_owned).collect();
    told.counters.extend(plan.levels.get(usize::from(plan.evaluation_level)).map(|level| level.name.clone()));
    told
}
