//! Lanes and bars of one item as table rows: which cell covers what.

use domain::programme::{Bar, Lane, Months};
use domain::value::fiscal_year::FiscalYear;
use domain::value::quantity::Unit;
use papers::{Align, Cell, Tone, Vertical};

use super::frame::span;
use crate::texts::{Texts, args, keys};

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

/// The rows of an item, amounts in the unit of their schedule. Bars that overlap in their years stand
/// below each other within their lane; one over several lanes stays in its own where another bar is in
/// the way, so that each is printed; bars outside the year columns are cut at their edge; an item
/// without lanes has one row.
pub(super) fn rows(texts: &Texts, lanes: &[&Lane], columns: &[FiscalYear], unit: &Unit) -> Vec<LaneRow> {
    let tracks: Vec<Vec<Vec<&Bar>>> = lanes.iter().map(|lane| tracks(lane)).collect();
    let heights: Vec<usize> = tracks.iter().map(|tracks| tracks.len().max(1)).collect();
    let starts: Vec<usize> =
        heights.iter().scan(0, |sum, height| Some(std::mem::replace(sum, *sum + height))).collect();
    let total: usize = heights.iter().sum::<usize>().max(1);
    let mut placed: Vec<Placed<'_>> = Vec::new();
    for (l, lane_tracks) in tracks.iter().enumerate() {
        for (t, bars) in lane_tracks.iter().enumerate() {
            for bar in bars {
                let Some((first, last)) = columns_of(bar, columns) else { continue };
                let over = l..(l + usize::from(bar.lanes.max(1))).min(lanes.len());
                let wanted: usize = heights[over.clone()].iter().sum();
                let rows = if over.len() > 1 && is_alone(bar, l, over, lanes, columns) { wanted } else { 1 };
                let row = if rows > 1 { starts[l] } else { starts[l] + t };
                placed.push(Placed { bar, row, rows, first, last });
            }
        }
    }
    let page = Page { texts, unit, columns: columns.len() };
    (0..total).map(|row| page.row(row, lanes, &starts, &heights, &placed)).collect()
}

/// Whether no other bar reaches into the place of a bar over several lanes. One that begins above
/// and would run over this one does.
fn is_alone(bar: &Bar, own: usize, over: std::ops::Range<usize>, lanes: &[&Lane], columns: &[FiscalYear]) -> bool {
    let Some((first, last)) = columns_of(bar, columns) else { return false };
    lanes.iter().enumerate().take(over.end).all(|(at, lane)| {
        lane.bars.iter().filter(|other| at != own || other.id != bar.id).all(|other| {
            let reaches = at + usize::from(other.lanes.max(1)) > over.start;
            let meets = columns_of(other, columns).is_some_and(|(from, to)| from <= last && first <= to);
            !(reaches && meets)
        })
    })
}

/// What the rows of a page have in common.
struct Page<'a> {
    texts: &'a Texts,
    unit: &'a Unit,
    columns: usize,
}

