//! Paints a composed chart, from the back to the front.

use rust_decimal::Decimal;

use crate::axes::Axes;
use crate::board::Board;
use crate::compose::firm;
use crate::error::ChartError;
use crate::figures::{Figures, Row};
use crate::fonts::ASCENT;
use crate::geometry::{Rect, Xy};
use crate::goals::{GoalWords, goal_span};
use crate::labels::{Label, Plotted};
use crate::layout::{Frame, Key, KeyOf, Spot};
use crate::marks::{LineKind, Role, TextKind};
use crate::model::{Chart, Mark, Side, TargetBound, Theme};
use crate::placing::Candidate;
use crate::recording::{Align, Ink};
use crate::text::Typesetter;
use crate::theme::{BLACK, EXPECTED_DASH, Filling, GRID, LEADER, Sizes, WHITE, is_dark, target_look};

/// White edge of lines that run over bars, on each side.
const HALO: u32 = 30;
/// White line between neighbouring parts of a pile.
const SEPARATOR: u32 = 40;

/// Everything needed to paint.
pub(crate) struct Painting<'a, 'p> {
    pub chart: &'a Chart,
    pub figures: &'a Figures,
    pub axes: &'a Axes,
    pub frame: &'a Frame,
    pub plotted: &'a Plotted,
    pub ts: Typesetter<'a>,
    pub sizes: Sizes,
    pub board: Board<'p>,
}

type Painted = Result<(), ChartError>;

impl Painting<'_, '_> {
    /// Paints the whole chart.
    pub(crate) fn paint(&mut self, words: &GoalWords, labels: &[(Label, Candidate)]) -> Painted {
        let placed: Vec<(Spot, Ink, Option<Rect>)> =
            labels.iter().flat_map(|(label, at)| self.label_spots(label, at)).collect();
        self.bands()?;
        self.grid(words, &placed)?;
        self.bars()?;
        self.target_lines(words)?;
        self.series_lines()?;
        self.axis_lines()?;
        self.keys(words)?;
        for &(from, to) in &words.leaders {
            self.leader(from, to)?;
        }
        for (from, to) in labels.iter().filter_map(|(_, at)| at.leader) {
            self.leader(from, to)?;
        }
        let target = target_look(self.chart.theme).ink;
        for &(area, up, _) in &words.arrows {
            self.board.arrow(area, up, target)?;
        }
        self.inside_arrows(labels)?;
        for spot in self.frame.spots.iter().chain(&words.spots) {
            self.board.text(spot, self.ink(spot.kind))?;
        }
        for (spot, ink, paper) in &placed {
            if let Some(area) = paper {
                self.board.rect(*area, WHITE, Role::Paper)?;
            }
            self.board.text(spot, *ink)?;
        }
        Ok(())
    }

    /// Colour of a text on paper.
    fn ink(&self, kind: TextKind) -> Ink {
        match kind {
            TextKind::Target { .. } => target_look(self.chart.theme).ink,
            TextKind::SeriesName { series } => self.figures.rows[series].look.words,
            TextKind::Value { series, .. } | TextKind::Dash { series, .. } => {
                // With several lines, or lines over bars, the colour says whose value it is.
                let row = &self.figures.rows[series];
                if row.mark == Mark::Line && self.figures.rows.len() > 1 { row.look.words } else { BLACK }
            }
            _ => BLACK,
        }
    }

    /// Texts of a placed label, with their ink and the white paper put under them on bars.
    fn label_spots(&self, label: &Label, at: &Candidate) -> Vec<(Spot, Ink, Option<Rect>)> {
        let size = label.size;
        let up = (ASCENT * f64::from(size)).round() as i32;
        let mut ink = self.ink(label.kind);
        let mut paper = None;
        let under = self.plotted.bars.iter().enumerate().find_map(|(series, bars)| {
            let category = bars.iter().position(|bar| bar.is_some_and(|bar| bar.contains(&at.area)))?;
            Some((series, category))
        });
        if let Some((series, category)) = under {
            let row = &self.figures.rows[series];
            let own = label.kind == TextKind::Value { series, category };
            let plain = row.look.filling == Filling::Solid && firm(&row.cells[category]);
            let blank = row.look.filling == Filling::Blank;
            if own && plain {
                ink = if is_dark(row.look.ink) { WHITE } else { BLACK };
            } else if !(own && blank) {
                paper = Some(at.area.grown(28));
            }
        }
        let x = match label.align {
            Align::Start => at.area.x0,
            Align::Middle => at.area.x0 + self.ts.widest(label.lines.iter().map(String::as_str), size, label.bold) / 2,
            Align::End => at.area.x1,
        };
        label
            .lines
            .iter()
            .enumerate()
            .map(|(index, text)| {
                let (above, _) = self.ts.reach(text, size, label.bold);
                let top = at.area.y0 + above - up + index as i32 * size * 5 / 4;
                let spot =
                    Spot { kind: label.kind, text: text.clone(), x, top, size, align: label.align, bold: label.bold };
                (spot, ink, paper)
            })
            .collect()
    }

