//! Other items that a text names by number and name (No.8「窓口の統合」) when their number is another
//! one by now.
//!
//! A bare number in a text may mean anything, so only a number right before a name in 「」 is looked
//! at, and only where the plan has one node of that name.

use std::collections::HashMap;

use super::{Case, Cell, Column, Fact, Finding, Look, Spot, texts_of, title};
use crate::programme::{Node, Plan};
use crate::value::fold::fold;

pub(super) fn look(look: &Look<'_>, found: &mut Vec<Finding>) {
    for plan in &look.programme.plans {
        let named = Named::of(plan);
        for node in &plan.nodes {
            for (at, cell, text) in texts(node) {
                for mention in named.wrong(text) {
                    let facts =
                        vec![("what", Fact::Text(mention.words)), ("other", Fact::Text(mention.node.label.clone()))];
                    found.push(Finding { case: Case::LabelMentioned, at, cell, title: title(node), facts });
                }
            }
        }
    }
}

/// The texts of a node that may speak of others.
fn texts(node: &Node) -> impl Iterator<Item = (Spot, Cell, &str)> {
    let sections =
        node.sections.iter().map(|section| (Spot::Node(node.id), Cell::Section(section.id), section.text.as_str()));
    let records = node.records.iter().flat_map(|record| {
        let at = Spot::Record(node.id, record.year);
        let reasons = record
            .evaluations
            .iter()
            .map(move |one| (at, Cell::Judged(one.vocabulary, one.evaluator, Column::Reason), one.reason.as_str()));
        texts_of(record).into_iter().map(move |(column, text)| (at, Cell::Text(column), text)).chain(reasons)
    });
    sections.chain(records).filter(|(_, _, text)| text.contains('「'))
}

/// The nodes of a plan by their names.
struct Named<'a> {
    /// None for a name that several nodes have.
    by_title: HashMap<String, Option<&'a Node>>,
    /// Names of the levels, which stand before a number as No. does.
    levels: Vec<&'a str>,
}

/// A number and a name that do not go together.
struct Mention<'a> {
    /// As they stand in the text: No.8「窓口の統合」.
    words: String,
    /// The node that has the name.
    node: &'a Node,
}

impl<'a> Named<'a> {
    fn of(plan: &'a Plan) -> Self {
        let mut by_title: HashMap<String, Option<&Node>> = HashMap::new();
        for node in plan.nodes.iter().filter(|node| !node.label.is_empty()) {
            by_title.entry(fold(&node.title)).and_modify(|one| *one = None).or_insert(Some(node));
        }
        Self { by_title, levels: plan.levels.iter().map(|level| level.name.as_str()).collect() }
    }

    fn wrong(&self, text: &str) -> Vec<Mention<'a>> {
        let quotes = text.match_indices('「').filter_map(|(at, open)| {
            let name = text[at + open.len()..].split_once('」')?.0;
            let node = (*self.by_title.get(&fold(name))?)?;
            let number = self.number(&text[..at])?;
            let differs = bare(number) != bare(&node.label);
            differs.then(|| Mention { words: format!("{number}「{name}」"), node })
        });
        quotes.collect()
    }

    /// The number that ends a text, with its No.; none where what stands there may be no number of an item.
    fn number<'t>(&self, before: &'t str) -> Option<&'t str> {
        let before = before.trim_end();
        let from = before.char_indices().rev().take_while(|(_, c)| of_number(*c)).last()?.0;
        let number = &before[from..];
        let said = fold(number);
        let circled = number.chars().any(is_circled);
        let called =
            said.starts_with("no") || self.levels.iter().any(|level| before[..from].trim_end().ends_with(level));
        ((circled || called) && !bare(number).is_empty()).then_some(number)
    }
}

fn of_number(c: char) -> bool {
    let folded = fold(c.encode_utf8(&mut [0; 4]));
    let plain = !folded.is_empty() && folded.chars().all(|c| c.is_ascii_alphanumeric() || c == '.');
    plain || is_circled(c) || "-‐−－".contains(c)
}

fn is_circled(c: char) -> bool {
    matches!(c, '①'..='⑳' | '㉑'..='㉟' | '㊱'..='㊿')
}

/// A number without its No.
fn bare(label: &str) -> String {
    let folded = fold(label);
    folded.strip_prefix("no").map(|rest| rest.trim_start_matches('.').to_owned()).unwrap_or(folded)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::check::tests::city;

    fn told(text: &str) -> Vec<String> {
        let mut programme = city();
        programme.plans[0].nodes[1].title = "窓口の統合".into();
        programme.plans[0].nodes[2].label = "R1-8".into();
        programme.plans[0].nodes[2].title = "庁舎の\n集約".into();
        let plan = &programme.plans[0];
        let told = |mention: Mention<'_>| format!("{} → {}", mention.words, mention.node.label);
        Named::of(plan).wrong(text).into_iter().map(told).collect()
    }

    #[test]
    fn a_number_that_is_another_one_now_is_found_and_no_other() {
        assert_eq!(told("No.8「窓口の統合」と併せて進める。"), ["No.8「窓口の統合」 → ①"]);
        assert_eq!(told("②「窓口の統合」、③「庁舎の集約」"), ["②「窓口の統合」 → ①", "③「庁舎の集約」 → R1-8"]);
        assert_eq!(told("項目７ 「窓口の統合」"), ["７「窓口の統合」 → ①"], "the name of a level is as good as No.");
        for right in ["No.1「窓口の統合」", "№１「窓口の統合」", "①「窓口の統合」", "No.R1-8「庁舎の集約」"]
        {
            assert_eq!(told(right), Vec::<String>::new(), "{right}");
        }
        for other in [
            "8「窓口の統合」",
            "令和8年度「窓口の統合」",
            "No.8「知らない項目」",
            "「窓口の統合」",
            "No.「窓口の統合」",
            "No.8「窓口の統合",
        ] {
            assert_eq!(told(other), Vec::<String>::new(), "{other} is no number of an item");
        }
    }

    #[test]
    fn a_name_that_two_items_have_is_not_looked_at() {
        let mut programme = city();
        programme.plans[0].nodes[1].title = "窓口の統合".into();
        programme.plans[0].nodes[2].title = "窓口の統合".into();
        assert!(Named::of(&programme.plans[0]).wrong("No.8「窓口の統合」").is_empty());
    }
}
