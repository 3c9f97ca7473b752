//! Finds places for labels: candidates are scored against everything drawn, and neighbours give way.

use crate::geometry::{Rect, Xy, segments_meet};

/// Free space kept between letters and lines, in 1/100 mm.
const CLEAR: i32 = 22;
/// Free space kept between two texts.
const BETWEEN: i32 = 35;
/// Candidates of a label that are kept, best first.
const KEPT: usize = 40;
/// Free candidates of a label that are looked at.
const TRIED: usize = 60;
/// How many labels in a row are asked to move for one that has no place.
const DEPTH: usize = 2;
/// How many places of a label are asked for, for each hand that is left.
const ASKED: usize = 10;
/// Rounds of moving labels to better places after all have one.
const ROUNDS: usize = 3;

/// A place a label may take.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Candidate {
    /// Box of the letters.
    pub area: Rect,
    /// Thin line from the thing labelled to the box.
    pub leader: Option<(Xy, Xy)>,
    /// The less the better.
    pub cost: i32,
}

/// A label that wants a place.
#[derive(Clone, Debug)]
pub(crate) struct Wanted {
    pub candidates: Vec<Candidate>,
    /// Labels that must be placed go first.
    pub required: bool,
    /// Labels that choose before the others.
    pub first: bool,
    /// What it labels, for judging whether it could be taken for the label of something else.
    pub anchor: Option<Xy>,
}

/// What is drawn and must stay free of text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Obstacles {
    /// Boxes no text may leave.
    pub bounds: Option<Rect>,
    /// Texts with a fixed place.
    pub texts: Vec<Rect>,
    /// Lines with half their thickness.
    pub lines: Vec<(Xy, Xy, i32)>,
    /// Markers.
    pub markers: Vec<Rect>,
    /// Bars; their edges are among the lines, a label wholly inside is allowed at a price.
    pub bars: Vec<Rect>,
}

impl Obstacles {
    /// Adds the four edges of a bar and its inside.
    pub(crate) fn bar(&mut self, area: Rect) {
        for (a, b) in area.edges() {
            self.lines.push((a, b, 12));
        }
        self.bars.push(area);
    }

    /// The obstacles that candidates could meet.
    fn near(&self, candidates: &[Candidate]) -> Self {
        let Some(first) = candidates.first() else {
            return Self::default();
        };
        let hull = candidates.iter().fold(first.area, |hull, candidate| {
            let area = candidate.leader.map_or(candidate.area, |(from, _)| candidate.area.with(from));
            hull.with((area.x0, area.y0)).with((area.x1, area.y1))
        });
        let hull = hull.grown(200);
        let keep = |areas: &[Rect]| areas.iter().copied().filter(|area| area.overlaps(&hull)).collect();
        Self {
            bounds: self.bounds,
            texts: keep(&self.texts),
            lines: self.lines.iter().copied().filter(|&(a, b, _)| hull.crossed_by(a, b)).collect(),
            markers: keep(&self.markers),
            bars: keep(&self.bars),
        }
    }

    fn blocks(&self, area: &Rect) -> bool {
        self.bounds.is_some_and(|bounds| !bounds.contains(area))
            || self.texts.iter().any(|text| text.grown(BETWEEN).overlaps(area))
            || self.markers.iter().any(|marker| marker.grown(CLEAR).overlaps(area))
            || self.lines.iter().any(|&(a, b, half)| area.grown(half + CLEAR).crossed_by(a, b))
    }

    /// Price of a leader, or `None` when it would run through a text or a marker.
    fn leader_price(&self, from: Xy, to: Xy) -> Option<i32> {
        let through_text = self.texts.iter().any(|text| text.grown(CLEAR).crossed_by(from, to));
        let own = |marker: &Rect| marker.grown(CLEAR * 2).contains(&Rect::new(from, from));
        let through_marker = self.markers.iter().any(|marker| !own(marker) && marker.grown(8).crossed_by(from, to));
        if through_text || through_marker {
            return None;
        }
        let crossed = self.lines.iter().filter(|&&(a, b, _)| segments_meet(from, to, a, b)).count();
        Some(8 * crossed as i32)
    }

    fn price(&self, candidate: &Candidate, anchor: Option<Xy>) -> Option<i32> {
        if self.blocks(&candidate.area) {
            return None;
        }
        let mut cost = candidate.cost;
        if let Some((from, to)) = candidate.leader {
            cost += self.leader_price(from, to)?;
        }
        if self.bars.iter().any(|bar| bar.contains(&candidate.area)) {
            cost += 3;
        }
        if let (Some(anchor), None) = (anchor, candidate.leader) {
            let own = gap(&candidate.area, anchor);
            let stranger = self
                .markers
                .iter()
                .filter(|marker| !marker.contains(&Rect::new(anchor, anchor)))
                .map(|marker| gap(&candidate.area, marker.centre()))
                .min();
            cost += match stranger {
                Some(other) if other < own => 14,
                Some(other) if other < own * 3 / 2 => 5,
                _ => 0,
            };
        }
        Some(cost)
    }
}

fn gap(area: &Rect, point: Xy) -> i32 {
    crate::geometry::distance(area.nearest(point), point)
}

