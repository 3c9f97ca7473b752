//! Everything about the pages that is decided before typesetting: sizes,
//! widths, which items stay whole, how words fit on a bar.
//!
//! The result goes to the template as JSON, so every text is data there and
//! never markup.

mod arrow;
mod item;
mod pages;
mod short;
mod table;
mod widths;

use serde::Serialize;

use crate::grid::Grid;
use crate::measure::{Metrics, Setting, clean};
use crate::model::{Align, Block, Cell, Content, Line, Paper, Sheet, SheetSize, Table};
use crate::{PaperError, TableFault};

pub(crate) use arrow::FittedWords;
pub(crate) use item::Heights;
pub(crate) use table::TALLEST_BAR;
pub(crate) use widths::widths_mm;

/// Millimetres in a point.
pub(crate) const PT: f32 = 25.4 / 72.0;

/// Narrower texts, in em, are set ragged: justified, a word of digits that
/// does not fit would tear wide gaps into the line before it.
const JUSTIFIED: f32 = 14.0;

/// The lines of a short text that stands alone in a cell narrower than this, em, are parted beforehand;
/// of several texts, as those of a list, only where they are set ragged.
const NARROW: f32 = 18.0;

/// The measures of a sheet, mm where not said otherwise.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Style {
    pub width: f32,
    pub height: f32,
    pub margin_x: f32,
    pub margin_top: f32,
    pub margin_bottom: f32,
    /// Size of running text, pt.
    pub text_pt: f32,
    /// Size of text in tables, pt.
    pub table_pt: f32,
    /// Size of the title, pt.
    pub title_pt: f32,
    /// Distance of the lines, parts of the size of the text.
    pub pitch: f32,
    /// Space between the border of a cell and its text.
    pub inset_x: f32,
    pub inset_y: f32,
}

impl Style {
    pub(crate) fn of(sheet: Sheet) -> Self {
        let (long, short) = match sheet.size {
            SheetSize::A3 => (420.0, 297.0),
            SheetSize::A4 => (297.0, 210.0),
        };
        let (width, height) = if sheet.landscape { (long, short) } else { (short, long) };
        let large = sheet.size == SheetSize::A3;
        Self {
            width,
            height,
            margin_x: if large { 12.0 } else { 16.0 },
            margin_top: if large { 15.0 } else { 17.0 },
            margin_bottom: 14.0,
            text_pt: if large { 10.0 } else { 10.5 },
            table_pt: if large { 8.0 } else { 8.5 },
            title_pt: if large { 15.0 } else { 14.0 },
            pitch: 1.4,
            inset_x: 1.5,
            inset_y: 1.3,
        }
    }

    /// Width between the margins.
    pub(crate) fn content_width(&self) -> f32 {
        self.width - 2.0 * self.margin_x
    }

    /// Height between the margins.
    pub(crate) fn content_height(&self) -> f32 {
        self.height - self.margin_top - self.margin_bottom
    }

    /// Height of a row of a table with one line of text.
    pub(crate) fn line_row(&self) -> f32 {
        self.lines_height(1, self.table_pt) + 2.0 * self.inset_y
    }

    /// Height of lines of a size in pt.
    pub(crate) fn lines_height(&self, lines: usize, size_pt: f32) -> f32 {
        if lines == 0 {
            return 0.0;
        }
        ((lines - 1) as f32 * self.pitch + 1.0) * size_pt * PT
    }
}

