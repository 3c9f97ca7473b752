//! Target lines and the words beside them, and the names beside the ends of lines.

use crate::axes::Axes;
use crate::board::Board;
use crate::figures::{Figures, Goal};
use crate::geometry::{Rect, Xy};
use crate::labels::{Label, Plotted, around_point, leader_to};
use crate::layout::{Frame, GoalPlace, Misfit, NamePlace, Plan, Spot, arrow_width, column_most, goal_lines};
use crate::marks::TextKind;
use crate::placing::{Candidate, Wanted};
use crate::recording::Align;
use crate::text::Typesetter;
use crate::theme::Sizes;

/// A target line on the paper.
#[derive(Clone, Copy, Debug)]
pub(crate) struct GoalLine {
    pub goal: usize,
    pub from: Xy,
    pub to: Xy,
}

/// A block of words for the right column.
#[derive(Clone, Debug)]
struct Block {
    kind: TextKind,
    lines: Vec<String>,
    size: i32,
    /// Height at which it would like its middle.
    wish: i32,
    /// End of its line, and whether a leader is wanted even when the block stands at its height.
    end: Option<Xy>,
    /// Points beyond the edge: up or down.
    arrow: Option<bool>,
    series: Option<usize>,
}

/// Lines and words of the targets and names.
#[derive(Clone, Debug, Default)]
pub(crate) struct GoalWords {
    pub lines: Vec<GoalLine>,
    /// Words with a fixed place.
    pub spots: Vec<Spot>,
    /// Thin lines from words to what they mean.
    pub leaders: Vec<(Xy, Xy)>,
    /// Arrows of targets beyond the edge: box, upwards, target.
    pub arrows: Vec<(Rect, bool, usize)>,
    /// Words that take part in the search for places.
    pub wanted: Vec<Label>,
    blocks: Vec<Block>,
    line_height: i32,
}

/// Ends of the line of a target in category positions.
pub(crate) fn goal_span(goal: &Goal, count: usize, pad: f64) -> (f64, f64) {
    let (start, end) = (0.5 - pad, count as f64 - 0.5 + pad);
    let from = if goal.from == 0 { start } else { goal.from as f64 };
    let to = if goal.to + 1 == count { end } else { goal.to as f64 + 1.0 };
    (from.max(start), to.min(end))
}

/// Lines and words of the targets for a plan.
pub(crate) fn goal_words(
    figures: &Figures,
    axes: &Axes,
    frame: &Frame,
    board: &Board<'_>,
    ts: &Typesetter<'_>,
    sizes: &Sizes,
    plan: Plan,
) -> Result<GoalWords, Misfit> {
    let mut words = GoalWords { line_height: sizes.target * 5 / 4, ..GoalWords::default() };
    for (index, goal) in figures.goals.iter().enumerate() {
        let (from, to) = goal_span(goal, figures.count, frame.pad);
        let mut heights = Vec::new();
        let mut beyond = None;
        for value in goal.values() {
            match axes.off(goal.side, value) {
                Some(up) => beyond = Some(up),
                None => {
                    let offset = axes.scale(goal.side).offset(value);
                    let line = GoalLine {
                        goal: index,
                        from: board.at(goal.side, from, offset),
                        to: board.at(goal.side, to, offset),
                    };
                    heights.push(line.from.1);
                    words.lines.push(line);
                }
            }
        }
        let arrow = if heights.is_empty() { beyond } else { None };
        if goal.lines.is_empty() || plan.goals == GoalPlace::Legend {
            continue;
        }
        let middle = heights.iter().sum::<i32>() / (heights.len().max(1) as i32);
        let ends = (board.at(goal.side, from, 0.0).0, board.at(goal.side, to, 0.0).0);
        if plan.goals == GoalPlace::Column && goal.to + 1 == figures.count {
            let wish = match arrow {
                Some(true) => frame.plot.y0,
                Some(false) => frame.plot.y1,
                None => middle,
            };
            words.blocks.push(Block {
                kind: TextKind::Target { target: index },
                lines: goal_lines(figures, index, ts, sizes, column_most(frame.canvas.width())),
                size: sizes.target,
                wish,
                end: arrow.is_none().then_some((ends.1, middle)),
                arrow,
                series: None,
            });
        } else {
            words.wanted.push(inside(index, goal, frame, ts, sizes, ends, &heights, arrow));
        }
    }
    Ok(words)
}