fn conflict(a: &Candidate, b: &Candidate) -> bool {
    let runs_through =
        |leader: Option<(Xy, Xy)>, area: &Rect| leader.is_some_and(|(from, to)| area.grown(CLEAR).crossed_by(from, to));
    a.area.grown(BETWEEN).overlaps(&b.area)
        || runs_through(a.leader, &b.area)
        || runs_through(b.leader, &a.area)
        || matches!((a.leader, b.leader), (Some(p), Some(q)) if segments_meet(p.0, p.1, q.0, q.1))
}

struct Search {
    choices: Vec<Vec<Candidate>>,
    taken: Vec<Option<Candidate>>,
}

impl Search {
    fn free(&self, candidate: &Candidate, except: &[usize]) -> bool {
        self.taken
            .iter()
            .enumerate()
            .all(|(index, other)| except.contains(&index) || other.as_ref().is_none_or(|o| !conflict(candidate, o)))
    }

    fn best(&self, label: usize) -> Option<Candidate> {
        self.choices[label].iter().find(|candidate| self.free(candidate, &[label])).copied()
    }

    /// Finds a place for a label; where others hold all of them, they are asked to move, `depth` hands deep.
    /// On failure everything is as before.
    fn settle(&mut self, label: usize, depth: usize, locked: &mut Vec<usize>) -> bool {
        if let Some(candidate) = self.best(label) {
            self.taken[label] = Some(candidate);
            return true;
        }
        if depth == 0 {
            return false;
        }
        for index in 0..self.choices[label].len().min(ASKED * depth) {
            let candidate = self.choices[label][index];
            let holders: Vec<usize> = (0..self.taken.len())
                .filter(|&other| other != label && self.taken[other].as_ref().is_some_and(|o| conflict(&candidate, o)))
                .collect();
            if holders.len() > depth || holders.iter().any(|holder| locked.contains(holder)) {
                continue;
            }
            let before = self.taken.clone();
            for &holder in &holders {
                self.taken[holder] = None;
            }
            self.taken[label] = Some(candidate);
            locked.push(label);
            let moved = holders.iter().all(|&holder| self.settle(holder, depth - 1, locked));
            locked.pop();
            if moved {
                return true;
            }
            self.taken = before;
        }
        false
    }
}

/// Gives each label a place, or `None` where there is none; no two places conflict.
pub(crate) fn place(wanted: &[Wanted], obstacles: &Obstacles) -> Vec<Option<Candidate>> {
    let choices: Vec<Vec<Candidate>> = wanted
        .iter()
        .map(|label| {
            let near = obstacles.near(&label.candidates);
            let mut candidates = label.candidates.clone();
            candidates.sort_by_key(|candidate| candidate.cost);
            // Prices only rise, so once enough places are free the dearer ones need no look.
            let mut choices: Vec<Candidate> = candidates
                .into_iter()
                .filter_map(|candidate| {
                    near.price(&candidate, label.anchor).map(|cost| Candidate { cost, ..candidate })
                })
                .take(TRIED)
                .collect();
            choices.sort_by_key(|candidate| candidate.cost);
            choices.truncate(KEPT);
            choices
        })
        .collect();
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by_key(|&label| (!wanted[label].required, !wanted[label].first, choices[label].len()));
    let mut search = Search { choices, taken: vec![None; wanted.len()] };
    for &label in &order {
        search.settle(label, DEPTH, &mut Vec::new());
    }
    for _ in 0..ROUNDS {
        let mut moved = false;
        for &label in &order {
            if let (Some(now), Some(better)) = (search.taken[label], search.best(label))
                && better.cost < now.cost
            {
                search.taken[label] = Some(better);
                moved = true;
            }
        }
        if !moved {
            break;
        }
    }
    search.taken
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::*;

    fn at(x: i32, cost: i32) -> Candidate {
        Candidate { area: Rect::at(x, 0, 100, 50), leader: None, cost }
    }

    fn wants(candidates: Vec<Candidate>) -> Wanted {
        Wanted { candidates, required: false, first: false, anchor: None }
    }

    #[test]
    fn a_label_gives_way_to_one_with_a_single_place() {
        let wanted = [wants(vec![at(0, 0), at(500, 9)]), wants(vec![at(0, 0)])];
        let places = place(&wanted, &Obstacles::default());
        assert_eq!(places[0].unwrap().area.x0, 500);
        assert_eq!(places[1].unwrap().area.x0, 0);
    }

    #[test]
    fn a_chain_of_labels_moves_up() {
        let wanted =
            [wants(vec![at(0, 0), at(200, 1)]), wants(vec![at(200, 0), at(400, 1)]), wants(vec![at(0, 0), at(0, 3)])];
        let places = place(&wanted, &Obstacles::default());
        assert!(places.iter().all(Option::is_some));
    }

    #[test]
    fn nothing_is_placed_on_a_line() {
        let mut obstacles = Obstacles::default();
        obstacles.lines.push(((-100, 25), (300, 25), 20));
        let places = place(&[wants(vec![at(0, 0), at(600, 9)])], &obstacles);
        assert_eq!(places[0].unwrap().area.x0, 600);
        assert!(place(&[wants(vec![at(0, 0)])], &obstacles)[0].is_none());
    }
}
