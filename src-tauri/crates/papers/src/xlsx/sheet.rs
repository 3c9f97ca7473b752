//! A worksheet as it is filled from top to bottom.

use rust_xlsxwriter::{Image, ObjectMovement, Shape, ShapeFormat, ShapeLine, Worksheet};

use crate::grid::Grid;
use crate::measure::{Setting, clean};
use crate::model::{Align, Block, Line, Paper, SheetSize};
use crate::plan::{Style, widths_mm};
use crate::{Fonts, PaperError, TableFault};

use super::figure::PX_PER_MM;
use super::format::{Look, like_a_formula};
use super::split::{joined, take};

/// Pixels of a point.
pub(super) const PX_PER_PT: f32 = 96.0 / 72.0;

/// A title that would take more lines beside the meeting and the number of the paper stands below them.
const TITLE_LINES: usize = 2;

/// Distance of lines, parts of their size. Excel sets this face at 1.23 and
/// other programs closer; a line that is cut is worse than a little air.
const PITCH: f32 = 1.29;

/// Space a cell keeps above and below, and beside its text, px.
const PADDING_Y: f32 = 5.0;
const PADDING_X: f32 = 7.0;

/// Part of the width that is counted on, since screens and printers place
/// letters differently.
const WIDTH_TRUST: f32 = 0.985;

/// Part of the page that is filled before a break is set.
const PAGE_TRUST: f32 = 0.97;

/// Highest row of Excel is 409.5 pt.
pub(super) const HIGHEST_ROW: u32 = 540;

/// Size of the number of the paper, pt.
const BOX_PT: f32 = 14.0;

/// Height of a row no height is given for, px.
pub(super) const DEFAULT_ROW: u32 = 16;

/// A range of cells, all bounds included.
#[derive(Clone, Copy)]
pub(super) struct Range {
    pub top: u32,
    pub bottom: u32,
    pub left: usize,
    pub right: usize,
}

pub(super) struct SheetWriter<'a> {
    pub worksheet: &'a mut Worksheet,
    pub paper: &'a Paper,
    pub fonts: &'a Fonts,
    pub style: Style,
    /// Widths of the columns, px.
    pub widths: Vec<u32>,
    /// The next row.
    pub row: u32,
    /// Heights of the rows so far, px.
    pub heights: Vec<u32>,
    /// Height of a page and what is used of it, px.
    pub page: u32,
    pub used: u32,
    /// Height of the rows repeated at the head of each page, px.
    pub repeated: u32,
    breaks: Vec<u32>,
}

