//! The chosen items judged with one word.

use domain::programme::NodeId;
use domain::value::fiscal_year::FiscalYear;
use serde::{Deserialize, Serialize};
use store::Outcome;
use ts_rs::TS;

use super::{called, due};
use crate::op::{Field, Op};
use crate::record::{Judge, RecordEdit, set_one};
use crate::{By, Result, Workbench, words};

/// One word for many items.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Judgement {
    /// The items.
    pub nodes: Vec<NodeId>,
    /// The fiscal year.
    pub year: FiscalYear,
    /// Axis and evaluator; without a choice the first ones of the year.
    #[serde(default)]
    #[ts(optional)]
    pub judge: Option<Judge>,
    /// The word or its symbol; "" takes the judgements away.
    pub text: String,
}

/// Judges the items; answers how many. Items that ended before the year are passed over.
pub fn evaluate(workbench: &mut Workbench, by: &By, asked: &Judgement) -> Result<Outcome<u32>> {
    let items = due(&workbench.read(), &asked.nodes, asked.year)?;
    let word = words::text(&asked.text)?;
    let year = called(&workbench.read(), &asked.nodes, asked.year)?;
    let op = Op::EvaluateItems { count: items.len(), year, word: word.clone() };
    workbench.transact(by, &op, |w| {
        for item in &items {
            let edit = RecordEdit {
                node: item.id,
                year: asked.year,
                field: Field::Evaluation,
                judge: asked.judge,
                text: word.clone(),
            };
            set_one(w, &edit)?;
        }
        Ok(u32::try_from(items.len()).unwrap_or(u32::MAX))
    })
}
