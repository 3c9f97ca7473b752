//! How much history a file keeps.

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

/// The oldest step to keep of steps with their sizes, newest first; none when all stay.
pub(crate) fn oldest_kept(newest_first: &[(StepId, u64)], keep: Keep) -> Option<StepId> {
    let mut bytes = 0_u64;
    let kept = newest_first
        .iter()
        .zip(1_u64..)
        .take_while(|((_, size), count)| {
            bytes = bytes.saturating_add(*size);
            bytes <= keep.bytes || *count <= keep.steps
        })
        .count();
    if kept == newest_first.len() {
        return None;
    }
    newest_first[..kept].last().map(|(id, _)| *id)
}

#[cfg(test)]
mod tests {
    use super::{Keep, StepId, oldest_kept};

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
            let newest_first: Vec<_> = sizes.iter().zip(0..).map(|(size, n)| (StepId(100 - n), *size)).collect();
            let kept = oldest_kept(&newest_first, Keep { bytes: *bytes, steps: *steps });
            assert_eq!(kept, oldest.map(StepId), "{sizes:?} within {bytes} bytes, at least {steps} steps");
        }
    }
}
