//! 評価の数の図: how many items of each direction were judged with which word, as bars in piles.

use charts::{Axis, Category, Chart, Mark, Point, Series, Side, Theme};
use papers::{Block, Draw, Drawing, FontFaces};

use super::frame::Frame;
use crate::texts::{args, keys};
use crate::view::{Breakdown, TallyTable};

/// Size of the figure, mm.
const WIDTH: u32 = 170;
const HEIGHT: u32 = 44;

/// More directions than this are told apart in the table only.
const MOST: usize = 8;

/// The figure of the directions of a table; none where there is nothing to compare, or too much.
pub(super) fn figure(frame: &Frame<'_>, table: &TallyTable) -> Option<Block> {
    let texts = frame.texts;
    let part = table.parts.iter().find(|part| part.by == Breakdown::Direction)?;
    if !(2..=MOST).contains(&part.rows.len()) || table.all.counted.is_empty() {
        return None;
    }
    let used = |(at, column): &(usize, &crate::view::TallyColumn)| {
        column.counted && table.all.cells.get(*at).is_some_and(|items| !items.is_empty())
    };
    let series = table.columns.iter().enumerate().filter(used).map(|(at, column)| Series {
        name: column.label.clone(),
        mark: Mark::StackedBar,
        axis: Side::Left,
        points: part.rows.iter().map(|row| point(row.cells.get(at).map_or(0, Vec::len))).collect(),
    });
    let what = args([("what", part.title.clone()), ("axis", table.axis.clone())]);
    let counts = part.rows.iter().map(|row| {
        let told = args([("row", row.title.clone()), ("count", row.counted.len().to_string())]);
        texts.with(keys::PAPER_TALLY_FIGURE_ROW, &told)
    });
    let counts: Vec<String> = counts.collect();
    let title = texts.with(keys::PAPER_TALLY_FIGURE, &what);
    let alt = format!("{title}：{}", counts.join(&texts.get(keys::PAPER_JOINT)));
    let chart = Chart {
        width_mm: WIDTH,
        height_mm: HEIGHT,
        theme: Theme::Mono,
        categories: part.rows.iter().map(|row| Category { label: row.title.clone(), second: None }).collect(),
        series: series.collect(),
        totals: part.rows.iter().map(|row| Some(row.counted.len().to_string())).collect(),
        left: Axis {
            unit: texts.with(keys::PAPER_UNIT, &args([("unit", texts.get(keys::PAPER_TALLY_UNIT))])),
            decimals: Some(0),
            zero_based: Some(true),
            ..Axis::default()
        },
        alt: alt.clone(),
        ..Chart::default()
    };
    Some(Block::Figure {
        drawing: Drawing::new(Bars(chart)),
        width_mm: WIDTH,
        height_mm: HEIGHT,
        alt,
        caption: Some(title),
    })
}

/// A count in a pile; none is no bar.
fn point(count: usize) -> Point {
    match count {
        0 => Point::Gap,
        count => Point::Value { value: count.into(), label: count.to_string(), firm: true },
    }
}

/// A chart that is drawn when its paper is written.
struct Bars(Chart);

impl Draw for Bars {
    fn svg(&self, faces: &FontFaces) -> Result<String, String> {
        let faces = charts::FontFaces { regular: faces.pgothic_regular.clone(), bold: faces.pgothic_bold.clone() };
        let drawn = charts::Fonts::new(faces).and_then(|fonts| Ok(charts::draw(&self.0, &fonts)?.svg()));
        drawn.map_err(|error| error.to_string())
    }
}
