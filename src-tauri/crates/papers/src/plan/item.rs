//! Heights of the rows of an item, estimated before typesetting.

use crate::grid::{Placed, Rows};
use crate::measure::{Metrics, Setting};
use crate::model::{Cell, Content, Line};

use super::{FittedWords, PT, PlannedLine, Style};

/// Space between a bar and the border of its cell, mm.
pub(crate) const BAR_GAP: f32 = 0.5;

/// Space above and below a bar in its cell, mm.
pub(crate) const BAR_INSET: f32 = 0.8;

/// Heights of the rows of an item, mm.
pub(crate) struct Heights {
    /// What each row needs of its own.
    pub own: Vec<f32>,
    /// With the spare height of spanning cells shared out, so that lanes are
    /// of like height and their bars stand in the middle of them.
    pub shared: Vec<f32>,
}

impl Heights {
    /// Estimates the rows on the page; `widths` are the columns in mm.
    pub(crate) fn new(rows: &Rows, widths: &[f32], style: &Style, metrics: &Metrics) -> Self {
        Self::with(rows, style.line_row(), |placed| cell_height(placed, false, widths, style, metrics))
    }

    /// The same for the head of a table, which is bold.
    pub(crate) fn of_head(rows: &Rows, widths: &[f32], style: &Style, metrics: &Metrics) -> Self {
        Self::with(rows, style.line_row(), |placed| cell_height(placed, true, widths, style, metrics))
    }

    /// Finds the heights of rows none of which is lower than `least`, from the
    /// heights of their cells.
    pub(crate) fn with(rows: &Rows, least: f32, height: impl Fn(&Placed) -> f32) -> Self {
        let mut own = vec![least; rows.count];
        for cell in rows.cells.iter().filter(|cell| cell.rowspan == 1) {
            own[cell.row] = own[cell.row].max(height(cell));
        }
        let mut shared = own.clone();
        let mut spanning: Vec<_> = rows.cells.iter().filter(|cell| cell.rowspan > 1).collect();
        spanning.sort_by_key(|cell| cell.rowspan);
        for cell in spanning {
            raise(&mut shared[cell.row..cell.row + cell.rowspan], height(cell));
        }
        Self { own, shared }
    }

    /// Height of the whole item.
    pub(crate) fn total(&self) -> f32 {
        self.shared.iter().sum()
    }
}

/// Raises the lowest of some rows until together they have a height.
fn raise(rows: &mut [f32], total: f32) {
    let mut spare = total - rows.iter().sum::<f32>();
    while spare > 0.01 {
        let low = rows.iter().copied().fold(f32::INFINITY, f32::min);
        let is_low = |height: f32| height - low < 0.01;
        let next = rows.iter().copied().filter(|&h| !is_low(h)).fold(f32::INFINITY, f32::min);
        let count = rows.iter().filter(|&&h| is_low(h)).count() as f32;
        let step = (spare / count).min(next - low);
        for row in rows.iter_mut().filter(|row| is_low(**row)) {
            *row += step;
        }
        spare -= step * count;
    }
}

/// Width of a cell in mm.
pub(crate) fn cell_width(placed: &Placed, widths: &[f32]) -> f32 {
    widths[placed.column..placed.column + placed.colspan].iter().sum()
}

/// Height of a cell with its insets, mm.
pub(crate) fn cell_height(placed: &Placed, head: bool, widths: &[f32], style: &Style, metrics: &Metrics) -> f32 {
    let width = cell_width(placed, widths);
    let Some(cell) = placed.cell else { return 0.0 };
    let em = (width - 2.0 * style.inset_x) / (style.table_pt * PT);
    let lines = match &cell.content {
        Content::Empty => 0,
        Content::Text(lines) => count_lines(lines, em, metrics, cell, head),
        Content::Number { text, .. } => count_lines(&[Line::plain(text.as_str())], em, metrics, cell, head),
        Content::Arrow { words, .. } => match FittedWords::on_page(words, width - 2.0 * BAR_GAP, metrics) {
            Some(words) => return words.height + 2.0 * BAR_INSET,
            None => metrics.wrap(words, em.max(1.0), Setting::Page, false).len(),
        },
    };
    style.lines_height(lines, style.table_pt) + 2.0 * style.inset_y
}

/// How many lines the texts of a cell take in a width in em.
fn count_lines(lines: &[Line], em: f32, metrics: &Metrics, cell: &Cell, head: bool) -> usize {
    let bold = head || cell.strong;
    lines.iter().map(|line| PlannedLine::in_cell(line, em, cell, head, metrics).count(em, metrics, bold)).sum()
}

#[cfg(test)]
mod tests {
    use super::raise;

    #[test]
    fn spare_height_goes_to_the_lowest_rows_first() {
        let mut rows = [4.0, 10.0, 6.0];
        raise(&mut rows, 24.0);
        assert_eq!(rows, [7.0, 10.0, 7.0]);
        raise(&mut rows, 33.0);
        assert_eq!(rows, [11.0, 11.0, 11.0]);
        raise(&mut rows, 12.0);
        assert_eq!(rows, [11.0, 11.0, 11.0], "rows are never lowered");
    }
}