/// Words in the plot, above or below their line, or at the edge with an arrow.
#[allow(clippy::too_many_arguments)]
fn inside(
    index: usize,
    goal: &Goal,
    frame: &Frame,
    ts: &Typesetter<'_>,
    sizes: &Sizes,
    (left, right): (i32, i32),
    heights: &[i32],
    arrow: Option<bool>,
) -> Label {
    let size = sizes.target;
    let text = goal.lines.join(" ");
    let lead = if arrow.is_some() { arrow_width(size) } else { 0 };
    let (w, h) = (ts.width(&text, size, false) + lead, ts.height(&text, size, false));
    let mut candidates = Vec::new();
    let plot = frame.plot;
    let (left, right) = if right - left >= w + 120 {
        (left, right)
    } else {
        // Shorter than its words: they may stand out on both sides.
        ((right - w - 120).max(plot.x0), (left + w + 120).min(plot.x1))
    };
    let slack = (right - left - w - 120).max(0);
    let tops: Vec<(i32, i32)> = match arrow {
        Some(true) => (0..4).map(|i| (plot.y0 + 60 + i * h * 3 / 2, i * 12)).collect(),
        Some(false) => (0..4).map(|i| (plot.y1 - 80 - h - i * h * 3 / 2, i * 12)).collect(),
        None => {
            heights.iter().rev().flat_map(|&y| [(y - 60 - h, 0), (y + 60, 3), (y - 110 - h, 6), (y + 110, 8)]).collect()
        }
    };
    for (top, cost) in tops {
        for step in 0..=16 {
            let area = Rect::at(right - 60 - w - slack * step / 16, top, w, h);
            candidates.push(Candidate { area, leader: None, cost: cost + step });
        }
    }
    Label {
        kind: TextKind::Target { target: index },
        lines: vec![text],
        size,
        bold: false,
        align: Align::End,
        wanted: Wanted { candidates, required: true, first: true, anchor: None },
    }
}

/// The names of lines that stand at their ends.
pub(crate) struct Names {
    blocks: Vec<(usize, Vec<String>, Xy, i32)>,
    wanted: Vec<Label>,
}

/// Names beside the ends of lines, for a plan that has them there.
pub(crate) fn direct_names(
    figures: &Figures,
    frame: &Frame,
    plotted: &Plotted,
    ts: &Typesetter<'_>,
    sizes: &Sizes,
    plan: Plan,
) -> Names {
    let mut names = Names { blocks: Vec::new(), wanted: Vec::new() };
    if plan.names != NamePlace::Direct {
        return names;
    }
    for (series, row) in figures.rows.iter().enumerate() {
        let Some(last) = row.last() else { continue };
        let Some(at) = plotted.points[series][last] else {
            continue;
        };
        if row.name.is_empty() {
            continue;
        }
        let size = sizes.legend;
        if last + 1 == figures.count {
            let lines = ts.wrap(&row.name, size, false, column_most(frame.canvas.width()));
            names.blocks.push((series, lines, (at.0 + plotted.radius, at.1), size));
        } else {
            let (w, h) = (ts.width(&row.name, size, false), ts.height(&row.name, size, false));
            let mut candidates = around_point(at, plotted.radius + 90, (w, h), false, 0);
            for candidate in &mut candidates {
                // A name belongs to the right of its line's end; elsewhere it would look like a value.
                let right = candidate.area.x0 >= at.0 + plotted.radius;
                candidate.cost += if right { 0 } else { 16 };
            }
            names.wanted.push(Label {
                kind: TextKind::SeriesName { series },
                lines: vec![row.name.clone()],
                size,
                bold: false,
                align: Align::Start,
                wanted: Wanted { candidates, required: true, first: true, anchor: Some(at) },
            });
        }
    }
    names
}

