//! 点検: what does not hold together in the file as it stands. The rules are those of
//! [`domain::check`]; here they get their sentences, their places, and what a person accepted.

mod accept;
mod handed;
mod places;
mod sentences;

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::check::{Case, Fact, FindingKind, Spot};
use domain::programme::{Acceptance, AcceptanceId, Programme, Reference, broken_references};
use serde::{Deserialize, Serialize};
use store::handing_out::HandingOut;
use ts_rs::TS;

pub use accept::{AcceptForm, accept, withdraw};
pub use handed::{PaperState, handed_out, states};

use crate::export::Press;
use crate::place::Place;
use crate::texts::Texts;
use crate::{Result, Workbench};

/// One finding: where, what, why it matters, and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Finding {
    /// What it is known by while the data stays as it is.
    pub key: String,
    /// Kind of finding, for counting.
    pub kind: FindingKind,
    /// Where to go; none when it concerns the file as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub place: Option<Place>,
    /// Which value of an indicator is meant, in words: 令和5年度 実績値.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub field: Option<String>,
    /// Name of the thing concerned.
    pub title: String,
    /// What was found.
    pub text: String,
    /// Why it matters.
    pub why: String,
    /// What to do.
    pub todo: String,
    /// Left as it is, and why; none while it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub accepted: Option<Accepted>,
}

/// Why a finding is left as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Accepted {
    /// The acceptance, for withdrawing it.
    pub id: AcceptanceId,
    /// The reason given.
    pub reason: String,
    /// Who gave it.
    pub who: String,
    /// When, local time: 2024-02-02T10:32:05.
    pub at: String,
}

/// How many findings of a kind there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct KindCount {
    /// The kind.
    pub kind: FindingKind,
    /// Its name.
    pub name: String,
    /// How many are open.
    pub open: u32,
    /// How many are accepted.
    pub accepted: u32,
}

/// The screen of the check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CheckView {
    /// Kinds that were found, gravest first.
    pub kinds: Vec<KindCount>,
    /// Everything found, gravest first.
    pub findings: Vec<Finding>,
}

/// What the check needs of a file, taken out of it at once: the rules run while others write.
pub struct Gathered {
    programme: Programme,
    faults: Vec<String>,
    handed: Vec<HandingOut>,
}

/// Takes out of the file what the check needs.
pub fn gather(workbench: &Workbench) -> Result<Gathered> {
    Ok(Gathered {
        programme: workbench.programme()?,
        faults: workbench.integrity()?,
        handed: store::handing_out::all(&workbench.read())?,
    })
}

impl Gathered {
    /// Everything found on a day, gravest first, accepted or not. Looking changes nothing: a
    /// second run finds the same.
    pub fn findings(&self, texts: &Texts, press: &Press, today: NaiveDate) -> Result<Vec<Finding>> {
        let accepted: HashMap<&str, &Acceptance> =
            self.programme.acceptances.iter().map(|one| (one.finding.as_str(), one)).collect();
        let places = places::Places::of(&self.programme);
        let finding = |found: domain::check::Finding| {
            let key = found.key();
            let accepted = accepted.get(key.as_str()).map(|one| Accepted {
                id: one.id,
                reason: one.reason.clone(),
                who: one.who.clone(),
                at: one.at.format("%Y-%m-%dT%H:%M:%S").to_string(),
            });
            sentences::finding(texts, found, &places, key, accepted)
        };
        Ok(self.found(texts, press, today)?.into_iter().map(finding).collect())
    }

    /// How many findings are open.
    pub fn open(&self, texts: &Texts, press: &Press, today: NaiveDate) -> Result<u32> {
        let found = self.found(texts, press, today)?;
        let accepted: std::collections::HashSet<&str> =
            self.programme.acceptances.iter().map(|one| one.finding.as_str()).collect();
        let open = found.iter().filter(|finding| !accepted.contains(finding.key().as_str())).count();
        Ok(u32::try_from(open).unwrap_or(u32::MAX))
    }

    fn found(&self, texts: &Texts, press: &Press, today: NaiveDate) -> Result<Vec<domain::check::Finding>> {
        let whole = |case, what: String| domain::check::Finding {
            case,
            at: Spot::Programme,
            title: String::new(),
            facts: vec![("what", Fact::Text(what))],
        };
        let mut found: Vec<_> = self.faults.iter().map(|fault| whole(Case::Damaged, fault.clone())).collect();
        let broken = broken_references(&self.programme);
        found.extend(broken.iter().map(|fault| {
            let (Reference::Twice { place, id }
            | Reference::Missing { place, id }
            | Reference::OutOfPlace { place, found: id }) = fault;
            whole(Case::Broken, format!("{place} ({id})"))
        }));
        found.extend(domain::check::check(&self.programme, today, &*press.prints()?));
        found.extend(handed::stale(texts, &self.programme, &self.handed));
        Ok(found)
    }

    /// The findings with their counts by kind.
    pub fn view(&self, texts: &Texts, press: &Press, today: NaiveDate) -> Result<CheckView> {
        let findings = self.findings(texts, press, today)?;
        let mut kinds: Vec<KindCount> = Vec::new();
        for finding in &findings {
            if kinds.last().is_none_or(|last| last.kind != finding.kind) {
                let name = texts.get(sentences::kind_name(finding.kind));
                kinds.push(KindCount { kind: finding.kind, name, open: 0, accepted: 0 });
            }
            if let Some(last) = kinds.last_mut() {
                let count = if finding.accepted.is_some() { &mut last.accepted } else { &mut last.open };
                *count = count.saturating_add(1);
            }
        }
        Ok(CheckView { kinds, findings })
    }
}

/// Everything found in the file on a day; see [`Gathered::findings`].
pub fn run(workbench: &Workbench, texts: &Texts, press: &Press, today: NaiveDate) -> Result<Vec<Finding>> {
    gather(workbench)?.findings(texts, press, today)
}
