//! Evaluations (評価) of the yearly records.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use domain::programme::{Evaluation, EvaluatorId, NodeId, PlanId, TermId, VocabularyId};
use domain::value::FiscalYear;
use rusqlite::named_params;

use crate::error::Result;
use crate::handles::{Read, Write};
use crate::node::Of;
use crate::record::bounds;
use crate::sql::{Json, Year, runs};

/// The last year with an evaluation, plan by plan; a plan without any is not among them.
pub(crate) fn last_years(r: &Read<'_>) -> Result<HashMap<PlanId, FiscalYear>> {
    let years = r.list(include_str!("last_years.sql"), [], |row| {
        Ok((PlanId(row.get("plan_id")?), row.get::<Year>("year")?.0))
    })?;
    Ok(years.into_iter().collect())
}

/// The evaluations by node and year.
pub(crate) fn list(
    r: &Read<'_>,
    of: Of,
    years: Option<&RangeInclusive<FiscalYear>>,
) -> Result<HashMap<(i64, FiscalYear), Vec<Evaluation>>> {
    let (first, last) = bounds(years);
    let (sql, id) = of.pick(include_str!("of_node.sql"), include_str!("of_plan.sql"));
    let rows = r.list(sql, named_params! { ":id": id, ":first": first, ":last": last }, |row| {
        let evaluation = Evaluation {
            vocabulary: VocabularyId(row.get("vocabulary_id")?),
            evaluator: EvaluatorId(row.get("evaluator_id")?),
            text: row.get("text")?,
            term: row.get::<Option<i64>>("term_id")?.map(TermId),
            reason: row.get("reason")?,
        };
        Ok(((row.get("owner")?, row.get::<Year>("year")?.0), row.get::<i64>("run")?, evaluation))
    })?;
    let mut records: HashMap<(i64, FiscalYear), Vec<(i64, Evaluation)>> = HashMap::new();
    for (record, run, evaluation) in rows {
        records.entry(record).or_default().push((run, evaluation));
    }
    let ordered = records.into_iter().map(|(record, mut rows)| {
        rows.sort_by_key(|(run, evaluation)| (*run, evaluation.vocabulary, evaluation.evaluator));
        (record, rows.into_iter().map(|(_, evaluation)| evaluation).collect())
    });
    Ok(ordered.collect())
}

pub(crate) fn save(w: &Write<'_>, node: NodeId, year: FiscalYear, evaluations: &[Evaluation]) -> Result<()> {
    let keys: Vec<_> = evaluations.iter().map(|evaluation| (evaluation.vocabulary, evaluation.evaluator)).collect();
    for (evaluation, run) in evaluations.iter().zip(runs(&keys)) {
        w.run(
            include_str!("save.sql"),
            named_params! {
                ":node_id": node.0,
                ":year": Year(year),
                ":vocabulary_id": evaluation.vocabulary.0,
                ":evaluator_id": evaluation.evaluator.0,
                ":run": run,
                ":text": evaluation.text,
                ":term_id": evaluation.term.map(|term| term.0),
                ":reason": evaluation.reason,
            },
        )?;
    }
    w.run(include_str!("prune.sql"), named_params! { ":node_id": node.0, ":year": Year(year), ":keep": Json(keys) })
        .map(drop)
}
