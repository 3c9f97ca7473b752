//! Characters that no paper can show: control characters, private characters (外字), and those
//! the fonts lack. A paper with one of them cannot be printed at all.

use super::{Case, Cell, Column, Fact, Finding, Look, Spot, texts_of, title};
use crate::programme::{Node, Programme};

pub(super) fn look(look: &Look<'_>, found: &mut Vec<Finding>) {
    // Texts repeat a few thousand characters, and asking the fonts is slow: each is asked for once.
    let mut known: Vec<Option<bool>> = vec![None; 0x11_0000];
    each_text(look.programme, &mut |(at, cell), name, column, text| {
        let mut bad: Vec<char> = Vec::new();
        for c in text.chars().filter(|c| !c.is_ascii_graphic()) {
            if matches!(c, ' ' | '\n' | '\t') {
                continue;
            }
            let Some(known) = known.get_mut(c as usize) else { continue };
            let fine = *known.get_or_insert_with(|| !c.is_control() && !is_private(c) && (look.prints)(c));
            if !fine && !bad.contains(&c) {
                bad.push(c);
            }
        }
        if !bad.is_empty() {
            let facts = vec![("column", Fact::Column(column)), ("chars", Fact::Text(named(&bad)))];
            found.push(Finding {
                case: Case::Glyph,
                at,
                cell,
                title: name().chars().filter(|c| !c.is_control()).collect(),
                facts,
            });
        }
    });
}

/// A private character (外字): what it looks like is known on one computer only.
fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{ffffd}' | '\u{100000}'..='\u{10fffd}')
}

/// The characters with their codes: a control character would do something instead of being shown.
fn named(chars: &[char]) -> String {
    let named = chars.iter().map(|c| {
        let code = format!("U+{:04X}", u32::from(*c));
        if c.is_control() || is_private(*c) { code } else { format!("「{c}」({code})") }
    });
    named.collect::<Vec<_>>().join("、")
}

type Visit<'v> = dyn FnMut((Spot, Cell), &dyn Fn() -> String, Column, &str) + 'v;

