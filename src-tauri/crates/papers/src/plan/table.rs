//! A table as the template sets it.

use serde::Serialize;

use crate::grid::{Grid, Part, Placed, Rows};
use crate::measure::{Metrics, Setting, clean};
use crate::model::{Align, Content, Line, Table, Tone, Vertical, Words};

use super::arrow::POINT;
use super::item::{BAR_GAP, BAR_INSET, Heights, cell_width};
use super::pages::{Pages, Place};
use super::{FittedWords, Flow, JUSTIFIED, PT, PlannedLine, Style, note_line};

/// A table of one item is kept whole up to this part of a page: a higher one, moving with its heading,
/// would leave much of a page white.
const SMALL_TABLE: f32 = 0.22;

/// Greatest height of a bar that covers several lanes, mm.
pub(crate) const TALLEST_BAR: f32 = 13.0;

#[derive(Debug, Serialize)]
pub(crate) struct PlannedTable {
    columns: Vec<f32>,
    caption: Option<String>,
    unit: Option<String>,
    summary: String,
    header: Vec<PlannedCell>,
    /// Whether the header is repeated on each page.
    repeats: bool,
    /// A small table of one item, kept on one page by a block around it: cells keep the rows of an
    /// item together only where one of them spans all.
    whole: bool,
    /// The parts of the pages that are parted beforehand, each with the sections it goes on in.
    runs: Vec<Vec<PlannedPart>>,
    notes: Vec<PlannedLine>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "part", rename_all = "lowercase")]
enum PlannedPart {
    Section(Section),
    Item {
        /// Its place among the items of the paper, from 1.
        number: usize,
        cells: Vec<PlannedCell>,
        /// Kept on one page by the typesetter.
        kept: bool,
        /// What stands again in the blank cells of the pages it goes on.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        again: Vec<Again>,
    },
}

#[derive(Clone, Debug, Serialize)]
struct Section {
    level: u8,
    text: String,
    /// Whether it is repeated on the following pages.
    repeats: bool,
}

/// The number or the name of an item, printed again at the head of its rest.
#[derive(Debug, Serialize)]
struct Again {
    /// Left edge of its cell from that of the table, and width of the cell, mm.
    x: f32,
    width: f32,
    align: &'static str,
    justify: bool,
    lines: Vec<PlannedLine>,
}

#[derive(Debug, Serialize)]
struct PlannedCell {
    rows: usize,
    cols: usize,
    align: &'static str,
    middle: bool,
    /// Wide enough for justified lines.
    justify: bool,
    #[serde(skip_serializing_if = "is_false")]
    heading: bool,
    #[serde(skip_serializing_if = "is_false")]
    strong: bool,
    /// Not in the first row of its item: parted from above by a thin line.
    #[serde(skip_serializing_if = "is_false")]
    lane: bool,
    /// Kept on one page, though its item is not.
    #[serde(skip_serializing_if = "is_false")]
    kept: bool,
    /// Least height of its content, mm, so that lanes are of like height.
    #[serde(skip_serializing_if = "Option::is_none")]
    strut: Option<f32>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    lines: Vec<PlannedLine>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bar: Option<Bar>,
}

fn is_false(value: &bool) -> bool {
    !*value
}

#[derive(Debug, Serialize)]
struct Bar {
    #[serde(flatten)]
    words: FittedWords,
    width: f32,
    point: f32,
    tone: &'static str,
}

impl PlannedTable {
    pub(crate) fn new(
        table: &Table,
        grid: &Grid,
        widths: Vec<f32>,
        words: &Words,
        metrics: &Metrics,
        flow: &mut Flow,
    ) -> Self {
        let style = flow.style;
        let content_em = style.content_width() / (style.table_pt * PT);
        let head = Heights::of_head(&grid.header, &widths, &style, metrics);
        let header = grid.header.cells.iter().map(|cell| header_cell(cell, &widths, &style, metrics)).collect();
        if table.caption.is_some() || table.unit.is_some() {
            flow.caption();
        }
        let mut pages = Pages::new(flow, head.total());
        let repeats = pages.repeats();
        let mut runs = Runs::default();
        let mut small = false;
        for (at, part) in grid.parts.iter().enumerate() {
            match part {
                Part::Section { text, level } => {
                    // A section without items is a row like others. As a head
                    // right before a head of a higher level it would bring the
                    // typesetter to a fall.
                    let empty = match grid.parts.get(at + 1) {
                        Some(Part::Section { level: next, .. }) => next <= level,
                        Some(Part::Item { .. }) => false,
                        None => true,
                    };
                    let all: f32 = widths.iter().sum();
                    let em = (all - 2.0 * style.inset_x) / (style.table_pt * 1.06 * PT);
                    let text = metrics.breakable(&clean(text), em);
                    let lines = metrics.wrap(&text, em.max(1.0), Setting::Page, true).len();
                    let height = style.lines_height(lines, style.table_pt * 1.06);
                    let repeats = pages.section(*level, height + 2.0 * style.inset_y, empty);
                    runs.section(Section { level: *level, text, repeats });
                }
                Part::Item { name, rows } => {
                    let heights = Heights::new(rows, &widths, &style, metrics);
                    let apart = rows.are_apart().then_some(heights.shared.as_slice());
                    let last = at + 1 == grid.parts.len();
                    let place = pages.item(heights.total(), apart, last);
                    let cells = item_cells(rows, &widths, &heights, &place, &style, metrics);
                    let again = match name {
                        Some(_) if !place.whole => again(rows, &widths, place.rest, words, &style, metrics),
                        _ => Vec::new(),
                    };
                    small = place.kept && heights.total() <= style.content_height() * SMALL_TABLE;
                    flow.items += 1;
                    if place.turns {
                        runs.turn();
                    }
                    runs.item(PlannedPart::Item { number: flow.items, cells, kept: place.kept, again });
                }
            }
        }
        pages.finish(flow);
        let notes: Vec<PlannedLine> =
            table.notes.iter().map(|note| PlannedLine::new(&note_line(note), content_em, metrics)).collect();
        flow.notes(&notes, metrics);
        Self {
            columns: widths,
            caption: table.caption.as_deref().map(clean),
            unit: table.unit.as_deref().map(clean),
            summary: clean(&table.summary),
            header,
            repeats,
            whole: small && grid.parts.len() == 1,
            runs: runs.done,
            notes,
        }
    }
}

