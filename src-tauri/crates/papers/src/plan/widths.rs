//! Widths of the columns of a table.

use crate::grid::{Grid, Part, Placed};
use crate::measure::{Metrics, Setting, may_break};
use crate::model::{Column, Content, Width};

use super::{PT, PlannedLine, Style};

/// Narrowest share column, mm.
const LEAST_WIDTH: f32 = 4.0;

/// What columns of content leave to a column of a share at least, mm, where the page is wide enough.
const SHARE_KEPT: f32 = 36.0;

/// What a line that fills its cell needs beside its letters, mm.
const SLACK: f32 = 0.3;

/// A line no longer than this, em, stays on one line: （令和元年度）.
const SHORT: f32 = 8.0;

/// Widths of the columns in mm; `None` when they do not fit in `available`.
///
/// Fixed columns that leave nothing over because they are a little too wide
/// together are no fault of the caller's arithmetic alone, so up to 1 mm is
/// taken from the widest.
pub(crate) fn widths_mm(
    columns: &[Column],
    grid: &Grid,
    available: f32,
    style: &Style,
    metrics: &Metrics,
) -> Option<Vec<f32>> {
    let valid = |value: f32| value.is_finite() && value > 0.0;
    let mut fixed = 0.0;
    let mut shares = 0.0;
    let mut share_count = 0.0;
    for column in columns {
        match column.width {
            Width::Mm(mm) if valid(mm) => fixed += mm,
            Width::Share(share) if valid(share) => {
                shares += share;
                share_count += 1.0;
            }
            Width::Fit { least, most, .. } if valid(least) && most >= least => {}
            Width::Mm(_) | Width::Share(_) | Width::Fit { .. } => return None,
        }
    }
    let left = available - fixed;
    let kept = (share_count * SHARE_KEPT).min(left / 2.0);
    let fitted = fitted(columns, grid, left - kept, shares == 0.0, style, metrics)?;
    let left = left - fitted.iter().sum::<f32>();
    if left + 1.0 < share_count * LEAST_WIDTH {
        return None;
    }
    let mut fitted_ones = fitted.into_iter();
    let mut widths: Vec<f32> = columns
        .iter()
        .map(|column| match column.width {
            Width::Mm(mm) => mm,
            Width::Share(share) => left * share / shares,
            Width::Fit { .. } => fitted_ones.next().unwrap_or(LEAST_WIDTH),
        })
        .collect();
    if share_count == 0.0 && left < 0.0 {
        let widest = widths.iter_mut().max_by(|a, b| a.total_cmp(b))?;
        *widest += left;
    }
    Some(widths)
}

/// What a column needs, mm: for its longest part that must not break, and for its longest line.
#[derive(Clone, Copy)]
struct Need {
    least: f32,
    whole: f32,
}

/// Widths of the columns that follow their content, in their order. `fills`: no other column takes
/// what they leave, so they share it.
fn fitted(
    columns: &[Column],
    grid: &Grid,
    available: f32,
    fills: bool,
    style: &Style,
    metrics: &Metrics,
) -> Option<Vec<f32>> {
    let mut needs: Vec<Option<Need>> = columns.iter().map(|column| first_need(column.width)).collect();
    let count = needs.iter().flatten().count() as f32;
    if count == 0.0 {
        return Some(Vec::new());
    }
    if available < count * LEAST_WIDTH {
        return None;
    }
    let head = grid.header.cells.iter().map(|placed| (placed, true));
    let items = grid.parts.iter().filter_map(|part| match part {
        Part::Item { rows, .. } => Some(&rows.cells),
        Part::Section { .. } => None,
    });
    for (placed, is_head) in head.chain(items.flatten().map(|placed| (placed, false))) {
        if let (1, Some(need)) = (placed.colspan, needs[placed.column].as_mut()) {
            let own = need_of(placed, is_head, style, metrics);
            need.least = need.least.max(own.least);
            need.whole = need.whole.max(own.whole);
        }
    }
    let mut from = 0;
    while from < columns.len() {
        let run =
            columns[from..].iter().take_while(|column| matches!(column.width, Width::Fit { alike: true, .. })).count();
        let widest = needs[from..from + run]
            .iter()
            .flatten()
            .copied()
            .reduce(|one, other| Need { least: one.least.max(other.least), whole: one.whole.max(other.whole) });
        needs[from..from + run].fill(widest);
        from += run.max(1);
    }
    let needs: Vec<Need> = columns
        .iter()
        .zip(needs)
        .filter_map(|(column, need)| match (column.width, need) {
            (Width::Fit { least, most, .. }, Some(need)) => {
                let floor = need.least.clamp(least, most);
                Some(Need { least: floor, whole: need.whole.clamp(floor, most) })
            }
            _ => None,
        })
        .collect();
    let whole: f32 = needs.iter().map(|need| need.whole).sum();
    let least: f32 = needs.iter().map(|need| need.least).sum();
    let width = |need: &Need| {
        if whole <= available {
            if fills { need.whole * available / whole } else { need.whole }
        } else if least <= available {
            (need.whole - need.least).mul_add((available - least) / (whole - least), need.least)
        } else {
            need.least * available / least
        }
    };
    Some(needs.iter().map(width).collect())
}

fn first_need(width: Width) -> Option<Need> {
    matches!(width, Width::Fit { .. }).then_some(Need { least: 0.0, whole: 0.0 })
}

