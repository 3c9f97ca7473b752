//! 進捗状況: the A3 landscape progress table of a plan, as the committee gets it, below the sentence
//! on its tally.

use std::collections::BTreeSet;

use domain::programme::{Meeting, MeetingPaper, Node, NodeId, Plan, Programme, Schedule, YearRecord};
use domain::value::fiscal_year::{FiscalYear, YearStyle};
use domain::value::label::label_sort_key;
use papers::{Align, Block, Cell, Column, Line, Paper, Row, Sheet, SheetSize, Table};

use super::frame::{Frame, head, labelled, lines, span, text};
use super::lanes;
use crate::texts::{Texts, args, keys};
use crate::{Result, WorkbenchError};

/// Composes the progress table: results up to two years before the paper's year, planning of the
/// year before and of the year itself.
pub(super) fn compose(texts: &Texts, programme: &Programme, meeting: &Meeting, paper: &MeetingPaper) -> Result<Paper> {
    let frame = Frame::new(texts, programme, meeting, paper)?;
    if frame.plan.items().next().is_none() {
        return Err(WorkbenchError::NothingToShow);
    }
    let mut blocks: Vec<Block> = frame.lead()?.into_iter().collect();
    blocks.push(Block::Table(Progress::new(&frame)?.table()));
    let sheet = Sheet { size: SheetSize::A3, landscape: true };
    Ok(frame.paper(keys::PAPER_PROGRESS_TITLE, keys::PAPER_SHEET_PROGRESS, sheet, blocks))
}

struct Progress<'a> {
    frame: &'a Frame<'a>,
    texts: &'a Texts,
    plan: &'a Plan,
    schedule: Option<&'a Schedule>,
    columns: Vec<FiscalYear>,
    results: FiscalYear,
    /// Years whose planning is told: none after the plan has ended.
    planned: Vec<FiscalYear>,
}

impl<'a> Progress<'a> {
    fn new(frame: &'a Frame<'a>) -> Result<Self> {
        let Frame { texts, plan, year, .. } = *frame;
        let out_of_range = || WorkbenchError::YearsOutOfRange { first: year.year(), last: year.year() };
        let before = year.previous().ok_or_else(out_of_range)?;
        let results = before.previous().ok_or_else(out_of_range)?;
        let schedule = plan.schedule();
        let columns = schedule.map_or_else(|| plan.years(), Schedule::years);
        let within = |year: &FiscalYear| plan.last.meaning.is_none_or(|last| *year <= last);
        let planned = [before, year].into_iter().filter(within).collect();
        Ok(Self { frame, texts, plan, schedule, columns, results, planned })
    }

    fn table(&self) -> Table {
        let mut columns = vec![Column::mm(9.0), Column::mm(30.0), Column::mm(50.0), Column::mm(36.0)];
        let years = self.columns.len().max(1) as f32;
        // Very many years take no more than half of the page.
        let year_width = (62.0 / years).clamp(9.0, 15.5).min(190.0 / years);
        columns.extend(self.columns.iter().map(|_| Column::mm(year_width)));
        columns.push(Column::share(1.1));
        columns.extend(self.planned.iter().map(|_| Column::share(1.0)));
        let items = self.items();
        let summary = args([
            ("plan", self.plan.name.clone()),
            ("count", items.iter().map(|g| g.1.len()).sum::<usize>().to_string()),
        ]);
        Table {
            columns,
            header: self.header(),
            body: self.body(&items),
            caption: None,
            summary: self.texts.with(keys::PAPER_SUMMARY, &summary),
            unit: None,
            notes: Vec::new(),
        }
    }

    fn header(&self) -> Vec<Vec<Cell>> {
        let year = |key, year: FiscalYear| self.texts.with(key, &args([("year", self.frame.called(year))]));
        let level = self.plan.levels.get(usize::from(self.plan.evaluation_level));
        let schedule = self.schedule.map_or_else(String::new, |schedule| match &schedule.as_of {
            Some(as_of) => {
                let told = args([("name", schedule.name.clone()), ("asof", as_of.text.clone())]);
                self.texts.with(keys::PAPER_COLUMN_SCHEDULE, &told)
            }
            None => schedule.name.clone(),
        });
        let width = span(self.columns.len() + 1);
        let mut first = vec![
            head(self.texts.get(keys::PAPER_COLUMN_NUMBER)).spanning(2, 1),
            head(level.map(|level| level.name.clone()).unwrap_or_default()).spanning(2, 1),
            head(self.direction_title()).spanning(2, 1),
            head(schedule).spanning(1, width),
            head(year(keys::PAPER_COLUMN_RESULTS, self.results)).spanning(2, 1),
        ];
        for planned in self.planned.iter().copied() {
            let lines = [year(keys::PAPER_COLUMN_PLAN, planned), year(keys::PAPER_COLUMN_TARGET, planned)];
            first.push(head(lines.join("\n")).spanning(2, 1));
        }
        let mut second = vec![head(self.texts.get(keys::PAPER_COLUMN_LANE))];
        second.extend(self.columns.iter().map(|year| head(self.frame.column(*year, YearStyle::Short))));
        vec![first, second]
    }

    /// Title of the text section that the column of directions shows: the city's own.
    fn direction_title(&self) -> String {
        let section = self.plan.items().find_map(|item| item.sections.first());
        section.map_or_else(|| self.texts.get(keys::PAPER_COLUMN_DIRECTION), |section| section.title.clone())
    }