impl Page<'_> {
    fn row(&self, row: usize, lanes: &[&Lane], starts: &[usize], heights: &[usize], placed: &[Placed<'_>]) -> LaneRow {
        let lane = starts.iter().position(|start| *start == row);
        let name = match lane {
            Some(lane) => Some((lanes[lane].title.clone(), span(heights[lane]))),
            None if lanes.is_empty() => Some((String::new(), 1)),
            None => None,
        };
        let mut years = Vec::new();
        let mut column = 0;
        while column < self.columns {
            let covering =
                placed.iter().find(|p| (p.row..p.row + p.rows).contains(&row) && (p.first..=p.last).contains(&column));
            match covering {
                Some(bar) => {
                    if bar.row == row {
                        let width = bar.last - bar.first + 1;
                        let cell = self.cell(bar.bar).spanning(span(bar.rows), span(width));
                        // One over several lanes stands between them, others beside the name of their lane.
                        years.push(if bar.rows > 1 { cell.at(Vertical::Middle) } else { cell });
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

    /// The words of a bar in their arrow, or alone. What has nothing to say keeps its arrow.
    fn cell(&self, bar: &Bar) -> Cell {
        let words = words(self.texts, bar, self.unit);
        if bar.words_only && !words.is_empty() {
            Cell::text(words).aligned(Align::Center)
        } else {
            Cell::arrow(words, Tone::Current)
        }
    }
}

/// What stands in the arrow: words, amount, 「→」 for "as in the year before", months.
fn words(texts: &Texts, bar: &Bar, unit: &Unit) -> String {
    let mut parts: Vec<String> = Vec::new();
    if bar.as_before && bar.words.is_empty() {
        parts.push("→".to_owned());
    }
    if !bar.words.is_empty() {
        parts.push(bar.words.clone());
    }
    parts.extend(bar.printed_amount(unit));
    let words = parts.join(" ");
    match bar.months().map(|months| months_told(texts, months)) {
        Some(months) if words.is_empty() => months,
        Some(months) => texts.with(keys::SCHEDULE_WORDS_MONTHS, &args([("words", words), ("months", months)])),
        None => words,
    }
}

/// Months as the city writes them: 9月, 9～12月.
fn months_told(texts: &Texts, months: Months) -> String {
    let month = |month: u8| month.to_string();
    match months {
        Months::One(only) => texts.with(keys::SCHEDULE_MONTH, &args([("month", month(only))])),
        Months::Within(first, last) => {
            texts.with(keys::SCHEDULE_MONTHS_WITHIN, &args([("first", month(first)), ("last", month(last))]))
        }
        Months::Across(first, last) => {
            texts.with(keys::SCHEDULE_MONTHS_ACROSS, &args([("first", month(first)), ("last", month(last))]))
        }
        Months::From(first) => texts.with(keys::SCHEDULE_MONTHS_FROM, &args([("first", month(first))])),
        Months::Until(last) => texts.with(keys::SCHEDULE_MONTHS_UNTIL, &args([("last", month(last))])),
    }
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
    use domain::value::written::Written;
    use papers::Content;

    fn year(western: i32) -> FiscalYear {
        FiscalYear::new(western).expect("a year in range")
    }

    fn bar(first: i32, last: i32, words: &str, lanes: u8) -> Bar {
        Bar {
            id: BarId(i64::from(first) * 10_000 + i64::from(last)),
            first: year(first),
            last: year(last),
            words: words.into(),
            amount: None,
            as_before: false,
            words_only: false,
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

    fn printed(lanes: &[&Lane]) -> Vec<LaneRow> {
        rows(&Texts::japanese(), lanes, &columns(), &Unit::new("千円"))
    }

    fn said(row: &LaneRow) -> Vec<&str> {
        let words = row.years.iter().filter_map(|cell| match &cell.content {
            Content::Arrow { words, .. } => Some(words.as_str()),
            _ => None,
        });
        words.collect()
    }

    fn width(row: &LaneRow) -> u16 {
        row.years.iter().map(|cell| cell.colspan).sum()
    }

    #[test]
    fn a_bar_covers_its_years_and_the_rest_stays_empty() {
        let lane = lane("調査", vec![bar(2022, 2023, "検討", 1)]);
        let rows = printed(&[&lane]);
        assert_eq!(rows.len(), 1);
        assert_eq!(width(&rows[0]), 4, "every year column is covered once");
        assert!(matches!(&rows[0].years[1].content, Content::Arrow { words, .. } if words == "検討"));
        assert_eq!(rows[0].years[1].colspan, 2);
    }

    #[test]
    fn a_bar_over_two_lanes_takes_the_columns_of_both() {
        let upper = lane("要綱", vec![bar(2021, 2022, "検討", 2), bar(2023, 2024, "実施", 2)]);
        let lower = lane("周知", vec![]);
        let rows = printed(&[&upper, &lower]);
        assert_eq!(rows[0].years.iter().map(|cell| cell.rowspan).collect::<Vec<_>>(), [2, 2]);
        assert!(rows[0].years.iter().all(|cell| cell.vertical == Vertical::Middle), "it stands between its lanes");
        assert!(rows[1].years.is_empty(), "the second row is covered from above");
    }

    #[test]
    fn no_bar_is_lost_below_one_over_several_lanes() {
        let upper = lane("要綱", vec![bar(2021, 2023, "検討", 2)]);
        let lower = lane("周知", vec![bar(2023, 2024, "周知", 1)]);
        let rows_of = printed(&[&upper, &lower]);
        assert_eq!((said(&rows_of[0]), said(&rows_of[1])), (vec!["検討"], vec!["周知"]));
        assert_eq!((width(&rows_of[0]), width(&rows_of[1])), (4, 4), "each stays in its own lane");
        let crossing = [
            lane("一", vec![bar(2021, 2022, "上", 3)]),
            lane("二", vec![bar(2022, 2023, "中", 2)]),
            lane("三", Vec::new()),
        ];
        let rows_of = printed(&crossing.iter().collect::<Vec<_>>());
        assert_eq!(rows_of.iter().flat_map(said).collect::<Vec<_>>(), ["上", "中"]);
        assert!(rows_of.iter().all(|row| width(row) == 4));
        let apart = lane("周知", vec![bar(2024, 2024, "周知", 1)]);
        let rows_of = printed(&[&upper, &apart]);
        assert_eq!(rows_of[0].years[0].rowspan, 2, "another year is not in the way");
    }

    #[test]
    fn every_bar_of_any_lanes_is_printed_once_and_every_row_is_full() {
        let mut seed = 7_u32;
        let mut below = |most: u32| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 16) % most
        };
        for round in 0..500 {
            let mut count = 0;
            let lanes: Vec<Lane> = (0..=below(3))
                .map(|_| {
                    let bars = (0..below(4)).map(|_| {
                        let first = 2020 + below(5) as i32;
                        count += 1;
                        let made = bar(first, first + below(3) as i32, &format!("棒{count}"), 1 + below(3) as u8);
                        Bar { id: BarId(count), ..made }
                    });
                    lane("取組", bars.collect())
                })
                .collect();
            let shown = lanes.iter().flat_map(|lane| &lane.bars);
            let shown = shown.filter(|bar| columns_of(bar, &columns()).is_some());
            let mut wanted: Vec<&str> = shown.map(|bar| bar.words.as_str()).collect();
            let rows_of = printed(&lanes.iter().collect::<Vec<_>>());
            let mut found: Vec<&str> = rows_of.iter().flat_map(said).collect();
            wanted.sort_unstable();
            found.sort_unstable();
            assert_eq!(found, wanted, "round {round}");
            let mut covered = vec![0; rows_of.len()];
            for (row, made) in rows_of.iter().enumerate() {
                for cell in &made.years {
                    covered[row..row + usize::from(cell.rowspan)].iter_mut().for_each(|sum| *sum += cell.colspan);
                }
            }
            assert!(covered.iter().all(|width| *width == 4), "round {round}: {covered:?}");
        }
    }

    #[test]
    fn months_amounts_and_words_alone_are_printed() {
        let months = |first_month, last_month| Bar { first_month, last_month, ..bar(2021, 2021, "試行", 1) };
        for (bar, told) in [
            (months(Some(9), Some(9)), "試行（9月）"),
            (months(Some(9), Some(12)), "試行（9～12月）"),
            (months(Some(9), None), "試行（9月～）"),
            (months(None, Some(3)), "試行（～3月）"),
            (Bar { last: year(2022), ..months(Some(9), Some(3)) }, "試行（9月～3月）"),
            (Bar { words: String::new(), ..months(Some(9), Some(12)) }, "9～12月"),
            (Bar { amount: Some(Written::read("△10,500")), ..months(None, None) }, "試行 △10,500千円"),
            (Bar { as_before: true, words: String::new(), ..months(None, None) }, "→"),
        ] {
            let lane = lane("取組", vec![bar]);
            assert_eq!(said(&printed(&[&lane])[0]), [told]);
        }
        let alone = lane("取組", vec![Bar { words_only: true, ..bar(2021, 2022, "随時", 1) }]);
        let cell = &printed(&[&alone])[0].years[0];
        assert_eq!((cell.clone(), cell.colspan), (Cell { colspan: 2, ..words_cell("随時") }, 2));
        let silent = lane("取組", vec![Bar { words_only: true, ..bar(2021, 2022, "", 1) }]);
        assert_eq!(said(&printed(&[&silent])[0]), [""], "a bar that says nothing is still seen");
    }

    fn words_cell(words: &str) -> Cell {
        Cell::text(words).aligned(Align::Center)
    }

    #[test]
    fn overlapping_bars_stand_below_each_other() {
        let lane = lane("試行", vec![bar(2021, 2023, "試行", 1), bar(2022, 2024, "拡大", 1)]);
        let rows = printed(&[&lane]);
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[0].name, Some(("試行".to_owned(), 2)));
        assert_eq!((width(&rows[0]), width(&rows[1])), (4, 4));
    }

    #[test]
    fn bars_outside_the_columns_are_cut_or_left_out() {
        let lane = lane("準備", vec![bar(2018, 2019, "昔", 1), bar(2020, 2021, "準備", 1)]);
        let rows = printed(&[&lane]);
        assert_eq!(rows[0].years.iter().filter(|cell| matches!(cell.content, Content::Arrow { .. })).count(), 1);
        assert_eq!(width(&rows[0]), 4);
    }
}
