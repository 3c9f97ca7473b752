//! Integer geometry in 1/100 mm, y downwards. Exact, so the same chart gives the same bytes everywhere.

/// A point in 1/100 mm.
pub type Xy = (i32, i32);

/// An upright rectangle in 1/100 mm; `x0 <= x1`, `y0 <= y1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rect {
    /// Left edge.
    pub x0: i32,
    /// Top edge.
    pub y0: i32,
    /// Right edge.
    pub x1: i32,
    /// Bottom edge.
    pub y1: i32,
}

impl Rect {
    /// The rectangle with two opposite corners.
    pub fn new(a: Xy, b: Xy) -> Self {
        Self { x0: a.0.min(b.0), y0: a.1.min(b.1), x1: a.0.max(b.0), y1: a.1.max(b.1) }
    }

    /// The rectangle of a size whose top left corner is given.
    pub fn at(x0: i32, y0: i32, width: i32, height: i32) -> Self {
        Self { x0, y0, x1: x0 + width, y1: y0 + height }
    }

    /// Width in 1/100 mm.
    pub fn width(&self) -> i32 {
        self.x1 - self.x0
    }

    /// Height in 1/100 mm.
    pub fn height(&self) -> i32 {
        self.y1 - self.y0
    }

    /// The middle.
    pub fn centre(&self) -> Xy {
        ((self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2)
    }

    /// The rectangle grown by `by` on each side.
    pub fn grown(&self, by: i32) -> Self {
        Self { x0: self.x0 - by, y0: self.y0 - by, x1: self.x1 + by, y1: self.y1 + by }
    }

    /// The smallest rectangle that also holds `p`.
    pub fn with(&self, p: Xy) -> Self {
        Self { x0: self.x0.min(p.0), y0: self.y0.min(p.1), x1: self.x1.max(p.0), y1: self.y1.max(p.1) }
    }

    /// Whether the inner parts of two rectangles overlap; touching edges do not count.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.x0 < other.x1 && other.x0 < self.x1 && self.y0 < other.y1 && other.y0 < self.y1
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(&self, other: &Self) -> bool {
        self.x0 <= other.x0 && self.y0 <= other.y0 && self.x1 >= other.x1 && self.y1 >= other.y1
    }

    /// Whether the segment a–b comes into the inside of the rectangle.
    pub fn crossed_by(&self, a: Xy, b: Xy) -> bool {
        if a.0.max(b.0) <= self.x0 || a.0.min(b.0) >= self.x1 || a.1.max(b.1) <= self.y0 || a.1.min(b.1) >= self.y1 {
            return false;
        }
        let side = |x: i32, y: i32| {
            let cross = i64::from(b.0 - a.0) * i64::from(y - a.1) - i64::from(b.1 - a.1) * i64::from(x - a.0);
            cross.signum()
        };
        let corners = [side(self.x0, self.y0), side(self.x1, self.y0), side(self.x0, self.y1), side(self.x1, self.y1)];
        !(corners.iter().all(|&s| s >= 0) || corners.iter().all(|&s| s <= 0)) || (a == b)
    }

    /// The point of the rectangle nearest to `p`.
    pub fn nearest(&self, p: Xy) -> Xy {
        (p.0.clamp(self.x0, self.x1), p.1.clamp(self.y0, self.y1))
    }

    /// The four edges.
    pub fn edges(&self) -> [(Xy, Xy); 4] {
        let (a, b, c, d) = ((self.x0, self.y0), (self.x1, self.y0), (self.x1, self.y1), (self.x0, self.y1));
        [(a, b), (b, c), (c, d), (d, a)]
    }
}

/// Whether two segments cross or touch.
pub(crate) fn segments_meet(a: Xy, b: Xy, c: Xy, d: Xy) -> bool {
    let side = |p: Xy, q: Xy, r: Xy| {
        (i64::from(q.0 - p.0) * i64::from(r.1 - p.1) - i64::from(q.1 - p.1) * i64::from(r.0 - p.0)).signum()
    };
    let boxes = a.0.min(b.0) <= c.0.max(d.0)
        && c.0.min(d.0) <= a.0.max(b.0)
        && a.1.min(b.1) <= c.1.max(d.1)
        && c.1.min(d.1) <= a.1.max(b.1);
    boxes && side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0
}

/// Distance of two points.
pub(crate) fn distance(a: Xy, b: Xy) -> i32 {
    f64::from(a.0 - b.0).hypot(f64::from(a.1 - b.1)).round() as i32
}

/// Cuts a polyline into the visible pieces of a dash pattern (on, off, on, off …).
pub(crate) fn dashed(points: &[Xy], pattern: &[i32]) -> Vec<Vec<Xy>> {
    let total: i32 = pattern.iter().sum();
    if pattern.is_empty() || total <= 0 {
        return vec![points.to_vec()];
    }
    let mut pieces = Vec::new();
    let mut piece: Vec<Xy> = points.first().copied().into_iter().collect();
    let (mut index, mut left) = (0, f64::from(pattern[0]));
    for pair in points.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        let (dx, dy) = (f64::from(b.0 - a.0), f64::from(b.1 - a.1));
        let length = dx.hypot(dy);
        let mut done = 0.0;
        while length - done > left {
            done += left;
            let at = (a.0 + (dx * done / length).round() as i32, a.1 + (dy * done / length).round() as i32);
            if index % 2 == 0 {
                piece.push(at);
                pieces.push(std::mem::take(&mut piece));
            } else {
                piece = vec![at];
            }
            index += 1;
            left = f64::from(pattern[index % pattern.len()]);
        }
        left -= length - done;
        if index % 2 == 0 {
            piece.push(b);
        }
    }
    if index % 2 == 0 && piece.len() > 1 {
        pieces.push(piece);
    }
    pieces
}