fn need_of(placed: &Placed, head: bool, style: &Style, metrics: &Metrics) -> Need {
    let mut need = Need { least: 0.0, whole: 0.0 };
    let Some(cell) = placed.cell else { return need };
    let mm = |em: f32| em.mul_add(style.table_pt * PT, 2.0 * style.inset_x + SLACK);
    let bold = head || cell.strong;
    let mut take = |text: &str, hang: f32| {
        for line in text.split('\n') {
            let width = metrics.width(line, Setting::Page, bold);
            let least = if width <= SHORT { width } else { longest_part(line, bold, metrics) };
            need.least = need.least.max(mm(hang + least));
            need.whole = need.whole.max(mm(hang + width));
        }
    };
    match &cell.content {
        Content::Empty | Content::Arrow { .. } => {}
        Content::Number { text, .. } => take(text, 0.0),
        Content::Text(lines) => lines.iter().for_each(|line| take(&line.text, PlannedLine::hang_of(line, metrics))),
    }
    need
}

/// Width of the longest part of a line that no line end should part, em.
fn longest_part(line: &str, bold: bool, metrics: &Metrics) -> f32 {
    let mut longest = 0.0_f32;
    let mut part = 0.0;
    let mut unit = super::short::Unit::default();
    let mut previous: Option<char> = None;
    for c in line.chars() {
        let in_figure = unit.take(previous, c);
        if previous.is_some_and(|before| may_break(before, c)) && !in_figure {
            part = 0.0;
        }
        part += metrics.advance(c, Setting::Page, bold);
        longest = longest.max(part);
        previous = Some(c);
    }
    longest
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::*;
    use crate::common;
    use crate::model::{Cell, Row, Sheet, SheetSize, Table};

    /// Widths of a table of names, years and remarks on A4 across, and its style.
    fn widths(columns: Vec<Column>, figure: &str, remark: &str) -> (Vec<f32>, Style) {
        let years = columns.len() - 2;
        let mut cells = vec![Cell::text("公共施設の維持更新に係る経費（計画期間の平均）")];
        cells.push(Cell::text(figure));
        cells.extend((1..years).map(|_| Cell::text("75%")));
        cells.push(Cell::text(remark));
        let mut header = vec![Cell::text("指標")];
        header.extend((0..years).map(|_| Cell::text("令和3年度")));
        header.push(Cell::text("備考"));
        let table = Table {
            columns,
            header: vec![header],
            body: vec![Row::Cells(cells)],
            caption: None,
            summary: String::new(),
            unit: None,
            notes: Vec::new(),
        };
        let style = Style::of(Sheet { size: SheetSize::A4, landscape: true });
        let grid = Grid::new(&table, 1).unwrap();
        let metrics = &common::fonts().metrics;
        (widths_mm(&table.columns, &grid, style.content_width(), &style, metrics).unwrap(), style)
    }

    fn columns(years: usize) -> Vec<Column> {
        let mut columns = vec![Column::fit(40.0, 110.0)];
        columns.extend((0..years).map(|_| Column::alike(14.0, 40.0)));
        columns.push(Column::fit(20.0, 110.0));
        columns
    }

    #[test]
    fn columns_follow_what_stands_in_them() {
        let (widths, style) = widths(columns(4), "3,480,000千円", "");
        let needed = common::fonts().metrics.width("3,480,000千円", Setting::Page, false) * style.table_pt * PT;
        assert!(widths[1] >= needed + 2.0 * style.inset_x, "{widths:?}");
        assert!(widths[1..5].iter().all(|width| (width - widths[1]).abs() < 0.001), "years are alike: {widths:?}");
        assert!(widths[5] < widths[0] / 2.0, "an empty column is narrow: {widths:?}");
        assert!((widths.iter().sum::<f32>() - style.content_width()).abs() < 0.1, "{widths:?}");
    }

    #[test]
    fn long_texts_make_room_for_figures() {
        let remark = "光熱費の上昇により計画を上回った。".repeat(6);
        let (widths, style) = widths(columns(6), "3,480,000千円", &remark);
        let needed = common::fonts().metrics.width("3,480,000千円", Setting::Page, false) * style.table_pt * PT;
        assert!(widths[1] >= needed + 2.0 * style.inset_x, "{widths:?}");
        assert!((widths.iter().sum::<f32>() - style.content_width()).abs() < 0.1, "{widths:?}");
    }

    #[test]
    fn any_number_of_years_fits_on_the_page() {
        for years in [1, 12, 40] {
            let (widths, style) = widths(columns(years), "3,480,000千円", "備考");
            assert!((widths.iter().sum::<f32>() - style.content_width()).abs() < 0.1, "{years}: {widths:?}");
            assert!(widths.iter().all(|width| *width > 2.0), "{years}: {widths:?}");
        }
    }

    #[test]
    fn a_share_takes_what_they_leave() {
        let columns =
            vec![Column::share(1.0), Column::alike(18.0, 36.0), Column::alike(18.0, 36.0), Column::fit(12.0, 20.0)];
        let (widths, style) = widths(columns, "3,480,000千円", "見込");
        assert!((widths[1] - widths[2]).abs() < 0.001 && widths[1] < 36.0 && widths[0] > 150.0, "{widths:?}");
        assert!((widths.iter().sum::<f32>() - style.content_width()).abs() < 0.1, "{widths:?}");
    }
}
