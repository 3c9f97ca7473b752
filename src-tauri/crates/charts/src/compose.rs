//! Composes a chart: lays it out, finds places for its labels, and has plotters draw it.

use plotters::prelude::IntoDrawingArea;

use crate::axes::Axes;
use crate::board::{Board, Paper};
use crate::drawing::Drawing;
use crate::error::ChartError;
use crate::figures::{Cell, Figures, preflight};
use crate::fonts::Fonts;
use crate::geometry::Rect;
use crate::goals::{GoalWords, direct_names, goal_span, goal_words};
use crate::labels::{Label, Labels, Level, Plotted};
use crate::layout::{Frame, GoalPlace, Layout, Misfit, NamePlace, Plan};
use crate::marks::TextKind;
use crate::model::{Chart, Mark, TargetBound};
use crate::painting::Painting;
use crate::placing::{Candidate, Obstacles, Wanted, place};
use crate::recording::{Pen, Recorder};
use crate::text::Typesetter;
use crate::theme::Sizes;

/// Draws a chart.
///
/// Labels never overlap. Where a chart is too dense for all of them, it gives way in this order: value labels
/// become smaller (7 pt); names and target words move from beside the lines into the legend; if labels still
/// lack room, the arrangement that loses fewest is taken. In it a short series leaves out single labels; others
/// keep only their first, last, smallest and largest value. Of those, of totals and of parts of piles, the ones
/// without room are left out.
///
/// # Errors
/// [`ChartError::MissingGlyphs`], [`ChartError::NoData`], [`ChartError::PointCount`],
/// [`ChartError::TooManySeries`], [`ChartError::ValueOutOfRange`], [`ChartError::SizeTooSmall`] or
/// [`ChartError::SizeTooLarge`].
pub fn draw(chart: &Chart, fonts: &Fonts) -> Result<Drawing, ChartError> {
    preflight(chart, fonts)?;
    let figures = Figures::new(chart)?;
    let mut lacking: Option<(i32, i32)> = None;
    let mut best: Option<(usize, Drawing)> = None;
    for plan in plans(chart, &figures) {
        match compose(chart, &figures, fonts, plan) {
            Ok((0, drawing)) => return Ok(drawing),
            Ok((lost, drawing)) => {
                if best.as_ref().is_none_or(|(least, _)| lost < *least) {
                    best = Some((lost, drawing));
                }
            }
            Err(Trouble::Misfit(Misfit::Crowded)) => {}
            Err(Trouble::Misfit(Misfit::Small { width, height })) => {
                let fewer = |(w, h): (i32, i32)| w + h > width + height;
                if lacking.is_none_or(fewer) {
                    lacking = Some((width, height));
                }
            }
            Err(Trouble::Hard(error)) => return Err(error),
        }
    }
    if let Some((_, drawing)) = best {
        return Ok(drawing);
    }
    let (width, height) = lacking.unwrap_or((1000, 1000));
    let more = |now: u32, lack: i32| now + (lack.max(0) as u32).div_ceil(100);
    Err(ChartError::SizeTooSmall {
        width_mm: chart.width_mm,
        height_mm: chart.height_mm,
        needed_width_mm: more(chart.width_mm, width),
        needed_height_mm: more(chart.height_mm, height),
    })
}

/// Most points of a series that may leave out single labels.
const SHORT_SERIES: usize = 10;

/// The ways to lay out a chart, best first; the last one always finds places for its labels.
fn plans(chart: &Chart, figures: &Figures) -> Vec<Plan> {
    let one =
        figures.rows.len() == 1 && (figures.rows[0].name.is_empty() || chart.title.contains(&figures.rows[0].name));
    let lines = figures.rows.iter().all(|row| row.mark == Mark::Line);
    let names: &[NamePlace] = if one {
        &[NamePlace::Title]
    } else if lines && chart.right.is_none() && figures.rows.len() <= 4 && chart.width_mm >= 100 {
        &[NamePlace::Direct, NamePlace::Above]
    } else if figures.only_piles() && chart.right.is_none() && chart.width_mm >= 120 && !figures.many_piles() {
        &[NamePlace::Right, NamePlace::Above]
    } else {
        &[NamePlace::Above]
    };
    let mut plans = Vec::new();
    for goals in [GoalPlace::Column, GoalPlace::Inside, GoalPlace::Legend] {
        if goals == GoalPlace::Column && (chart.right.is_some() || figures.goals.is_empty() || chart.width_mm < 100) {
            continue;
        }
        for &names in names {
            if goals == GoalPlace::Column && names == NamePlace::Right {
                continue;
            }
            plans.push(Plan { names, goals });
        }
    }
    plans
}

enum Trouble {
    Misfit(Misfit),
    Hard(ChartError),
}

impl From<Misfit> for Trouble {
    fn from(misfit: Misfit) -> Self {
        Self::Misfit(misfit)
    }
}

impl From<ChartError> for Trouble {
    fn from(error: ChartError) -> Self {
        Self::Hard(error)
    }
}