    fn bands(&mut self) -> Painted {
        let band = target_look(self.chart.theme).band;
        for goal in &self.figures.goals {
            let scale = self.axes.scale(goal.side);
            let (low, high) = match goal.bound {
                TargetBound::Line(_) => continue,
                TargetBound::AtMost(v) => (scale.min, v),
                TargetBound::AtLeast(v) => (v, scale.max()),
                TargetBound::Between(a, b) => (a.min(b), a.max(b)),
            };
            if goal.values().iter().all(|&v| self.axes.off(goal.side, v).is_some()) {
                continue;
            }
            let inside = |v: Decimal| scale.offset(v.max(scale.min).min(scale.max()));
            let (from, to) = goal_span(goal, self.figures.count, self.frame.pad);
            self.board.block(goal.side, [(from, inside(low)), (to, inside(high))], band, Role::Paper)?;
        }
        Ok(())
    }

    /// Grid lines, interrupted around texts.
    fn grid(&mut self, words: &GoalWords, placed: &[(Spot, Ink, Option<Rect>)]) -> Painted {
        let plot = self.frame.plot;
        let spots = words.spots.iter().chain(placed.iter().map(|(spot, ..)| spot));
        let texts: Vec<Rect> = spots.map(|spot| spot.area(&self.ts).grown(35)).collect();
        let scale = self.axes.left.clone();
        for tick in scale.ticks().into_iter().skip(1) {
            let y = self.board.at(Side::Left, 0.5, scale.offset(tick)).1;
            let mut holes: Vec<(i32, i32)> =
                texts.iter().filter(|text| text.y0 < y && text.y1 > y).map(|text| (text.x0, text.x1)).collect();
            holes.sort_unstable();
            let mut x = plot.x0;
            for (from, to) in holes.into_iter().chain([(plot.x1, plot.x1)]) {
                if from.min(plot.x1) > x + 20 {
                    self.board.path(vec![(x, y), (from.min(plot.x1), y)], GRID, 14, Role::Paper, &[])?;
                }
                x = x.max(to);
            }
        }
        Ok(())
    }

    fn bars(&mut self) -> Painted {
        let figures = self.figures;
        for (series, row) in figures.rows.iter().enumerate() {
            for category in 0..figures.count {
                let (Some(area), Some(corners)) =
                    (self.plotted.bars[series][category], self.plotted.corners[series][category])
                else {
                    continue;
                };
                let firm = firm(&row.cells[category]);
                let plain = row.look.filling == Filling::Solid && firm;
                let ink = if plain { row.look.ink } else { WHITE };
                self.board.block(row.side, corners, ink, Role::Bar { series, category })?;
                self.board.filling(area, &row.look, firm)?;
            }
        }
        if self.chart.theme == Theme::Colour {
            self.separators()?;
        }
        Ok(())
    }

    fn separators(&mut self) -> Painted {
        let figures = self.figures;
        for (series, row) in figures.rows.iter().enumerate().filter(|(_, row)| row.mark == Mark::StackedBar) {
            for (category, cell) in row.cells.iter().enumerate() {
                let (Some(area), Some(figure)) = (self.plotted.bars[series][category], cell.figure()) else {
                    continue;
                };
                if !figure.base.is_zero() {
                    let y = if figure.tip > figure.base { area.y1 } else { area.y0 };
                    self.board.path(vec![(area.x0, y), (area.x1, y)], WHITE, SEPARATOR, Role::Paper, &[])?;
                }
            }
        }
        Ok(())
    }

    fn target_lines(&mut self, words: &GoalWords) -> Painted {
        let look = target_look(self.chart.theme);
        for line in &words.lines {
            let points = vec![line.from, line.to];
            let y = line.from.1;
            for bar in self.plotted.bars.iter().flatten().flatten().filter(|bar| bar.y0 < y && bar.y1 > y) {
                let across = vec![(bar.x0.max(line.from.0), y), (bar.x1.min(line.to.0), y)];
                if across[0].0 < across[1].0 {
                    self.board.path(across, WHITE, look.width + 2 * HALO, Role::Paper, &[])?;
                }
            }
            let role = Role::Line(LineKind::Target { target: line.goal });
            self.board.path(points, look.ink, look.width, role, look.dash)?;
        }
        Ok(())
    }

    fn series_lines(&mut self) -> Painted {
        let figures = self.figures;
        let lines = || figures.rows.iter().enumerate().filter(|(_, row)| row.mark == Mark::Line);
        if figures.has_bars() {
            for (_, row) in lines() {
                for (points, _) in self.runs(row) {
                    let halo = (WHITE, row.look.width + 2 * HALO);
                    self.board.line(row.side, &points, halo, (Role::Paper, &[]))?;
                }
            }
        }
        for (series, row) in lines() {
            for (points, firm) in self.runs(row) {
                let dash = if firm { row.look.dash } else { EXPECTED_DASH };
                let role = Role::Line(LineKind::Data { series });
                self.board.line(row.side, &points, (row.look.ink, row.look.width), (role, dash))?;
            }
        }
        for (series, row) in lines() {
            for (category, at) in self.plotted.points[series].iter().enumerate() {
                if let Some(at) = at {
                    let role = Role::Marker { series, category };
                    let firm = firm(&row.cells[category]);
                    self.board.marker(*at, row.look.marker, self.plotted.radius, row.look.ink, firm, role)?;
                }
            }
        }
        Ok(())
    }

