//! 点検: what does not hold together, or was not understood, in the file as it stands.

use domain::programme::{Indicator, Node, Plan, Programme, Slot, broken_references};
use domain::value::fiscal_year::YearStyle;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::search::Place;
use crate::texts::{Key, Texts, args, keys};
use crate::{Result, Workbench};

/// One finding: where, what, and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Finding {
    /// Kind of finding, for counting.
    pub kind: FindingKind,
    /// Where to go; none when it concerns the file as a whole.
    #[serde(default)]
    #[ts(optional)]
    pub place: Option<Place>,
    /// Name of the thing concerned.
    pub title: String,
    /// What was found.
    pub text: String,
    /// What to do.
    pub todo: String,
}

/// Kinds of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// The database is damaged.
    Damaged,
    /// A reference leads nowhere.
    Broken,
    /// A figure was not understood.
    Figure,
    /// A target was not understood.
    Target,
    /// A fiscal year was not understood.
    Year,
    /// An evaluation is outside its vocabulary.
    Evaluation,
    /// An evaluation that is not "achieved" has no reason.
    Reason,
}

impl FindingKind {
    fn keys(self) -> (Key, Key) {
        match self {
            Self::Damaged => (keys::CHECK_DAMAGED, keys::CHECK_DAMAGED_TODO),
            Self::Broken => (keys::CHECK_BROKEN, keys::CHECK_BROKEN_TODO),
            Self::Figure => (keys::CHECK_FIGURE, keys::CHECK_FIGURE_TODO),
            Self::Target => (keys::CHECK_TARGET, keys::CHECK_TARGET_TODO),
            Self::Year => (keys::CHECK_YEAR, keys::CHECK_YEAR_TODO),
            Self::Evaluation => (keys::CHECK_EVALUATION, keys::CHECK_EVALUATION_TODO),
            Self::Reason => (keys::CHECK_REASON, keys::CHECK_REASON_TODO),
        }
    }
}

/// Everything found, gravest first. Looking changes nothing: a second run finds the same.
pub fn run(workbench: &Workbench, texts: &Texts) -> Result<Vec<Finding>> {
    let mut list = List { texts, findings: Vec::new() };
    for fault in workbench.integrity()? {
        list.add(FindingKind::Damaged, None, "", &fault);
    }
    let programme = workbench.programme()?;
    for fault in broken_references(&programme) {
        list.add(FindingKind::Broken, None, "", &format!("{fault:?}"));
    }
    list.programme(&programme);
    list.findings.sort_by_key(|finding| finding.kind);
    Ok(list.findings)
}

struct List<'a> {
    texts: &'a Texts,
    findings: Vec<Finding>,
}

impl List<'_> {
    fn add(&mut self, kind: FindingKind, place: Option<Place>, title: &str, what: &str) {
        let (text, todo) = kind.keys();
        self.findings.push(Finding {
            kind,
            place,
            title: title.to_owned(),
            text: self.texts.with(text, &args([("what", what.to_owned())])),
            todo: self.texts.get(todo),
        });
    }

    fn programme(&mut self, programme: &Programme) {
        for plan in &programme.plans {
            for year in [&plan.first, &plan.last].into_iter().filter(|year| !year.is_understood()) {
                self.add(FindingKind::Year, None, &plan.name, &year.text);
            }
            for node in &plan.nodes {
                self.evaluations(plan, node);
            }
        }
        for indicator in &programme.indicators {
            self.indicator(indicator);
        }
    }

    fn evaluations(&mut self, plan: &Plan, node: &Node) {
        let title = [node.label.as_str(), node.title.as_str()].join(" ");
        for record in &node.records {
            let place = Some(Place::Record { node: node.id, year: record.year.year() });
            let year = record.year.format(YearStyle::Long);
            for evaluation in &record.evaluations {
                let vocabulary = plan.vocabularies.iter().find(|v| v.id == evaluation.vocabulary);
                let term = vocabulary.and_then(|v| v.terms.iter().find(|term| Some(term.id) == evaluation.term));
                let what = format!("{year} {}", evaluation.text);
                match term {
                    None if !evaluation.text.is_empty() => {
                        self.add(FindingKind::Evaluation, place, title.trim(), &what);
                    }
                    Some(term) if term.counted && !term.achieved && evaluation.reason.is_empty() => {
                        self.add(FindingKind::Reason, place, title.trim(), &what);
                    }
                    _ => {}
                }
            }
        }
    }

    fn indicator(&mut self, indicator: &Indicator) {
        let place = Some(Place::Indicator { indicator: indicator.id });
        for observation in indicator.observations.iter().filter(|o| o.figure.value.is_none()) {
            let row = match observation.slot {
                Slot::Actual => self.texts.get(keys::FIELD_ACTUAL),
                Slot::Plan => self.texts.get(keys::VALUE_KIND_PLANNED),
            };
            let what = format!("{} {row} {}", observation.year.format(YearStyle::Long), observation.figure.text);
            self.add(FindingKind::Figure, place, &indicator.name, &what);
        }
        for target in indicator.targets.iter().filter(|target| !target.target.is_understood()) {
            self.add(FindingKind::Target, place, &indicator.name, &target.target.text);
        }
    }
}