impl<'a> SheetWriter<'a> {
    pub(super) fn new(
        worksheet: &'a mut Worksheet,
        paper: &'a Paper,
        blocks: &[Block],
        fonts: &'a Fonts,
        tables_before: usize,
    ) -> Result<Self, PaperError> {
        let style = Style::of(paper.sheet);
        let table = blocks.iter().find_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        });
        let widths = match table {
            Some(table) => {
                let grid = Grid::new(table, tables_before + 1)?;
                widths_mm(&table.columns, &grid, style.content_width(), &style, &fonts.metrics)
                    .filter(|widths| !widths.is_empty())
                    .ok_or(PaperError::Table { table: tables_before + 1, row: 0, fault: TableFault::Columns })?
            }
            None => vec![style.content_width() / 4.0; 4],
        };
        let widths: Vec<u32> = widths.iter().map(|mm| (mm * PX_PER_MM).round().max(4.0) as u32).collect();
        for (column, width) in widths.iter().enumerate() {
            worksheet.set_column_width_pixels(column as u16, *width)?;
        }
        let all: u32 = widths.iter().sum();
        let scale = (style.content_width() * PX_PER_MM / all as f32).min(1.0);
        let page = style.content_height() * PX_PER_MM / scale * PAGE_TRUST;
        Ok(Self {
            worksheet,
            paper,
            fonts,
            style,
            widths,
            row: 0,
            heights: Vec::new(),
            page: page as u32,
            used: 0,
            repeated: 0,
            breaks: Vec::new(),
        })
    }

    /// Width of columns `left` to `right`, px.
    pub(super) fn width(&self, left: usize, right: usize) -> u32 {
        self.widths[left..=right].iter().sum()
    }

    pub(super) fn last_column(&self) -> usize {
        self.widths.len() - 1
    }

    /// Width that text of a size has in a cell, in em.
    pub(super) fn em(&self, width: u32, size_pt: f32) -> f32 {
        ((width as f32 - PADDING_X) * WIDTH_TRUST / (size_pt * PX_PER_PT)).max(1.0)
    }

    /// Height of a cell with some lines, px.
    pub(super) fn lines_height(&self, lines: usize, size_pt: f32) -> f32 {
        (lines.max(1) as f32 * size_pt * PX_PER_PT * PITCH + PADDING_Y).ceil()
    }

    /// How many lines of a size fit in a height, at least one.
    pub(super) fn lines_in(&self, height: u32, size_pt: f32) -> usize {
        (((height as f32 - PADDING_Y) / (size_pt * PX_PER_PT * PITCH)) as usize).max(1)
    }

    pub(super) fn count_lines(&self, text: &str, width: u32, look: &Look) -> usize {
        let em = self.em(width, look.size_pt);
        self.fonts.metrics.wrap(text, em, Setting::Worksheet, look.bold).len()
    }

    /// Begins a new page before rows of a height unless they fit.
    pub(super) fn keep(&mut self, height: u32) {
        if self.used > self.repeated && self.used + height > self.page {
            self.breaks.push(self.row);
            self.used = self.repeated;
        }
    }

    /// Adds a row of a height in px, at most [`HIGHEST_ROW`]; gives its number.
    pub(super) fn add_row(&mut self, height: u32) -> Result<u32, PaperError> {
        let row = self.row;
        // A row of the default height would be written without one, and other
        // programs would then choose it.
        let height = if height == DEFAULT_ROW { height + 1 } else { height };
        self.worksheet.set_row_height_pixels(row, height)?;
        self.heights.push(height);
        self.row += 1;
        self.used += height;
        Ok(row)
    }

    /// Writes text over a range.
    pub(super) fn put(&mut self, range: Range, text: &str, look: &Look) -> Result<(), PaperError> {
        let mut format = look.format();
        if like_a_formula(text) {
            format = format.set_quote_prefix();
        }
        let (left, right) = (range.left as u16, range.right as u16);
        if range.top == range.bottom && left == right {
            if text.is_empty() {
                self.worksheet.write_blank(range.top, left, &format)?;
            } else {
                self.worksheet.write_string_with_format(range.top, left, text, &format)?;
            }
        } else {
            self.worksheet.merge_range(range.top, left, range.bottom, right, text, &format)?;
            if text.is_empty() {
                self.worksheet.write_blank(range.top, left, &format)?;
            }
        }
        Ok(())
    }

    /// The head of the first page.
    pub(super) fn masthead(&mut self) -> Result<(), PaperError> {
        let masthead = &self.paper.masthead;
        let title = clean(&self.paper.title).replace('\n', " ");
        let meeting: Vec<String> =
            [&masthead.meeting, &masthead.date].into_iter().flatten().map(|t| clean(t)).collect();
        let meeting = meeting.join("\n");
        let doc_no = masthead.doc_no.as_deref().map(clean);
        let mut title_look = Look::text(self.style.title_pt);
        title_look.bold = true;
        title_look.middle = true;
        let mut meeting_look = Look::text(9.5);
        meeting_look.align = Align::End;
        meeting_look.middle = true;

        let last = self.last_column();
        let box_px = doc_no.as_deref().map_or(0, |doc_no| self.box_width(doc_no));
        let meeting_px =
            meeting.lines().map(|line| self.fonts.metrics.width(line, Setting::Worksheet, false)).fold(0.0, f32::max)
                * meeting_look.size_pt
                * PX_PER_PT;
        let box_left = self.columns_from_right(last, box_px + 8);
        let meeting_left = box_left.checked_sub(1).map(|right| self.columns_from_right(right, meeting_px as u32 + 16));
        let beside = meeting_left.and_then(|left| Some((left, left.checked_sub(1)?))).and_then(|(left, right)| {
            let lines = self.count_lines(&title, self.width(0, right), &title_look);
            (lines <= TITLE_LINES).then_some((left, right, lines))
        });
        if let Some((meeting_left, title_right, lines)) = beside {
            let height = self.lines_height(lines, title_look.size_pt).max(44.0) as u32;
            let row = self.add_row(height.min(HIGHEST_ROW))?;
            let range = |left, right| Range { top: row, bottom: row, left, right };
            self.put(range(0, title_right), &title, &title_look)?;
            self.put(range(meeting_left, box_left - 1), &meeting, &meeting_look)?;
            self.doc_no(doc_no.as_deref(), range(box_left, last))?;
        } else if box_left > 0 && (doc_no.is_some() || !meeting.is_empty()) {
            // No column leaves room for the title: it stands below, over the whole width.
            let row = self.add_row(44)?;
            let range = |left, right| Range { top: row, bottom: row, left, right };
            self.put(range(0, box_left - 1), &meeting, &meeting_look)?;
            self.doc_no(doc_no.as_deref(), range(box_left, last))?;
            self.text_row(&title, &title_look)?;
        } else {
            if doc_no.is_some() {
                let row = self.add_row(44)?;
                let range = Range { top: row, bottom: row, left: 0, right: last };
                self.doc_no(doc_no.as_deref(), range)?;
            }
            if !meeting.is_empty() {
                self.text_row(&meeting, &meeting_look)?;
            }
            self.text_row(&title, &title_look)?;
        }
        self.add_row(10)?;
        Ok(())
    }

    /// Width of the box around the number of the paper: one em on each side.
    fn box_width(&self, doc_no: &str) -> u32 {
        let em = self.fonts.metrics.width(doc_no, Setting::Worksheet, true) + 2.0;
        (em * BOX_PT * PX_PER_PT).ceil() as u32
    }

    /// The number of the paper with a box drawn around it.
    fn doc_no(&mut self, doc_no: Option<&str>, range: Range) -> Result<(), PaperError> {
        let Some(doc_no) = doc_no else { return Ok(()) };
        let whole = self.width(range.left, range.right);
        let width = self.box_width(doc_no);
        let mut look = Look::text(BOX_PT);
        look.bold = true;
        look.middle = true;
        look.align = Align::End;
        // The format shows an ideographic space behind the text, exactly one em
        // of the face, where an indent would differ between programs.
        let format = look.format().set_num_format("@\"\u{3000}\"");
        let (left, right) = (range.left as u16, range.right as u16);
        if left == right {
            self.worksheet.write_string_with_format(range.top, left, doc_no, &format)?;
        } else {
            self.worksheet.merge_range(range.top, left, range.bottom, right, doc_no, &format)?;
        }
        let height = self.heights.get(range.top as usize).copied().unwrap_or(44);
        let tall = 34.min(height);
        let outline = Shape::textbox()
            .set_width(width.min(whole))
            .set_height(tall)
            .set_format(
                &ShapeFormat::new().set_no_fill().set_line(&ShapeLine::new().set_color(0x00_00_00).set_width(1.0)),
            )
            .set_object_movement(ObjectMovement::MoveAndSizeWithCells);
        let x = whole.saturating_sub(width + 1);
        self.worksheet.insert_shape_with_offset(range.top, left, &outline, x, (height - tall) / 2)?;
        Ok(())
    }

    /// The leftmost of the columns up to `right` that together have a width in
    /// px.
    pub(super) fn columns_from_right(&self, right: usize, needed: u32) -> usize {
        (0..=right).rev().find(|&left| self.width(left, right) >= needed).unwrap_or(0)
    }

    /// A row of text over the whole width, as high as it needs.
    pub(super) fn text_row(&mut self, text: &str, look: &Look) -> Result<(), PaperError> {
        let mut lines: Vec<Line> = vec![Line::plain(text)];
        self.lines_row(&mut lines, look)
    }

    /// Rows of text over the whole width; more than one when Excel's highest
    /// row cannot hold it.
    fn lines_row(&mut self, lines: &mut Vec<Line>, look: &Look) -> Result<(), PaperError> {
        let last = self.last_column();
        let width = self.width(0, last);
        let em = self.em(width, look.size_pt);
        let most = self.lines_in(HIGHEST_ROW.min(self.page), look.size_pt);
        while !lines.is_empty() {
            let taken = take(&self.fonts.metrics, lines, em, most, look.bold);
            let text: Vec<String> = taken.iter().map(joined).collect();
            let text = clean(&text.join("\n"));
            let count = self.count_lines(&text, width, look);
            let height = (self.lines_height(count, look.size_pt) as u32).min(HIGHEST_ROW);
            self.keep(height);
            let row = self.add_row(height)?;
            self.put(Range { top: row, bottom: row, left: 0, right: last }, &text, look)?;
        }
        Ok(())
    }

    pub(super) fn heading(&mut self, level: u8, text: &str) -> Result<(), PaperError> {
        let factor = if level <= 1 { 1.2 } else { 1.05 };
        let mut look = Look::text((self.style.text_pt * factor * 2.0).round() / 2.0);
        look.bold = true;
        look.middle = true;
        // A heading does not stand alone at the foot of a page.
        self.keep(90);
        self.text_row(&clean(text), &look)
    }

    pub(super) fn paragraph(&mut self, lines: &[Line]) -> Result<(), PaperError> {
        let look = Look::text(self.style.text_pt);
        for line in lines {
            self.lines_row(&mut vec![line.clone()], &look)?;
        }
        self.add_row(8)?;
        Ok(())
    }

    pub(super) fn note(&mut self, text: &str) -> Result<(), PaperError> {
        let look = Look::text(self.style.table_pt);
        self.text_row(&clean(text), &look)
    }

    pub(super) fn figure(&mut self, block: &Block, image: &Image) -> Result<(), PaperError> {
        let Block::Figure { width_mm, height_mm, caption, .. } = block else { return Ok(()) };
        let height = (*height_mm as f32 * PX_PER_MM).ceil() as u32 + 8;
        self.keep(height + 24);
        let all = self.width(0, self.last_column());
        let x = all.saturating_sub((*width_mm as f32 * PX_PER_MM) as u32) / 2;
        self.worksheet.insert_image_with_offset(self.row, 0, image, x, 4)?;
        let count = height.div_ceil(HIGHEST_ROW);
        for _ in 0..count {
            self.add_row(height / count)?;
        }
        if let Some(caption) = caption {
            let mut look = Look::text(self.style.table_pt);
            look.align = Align::Center;
            self.text_row(&clean(caption), &look)?;
        }
        Ok(())
    }

    /// Sets up the page and ends the worksheet.
    pub(super) fn finish(self) -> Result<(), PaperError> {
        const INCH: f32 = 25.4;
        let style = self.style;
        let inches = |mm: f32| f64::from(mm / INCH);
        let sheet = self.worksheet;
        if self.paper.sheet.landscape {
            sheet.set_landscape();
        }
        // Numbers of the paper sizes in the format: 8 = A3, 9 = A4.
        sheet.set_paper_size(if self.paper.sheet.size == SheetSize::A3 { 8 } else { 9 });
        let (x, top, bottom) = (inches(style.margin_x), inches(style.margin_top), inches(style.margin_bottom));
        sheet.set_margins(x, x, top, bottom, inches(7.0), inches(6.0));
        sheet.set_print_fit_to_pages(1, 0);
        sheet.set_print_center_horizontally(true);
        sheet.set_page_breaks(&self.breaks)?;
        let last = (self.widths.len() - 1) as u16;
        sheet.set_print_area(0, 0, self.row.saturating_sub(1), last)?;
        sheet.set_screen_gridlines(false);
        sheet.set_zoom(85);
        let title = clean(&self.paper.title).replace('\n', " ");
        sheet.set_header(head(&title, self.paper.masthead.doc_no.as_deref()));
        sheet.set_footer(format!("&C&9{}", page_number(&self.paper.words.page_number)));
        Ok(())
    }
}