/// A paper ready to be typeset.
#[derive(Debug, Serialize)]
pub(crate) struct Plan {
    city: String,
    title: String,
    /// The same in the parts between which its line breaks.
    title_parts: Vec<TitlePart>,
    doc_no: Option<String>,
    meeting: Option<String>,
    date: Option<String>,
    page_number: String,
    style: Style,
    blocks: Vec<PlannedBlock>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum PlannedBlock {
    Heading {
        level: u8,
        tag: u8,
        text: String,
    },
    /// `leads`: it stays on the page of what follows.
    Paragraph {
        lines: Vec<PlannedLine>,
        leads: bool,
    },
    Table(table::PlannedTable),
    Figure {
        file: String,
        width: u32,
        height: u32,
        alt: String,
        caption: Option<String>,
    },
    Note {
        line: PlannedLine,
    },
    Break,
}

/// A part of the title.
#[derive(Debug, PartialEq, Serialize)]
pub(crate) struct TitlePart {
    pub text: String,
    /// It stays on one line; a part that is nearly as wide as the head must break.
    pub whole: bool,
}

/// Room beside the title for the meeting, the date and the number of the paper, mm.
const BESIDE_TITLE: f32 = 90.0;

/// Parts a title before and behind its brackets, so that a line does not end in the middle of a
/// year: 改革プラン（令和3年度～令和6年度）評価の集計【令和4年度】.
pub(crate) fn title_parts(title: &str, style: &Style, metrics: &Metrics) -> Vec<TitlePart> {
    const CLOSES: &str = "）】」";
    let mut parts = vec![String::new()];
    let mut ended = false;
    for c in title.chars() {
        if ended && !CLOSES.contains(c) || "（【「".contains(c) && parts.last().is_some_and(|part| !part.is_empty())
        {
            parts.push(String::new());
        }
        if let Some(part) = parts.last_mut() {
            part.push(c);
        }
        ended = CLOSES.contains(c) || c.is_whitespace();
    }
    let em = (style.content_width() - BESIDE_TITLE) * 0.8 / (style.title_pt * PT);
    let whole = |text: &str| metrics.width(text, Setting::Page, true) <= em;
    parts.into_iter().map(|text| TitlePart { whole: whole(&text), text }).collect()
}

/// A line with the width its bullet takes, in em.
#[derive(Debug, Serialize)]
pub(crate) struct PlannedLine {
    #[serde(skip_serializing_if = "Option::is_none")]
    bullet: Option<String>,
    #[serde(skip_serializing_if = "is_zero")]
    hang: f32,
    text: String,
}

fn is_zero(value: &f32) -> bool {
    *value == 0.0
}

impl PlannedLine {
    /// A line for a width of `width` em.
    pub(crate) fn new(line: &Line, width: f32, metrics: &Metrics) -> Self {
        Self::with(line, width, metrics, |_, _| None)
    }

    /// A line of a cell with a width of `width` em: short texts of narrow cells and names keep their
    /// figures whole and leave no orphan, and the lines of centred ones are balanced.
    pub(crate) fn in_cell(line: &Line, width: f32, cell: &Cell, head: bool, metrics: &Metrics) -> Self {
        let names = head || cell.header;
        let alone = !matches!(&cell.content, Content::Text(lines) if lines.len() > 1);
        let centred = head || cell.align == Align::Center;
        Self::with(line, width, metrics, |text, em| {
            let short = names || width < if alone { NARROW } else { JUSTIFIED };
            if short { short::parted(text, em, head || cell.strong, centred, metrics) } else { None }
        })
    }

    /// Width the bullet of a line takes, em.
    fn hang_of(line: &Line, metrics: &Metrics) -> f32 {
        line.bullet.as_deref().map_or(0.0, |bullet| hang(bullet, metrics))
    }

    fn with(line: &Line, width: f32, metrics: &Metrics, parted: impl Fn(&str, f32) -> Option<String>) -> Self {
        let mut bullet = line.bullet.as_deref().map(clean).filter(|bullet| !bullet.is_empty());
        let mut hang = bullet.as_deref().map_or(0.0, |bullet| hang(bullet, metrics));
        let mut text = clean(&line.text);
        // A mark that leaves little room for the text is set as its beginning.
        if hang > width / 2.0 {
            text.insert_str(0, &bullet.take().unwrap_or_default());
            hang = 0.0;
        }
        if let Some(parted) = parted(&text, width - hang) {
            text = parted;
        }
        Self { bullet, hang, text: metrics.breakable(&text, width - hang) }
    }

