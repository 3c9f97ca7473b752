//! How much history a file keeps.

use chrono::NaiveDate;

use super::StepId;

/// How much history a file keeps: steps as long as they fit into `bytes`, but at least `steps`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Keep {
    /// Bytes of changesets.
    pub bytes: u64,
    /// Steps that are kept whatever their size.
    pub steps: u64,
}

impl Keep {
    /// 200 MB: some 200,000 single edits with a page of text each, or ten imports of a whole city.
    pub(crate) const USUAL: Self = Self { bytes: 200_000_000, steps: 1_000 };
}

/// How much history there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Totals {
    pub steps: u64,
    pub bytes: u64,
}

impl Totals {
    /// Whether something has to go.
    pub(crate) fn exceed(self, keep: Keep) -> bool {
        self.bytes > keep.bytes && self.steps > keep.steps
    }

    /// With one step more.
    pub(crate) fn and(self, bytes: usize) -> Self {
        Self { steps: self.steps + 1, bytes: self.bytes.saturating_add(bytes as u64) }
    }
}

/// A step as far as its keeping goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Kept {
    pub id: StepId,
    pub bytes: u64,
    pub day: NaiveDate,
    /// Undone: redo does it again.
    pub undone: bool,
}

/// The oldest step to keep of all steps, newest first; none when all stay.
///
/// A step stays while all that are as new fit, while it is among the newest ones, when it was done
/// today (or later, by a clock that was put back), and when redo needs it. What is older than a
/// step that stays goes only as a whole: a history has no gaps.
pub(crate) fn oldest_kept(newest_first: &[Kept], keep: Keep, today: NaiveDate) -> Option<StepId> {
    let mut bytes = 0_u64;
    let mut fits = true;
    let stays = |(step, count): &(&Kept, u64)| {
        bytes = bytes.saturating_add(step.bytes);
        fits &= bytes <= keep.bytes || *count <= keep.steps;
        fits || step.day >= today || step.undone
    };
    let kept = newest_first.iter().zip(1_u64..).take_while(stays).count();
    if kept == newest_first.len() {
        return None;
    }
    newest_first[..kept].last().map(|step| step.id)
}

#[cfg(test)]
mod tests {
    use chrono::{Days, NaiveDate};

    use super::{Keep, Kept, StepId, oldest_kept};

    fn kept(sizes: &[u64], today: usize, undone: usize, keep: Keep) -> Option<i64> {
        let day = NaiveDate::from_ymd_opt(2024, 5, 17).unwrap_or_default();
        let before = day - Days::new(1);
        let steps: Vec<Kept> = sizes
            .iter()
            .enumerate()
            .map(|(n, size)| Kept {
                id: StepId(100 - n as i64),
                bytes: *size,
                day: if n < today { day } else { before },
                undone: n < undone,
            })
            .collect();
        oldest_kept(&steps, keep, day).map(|id| id.0)
    }

    #[test]
    fn steps_stay_while_they_fit_or_are_among_the_newest() {
        // (sizes newest first, bytes kept, steps kept, oldest step kept)
        let table: &[(&[u64], u64, u64, Option<i64>)] = &[
            (&[], 10, 1, None),
            (&[5], 10, 0, None),
            (&[5, 5], 10, 0, None),
            (&[5, 5, 1], 10, 0, Some(99)),
            (&[5, 6, 1], 10, 0, Some(100)),
            (&[50, 50, 50], 10, 3, None),
            (&[50, 50, 50], 10, 2, Some(99)),
            (&[50, 1, 1], 10, 1, Some(100)),
            (&[1, 1, 50, 1], 10, 3, Some(98)),
            (&[0, 0, 0], 0, 0, None),
            (&[u64::MAX, u64::MAX], 10, 1, Some(100)),
        ];
        for (sizes, bytes, steps, oldest) in table {
            let keep = Keep { bytes: *bytes, steps: *steps };
            assert_eq!(kept(sizes, 0, 0, keep), *oldest, "{sizes:?} within {bytes} bytes, at least {steps} steps");
        }
    }

    #[test]
    fn what_was_done_today_or_can_be_redone_stays_whatever_its_size() {
        // (sizes newest first, steps of today, steps undone, oldest step kept)
        let table: &[(&[u64], usize, usize, Option<i64>)] = &[
            (&[50, 50, 50], 3, 0, None),
            (&[50, 50, 50], 2, 0, Some(99)),
            (&[50, 50, 50, 50], 1, 3, Some(98)),
            (&[50, 50, 50], 0, 2, Some(99)),
            (&[50, 50, 50], 0, 3, None),
            (&[50, 1, 1], 1, 0, Some(100)),
        ];
        for (sizes, today, undone, oldest) in table {
            let keep = Keep { bytes: 10, steps: 0 };
            let told = format!("{sizes:?}, {today} of today, {undone} undone");
            assert_eq!(kept(sizes, *today, *undone, keep), *oldest, "{told}");
        }
    }
}