/// The parts of a table by the pages that are parted beforehand.
struct Runs {
    done: Vec<Vec<PlannedPart>>,
    /// The sections the next item stands in, from the top.
    open: Vec<Section>,
    /// How many parts of the last run are sections that wait for their first item.
    waiting: usize,
}

impl Default for Runs {
    fn default() -> Self {
        Self { done: vec![Vec::new()], open: Vec::new(), waiting: 0 }
    }
}

impl Runs {
    fn push(&mut self, part: PlannedPart) {
        if let Some(run) = self.done.last_mut() {
            run.push(part);
        }
    }

    fn section(&mut self, section: Section) {
        self.open.retain(|open| open.level < section.level);
        self.open.push(section.clone());
        self.push(PlannedPart::Section(section));
        self.waiting += 1;
    }

    fn item(&mut self, item: PlannedPart) {
        self.push(item);
        self.waiting = 0;
    }

    /// Begins a page: sections that wait go with their item, those that go on are said again.
    fn turn(&mut self) {
        let Some(run) = self.done.last_mut() else { return };
        let waiting = run.split_off(run.len().saturating_sub(self.waiting));
        let new = |section: &&Section| {
            !waiting.iter().any(|part| matches!(part, PlannedPart::Section(one) if one.level == section.level))
        };
        let on = self.open.iter().filter(|section| section.repeats).filter(new);
        let mut next: Vec<PlannedPart> = on.cloned().map(PlannedPart::Section).collect();
        next.extend(waiting);
        self.done.push(next);
    }
}

fn header_cell(placed: &Placed, widths: &[f32], style: &Style, metrics: &Metrics) -> PlannedCell {
    let mut cell = planned_cell(placed, true, widths, style, metrics);
    cell.align = "center";
    cell.middle = true;
    cell
}

/// The cells that name an item, for the head of its rest: its heading cells, or
/// else its first. They are repeated only where they end on the page the item
/// begins on, of which `rest` mm are left, since the blank they stand in again
/// is theirs.
fn again(rows: &Rows, widths: &[f32], rest: f32, words: &Words, style: &Style, metrics: &Metrics) -> Vec<Again> {
    let whole_height = |placed: &&Placed| placed.row == 0 && placed.rowspan == rows.count;
    let is_heading = |placed: &&Placed| placed.cell.is_some_and(|cell| cell.header);
    let mut naming: Vec<_> = rows.cells.iter().filter(whole_height).filter(is_heading).copied().collect();
    if naming.is_empty() {
        naming.extend(rows.cells.iter().filter(whole_height).find(|placed| placed.column == 0));
    }
    let ends = |placed: &Placed| super::item::cell_height(placed, false, widths, style, metrics) + style.inset_y < rest;
    if !naming.iter().all(ends) {
        return Vec::new();
    }
    let last = naming.len().saturating_sub(1);
    naming
        .iter()
        .enumerate()
        .filter_map(|(at, placed)| {
            let cell = placed.cell?;
            let Content::Text(lines) = &cell.content else { return None };
            let mut line = lines.first()?.clone();
            if at == last {
                line.text = continued(&line.text, words, placed, widths, style, metrics);
            }
            let planned = planned_cell(placed, false, widths, style, metrics);
            Some(Again {
                x: widths[..placed.column].iter().sum(),
                width: cell_width(placed, widths),
                align: planned.align,
                justify: planned.justify,
                lines: vec![PlannedLine::new(&line, text_em(placed, widths, style), metrics)],
            })
        })
        .collect()
}

/// The name with the words that say it goes on, these on a line of their own
/// where they do not fit beside it.
fn continued(name: &str, words: &Words, placed: &Placed, widths: &[f32], style: &Style, metrics: &Metrics) -> String {
    let joined = words.continued.replace("{name}", name);
    let em = text_em(placed, widths, style);
    if metrics.width(&joined, Setting::Page, false) <= em {
        return joined;
    }
    words.continued.replace("{name}", &format!("{name}\n"))
}