    /// How many lines it takes in a width of `width` em.
    fn count(&self, width: f32, metrics: &Metrics, bold: bool) -> usize {
        metrics.wrap(&self.text, (width - self.hang).max(1.0), Setting::Page, bold).len()
    }
}

/// Width a bullet takes with the text hanging behind it, in em: its own, with a
/// little space behind marks that bring none.
pub(crate) fn hang(bullet: &str, metrics: &Metrics) -> f32 {
    let width = metrics.width(bullet, Setting::Page, false);
    if bullet.chars().last().is_some_and(|c| c.is_ascii_graphic()) { width + 0.4 } else { width }
}

/// Parts the mark of a remark (※, ※1, （注1）) from its text, so that the text
/// hangs behind it.
pub(crate) fn note_line(note: &str) -> Line {
    let rest = if let Some(rest) = note.strip_prefix('※') {
        rest.trim_start_matches(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c))
    } else if note.starts_with("（注") || note.starts_with("(注") {
        note.split_once(['）', ')']).map_or(note, |(_, rest)| rest)
    } else {
        note
    };
    // The space behind the mark stays with it.
    let words = if rest.len() < note.len() { rest.trim_start_matches([' ', '　']) } else { rest };
    let mark = &note[..note.len() - words.len()];
    if mark.is_empty() { Line::plain(note) } else { Line::bulleted(mark, words) }
}

/// Plans a paper.
pub(crate) fn plan(paper: &Paper, metrics: &Metrics) -> Result<Plan, PaperError> {
    let style = Style::of(paper.sheet);
    let mut flow = Flow::new(style, paper, metrics);
    let mut tables = 0;
    let mut figures = 0;
    let mut tag = 1;
    let mut blocks = Vec::with_capacity(paper.blocks.len());
    for (at, block) in paper.blocks.iter().enumerate() {
        blocks.push(match block {
            Block::Heading { level, text } => {
                flow.heading();
                let level = (*level).clamp(1, 5);
                // PDF/UA refuses a step over a level; the title is the first.
                tag = (level + 1).min(tag + 1);
                PlannedBlock::Heading { level, tag, text: clean(text) }
            }
            Block::Paragraph(lines) => {
                let em = style.content_width() / (style.text_pt * PT);
                let lines: Vec<_> = lines.iter().map(|line| PlannedLine::new(line, em, metrics)).collect();
                let count = flow.paragraph(&lines, style.text_pt, metrics);
                let shown = matches!(paper.blocks.get(at + 1), Some(Block::Table(_) | Block::Figure { .. }));
                PlannedBlock::Paragraph { lines, leads: shown && count <= LEAD }
            }
            Block::Note(text) => {
                let em = style.content_width() / (style.table_pt * PT);
                let line = PlannedLine::new(&note_line(text), em, metrics);
                flow.paragraph(std::slice::from_ref(&line), style.table_pt, metrics);
                PlannedBlock::Note { line }
            }
            Block::PageBreak => {
                flow.turn();
                PlannedBlock::Break
            }
            Block::Figure { width_mm, height_mm, alt, caption, .. } => {
                figures += 1;
                flow.figure(*height_mm as f32 + 10.0);
                PlannedBlock::Figure {
                    file: figure_path(figures),
                    width: *width_mm,
                    height: *height_mm,
                    alt: alt.clone(),
                    caption: caption.as_deref().map(clean),
                }
            }
            Block::Table(table) => {
                tables += 1;
                PlannedBlock::Table(plan_table(table, tables, paper, metrics, &mut flow)?)
            }
        });
    }
    Ok(Plan {
        city: clean(&paper.city),
        title_parts: title_parts(&clean(&paper.title).replace('\n', " "), &style, metrics),
        title: clean(&paper.title).replace('\n', " "),
        doc_no: paper.masthead.doc_no.as_deref().map(clean),
        meeting: paper.masthead.meeting.as_deref().map(clean),
        date: paper.masthead.date.as_deref().map(clean),
        page_number: clean(&paper.words.page_number),
        style,
        blocks,
    })
}

/// A text of at most so many lines that stands right above a table or a figure leads to it: like a
/// heading it does not stay behind alone at the foot of a page.
const LEAD: usize = 4;

/// Virtual path of the `number`th figure, from 1.
pub(crate) fn figure_path(number: usize) -> String {
    format!("/figure-{number}.svg")
}

fn plan_table(
    table: &Table,
    number: usize,
    paper: &Paper,
    metrics: &Metrics,
    flow: &mut Flow,
) -> Result<table::PlannedTable, PaperError> {
    let grid = Grid::new(table, number)?;
    let widths = widths_mm(&table.columns, &grid, flow.style.content_width(), &flow.style, metrics)
        .ok_or(PaperError::Table { table: number, row: 0, fault: TableFault::Columns })?;
    Ok(table::PlannedTable::new(table, &grid, widths, &paper.words, metrics, flow))
}