/// Draws by a plan; also says how many value labels found no place.
fn compose(chart: &Chart, figures: &Figures, fonts: &Fonts, plan: Plan) -> Result<(usize, Drawing), Trouble> {
    let sizes = Sizes::for_width(chart.width_mm);
    let ts = Typesetter::new(fonts);
    let canvas = Rect::at(0, 0, chart.width_mm as i32 * 100, chart.height_mm as i32 * 100);
    let axes = Axes::choose(chart, figures, fonts, canvas.height() * 55 / 100, sizes.value)?;
    let beyond = figures
        .goals
        .iter()
        .map(|goal| goal.values().iter().all(|&value| axes.off(goal.side, value).is_some()))
        .collect();
    let layout = Layout { chart, figures, ts, sizes, plan, canvas, beyond };
    let frame = layout.frame(&axes.left, axes.right.as_ref(), axes.minus)?;

    let pen = Pen::new();
    let paper: Paper = Recorder::new((canvas.width() as u32, canvas.height() as u32), fonts, &pen).into_drawing_area();
    let board = Board::new(&paper, &pen, &frame, &axes, figures.count)?;
    let plotted = plot(figures, &axes, &frame, &board);
    let words = goal_words(figures, &axes, &frame, &board, &ts, &sizes, plan)?;
    let names = direct_names(figures, &frame, &plotted, &ts, &sizes, plan);
    let words = words.with_names(names, &frame)?;
    let obstacles = obstacles(figures, &axes, &frame, &board, &plotted, &words, &ts);
    let labels = place_labels(figures, &plotted, &ts, &sizes, plan, words.wanted.clone(), &obstacles)?;

    let mut painting = Painting { chart, figures, axes: &axes, frame: &frame, plotted: &plotted, ts, sizes, board };
    painting.paint(&words, &labels)?;
    drop(painting);
    let values =
        labels.iter().filter(|(label, _)| matches!(label.kind, TextKind::Value { .. } | TextKind::Total { .. }));
    Ok((figures.labels().saturating_sub(values.count()), Drawing::new(chart, pen.take())))
}

/// Width of the bars and of a column, in category widths.
fn bar_widths(columns: usize, category: f64) -> (f64, f64) {
    let share = match columns {
        // Many bars stand closer, so that their figures still fit into them.
        0 | 1 if category < 1200.0 => 0.86,
        0 | 1 => 0.56,
        2 => 0.80,
        _ => 0.84,
    };
    // No bar is wider than 17 mm, so that a chart of two years does not become a wall.
    let pitch = (share / columns.max(1) as f64).min(1700.0 / category);
    (pitch * if columns > 1 { 0.94 } else { 1.0 }, pitch)
}

/// Finds out where everything comes to lie.
fn plot(figures: &Figures, axes: &Axes, frame: &Frame, board: &Board<'_>) -> Plotted {
    let count = figures.count as f64;
    let category = f64::from(frame.plot.width()) / (count - 1.0 + 2.0 * frame.pad);
    let (width, pitch) = bar_widths(figures.columns, category);
    let middle = |index: usize, column: Option<usize>| {
        let shift = column.map_or(0.0, |c| (c as f64 - (figures.columns as f64 - 1.0) / 2.0) * pitch);
        index as f64 + 0.5 + shift
    };
    let mut plotted = Plotted {
        points: Vec::new(),
        bars: Vec::new(),
        feet: Vec::new(),
        piles: vec![None; figures.count],
        radius: if category < 500.0 { 70 } else { 95 },
        corners: Vec::new(),
    };
    for row in &figures.rows {
        let scale = axes.scale(row.side);
        let foot = axes.foot(row.side);
        let inside = |value: rust_decimal::Decimal| value.max(scale.min).min(scale.max());
        let (mut points, mut bars, mut feet, mut corners) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for (index, cell) in row.cells.iter().enumerate() {
            let x = middle(index, row.column);
            feet.push(board.at(row.side, x, scale.offset(foot)));
            let figure = cell.figure();
            points.push(
                figure.map(|f| board.at(row.side, x, scale.offset(if row.column.is_some() { f.tip } else { f.value }))),
            );
            let bar = figure.filter(|f| row.column.is_some() && f.base != f.tip).map(|f| {
                let (base, tip) = (scale.offset(inside(f.base)), scale.offset(inside(f.tip)));
                [(x - width / 2.0, base), (x + width / 2.0, tip)]
            });
            bars.push(bar.map(|[a, b]| Rect::new(board.at(row.side, a.0, a.1), board.at(row.side, b.0, b.1))));
            corners.push(bar);
        }
        plotted.points.push(points);
        plotted.bars.push(bars);
        plotted.feet.push(feet);
        plotted.corners.push(corners);
    }
    for index in 0..figures.count {
        plotted.piles[index] = figures
            .pile(index)
            .map(|(side, _, top)| board.at(side, middle(index, figures.pile_column), axes.scale(side).offset(top)));
    }
    plotted
}

