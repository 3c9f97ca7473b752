//! Search (検索) over everything a person wrote, in Japanese: width, kana and old forms fold.

use domain::programme::{EffectTableId, IndicatorId, NodeId};
use domain::value::fold::fold;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::op::Field;
use crate::texts::Texts;
use crate::{Result, Workbench};

/// One place where the words were found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Hit {
    /// Where to go.
    pub place: Place,
    /// Name of the thing: ② 公文書管理の適正化.
    pub title: String,
    /// Which of its texts: 実績 令和4年度.
    pub field: String,
    /// The words with a little of what stands around them.
    pub excerpt: String,
}

/// Where a hit leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Place {
    /// A node of the plan.
    Node {
        /// The node.
        node: NodeId,
    },
    /// A lane or bar of a node.
    Schedule {
        /// The node.
        node: NodeId,
    },
    /// A yearly record of a node.
    Record {
        /// The node.
        node: NodeId,
        /// Western year of the record.
        year: i32,
    },
    /// An indicator.
    Indicator {
        /// The indicator.
        indicator: IndicatorId,
    },
    /// A table of effects.
    Effect {
        /// The table.
        effect: EffectTableId,
    },
}

/// The first `limit` places that hold the words, in the order of the plan. One character or
/// more; an empty search finds nothing.
pub fn find(workbench: &Workbench, texts: &Texts, words: &str, limit: usize) -> Result<Vec<Hit>> {
    let needle = fold(words.trim());
    let mut hits = Vec::new();
    if needle.is_empty() {
        return Ok(hits);
    }
    let programme = workbench.programme()?;
    let mut look = |place: Place, title: &str, field: String, text: &str| {
        if hits.len() < limit && fold(text).contains(&needle) {
            hits.push(Hit { place, title: title.to_owned(), field, excerpt: excerpt(text, &needle) });
        }
    };
    for node in programme.plans.iter().flat_map(|plan| &plan.nodes) {
        let title = [node.label.as_str(), node.title.as_str()].join(" ").trim().to_owned();
        let at = Place::Node { node: node.id };
        look(at, &title, texts.get(Field::Title.key()), &title);
        look(at, &title, texts.get(Field::LifeCycleWords.key()), &node.life_cycle.words);
        for section in &node.sections {
            look(at, &title, section.title.clone(), &section.text);
        }
        for project in &node.projects {
            for text in [&project.name, &project.purpose, &project.outline] {
                look(at, &title, project.name.clone(), text);
            }
        }
        for lane in &node.lanes {
            let at = Place::Schedule { node: node.id };
            look(at, &title, texts.get(crate::texts::keys::PAPER_COLUMN_LANE), &lane.title);
            for bar in &lane.bars {
                look(at, &title, lane.title.clone(), &bar.words);
            }
        }
        for record in &node.records {
            let at = Place::Record { node: node.id, year: record.year.year() };
            let year = record.year.format(domain::value::fiscal_year::YearStyle::Long);
            for field in
                [Field::Planned, Field::Target, Field::PreviousState, Field::Actual, Field::Issues, Field::Note]
            {
                let named = format!("{year} {}", texts.get(field.key()));
                look(at, &title, named, crate::record::field_text(node, record.year, field));
            }
            for evaluation in &record.evaluations {
                let named = |field: Field| format!("{year} {}", texts.get(field.key()));
                look(at, &title, named(Field::Evaluation), &evaluation.text);
                look(at, &title, named(Field::Reason), &evaluation.reason);
            }
        }
    }
    for indicator in &programme.indicators {
        let at = Place::Indicator { indicator: indicator.id };
        for text in [&indicator.name, &indicator.definition, &indicator.note] {
            look(at, &indicator.name, texts.get(crate::texts::keys::FIELD_INDICATOR), text);
        }
    }
    Ok(hits)
}

/// The line that holds the words, cut to what a list can show.
fn excerpt(text: &str, needle: &str) -> String {
    let line = text.lines().find(|line| fold(line).contains(needle)).unwrap_or(text);
    let before = (0..line.chars().count())
        .rev()
        .find(|start| fold(&line.chars().skip(*start).collect::<String>()).contains(needle))
        .unwrap_or(0);
    let from = before.saturating_sub(12);
    let cut: String = line.chars().skip(from).take(60).collect();
    if from > 0 { format!("…{cut}") } else { cut }
}