/// How far the head of the first page may be off its estimate, mm.
const HEAD_DOUBT: f32 = 3.0;

/// How much white may be left at the foot of a page that was not parted beforehand, mm.
const FOOT_DOUBT: f32 = 20.0;

/// Heights of a heading, mm: at the head of a page, and with the space above it elsewhere; and how
/// far they may be off.
const HEADING: [f32; 2] = [8.0, 12.5];
const HEADING_DOUBT: f32 = 4.0;

/// Height of the words above a table with the space around them, mm.
const CAPTION: f32 = 8.0;

/// Space above and below the remarks under a table, mm.
const NOTES: f32 = 1.5;

/// Distance of the lines of running text, parts of their size, and the space below it, mm.
const RUNNING_PITCH: f32 = 1.6;
const RUNNING_BELOW: f32 = 3.0;

/// How far a paragraph may be off its estimate: as a part of it, and at least, mm.
const RUNNING_DOUBT: f32 = 0.06;
const RUNNING_LEAST: f32 = 1.0;

/// Where on its page the next block begins, as far as can be told before
/// typesetting; mm. Doubts add up until a block is made to begin a page.
pub(crate) struct Flow {
    pub style: Style,
    /// Used height of the page.
    pub y: f32,
    /// How far it may be off.
    pub doubt: f32,
    /// Items of tables so far.
    pub items: usize,
}

impl Flow {
    fn new(style: Style, paper: &Paper, metrics: &Metrics) -> Self {
        let em = style.title_pt * PT;
        let width = (style.content_width() - BESIDE_TITLE) / em;
        let title = PlannedLine::new(&Line::plain(paper.title.as_str()), width, metrics);
        let lines = title.count(width, metrics, true);
        let y = style.lines_height(lines.max(1), style.title_pt).max(9.0) + 5.0;
        Self { style, y, doubt: HEAD_DOUBT, items: 0 }
    }

    /// Height left on the page.
    pub(crate) fn rest(&self) -> f32 {
        self.style.content_height() - self.y
    }

    /// Goes on by a height that breaks over pages. What is kept whole leaves white at the foot of a
    /// page, so that less is known of the next one.
    pub(crate) fn advance(&mut self, height: f32) {
        if self.y + height > self.style.content_height() {
            self.doubt += FOOT_DOUBT;
        }
        self.y = (self.y + height) % self.style.content_height();
    }

    /// Begins a page.
    fn turn(&mut self) {
        self.y = 0.0;
        self.doubt = RUNNING_LEAST;
    }

    /// Goes on by a height that stays whole.
    fn figure(&mut self, height: f32) {
        if height > self.rest() {
            self.y = 0.0;
        }
        self.advance(height);
    }

    fn heading(&mut self) {
        self.advance(HEADING[usize::from(self.y > 0.0)]);
        self.doubt += HEADING_DOUBT;
    }

    /// Goes on by the words above a table.
    pub(crate) fn caption(&mut self) {
        self.advance(CAPTION);
        self.doubt += RUNNING_LEAST;
    }

    /// Goes on by the remarks under a table.
    pub(crate) fn notes(&mut self, lines: &[PlannedLine], metrics: &Metrics) {
        if lines.is_empty() {
            return;
        }
        let width = self.style.content_width() / (self.style.table_pt * PT);
        let count = lines.iter().map(|line| line.count(width, metrics, false)).sum();
        self.advance(self.style.lines_height(count, self.style.table_pt) + NOTES);
        self.doubt += RUNNING_LEAST;
    }

    /// Goes on by running text; gives how many lines it takes.
    fn paragraph(&mut self, lines: &[PlannedLine], size_pt: f32, metrics: &Metrics) -> usize {
        let width = self.style.content_width() / (size_pt * PT);
        let count: usize = lines.iter().map(|line| line.count(width, metrics, false)).sum();
        let height = (count.max(1) as f32 - 1.0).mul_add(RUNNING_PITCH, 1.0) * size_pt * PT + RUNNING_BELOW;
        self.advance(height);
        self.doubt += (height * RUNNING_DOUBT).max(RUNNING_LEAST);
        count
    }
}