/// Lines of a diagonal hatch, `step` apart along the axes, clipped to a rectangle.
pub(crate) fn hatch(area: Rect, step: i32, rising: bool) -> Vec<(Xy, Xy)> {
    let Rect { x0, y0, x1, y1 } = area;
    let (low, high) = if rising { (x0 + y0, x1 + y1) } else { (x0 - y1, x1 - y0) };
    let mut lines = Vec::new();
    let mut c = (low.div_euclid(step) + 1) * step;
    while c < high {
        let y_at = |x: i32| if rising { c - x } else { x - c };
        let x_at = |y: i32| if rising { c - y } else { c + y };
        let clip = |x: i32| {
            let y = y_at(x);
            if y < y0 {
                (x_at(y0), y0)
            } else if y > y1 {
                (x_at(y1), y1)
            } else {
                (x, y)
            }
        };
        let (from, to) = (clip(x0), clip(x1));
        if from != to {
            lines.push((from, to));
        }
        c += step;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segment_crossing_a_box_is_seen() {
        let area = Rect::at(100, 100, 100, 50);
        assert!(area.crossed_by((0, 125), (300, 125)));
        assert!(area.crossed_by((90, 90), (210, 160)));
        assert!(!area.crossed_by((0, 100), (300, 100)), "along the edge only");
        assert!(!area.crossed_by((190, 40), (260, 170)), "past the corner");
        assert!(area.crossed_by((150, 120), (160, 130)), "wholly inside");
    }

    #[test]
    fn dashes_cover_the_on_share_of_the_line() {
        let pieces = dashed(&[(0, 0), (1000, 0), (1000, 500)], &[60, 40]);
        let drawn: i32 = pieces.iter().flat_map(|p| p.windows(2)).map(|w| distance(w[0], w[1])).sum();
        assert_eq!(drawn, 900);
        assert!(pieces.iter().any(|piece| piece.len() == 3 || piece[0] == (1000, 0)));
    }

    #[test]
    fn hatch_stays_inside() {
        let area = Rect::at(130, 70, 410, 330);
        for rising in [true, false] {
            let lines = hatch(area, 60, rising);
            assert!(lines.len() > 8);
            for (a, b) in lines {
                assert!(area.contains(&Rect::new(a, b)));
                assert_eq!((a.0 - b.0).abs(), (a.1 - b.1).abs());
            }
        }
    }

    #[test]
    fn crossing_segments_meet() {
        assert!(segments_meet((0, 0), (10, 10), (0, 10), (10, 0)));
        assert!(!segments_meet((0, 0), (10, 10), (11, 0), (20, 10)));
    }
}
