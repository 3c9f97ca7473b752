import type { MenuEntry } from '../components/menu';
import type { Shape } from '../ipc/Shape';
import { t, type TextKey } from '../texts';

type Plain = Extract<TextKey, `sample-${string}`>;

/** The shapes of the samples, the usual one first, with the name and the line that tells about it. */
const SAMPLES: Readonly<Record<Shape, readonly [name: Plain, about: Plain]>> = {
  progress: ['sample-progress', 'sample-progress-about'],
  outline: ['sample-outline', 'sample-outline-about'],
  chapters: ['sample-chapters', 'sample-chapters-about'],
  targets: ['sample-targets', 'sample-targets-about'],
  strategy: ['sample-strategy', 'sample-strategy-about'],
};

const SAMPLE = 'sample:';

/** The samples as entries of a menu. */
export function sampleEntries(): MenuEntry[] {
  return Object.entries(SAMPLES).map(([shape, [name, about]]) => ({ value: SAMPLE + shape, label: t(name), about: t(about) }));
}

/** The sample an entry of a menu stands for; `undefined` when it stands for something else. */
export function sampleOf(value: string): Shape | undefined {
  const word = value.startsWith(SAMPLE) ? value.slice(SAMPLE.length) : '';
  return Object.hasOwn(SAMPLES, word) ? (word as Shape) : undefined;
}