impl GoalWords {
    /// Adds the names and gives everything in the right column its place.
    pub(crate) fn with_names(mut self, names: Names, frame: &Frame) -> Result<Self, Misfit> {
        for (series, lines, end, size) in names.blocks {
            self.blocks.push(Block {
                kind: TextKind::SeriesName { series },
                lines,
                size,
                wish: end.1,
                end: Some(end),
                arrow: None,
                series: Some(series),
            });
        }
        self.wanted.extend(names.wanted);
        let blocks = std::mem::take(&mut self.blocks);
        let heights: Vec<i32> = blocks.iter().map(|block| block.lines.len() as i32 * block.size * 5 / 4).collect();
        let wishes: Vec<i32> = blocks.iter().map(|block| block.wish).collect();
        let range = (frame.plot.y0 - self.line_height / 2, frame.plot.y1 + 60);
        let tops = spread(&wishes, &heights, range).ok_or(Misfit::Crowded)?;
        for ((block, top), height) in blocks.into_iter().zip(tops).zip(heights) {
            self.set_block(&block, top, height, frame);
        }
        Ok(self)
    }

    fn set_block(&mut self, block: &Block, top: i32, height: i32, frame: &Frame) {
        let middle = top + height / 2;
        let mut x = frame.column;
        if let (Some(up), TextKind::Target { target }) = (block.arrow, block.kind) {
            let area = Rect::at(x, middle - block.size / 2, arrow_width(block.size) * 7 / 10, block.size);
            self.arrows.push((area, up, target));
            x += arrow_width(block.size);
        }
        if let Some(end) = block.end
            && (middle - end.1).abs() > block.size / 2
        {
            let to = (frame.column - 45, middle);
            let from = match block.series {
                Some(_) => leader_to((end.0 - 90, end.1), 90, &Rect::new(to, to)).0,
                None => end,
            };
            self.leaders.push((from, to));
        }
        let step = block.size * 5 / 4;
        // The letters of a line are nearer to the top of their line than to its bottom.
        let first = top + (step - block.size) / 2;
        for (index, text) in block.lines.iter().enumerate() {
            self.spots.push(Spot {
                kind: block.kind,
                text: text.clone(),
                x,
                top: first + index as i32 * step,
                size: block.size,
                align: Align::Start,
                bold: false,
            });
        }
    }
}

/// Tops of blocks that would like their middles at `wishes`, moved apart as little as needed.
fn spread(wishes: &[i32], heights: &[i32], (low, high): (i32, i32)) -> Option<Vec<i32>> {
    if heights.iter().sum::<i32>() > high - low {
        return None;
    }
    struct Cluster {
        members: Vec<usize>,
        top: i32,
        height: i32,
    }
    let settle = |members: &[usize]| -> (i32, i32) {
        let height: i32 = members.iter().map(|&m| heights[m]).sum();
        let mut above = 0;
        let mut wish = 0i64;
        for &m in members {
            wish += i64::from(wishes[m] - heights[m] / 2 - above);
            above += heights[m];
        }
        let top = (wish / members.len().max(1) as i64) as i32;
        (top.min(high - height).max(low), height)
    };
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    order.sort_by_key(|&index| (wishes[index], index));
    let mut clusters: Vec<Cluster> = Vec::new();
    for index in order {
        let mut members = vec![index];
        let (mut top, mut height) = settle(&members);
        while let Some(above) = clusters.last() {
            if above.top + above.height <= top {
                break;
            }
            let mut joined = above.members.clone();
            joined.extend(&members);
            members = joined;
            (top, height) = settle(&members);
            clusters.pop();
        }
        clusters.push(Cluster { members, top, height });
    }
    let mut tops = vec![0; wishes.len()];
    for cluster in clusters {
        let mut y = cluster.top;
        for member in cluster.members {
            tops[member] = y;
            y += heights[member];
        }
    }
    Some(tops)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_moved_apart_and_stay_inside() {
        let tops = spread(&[100, 110, 500], &[40, 40, 40], (0, 600));
        assert_eq!(tops, Some(vec![65, 105, 480]));
        let tops = spread(&[590, 595], &[40, 40], (0, 600));
        assert_eq!(tops, Some(vec![520, 560]));
        assert_eq!(spread(&[10, 20], &[40, 40], (0, 70)), None);
    }
}