/// Calls `visit` with every text that a person wrote.
fn each_text(programme: &Programme, visit: &mut Visit<'_>) {
    let city = || programme.city.name.clone();
    visit((Spot::Programme, Cell::Text(Column::Name)), &city, Column::Name, &programme.city.name);
    for office in &programme.offices {
        visit((Spot::Office(office.id), Cell::Text(Column::Name)), &|| office.name.clone(), Column::Name, &office.name);
    }
    for plan in &programme.plans {
        let (at, name) = (Spot::Plan(plan.id), || plan.name.clone());
        let levels = plan.levels.iter().map(|level| &level.name);
        let terms = plan.vocabularies.iter().flat_map(|vocabulary| {
            vocabulary
                .terms
                .iter()
                .flat_map(|term| [&term.label, &term.symbol, &term.definition])
                .chain([&vocabulary.axis])
        });
        let groups = plan.groups.iter().flat_map(|group| [&group.name, &group.description]);
        let evaluators = plan.evaluators.iter().map(|evaluator| &evaluator.name);
        let schedules = plan.schedules.iter().map(|schedule| &schedule.name);
        let life_words = plan.life_words.iter().map(|own| &own.word);
        let words = [&plan.name, &plan.first.text, &plan.last.text, &plan.note].into_iter().chain(&plan.related);
        for text in words.chain(levels).chain(terms).chain(groups).chain(evaluators).chain(schedules).chain(life_words)
        {
            visit((at, Cell::Text(Column::Name)), &name, Column::Name, text);
        }
        plan.nodes.iter().for_each(|one| node(one, visit));
    }
    for indicator in &programme.indicators {
        let (at, name) = (Spot::Indicator(indicator.id), || indicator.name.clone());
        let parts = indicator.parts.iter().flat_map(|part| [&part.name, &part.unit]);
        let words = [&indicator.name, &indicator.account, &indicator.definition];
        for text in words.into_iter().chain(&indicator.markers).chain(parts) {
            visit((at, Cell::Text(Column::Name)), &name, Column::Name, text);
        }
        for text in [&indicator.source, &indicator.note] {
            visit((at, Cell::Text(Column::Note)), &name, Column::Note, text);
        }
        for (part, figure) in indicator.baseline.iter().flat_map(|baseline| (0..).zip(&baseline.figures)) {
            visit((at, Cell::Baseline(part)), &name, Column::Baseline, &figure.text);
        }
        for target in &indicator.targets {
            visit((at, Cell::Goal(target.id)), &name, Column::Goal, &target.target.text);
        }
        for observation in &indicator.observations {
            let cell = Cell::Figure(observation.year, observation.part, observation.slot);
            visit((at, cell), &name, Column::Actual, &observation.figure.text);
            visit((at, cell), &name, Column::Note, &observation.comment);
        }
    }
    for table in &programme.effects {
        let name = || table.name.clone();
        visit((Spot::Effect(table.id), Cell::Text(Column::Name)), &name, Column::Name, &table.name);
        visit((Spot::Effect(table.id), Cell::Text(Column::Note)), &name, Column::Note, &table.note);
        for row in &table.rows {
            let (at, name) = (Spot::EffectRow(table.id, row.id), || row.title.clone());
            visit((at, Cell::Text(Column::Name)), &name, Column::Name, &row.title);
            visit((at, Cell::Text(Column::Name)), &name, Column::Name, &row.account);
            row.cells.iter().for_each(|cell| {
                visit((at, Cell::Amount(cell.year, cell.basis)), &name, Column::Actual, &cell.amount.text)
            });
        }
    }
    for chart in &programme.charts {
        let (at, name) = (Spot::Chart(chart.id), || chart.title.clone());
        visit((at, Cell::Text(Column::Name)), &name, Column::Name, &chart.title);
        visit((at, Cell::Text(Column::Note)), &name, Column::Note, &chart.source);
        visit((at, Cell::Text(Column::Note)), &name, Column::Note, &chart.note);
    }
    for meeting in &programme.meetings {
        let name = || format!("{} {}", meeting.number, meeting.name).trim().to_owned();
        for text in [&meeting.number, &meeting.name, &meeting.place] {
            visit((Spot::Meeting(meeting.id), Cell::Text(Column::Name)), &name, Column::Name, text);
        }
        for paper in &meeting.papers {
            for text in [&paper.doc_no, &paper.title, &paper.lead] {
                visit((Spot::Paper(paper.id), Cell::Text(Column::Name)), &name, Column::Name, text);
            }
        }
    }
}

fn node(node: &Node, visit: &mut Visit<'_>) {
    let (at, name) = (Spot::Node(node.id), || title(node));
    visit((at, Cell::Text(Column::Label)), &name, Column::Label, &node.label);
    visit((at, Cell::Text(Column::Name)), &name, Column::Name, &node.title);
    for event in &node.life_cycle.events {
        visit((at, Cell::Life(event.id)), &name, Column::LifeCycle, &event.words);
    }
    node.markers.iter().for_each(|marker| visit((at, Cell::Text(Column::Name)), &name, Column::Name, marker));
    for section in &node.sections {
        visit((at, Cell::Section(section.id)), &name, Column::Section, &section.title);
        visit((at, Cell::Section(section.id)), &name, Column::Section, &section.text);
    }
    for project in &node.projects {
        for text in [&project.name, &project.purpose, &project.outline] {
            visit((at, Cell::Project(project.id)), &name, Column::Project, text);
        }
    }
    for lane in &node.lanes {
        let at = Spot::Schedule(node.id);
        visit((at, Cell::Lane(lane.id)), &name, Column::Schedule, &lane.title);
        lane.bars.iter().for_each(|bar| visit((at, Cell::Bar(bar.id)), &name, Column::Schedule, &bar.words));
    }
    for record in &node.records {
        let at = Spot::Record(node.id, record.year);
        for (column, text) in texts_of(record) {
            visit((at, Cell::Text(column)), &name, column, text);
        }
        for evaluation in &record.evaluations {
            visit(
                (at, Cell::Judged(evaluation.vocabulary, evaluation.evaluator, Column::Evaluation)),
                &name,
                Column::Evaluation,
                &evaluation.text,
            );
            visit(
                (at, Cell::Judged(evaluation.vocabulary, evaluation.evaluator, Column::Reason)),
                &name,
                Column::Reason,
                &evaluation.reason,
            );
        }
    }
}