fn obstacles(
    figures: &Figures,
    axes: &Axes,
    frame: &Frame,
    board: &Board<'_>,
    plotted: &Plotted,
    words: &GoalWords,
    ts: &Typesetter<'_>,
) -> Obstacles {
    let plot = frame.plot;
    let right = if words.spots.is_empty() { frame.canvas.x1 - 100 } else { frame.column - 60 };
    let mut found = Obstacles {
        bounds: Some(Rect { x0: plot.x0 + 30, y0: plot.y0, x1: right, y1: plot.y1 - 30 }),
        ..Obstacles::default()
    };
    found.texts.extend(frame.spots.iter().chain(&words.spots).map(|spot| spot.area(ts)));
    found.texts.extend(words.arrows.iter().map(|(area, ..)| *area));
    found.lines.push(((plot.x0, plot.y0), (plot.x0, plot.y1), 12));
    found.lines.push(((plot.x0, plot.y1), (plot.x1, plot.y1), 12));
    if axes.right.is_some() {
        found.lines.push(((plot.x1, plot.y0), (plot.x1, plot.y1), 12));
    }
    if axes.left.min < rust_decimal::Decimal::ZERO && axes.left.max() > rust_decimal::Decimal::ZERO {
        let y = board.at(crate::model::Side::Left, 0.5, axes.left.offset(rust_decimal::Decimal::ZERO)).1;
        found.lines.push(((plot.x0, y), (plot.x1, y), 12));
    }
    for line in &words.lines {
        found.lines.push((line.from, line.to, 22));
    }
    for goal in figures.goals.iter().filter(|goal| !matches!(goal.bound, TargetBound::Line(_))) {
        // The sides of a band that covers only some years.
        for x in [goal_span(goal, figures.count, frame.pad).0, goal_span(goal, figures.count, frame.pad).1] {
            let x = board.at(goal.side, x, 0.0).0;
            if x > plot.x0 + 50 && x < plot.x1 - 50 {
                found.lines.push(((x, plot.y0), (x, plot.y1), 0));
            }
        }
    }
    for &(from, to) in &words.leaders {
        found.lines.push((from, to, 8));
    }
    for (series, row) in figures.rows.iter().enumerate() {
        for bar in plotted.bars[series].iter().flatten() {
            found.bar(*bar);
        }
        if row.mark != Mark::Line {
            continue;
        }
        let points = &plotted.points[series];
        for pair in points.windows(2) {
            if let (Some(a), Some(b)) = (pair[0], pair[1]) {
                found.lines.push((a, b, row.look.width as i32 / 2 + 5));
            }
        }
        found.markers.extend(points.iter().flatten().map(|&p| Rect::new(p, p).grown(plotted.radius * 11 / 10)));
    }
    found
}

/// Places the labels, stepping down where a chart is too dense; target words and names must find a place.
fn place_labels(
    figures: &Figures,
    plotted: &Plotted,
    ts: &Typesetter<'_>,
    sizes: &Sizes,
    plan: Plan,
    required: Vec<Label>,
    obstacles: &Obstacles,
) -> Result<Vec<(Label, Candidate)>, Misfit> {
    let mut levels = vec![Level::All; figures.rows.len()];
    // Figures inside many narrow piles are small from the start; beside them they would belong to no one.
    let mut size = if figures.many_piles() { sizes.small_value } else { sizes.value };
    loop {
        let labels = Labels { figures, plotted, ts: *ts, size, direct_names: plan.names == NamePlace::Direct };
        let mut wanted = required.clone();
        wanted.extend(labels.of_totals());
        for (series, level) in levels.iter().enumerate() {
            wanted.extend(labels.of_series(series, *level));
        }
        let asks: Vec<Wanted> = wanted.iter().map(|label| label.wanted.clone()).collect();
        let places = place(&asks, obstacles);
        let mut lacking = vec![0; figures.rows.len()];
        for (label, _) in wanted.iter().zip(&places).filter(|(_, place)| place.is_none()) {
            match label.kind {
                TextKind::Value { series, .. } if figures.rows[series].mark != Mark::StackedBar => lacking[series] += 1,
                _ if label.wanted.required => return Err(Misfit::Crowded),
                _ => {}
            }
        }
        let mut stepped = false;
        for (series, lacking) in lacking.into_iter().enumerate().filter(|(_, lacking)| *lacking > 0) {
            // A few gaps in a short series are understood; in a long one they would look like chance.
            let points = figures.rows[series].cells.len();
            let few = points <= SHORT_SERIES && lacking * 6 <= points.max(6);
            let next = match levels[series] {
                Level::All if few => Level::Most,
                Level::Most if few => Level::Most,
                _ => Level::Key,
            };
            stepped |= next != levels[series];
            if size == sizes.small_value {
                levels[series] = next;
            }
        }
        if !stepped {
            return Ok(wanted.into_iter().zip(places).filter_map(|(label, at)| Some((label, at?))).collect());
        }
        size = sizes.small_value;
    }
}

/// Whether a cell is drawn as settled.
pub(crate) fn firm(cell: &Cell) -> bool {
    cell.figure().is_none_or(|figure| figure.firm)
}