    /// Items by group in order of print: by their numbers where every item has one of its own, because
    /// such a number cuts across the tree; else (①②③ under every policy) as the tree stands.
    fn items(&self) -> Vec<(String, Vec<&'a Node>)> {
        let mut all: Vec<&Node> = self.plan.items().collect();
        let numbers: BTreeSet<&str> = all.iter().map(|item| item.label.as_str()).collect();
        if numbers.len() == all.len() && !numbers.contains("") {
            all.sort_by_cached_key(|item| label_sort_key(&item.label));
        }
        let mut groups: Vec<(String, Vec<&Node>)> = Vec::new();
        for group in &self.plan.groups {
            let told = args([("group", group.name.clone()), ("description", group.description.clone())]);
            let of_group: Vec<&Node> = all.iter().copied().filter(|item| item.group == Some(group.id)).collect();
            groups.push((self.texts.with(keys::PAPER_GROUP, &told).trim().to_owned(), of_group));
        }
        let beside: Vec<&Node> = all.into_iter().filter(|item| item.group.is_none()).collect();
        groups.push((String::new(), beside));
        groups.retain(|(_, items)| !items.is_empty());
        groups
    }

    fn body(&self, groups: &[(String, Vec<&Node>)]) -> Vec<Row> {
        let mut rows = Vec::new();
        for (group, items) in groups {
            if !group.is_empty() {
                rows.push(Row::Section { text: group.clone(), level: 1 });
            }
            let mut above: Vec<NodeId> = Vec::new();
            for item in items {
                let now = self.above(item);
                let same = above.iter().zip(&now).take_while(|(before, node)| **before == node.id).count();
                for node in &now[same..] {
                    let level = node.level.saturating_add(2);
                    rows.push(Row::Section { text: labelled(&node.label, &node.title), level });
                }
                above = now.iter().map(|node| node.id).collect();
                self.item(item, &mut rows);
            }
        }
        rows
    }

    /// The nodes above an item, from the top.
    fn above(&self, item: &Node) -> Vec<&'a Node> {
        let mut nodes: Vec<&Node> =
            std::iter::successors(item.parent.and_then(|parent| self.plan.node(parent)), |node| {
                node.parent.and_then(|parent| self.plan.node(parent))
            })
            .collect();
        nodes.reverse();
        nodes
    }

    fn item(&self, item: &Node, rows: &mut Vec<Row>) {
        let lanes: Vec<_> = self.schedule.iter().flat_map(|schedule| item.lanes_of(schedule.id)).collect();
        let unit = self.schedule.map(|schedule| schedule.unit.clone()).unwrap_or_default();
        let lane_rows = lanes::rows(self.texts, &lanes, &self.columns, &unit);
        let height = span(lane_rows.len());
        rows.push(Row::ItemStart { name: item.title.clone() });
        for (r, lane_row) in lane_rows.into_iter().enumerate() {
            let mut cells = Vec::new();
            if r == 0 {
                let mut name = vec![Line::plain(item.title.clone())];
                name.extend(lines(&item.life_cycle.words()));
                cells.push(Cell::text(item.label.clone()).aligned(Align::Center).spanning(height, 1));
                cells.push(Cell::lines(name).spanning(height, 1));
                let direction = item.sections.first().map(|section| lines(&section.text)).unwrap_or_default();
                cells.push(text(direction).spanning(height, 1));
            }
            if let Some((name, over)) = lane_row.name {
                let name = if name.is_empty() { Vec::new() } else { vec![bulleted(&name)] };
                cells.push(text(name).spanning(over, 1));
            }
            cells.extend(lane_row.years);
            if r == 0 {
                cells.push(text(self.results(item)).spanning(height, 1));
                for year in self.planned.iter().copied() {
                    cells.push(text(self.planning(item.record(year))).spanning(height, 1));
                }
            }
            rows.push(Row::Cells(cells));
        }
    }

    /// Results up to the year of the column: one cumulative text, or those of the years in turn.
    fn results(&self, item: &Node) -> Vec<Line> {
        let told = |record: &&YearRecord| record.year <= self.results && !record.actual.is_empty();
        let records: Vec<&YearRecord> = item.records.iter().filter(told).collect();
        let from = records.iter().rposition(|record| record.cumulative).unwrap_or(0);
        records[from..].iter().flat_map(|record| lines(&record.actual)).collect()
    }

    fn planning(&self, record: Option<&YearRecord>) -> Vec<Line> {
        let Some(record) = record else { return Vec::new() };
        let mut told = if record.same_as_before {
            vec![Line::plain(self.texts.get(keys::RECORD_SAME_AS_BEFORE))]
        } else {
            lines(&record.planned)
        };
        if !record.target.is_empty() {
            let target = record.target.clone();
            let target = if record.previous_state.is_empty() {
                target
            } else {
                let state = record.previous_state.clone();
                self.texts.with(keys::PAPER_TARGET_WITH_STATE, &args([("target", target), ("state", state)]))
            };
            told.push(Line::plain(self.texts.get(keys::PAPER_TARGET_HEADING)));
            told.extend(lines(&target));
        }
        told
    }
}

fn bulleted(name: &str) -> Line {
    Line::bulleted("・", name.strip_prefix('・').unwrap_or(name))
}
