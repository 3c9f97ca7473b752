//! plotters at work: the coordinate systems of a chart and the strokes made with them.

use std::convert::Infallible;

use plotters::chart::DualCoordChartContext;
use plotters::coord::Shift;
use plotters::coord::types::RangedCoordf64;
use plotters::element::{Drawable, PointCollection};
use plotters::prelude::*;
use plotters::style::FontFamily;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{BackendColor, FontStyle};

use crate::axes::Axes;
use crate::error::ChartError;
use crate::fonts::FAMILY;
use crate::geometry::{Rect, Xy, hatch};
use crate::layout::{Frame, Spot};
use crate::marks::Role;
use crate::model::Side;
use crate::recording::{Align, Ink, Pen, Recorder};
use crate::theme::{EXPECTED_OUTLINE, Filling, Look, MarkerShape, WHITE};

/// The drawing area of the whole paper, in 1/100 mm.
pub(crate) type Paper = DrawingArea<Recorder, Shift>;
type Plane = Cartesian2d<RangedCoordf64, RangedCoordf64>;
type Failure = DrawingAreaErrorKind<Infallible>;

fn failed(error: Failure) -> ChartError {
    ChartError::Render(error.to_string())
}

fn colour(ink: Ink) -> RGBColor {
    RGBColor(ink.0, ink.1, ink.2)
}

fn stroke(ink: Ink, width: u32) -> ShapeStyle {
    colour(ink).stroke_width(width)
}

fn solid(ink: Ink) -> ShapeStyle {
    colour(ink).filled()
}

/// The chart on its paper: category positions to the right, value minus axis end upwards.
pub(crate) struct Board<'a> {
    paper: &'a Paper,
    chart: DualCoordChartContext<'a, Recorder, Plane, Plane>,
    pen: Pen,
}

impl<'a> Board<'a> {
    /// Lays the two coordinate systems of a frame over the paper.
    pub(crate) fn new(
        paper: &'a Paper,
        pen: &Pen,
        frame: &Frame,
        axes: &Axes,
        count: usize,
    ) -> Result<Self, ChartError> {
        pen.role(Role::Paper);
        paper.fill(&WHITE_PAPER).map_err(failed)?;
        let (plot, canvas) = (frame.plot, frame.canvas);
        let across = (0.5 - frame.pad)..(count as f64 - 0.5 + frame.pad);
        let left = 0.0..axes.left.span();
        let right = 0.0..axes.right.as_ref().unwrap_or(&axes.left).span();
        let chart = ChartBuilder::on(paper)
            .margin_left(plot.x0 - canvas.x0)
            .margin_right(canvas.x1 - plot.x1)
            .margin_top(plot.y0 - canvas.y0)
            .margin_bottom(canvas.y1 - plot.y1)
            .build_cartesian_2d(across.clone(), left)
            .map_err(failed)?
            .set_secondary_coord(across, right);
        Ok(Self { paper, chart, pen: pen.clone() })
    }

    /// Where a position and an offset from the axis end are on the paper.
    pub(crate) fn at(&self, side: Side, x: f64, offset: f64) -> Xy {
        match side {
            Side::Left => self.chart.backend_coord(&(x, offset)),
            Side::Right => self.chart.borrow_secondary().backend_coord(&(x, offset)),
        }
    }

    fn draw_series<E, S>(&mut self, side: Side, series: S) -> Result<(), ChartError>
    where
        for<'b> &'b E: PointCollection<'b, (f64, f64)>,
        E: Drawable<Recorder>,
        S: IntoIterator<Item = E>,
    {
        match side {
            Side::Left => self.chart.draw_series(series).map(|_| ()),
            Side::Right => self.chart.draw_secondary_series(series).map(|_| ()),
        }
        .map_err(failed)
    }