fn item_cells(
    rows: &Rows,
    widths: &[f32],
    heights: &Heights,
    place: &Place,
    style: &Style,
    metrics: &Metrics,
) -> Vec<PlannedCell> {
    let struts = Struts::new(rows, heights, place.whole, style);
    let has_numbers = rows.has_numbers();
    let planned = rows.cells.iter().enumerate().map(|(at, placed)| {
        let mut cell = planned_cell(placed, false, widths, style, metrics);
        // A lane and its bar stand side by side in the middle of their row; in
        // an item that breaks, the middle may lie on the other page.
        let in_lane = rows.count > 1 && placed.rowspan < rows.count;
        let vertical = placed.cell.map_or(Vertical::Auto, |cell| cell.vertical);
        let small = place.rows_up_to.is_some_and(|most| heights.shared[placed.row] <= most);
        cell.kept = small && placed.rowspan == 1;
        let stays = place.whole || cell.kept;
        cell.middle = stays
            && match vertical {
                Vertical::Auto => in_lane || has_numbers,
                Vertical::Top => false,
                Vertical::Middle => true,
            };
        cell.lane = stays && placed.row > 0;
        cell.strut = struts.of(at);
        if let Some(bar) = cell.bar.as_mut().filter(|_| placed.rowspan > 1) {
            let lanes = &heights.shared[placed.row..placed.row + placed.rowspan];
            let free = lanes.iter().sum::<f32>() - 2.0 * BAR_INSET - 2.0;
            bar.words.height = bar.words.height.max(free.min(TALLEST_BAR));
        }
        cell
    });
    planned.collect()
}

/// Which cell of each row carries the least height of the row.
struct Struts {
    by_cell: Vec<Option<f32>>,
}

impl Struts {
    fn new(rows: &Rows, heights: &Heights, whole: bool, style: &Style) -> Self {
        let mut by_cell = vec![None; rows.cells.len()];
        // A little less than estimated: a strut must not make an item
        // higher than its text does.
        let spare: f32 = heights.total() - heights.own.iter().sum::<f32>();
        let slack = style.lines_height(1, style.table_pt);
        if !whole || rows.count < 2 || spare <= slack {
            return Self { by_cell };
        }
        let keep = (spare - slack) / spare;
        for row in 0..rows.count {
            let added = (heights.shared[row] - heights.own[row]) * keep;
            let carrier = rows
                .cells
                .iter()
                .position(|cell| cell.row == row && cell.rowspan == 1 && !is_text(cell))
                .or_else(|| rows.cells.iter().position(|c| c.row == row && c.rowspan == 1));
            if let Some(carrier) = carrier.filter(|_| added > 0.1) {
                by_cell[carrier] = Some(heights.own[row] + added);
            }
        }
        Self { by_cell }
    }

    fn of(&self, cell: usize) -> Option<f32> {
        self.by_cell.get(cell).copied().flatten()
    }
}

fn is_text(placed: &Placed) -> bool {
    placed.cell.is_some_and(|cell| matches!(cell.content, Content::Text(_)))
}

/// Width of the text of a cell, em.
fn text_em(placed: &Placed, widths: &[f32], style: &Style) -> f32 {
    (cell_width(placed, widths) - 2.0 * style.inset_x) / (style.table_pt * PT)
}

fn planned_cell(placed: &Placed, head: bool, widths: &[f32], style: &Style, metrics: &Metrics) -> PlannedCell {
    let em = text_em(placed, widths, style);
    let mut planned = PlannedCell {
        justify: em >= JUSTIFIED,
        rows: placed.rowspan,
        cols: placed.colspan,
        align: "left",
        middle: false,
        heading: false,
        strong: false,
        lane: false,
        kept: false,
        strut: None,
        lines: Vec::new(),
        bar: None,
    };
    let Some(cell) = placed.cell else { return planned };
    planned.heading = cell.header;
    planned.strong = cell.strong;
    planned.align = match cell.align {
        Align::Start => "left",
        Align::Center => "center",
        Align::End => "right",
    };
    match &cell.content {
        Content::Empty => {}
        Content::Text(lines) => {
            planned.lines = lines.iter().map(|line| PlannedLine::in_cell(line, em, cell, head, metrics)).collect();
        }
        Content::Number { text, .. } => {
            planned.lines = vec![PlannedLine::in_cell(&Line::plain(text.as_str()), em, cell, head, metrics)];
        }
        Content::Arrow { words, tone } => {
            let width = cell_width(placed, widths) - 2.0 * BAR_GAP;
            let words = clean(words);
            let Some(fitted) = FittedWords::on_page(&words, width, metrics) else {
                planned.lines = vec![PlannedLine::new(&Line::plain(words), em, metrics)];
                return planned;
            };
            planned.bar = Some(Bar {
                words: fitted,
                width,
                point: POINT,
                tone: match tone {
                    Tone::Current => "current",
                    Tone::Past => "past",
                    Tone::Planned => "planned",
                },
            });
        }
    }
    planned
}
