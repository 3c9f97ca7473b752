//! The legend: samples with names, in rows above the plot or in a column beside it.

use super::{GoalPlace, Key, KeyOf, Layout, MARGIN, NamePlace, Spot};
use crate::geometry::Rect;
use crate::marks::TextKind;
use crate::model::Mark;
use crate::recording::Align;

impl Layout<'_> {
    pub(super) fn series_keys(&self) -> Vec<KeyOf> {
        match self.plan.names {
            NamePlace::Title | NamePlace::Direct => Vec::new(),
            NamePlace::Above => (0..self.figures.rows.len()).map(KeyOf::Series).collect(),
            NamePlace::Right => (0..self.figures.rows.len()).rev().map(KeyOf::Series).collect(),
        }
    }

    pub(super) fn goal_keys(&self) -> Vec<KeyOf> {
        if self.plan.goals == GoalPlace::Legend {
            (0..self.figures.goals.len())
                .filter(|&g| !self.figures.goals[g].lines.is_empty())
                .map(KeyOf::Goal)
                .collect()
        } else {
            Vec::new()
        }
    }

    pub(super) fn key_text(&self, of: KeyOf) -> (String, TextKind) {
        match of {
            KeyOf::Series(index) => (self.figures.rows[index].name.clone(), TextKind::Legend),
            KeyOf::Goal(index) => (self.figures.goals[index].lines.join(" "), TextKind::Target { target: index }),
        }
    }

    /// Width of a legend sample.
    pub(super) fn key_width(&self, of: KeyOf) -> i32 {
        let bar = matches!(of, KeyOf::Series(index) if self.figures.rows[index].mark != Mark::Line);
        if bar { self.sizes.legend * 3 / 2 } else { self.sizes.legend * 3 }
    }

    /// Puts legend entries in centred rows from `top`; returns the height used.
    pub(super) fn legend_rows(&self, of: &[KeyOf], top: i32, spots: &mut Vec<Spot>, keys: &mut Vec<Key>) -> i32 {
        let size = self.sizes.legend;
        let (line, gap, between) = (size * 3 / 2, size / 3, size * 3 / 2);
        let room = self.canvas.width() - 2 * MARGIN;
        let mut rows: Vec<Vec<(KeyOf, Vec<String>, i32)>> = Vec::new();
        let mut used = 0;
        for &of in of {
            let key = self.key_width(of);
            let lines = self.ts.wrap(&self.key_text(of).0, size, false, room - key - gap);
            let width = key + gap + self.ts.widest(lines.iter().map(String::as_str), size, false);
            match rows.last_mut() {
                Some(row) if used + between + width <= room => {
                    used += between + width;
                    row.push((of, lines, width));
                }
                _ => {
                    used = width;
                    rows.push(vec![(of, lines, width)]);
                }
            }
        }
        let mut y = top;
        for row in rows {
            let total: i32 = row.iter().map(|(_, _, width)| width).sum::<i32>() + between * (row.len() as i32 - 1);
            let mut x = (self.canvas.x0 + self.canvas.x1 - total) / 2;
            let deepest = row.iter().map(|(_, lines, _)| lines.len()).max().unwrap_or(1) as i32;
            for (of, lines, width) in row {
                self.legend_entry(of, &lines, (x, y), spots, keys);
                x += width + between;
            }
            y += line + (deepest - 1) * size * 5 / 4;
        }
        y - top
    }

    pub(super) fn legend_entry(
        &self,
        of: KeyOf,
        lines: &[String],
        (x, y): (i32, i32),
        spots: &mut Vec<Spot>,
        keys: &mut Vec<Key>,
    ) {
        let size = self.sizes.legend;
        let (key, gap) = (self.key_width(of), size / 3);
        keys.push(Key { of, area: Rect::at(x, y + size / 10, key, size * 8 / 10) });
        let (_, kind) = self.key_text(of);
        for (index, text) in lines.iter().enumerate() {
            spots.push(Spot {
                kind,
                text: text.clone(),
                x: x + key + gap,
                top: y + index as i32 * size * 5 / 4,
                size,
                align: Align::Start,
                bold: false,
            });
        }
    }
}