    /// The stretches of a line between gaps, cut where settled values end and expected ones begin.
    fn runs(&self, row: &Row) -> Vec<(Vec<(f64, f64)>, bool)> {
        let scale = self.axes.scale(row.side);
        let mut runs: Vec<(Vec<(f64, f64)>, bool)> = Vec::new();
        let mut joined = false;
        for (index, pair) in row.cells.windows(2).enumerate() {
            let (Some(a), Some(b)) = (pair[0].figure(), pair[1].figure()) else {
                joined = false;
                continue;
            };
            let firm = a.firm && b.firm;
            let at = |i: usize, value: Decimal| (i as f64 + 0.5, scale.offset(value));
            match runs.last_mut() {
                Some((points, known)) if joined && *known == firm => points.push(at(index + 1, b.value)),
                _ => runs.push((vec![at(index, a.value), at(index + 1, b.value)], firm)),
            }
            joined = true;
        }
        runs
    }

    fn axis_lines(&mut self) -> Painted {
        let plot = self.frame.plot;
        let axis = |board: &Board<'_>, a: Xy, b: Xy, width: u32| {
            board.path(vec![a, b], BLACK, width, Role::Line(LineKind::Axis), &[])
        };
        axis(&self.board, (plot.x0, plot.y0), (plot.x0, plot.y1), 22)?;
        if self.axes.right.is_some() {
            axis(&self.board, (plot.x1, plot.y0), (plot.x1, plot.y1), 22)?;
        }
        axis(&self.board, (plot.x0, plot.y1), (plot.x1, plot.y1), 22)?;
        let left = &self.axes.left;
        if left.min < Decimal::ZERO && left.max() > Decimal::ZERO {
            let y = self.board.at(Side::Left, 0.5, left.offset(Decimal::ZERO)).1;
            axis(&self.board, (plot.x0, y), (plot.x1, y), 22)?;
        }
        for index in 0..self.figures.count {
            let x = self.board.at(Side::Left, index as f64 + 0.5, 0.0).0;
            self.board.path(vec![(x, plot.y1), (x, plot.y1 + 80)], BLACK, 18, Role::Line(LineKind::Tick), &[])?;
        }
        Ok(())
    }

    fn leader(&self, from: Xy, to: Xy) -> Painted {
        self.board.path(vec![from, to], LEADER, 14, Role::Line(LineKind::Leader), &[])
    }

    /// Arrows before words in the plot whose target lies beyond the edge.
    fn inside_arrows(&self, labels: &[(Label, Candidate)]) -> Painted {
        let ink = target_look(self.chart.theme).ink;
        for (label, at) in labels {
            let TextKind::Target { target } = label.kind else {
                continue;
            };
            let goal = &self.figures.goals[target];
            let beyond: Vec<Option<bool>> = goal.values().iter().map(|&v| self.axes.off(goal.side, v)).collect();
            if let Some(up) = beyond.iter().copied().collect::<Option<Vec<_>>>().and_then(|all| all.first().copied()) {
                let width = crate::layout::arrow_width(self.sizes.target) * 7 / 10;
                let area = Rect { x1: at.area.x0 + width, ..at.area };
                self.board.arrow(area, up, ink)?;
            }
        }
        Ok(())
    }

    /// The samples of the legend.
    fn keys(&self, words: &GoalWords) -> Painted {
        for Key { of, area } in &self.frame.keys {
            let (_, y) = area.centre();
            match *of {
                KeyOf::Series(index) => {
                    let row = &self.figures.rows[index];
                    if row.mark == Mark::Line {
                        let line = vec![(area.x0, y), (area.x1, y)];
                        self.board.path(line, row.look.ink, row.look.width, Role::Paper, row.look.dash)?;
                        self.board.marker(area.centre(), row.look.marker, 95, row.look.ink, true, Role::Paper)?;
                    } else {
                        let ink = if row.look.filling == Filling::Solid { row.look.ink } else { WHITE };
                        self.board.rect(*area, ink, Role::Paper)?;
                        self.board.filling(*area, &row.look, true)?;
                    }
                }
                KeyOf::Goal(index) => {
                    let look = target_look(self.chart.theme);
                    if words.lines.iter().any(|line| line.goal == index) {
                        let line = vec![(area.x0, y), (area.x1, y)];
                        self.board.path(line, look.ink, look.width, Role::Paper, look.dash)?;
                    } else {
                        let goal = &self.figures.goals[index];
                        let up = goal.values().first().and_then(|&v| self.axes.off(goal.side, v)).unwrap_or(true);
                        self.board.arrow(*area, up, look.ink)?;
                    }
                }
            }
        }
        Ok(())
    }
}
