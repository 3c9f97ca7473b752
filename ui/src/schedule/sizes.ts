/** Sizes of the surface, px. */
export const SIZES = {
  number: 44,
  title: 190,
  lane: 220,
  year: 120,
  head: 30,
  /** Widest a letter gets: some engines round the width of a letter up to whole pixels. */
  font: 14,
  line: 18,
  bar: 24,
  tip: 9,
  gap: 4,
  ghost: 7,
  /** A row of a lane that is only in the schedule compared. */
  gone: 22,
  padding: 5,
  paddingX: 6,
  section: 28,
  /** The mark before the name of a lane. */
  dot: 13,
  /** Left and right of the words within a bar: the arrow takes its room. */
  barPadding: 13,
  /** Between bars that follow each other. */
  apart: 4,
} as const;
