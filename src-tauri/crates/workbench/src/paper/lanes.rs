//! Lanes and bars of one item as table rows: which cell covers what.

use domain::programme::{Bar, Lane};
use domain::value::fiscal_year::FiscalYear;
use papers::{Cell, Tone};

/// One row of an item's part of the table: the lane's name when the row begins a lane, and the
/// cells over the year columns that begin in this row.
pub(super) struct LaneRow {
    /// Name of the lane and over how many rows it stands.
    pub name: Option<(String, u16)>,
    /// Cells of the year columns, from left to right.
    pub years: Vec<Cell>,
}

/// A bar put on rows and columns.
struct Placed<'a> {
    bar: &'a Bar,
    row: usize,
    rows: usize,
    first: usize,
    last: usize,
}

/// The rows of an item. Bars that overlap in their years stand below each other within their
/// lane; bars outside the year columns are cut at their edge; an item without lanes has one row.
pub(super) fn rows(lanes: &[&Lane], columns: &[FiscalYear]) -> Vec<LaneRow> {
    let tracks: Vec<Vec<Vec<&Bar>>> = lanes.iter().map(|lane| tracks(lane)).collect();
    let heights: Vec<usize> = tracks.iter().map(|tracks| tracks.len().max(1)).collect();
    let starts: Vec<usize> =
        heights.iter().scan(0, |sum, height| Some(std::mem::replace(sum, *sum + height))).collect();
    let total: usize = heights.iter().sum::<usize>().max(1);
    let mut taken = vec![vec![false; columns.len()]; total];
    let mut placed: Vec<Placed<'_>> = Vec::new();
    for (l, lane_tracks) in tracks.iter().enumerate() {
        for (t, bars) in lane_tracks.iter().enumerate() {
            for bar in bars {
                let Some((first, last)) = columns_of(bar, columns) else { continue };
                let row = starts[l] + t;
                let wanted: usize = heights[l..].iter().take(usize::from(bar.lanes)).sum::<usize>() - t;
                let free = |rows: usize| {
                    taken[row..row + rows].iter().all(|line| line[first..=last].iter().all(|taken| !taken))
                };
                let rows = if bar.lanes > 1 && lane_tracks.len() == 1 && free(wanted) { wanted } else { 1 };
                if !free(rows) {
                    continue;
                }
                for line in &mut taken[row..row + rows] {
                    line[first..=last].fill(true);
                }
                placed.push(Placed { bar, row, rows, first, last });
            }
        }
    }
    (0..total).map(|row| lane_row(row, lanes, &starts, &heights, &placed, columns.len())).collect()
}

