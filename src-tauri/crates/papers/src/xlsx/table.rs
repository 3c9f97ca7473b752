//! A table in a worksheet.

use rust_xlsxwriter::{ObjectMovement, Shape, ShapeFormat, ShapeLine, ShapeLineDashType, ShapeSolidFill};

use crate::PaperError;
use crate::grid::{Grid, Part, Placed, Rows};
use crate::measure::{Setting, clean};
use crate::model::{Align, Cell, Content, Line, Table, Tone, Vertical};
use crate::plan::{FittedWords, Heights, TALLEST_BAR};

use super::figure::PX_PER_MM;
use super::finish::BAR_MARK;
use super::format::{Borders, HEAD_FILL, Look, SECTION_FILLS};
use super::number::shown;
use super::sheet::{HIGHEST_ROW, Range, SheetWriter};
use super::split::{Room, joined, pieces};

/// Space between a bar and the border of its cell, px.
const BAR_GAP: u32 = 3;

/// What an item is apart from its cells.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Header,
    Body,
}

impl SheetWriter<'_> {
    pub(super) fn table(&mut self, table: &Table, number: usize) -> Result<(), PaperError> {
        let grid = Grid::new(table, number)?;
        self.caption(table)?;
        self.header(&grid.header)?;
        let mut waiting: Vec<(&str, u8)> = Vec::new();
        for part in &grid.parts {
            match part {
                Part::Section { text, level } => waiting.push((text, *level)),
                Part::Item { rows, .. } => {
                    let heights = self.heights(rows, Kind::Body);
                    let sections: u32 = waiting.iter().map(|(text, _)| self.section_height(text)).sum();
                    let total: f32 = heights.iter().map(|&height| height as f32).sum();
                    let free = self.page.saturating_sub(self.repeated + sections);
                    if total as u32 <= free {
                        self.keep(sections + total as u32);
                        self.sections(&mut waiting)?;
                        self.rows(rows, &heights, Kind::Body)?;
                    } else {
                        self.tall(rows, free, sections, &mut waiting)?;
                    }
                }
            }
        }
        self.sections(&mut waiting)?;
        for note in &table.notes {
            self.note(note)?;
        }
        self.add_row(8)?;
        Ok(())
    }

    fn caption(&mut self, table: &Table) -> Result<(), PaperError> {
        let unit = table.unit.as_deref().map(clean);
        let caption = table.caption.as_deref().map(clean);
        if unit.is_none() && caption.is_none() {
            return Ok(());
        }
        self.keep(120);
        let last = self.last_column();
        let mut bold = Look::text(self.style.table_pt + 1.0);
        bold.bold = true;
        let mut right = Look::text(self.style.table_pt);
        right.align = Align::End;
        let split = self.columns_from_right(last, 150);
        match (caption, unit) {
            (Some(caption), Some(unit)) if split > 0 => {
                let lines = self.count_lines(&caption, self.width(0, split - 1), &bold);
                let height = self.lines_height(lines, bold.size_pt) as u32;
                let row = self.add_row(height.min(HIGHEST_ROW))?;
                let range = |left, right| Range { top: row, bottom: row, left, right };
                self.put(range(0, split - 1), &caption, &bold)?;
                self.put(range(split, last), &unit, &right)?;
            }
            (caption, unit) => {
                if let Some(caption) = caption {
                    self.text_row(&caption, &bold)?;
                }
                if let Some(unit) = unit {
                    self.text_row(&unit, &right)?;
                }
            }
        }
        Ok(())
    }

    fn header(&mut self, header: &Rows) -> Result<(), PaperError> {
        if header.count == 0 {
            return Ok(());
        }
        let heights = self.heights(header, Kind::Header);
        let total: u32 = heights.iter().sum();
        self.keep(total + 60);
        let first = self.row;
        self.rows(header, &heights, Kind::Header)?;
        // A head that leaves no room for its rows is not repeated.
        if total < self.page / 2 {
            self.worksheet.set_repeat_rows(first, self.row - 1)?;
            self.repeated = total;
            let above: u32 = self.heights.iter().sum();
            if above < 320 {
                self.worksheet.set_freeze_panes(self.row, 0)?;
            }
        }
        Ok(())
    }

    fn section_look(&self, level: u8) -> Look {
        let mut look = Look::text(self.style.table_pt);
        look.bold = true;
        look.middle = true;
        look.fill = Some(SECTION_FILLS[usize::from(level.clamp(1, 4)) - 1]);
        look.borders = Borders::Lane { above: false, below: false };
        look
    }

    fn section_height(&self, text: &str) -> u32 {
        let look = self.section_look(1);
        let width = self.width(0, self.last_column());
        let lines = self.count_lines(&clean(text), width, &look);
        (self.lines_height(lines, look.size_pt) as u32).min(HIGHEST_ROW)
    }

    fn sections(&mut self, waiting: &mut Vec<(&str, u8)>) -> Result<(), PaperError> {
        for (text, level) in waiting.drain(..) {
            let height = self.section_height(text);
            let row = self.add_row(height)?;
            let range = Range { top: row, bottom: row, left: 0, right: self.last_column() };
            self.put(range, &clean(text), &self.section_look(level))?;
        }
        Ok(())
    }

    /// An item taller than a page, of which `free` px remain beside heads.
    fn tall(&mut self, rows: &Rows, free: u32, sections: u32, waiting: &mut Vec<(&str, u8)>) -> Result<(), PaperError> {
        let size = self.style.table_pt;
        // What is left of this page is used when it is worth beginning there.
        let here = self.page.saturating_sub(self.used + sections);
        let first = if here > free / 4 { here } else { free };
        let pieces = {
            let room = Room {
                metrics: &self.fonts.metrics,
                // A few pixels less, which rounding may add to the rows.
                first: self.lines_in(first.saturating_sub(4), size),
                next: self.lines_in((self.page - self.repeated).saturating_sub(4), size),
            };
            let em = |placed: &Placed| {
                let right = placed.column + placed.colspan - 1;
                self.em(self.width(placed.column, right), size)
            };
            let words = &self.paper.words.continued;
            pieces(rows, &room, em, |name| words.replace("{name}", &format!("{name}\n")))
        };
        for (at, piece) in pieces.iter().enumerate() {
            let rows = piece.rows();
            let heights = self.heights(&rows, Kind::Body);
            let total: u32 = heights.iter().sum();
            if at == 0 {
                self.keep(sections + total);
                self.sections(waiting)?;
            } else {
                self.keep(total);
            }
            self.rows(&rows, &heights, Kind::Body)?;
        }
        Ok(())
    }

    /// Heights of rows that belong together, px.
    fn heights(&self, rows: &Rows, kind: Kind) -> Vec<u32> {
        let least = self.lines_height(1, self.style.table_pt);
        let heights = Heights::with(rows, least, |placed| self.cell_height(placed, kind));
        heights.shared.iter().map(|height| height.ceil() as u32).collect()
    }

    fn cell_height(&self, placed: &Placed, kind: Kind) -> f32 {
        let Some(cell) = placed.cell else { return 0.0 };
        let width = self.width(placed.column, placed.column + placed.colspan - 1);
        if let Content::Arrow { words, .. } = &cell.content {
            let fitted = self.fitted(words, width);
            return (fitted.height * PX_PER_MM).ceil() + 2.0 * BAR_GAP as f32;
        }
        let text = cell_text(cell);
        if text.is_empty() {
            return 0.0;
        }
        let mut look = Look::text(self.style.table_pt);
        look.bold = cell.strong || kind == Kind::Header;
        self.lines_height(self.count_lines(&text, width, &look), look.size_pt)
    }

    fn fitted(&self, words: &str, width: u32) -> FittedWords {
        // Three more on each side: what a cell keeps between border and text.
        let mm = width.saturating_sub(2 * BAR_GAP + 6) as f32 / PX_PER_MM;
        FittedWords::new(&clean(words), mm, Setting::Worksheet, &self.fonts.metrics)
    }

    /// Writes rows that belong together.
    fn rows(&mut self, rows: &Rows, heights: &[u32], kind: Kind) -> Result<(), PaperError> {
        // A row higher than Excel allows becomes several.
        let mut tops = Vec::with_capacity(heights.len() + 1);
        for &height in heights {
            self.keep_row(height, heights);
            tops.push(self.row);
            let count = height.div_ceil(HIGHEST_ROW).max(1);
            for _ in 0..count {
                self.add_row(height.div_ceil(count))?;
            }
        }
        tops.push(self.row);
        let numbers = rows.has_numbers();
        for placed in &rows.cells {
            let range = Range {
                top: tops[placed.row],
                bottom: tops[placed.row + placed.rowspan] - 1,
                left: placed.column,
                right: placed.column + placed.colspan - 1,
            };
            self.cell(placed, rows.count, numbers, range, kind)?;
        }
        Ok(())
    }

    /// Only rows that are together higher than a page part from one another.
    fn keep_row(&mut self, height: u32, all: &[u32]) {
        if all.iter().sum::<u32>() > self.page.saturating_sub(self.repeated) {
            self.keep(height);
        }
    }

    fn cell(
        &mut self,
        placed: &Placed,
        rows: usize,
        numbers: bool,
        range: Range,
        kind: Kind,
    ) -> Result<(), PaperError> {
        let mut look = Look::text(self.style.table_pt);
        look.borders = Borders::Lane {
            above: kind == Kind::Body && placed.row > 0,
            below: kind == Kind::Body && placed.row + placed.rowspan < rows,
        };
        if kind == Kind::Header {
            look.fill = Some(HEAD_FILL);
        }
        let Some(cell) = placed.cell else { return self.put(range, "", &look) };
        look.align = cell.align;
        look.bold = cell.strong || kind == Kind::Header;
        let in_lane = rows > 1 && placed.rowspan < rows;
        look.middle = match cell.vertical {
            Vertical::Auto => in_lane || numbers,
            Vertical::Top => false,
            Vertical::Middle => true,
        };
        if kind == Kind::Header {
            look.align = Align::Center;
            look.middle = true;
        }
        match &cell.content {
            Content::Arrow { words, tone } => self.bar(words, *tone, range, look),
            Content::Number { text, value } => {
                let number = value.and_then(|value| shown(text, value));
                self.put(range, &clean(text), &look)?;
                if let Some(number) = number {
                    let format = look.format().set_num_format(&number.format);
                    let left = range.left as u16;
                    self.worksheet.write_number_with_format(range.top, left, number.value, &format)?;
                }
                Ok(())
            }
            Content::Empty | Content::Text(_) => self.put(range, &cell_text(cell), &look),
        }
    }

    /// Words in the cell, an arrow around them.
    fn bar(&mut self, words: &str, tone: Tone, range: Range, mut look: Look) -> Result<(), PaperError> {
        let width = self.width(range.left, range.right);
        let height: u32 = self.heights[range.top as usize..=range.bottom as usize].iter().sum();
        let fitted = self.fitted(words, width);
        look.size_pt = (fitted.size * 2.0).floor() / 2.0;
        look.align = Align::Center;
        look.middle = true;
        self.put(range, &fitted.lines.join("\n"), &look)?;

        let mut tall = (fitted.height * PX_PER_MM).ceil() as u32;
        if range.bottom > range.top {
            let most = (TALLEST_BAR * PX_PER_MM) as u32;
            tall = tall.max(height.saturating_sub(16).min(most));
        }
        let tall = tall.min(height.saturating_sub(2)).max(4);
        let line = ShapeLine::new().set_color(0x00_00_00);
        let format = match tone {
            Tone::Current => ShapeFormat::new()
                .set_solid_fill(&ShapeSolidFill::new().set_color(0x00_00_00).set_transparency(87))
                .set_line(&line.clone().set_width(0.75)),
            Tone::Past => {
                ShapeFormat::new().set_no_fill().set_line(&line.clone().set_color(0x59_59_59).set_width(0.75))
            }
            Tone::Planned => ShapeFormat::new()
                .set_no_fill()
                .set_line(&line.clone().set_width(0.75).set_dash_type(ShapeLineDashType::Dash)),
        };
        let shape = Shape::textbox()
            .set_width(width.saturating_sub(2 * BAR_GAP).max(4))
            .set_height(tall)
            .set_format(&format)
            .set_alt_text(BAR_MARK)
            .set_object_movement(ObjectMovement::MoveAndSizeWithCells);
        let y = height.saturating_sub(tall) / 2;
        self.worksheet.insert_shape_with_offset(range.top, range.left as u16, &shape, BAR_GAP, y)?;
        Ok(())
    }
}

/// The text of a cell as it stands in a worksheet.
fn cell_text(cell: &Cell) -> String {
    let lines = |lines: &[Line]| {
        let texts: Vec<String> = lines.iter().map(joined).collect();
        clean(&texts.join("\n"))
    };
    match &cell.content {
        Content::Empty => String::new(),
        Content::Text(text) => lines(text),
        Content::Number { text, .. } => clean(text),
        Content::Arrow { words, .. } => clean(words),
    }
}