/// Codes of Excel for the running head, at most 255 characters.
fn head(title: &str, doc_no: Option<&str>) -> String {
    let escape = |text: &str| clean(text).replace('\n', " ").replace('&', "&&");
    let doc_no = doc_no.map_or(String::new(), |no| format!("&R&\"-,Bold\"&9{}", guard(&escape(no))));
    let with_title = format!("&L&8{}{doc_no}", guard(&escape(title)));
    [with_title, doc_no].into_iter().find(|head| head.encode_utf16().count() <= 255).unwrap_or_default()
}

/// Keeps digits at the beginning from being read as part of the size before
/// them.
fn guard(text: &str) -> String {
    if text.starts_with(|c: char| c.is_ascii_digit()) { format!(" {text}") } else { text.to_owned() }
}

fn page_number(words: &str) -> String {
    let escaped = clean(words).replace('&', "&&");
    guard(&escaped.replace("{pages}", "&N").replace("{page}", "&P"))
}

#[cfg(test)]
mod tests {
    use super::{head, page_number};

    #[test]
    fn words_become_codes_of_the_head_and_foot() {
        assert_eq!(page_number("{page} / {pages}"), "&P / &N");
        assert_eq!(page_number("2の{page} & {pages}"), " 2の&P && &N");
        assert_eq!(head("進捗 & 予定", Some("資料1")), "&L&8進捗 && 予定&R&\"-,Bold\"&9資料1");
        let long = head(&"あ".repeat(300), Some("資料1"));
        assert_eq!(long, "&R&\"-,Bold\"&9資料1", "a title too long for the head is left out");
    }
}