    /// A line through positions and offsets of a side.
    pub(crate) fn line(
        &mut self,
        side: Side,
        points: &[(f64, f64)],
        (ink, width): (Ink, u32),
        (role, dash): (Role, &'static [i32]),
    ) -> Result<(), ChartError> {
        self.pen.dashed(role, dash);
        self.draw_series(side, LineSeries::new(points.iter().copied(), stroke(ink, width)))
    }

    /// A filled rectangle between positions and offsets of a side.
    pub(crate) fn block(
        &mut self,
        side: Side,
        corners: [(f64, f64); 2],
        ink: Ink,
        role: Role,
    ) -> Result<(), ChartError> {
        self.pen.role(role);
        self.draw_series(side, std::iter::once(Rectangle::new(corners, solid(ink))))
    }

    /// A polyline on the paper.
    pub(crate) fn path(
        &self,
        points: Vec<Xy>,
        ink: Ink,
        width: u32,
        role: Role,
        dash: &'static [i32],
    ) -> Result<(), ChartError> {
        self.pen.dashed(role, dash);
        self.paper.draw(&PathElement::new(points, stroke(ink, width))).map_err(failed)
    }

    /// A filled rectangle on the paper.
    pub(crate) fn rect(&self, area: Rect, ink: Ink, role: Role) -> Result<(), ChartError> {
        self.pen.role(role);
        self.paper.draw(&Rectangle::new([(area.x0, area.y0), (area.x1, area.y1)], solid(ink))).map_err(failed)
    }

    /// A filled polygon on the paper.
    pub(crate) fn polygon(&self, points: Vec<Xy>, ink: Ink, role: Role) -> Result<(), ChartError> {
        self.pen.role(role);
        self.paper.draw(&Polygon::new(points, solid(ink))).map_err(failed)
    }

    fn outline(&self, area: Rect, ink: Ink, width: u32, dash: &'static [i32]) -> Result<(), ChartError> {
        self.pen.dashed(Role::Paper, dash);
        self.paper.draw(&Rectangle::new([(area.x0, area.y0), (area.x1, area.y1)], stroke(ink, width))).map_err(failed)
    }

    /// The filling that tells a bar apart, over its white or plain body.
    pub(crate) fn filling(&self, area: Rect, look: &Look, firm: bool) -> Result<(), ChartError> {
        let filling = match (look.filling, firm) {
            (Filling::Solid, false) => Filling::Rising,
            (filling, _) => filling,
        };
        let lines = |rising: bool, step: i32, width: u32| -> Result<(), ChartError> {
            hatch(area, step, rising)
                .into_iter()
                .try_for_each(|(a, b)| self.path(vec![a, b], look.ink, width, Role::Paper, &[]))
        };
        match filling {
            Filling::Solid | Filling::Blank => {}
            Filling::Rising => lines(true, if firm { 60 } else { 110 }, if firm { 14 } else { 26 })?,
            Filling::Falling => lines(false, 75, 14)?,
            Filling::Crossed => {
                lines(true, 110, 12)?;
                lines(false, 110, 12)?;
            }
            Filling::Dots => self.dots(area, look.ink)?,
        }
        if look.outlined || !firm {
            let dash = if firm { &[] } else { EXPECTED_OUTLINE };
            let ink = if look.outlined { crate::theme::BLACK } else { look.ink };
            self.outline(area, ink, if firm { 18 } else { 26 }, dash)?;
        }
        Ok(())
    }

    fn dots(&self, area: Rect, ink: Ink) -> Result<(), ChartError> {
        const STEP: i32 = 62;
        const RADIUS: i32 = 11;
        self.pen.role(Role::Paper);
        let (mut row, mut y) = (0, area.y0.div_euclid(STEP) * STEP);
        while y < area.y1 {
            let mut x = area.x0.div_euclid(2 * STEP) * 2 * STEP + if row % 2 == 0 { 0 } else { STEP };
            while x < area.x1 {
                let dot = Rect::new((x, y), (x, y)).grown(RADIUS + 5);
                if area.contains(&dot) {
                    self.paper.draw(&Circle::new((x, y), RADIUS, solid(ink))).map_err(failed)?;
                }
                x += 2 * STEP;
            }
            row += 1;
            y += STEP;
        }
        Ok(())
    }

    /// A marker; hollow for an expected value.
    pub(crate) fn marker(
        &self,
        at: Xy,
        shape: MarkerShape,
        radius: i32,
        ink: Ink,
        firm: bool,
        role: Role,
    ) -> Result<(), ChartError> {
        let inside = if firm { ink } else { WHITE };
        let width = 45;
        self.pen.role(role);
        if shape == MarkerShape::Circle {
            self.paper.draw(&Circle::new(at, radius, solid(inside))).map_err(failed)?;
            if !firm {
                self.paper.draw(&Circle::new(at, radius - width / 2, stroke(ink, width as u32))).map_err(failed)?;
            }
            return Ok(());
        }
        let mut corners: Vec<Xy> = marker_corners(shape, radius);
        self.paper.draw(&(EmptyElement::at(at) + Polygon::new(corners.clone(), solid(inside)))).map_err(failed)?;
        if !firm {
            // Drawn smaller by half the stroke, so that hollow and full markers have the same size.
            for corner in &mut corners {
                let shrink = |c: i32| c - c.signum() * (width / 2).min(c.abs());
                *corner = (shrink(corner.0), shrink(corner.1));
            }
            corners.push(corners[0]);
            corners.push(corners[1]);
            self.paper
                .draw(&(EmptyElement::at(at) + PathElement::new(corners, stroke(ink, width as u32))))
                .map_err(failed)?;
        }
        Ok(())
    }

    /// One line of text.
    pub(crate) fn text(&self, spot: &Spot, ink: Ink) -> Result<(), ChartError> {
        self.pen.role(Role::Text(spot.kind));
        let style = if spot.bold { FontStyle::Bold } else { FontStyle::Normal };
        let h = match spot.align {
            Align::Start => HPos::Left,
            Align::Middle => HPos::Center,
            Align::End => HPos::Right,
        };
        let text_style = TextStyle {
            font: FontDesc::new(FontFamily::Name(FAMILY), f64::from(spot.size), style),
            color: BackendColor { alpha: 1.0, rgb: ink },
            pos: Pos::new(h, VPos::Top),
        };
        self.paper.draw(&Text::new(spot.text.as_str(), (spot.x, spot.top), text_style)).map_err(failed)
    }

    /// A small arrow that says that something lies beyond the edge.
    pub(crate) fn arrow(&self, area: Rect, upwards: bool, ink: Ink) -> Result<(), ChartError> {
        let (x, _) = area.centre();
        let half = (area.height() / 4).max(60);
        let (tip, tail) = if upwards { (area.y0, area.y1) } else { (area.y1, area.y0) };
        let neck = tip + (tail - tip) * 45 / 100;
        self.path(vec![(x, tail), (x, neck)], ink, 35, Role::Paper, &[])?;
        self.polygon(vec![(x, tip), (x + half, neck), (x - half, neck)], ink, Role::Paper)
    }
}

const WHITE_PAPER: RGBColor = RGBColor(0xff, 0xff, 0xff);

/// Corners of a marker around its middle.
fn marker_corners(shape: MarkerShape, radius: i32) -> Vec<Xy> {
    let r = radius;
    let (s, t) = (r * 9 / 10, r * 11 / 10);
    match shape {
        MarkerShape::Circle | MarkerShape::Square => vec![(-s, -s), (s, -s), (s, s), (-s, s)],
        MarkerShape::Triangle => vec![(0, -t), (t, s), (-t, s)],
        MarkerShape::TriangleDown => vec![(0, t), (t, -s), (-t, -s)],
        MarkerShape::Diamond => vec![(0, -t), (t, 0), (0, t), (-t, 0)],
    }
}
