import { SIZES } from './sizes';

/** A text with the width it has, px. */
export type Fitted = readonly [text: string, width: number];

/** Says how many lines texts take in their widths. All are named beforehand, so that they are measured at once. */
export type MeasureLines = (texts: readonly Fitted[]) => (text: string, width: number) => number;

/**
 * Lines a text takes at most in a width, px, where nothing is drawn that could be measured. Japanese letters are as wide as
 * the font is high, Latin ones about half; a line may end one letter early, for not every letter may begin the next one
 * (禁則).
 */
export function estimatedLines(text: string, width: number): number {
  let lines = 0;
  for (const line of text.split('\n')) {
    let wide = 0;
    for (const letter of line) wide += (letter.codePointAt(0) ?? 0) < 0x250 ? 0.56 : 1;
    const needed = wide * SIZES.font;
    lines += needed <= width ? 1 : Math.ceil(needed / Math.max(width - SIZES.font, SIZES.font));
  }
  return lines;
}

/** Measures by the widths letters have at most. */
export const estimated: MeasureLines = () => estimatedLines;

/** Letters each of which is drawn by itself, as wide as alone. */
const SINGLE = /^[\u0020-\u024f\u2460-\u24ff\u3000-\u3098\u309b-\u9fff\uff00-\uffef\n]*$/u;
/** Letters between which every engine breaks a line: kanji and kana, but no small ones, marks or signs of sound. */
const BREAKS = /^[\u4e00-\u9fffあいうえおか-ぢつ-もやゆよ-ろわ-んアイウエオカ-ヂツ-モヤユヨ-ロワ-ン]$/u;
/** How near to the end of a line a letter is not decided by adding up, px: pairs of letters may stand closer. */
const DOUBT = 2;
/** Measures kept, so that a schedule laid out again while a bar is dragged measures that bar only. */
const MOST_KEPT = 100_000;

/**
 * Measures by drawing: only the engine knows where it breaks a line, for kana are narrower than kanji, a W is wider than an
 * i, and some engines round the width of a letter. Every letter is drawn once; a text is drawn only where its letters do
 * not add up to an answer. `probe` is an element that is laid out with the font of the surface and not seen.
 */
export function drawnLines(probe: HTMLElement): MeasureLines {
  const letters = new Map<string, number>();
  const kept = new Map<string, number>();
  const key = (text: string, width: number): string => `${width} ${text}`;

  function draw<T>(all: Iterable<T>, element: (one: T) => HTMLElement, read: (one: T, drawn: HTMLElement) => void): void {
    const drawn = Array.from(all, (one) => [one, element(one)] as const);
    if (drawn.length === 0) return;
    probe.replaceChildren(...drawn.map(([, made]) => made));
    for (const [one, made] of drawn) read(one, made);
    probe.replaceChildren();
  }

  function measureLetters(texts: Iterable<Fitted>): void {
    const unknown = new Set<string>();
    for (const [text] of texts) for (const letter of text) if (!letters.has(letter)) unknown.add(letter);
    draw(
      unknown,
      (letter) => Object.assign(document.createElement('span'), { textContent: letter, className: 'letter' }),
      (letter, drawn) => letters.set(letter, drawn.getBoundingClientRect().width),
    );
  }

  /** The lines the letters add up to; none where the engine has to be asked. */
  function added(text: string, width: number): number | undefined {
    if (!SINGLE.test(text) || text.endsWith('\n')) return undefined;
    let lines = 0;
    for (const line of text.split('\n')) {
      lines += 1;
      let [wide, before] = [0, ''];
      for (const letter of line) {
        const end = wide + (letters.get(letter) ?? 0);
        if (end <= width - DOUBT) wide = end;
        else if (end < width + DOUBT || !BREAKS.test(before) || !BREAKS.test(letter)) return undefined;
        else {
          lines += 1;
          wide = end - wide;
        }
        before = letter;
      }
    }
    return lines;
  }

  function measure(texts: readonly Fitted[]): void {
    const unknown = new Map(texts.filter(([text, width]) => !kept.has(key(text, width))).map((one) => [key(...one), one]));
    if (unknown.size === 0) return;
    if (kept.size > MOST_KEPT) kept.clear();
    measureLetters(unknown.values());
    // Nothing has a width where nothing is laid out: in a panel that is put away.
    if ([...unknown.values()].every(([text]) => [...text].every((letter) => letters.get(letter) === 0))) return letters.clear();
    const asked: [string, Fitted][] = [];
    for (const [at, one] of unknown) {
      const lines = added(...one);
      if (lines === undefined) asked.push([at, one]);
      else kept.set(at, lines);
    }
    draw(
      asked,
      ([, [text, width]]) => {
        const line = Object.assign(document.createElement('div'), { textContent: text });
        line.style.width = `${width}px`;
        return line;
      },
      ([at], drawn) => kept.set(at, Math.round(drawn.offsetHeight / SIZES.line)),
    );
  }

  return (texts) => {
    measure(texts);
    return (text, width) => kept.get(key(text, width)) ?? estimatedLines(text, width);
  };
}