fn lane_row(
    row: usize,
    lanes: &[&Lane],
    starts: &[usize],
    heights: &[usize],
    placed: &[Placed<'_>],
    columns: usize,
) -> LaneRow {
    let lane = starts.iter().position(|start| *start == row);
    let name = match lane {
        Some(lane) => Some((lanes[lane].title.clone(), span(heights[lane]))),
        None if lanes.is_empty() => Some((String::new(), 1)),
        None => None,
    };
    let mut years = Vec::new();
    let mut column = 0;
    while column < columns {
        let covering =
            placed.iter().find(|p| (p.row..p.row + p.rows).contains(&row) && (p.first..=p.last).contains(&column));
        match covering {
            Some(bar) => {
                if bar.row == row {
                    let width = bar.last - bar.first + 1;
                    years.push(Cell::arrow(words(bar.bar), Tone::Current).spanning(span(bar.rows), span(width)));
                }
                column = bar.last + 1;
            }
            None => {
                years.push(Cell::empty());
                column += 1;
            }
        }
    }
    LaneRow { name, years }
}

fn span(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

/// What stands in the arrow: words, amount, 「→」 for "as in the year before".
pub(crate) fn words(bar: &Bar) -> String {
    let mut parts: Vec<&str> = Vec::new();
    if bar.as_before && bar.words.is_empty() {
        parts.push("→");
    }
    if !bar.words.is_empty() {
        parts.push(&bar.words);
    }
    if let Some(amount) = &bar.amount {
        parts.push(&amount.text);
    }
    parts.join(" ")
}

/// Bars of a lane in as few rows as they fit without overlapping.
fn tracks(lane: &Lane) -> Vec<Vec<&Bar>> {
    let mut tracks: Vec<Vec<&Bar>> = Vec::new();
    let mut bars: Vec<&Bar> = lane.bars.iter().collect();
    bars.sort_by_key(|bar| (bar.first, bar.last));
    for bar in bars {
        match tracks.iter_mut().find(|track| track.last().is_none_or(|last| last.last < bar.first)) {
            Some(track) => track.push(bar),
            None => tracks.push(vec![bar]),
        }
    }
    tracks
}

fn columns_of(bar: &Bar, columns: &[FiscalYear]) -> Option<(usize, usize)> {
    let first = columns.iter().position(|year| bar.first <= *year && *year <= bar.last)?;
    let last = columns.iter().rposition(|year| bar.first <= *year && *year <= bar.last)?;
    Some((first, last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::programme::{BarId, LaneId, ScheduleId};
    use papers::Content;

    fn year(western: i32) -> FiscalYear {
        FiscalYear::new(western).expect("a year in range")
    }

    fn bar(first: i32, last: i32, words: &str, lanes: u8) -> Bar {
        Bar {
            id: BarId(0),
            first: year(first),
            last: year(last),
            words: words.into(),
            amount: None,
            as_before: false,
            first_month: None,
            last_month: None,
            lanes,
        }
    }

    fn lane(title: &str, bars: Vec<Bar>) -> Lane {
        Lane { id: LaneId(0), schedule: ScheduleId(1), title: title.into(), bars }
    }

    fn columns() -> Vec<FiscalYear> {
        (2021..=2024).map(year).collect()
    }

    fn width(row: &LaneRow) -> u16 {
        row.years.iter().map(|cell| cell.colspan).sum()
    }

    #[test]
    fn a_bar_covers_its_years_and_the_rest_stays_empty() {
        let lane = lane("調査", vec![bar(2022, 2023, "検討", 1)]);
        let rows = rows(&[&lane], &columns());
        assert_eq!(rows.len(), 1);
        assert_eq!(width(&rows[0]), 4, "every year column is covered once");
        assert!(matches!(&rows[0].years[1].content, Content::Arrow { words, .. } if words == "検討"));
        assert_eq!(rows[0].years[1].colspan, 2);
    }

    #[test]
    fn a_bar_over_two_lanes_takes_the_columns_of_both() {
        let upper = lane("要綱", vec![bar(2021, 2022, "検討", 2), bar(2023, 2024, "実施", 2)]);
        let lower = lane("周知", vec![]);
        let rows = rows(&[&upper, &lower], &columns());
        assert_eq!(rows[0].years.iter().map(|cell| cell.rowspan).collect::<Vec<_>>(), [2, 2]);
        assert!(rows[1].years.is_empty(), "the second row is covered from above");
    }

    #[test]
    fn overlapping_bars_stand_below_each_other() {
        let lane = lane("試行", vec![bar(2021, 2023, "試行", 1), bar(2022, 2024, "拡大", 1)]);
        let rows = rows(&[&lane], &columns());
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[0].name, Some(("試行".to_owned(), 2)));
        assert_eq!((width(&rows[0]), width(&rows[1])), (4, 4));
    }

    #[test]
    fn bars_outside_the_columns_are_cut_or_left_out() {
        let lane = lane("準備", vec![bar(2018, 2019, "昔", 1), bar(2020, 2021, "準備", 1)]);
        let rows = rows(&[&lane], &columns());
        assert_eq!(rows[0].years.iter().filter(|cell| matches!(cell.content, Content::Arrow { .. })).count(), 1);
        assert_eq!(width(&rows[0]), 4);
    }
}
