import { VARIANTS } from './variants';

/** Old and variant forms of kanji, each with the common form it is looked for under: the core's own table. */
const COMMON: ReadonlyMap<string, string> = new Map(VARIANTS.split(' ').map((pair) => [...pair] as [string, string]));

/** White space, invisible marks of word processors, and selectors that only choose a shape. */
const DROPPED = /\p{White_Space}|[\u200b-\u200d]|\u2060|\ufeff|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/u;
/** Hiragana with a katakana of its own, the dashes, the waves, and the kanji: what may fold to another character. */
const FOLDING = /[ゕゖヵヶぁ-ゔゝゞ\u2010-\u2015\u2212\u2500\u2501ー〜\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/gu;

function foldedLetter(letter: string): string {
  if (letter === 'ゕ' || letter === 'ヵ') return 'カ';
  if (letter === 'ゖ' || letter === 'ヶ') return 'ケ';
  if (letter === '〜') return '~';
  if (/[\u2010-\u2015\u2212\u2500\u2501ー]/u.test(letter)) return '-';
  if (/[ぁ-ゔゝゞ]/u.test(letter)) return String.fromCharCode(letter.charCodeAt(0) + 0x60);
  const common = COMMON.get(letter) ?? letter;
  return COMMON.get(common) ?? common;
}

/**
 * The form of a text under which it is looked for, the same as that of the search: width, case, the kind of kana, old
 * forms of kanji, dashes and waves make no difference, blanks none. Never shown, never stored.
 */
export function fold(text: string): string {
  // Letter by letter, so that no letter is made small by its neighbours.
  const small = [...text.normalize('NFKC')].map((letter) => letter.toLowerCase()).join('');
  const kept = [...small.normalize('NFKC')].filter((letter) => !DROPPED.test(letter)).join('');
  return kept.replace(FOLDING, foldedLetter).normalize('NFC');
}

/** How many writings of one word are tried at most. */
const FORMS = 12;

/** The folded forms a word may stand in, its own first: 3か月 also stands as 3ヶ月 and 3箇月, 自由が丘 as 自由ヶ丘. */
export function writings(words: string): string[] {
  const own = [...fold(words)];
  let all = [''];
  own.forEach((letter, at) => {
    const [before = '', after = ''] = [own[at - 1], own[at + 1]];
    const counts = /[0-9一二三四五六七八九十数何]/u.test(before) || /[月年所国条村]/u.test(after);
    const kanji = /[\u3400-\u9fff々]/u;
    const between = kanji.test(before) && kanji.test(after);
    const forms = [letter];
    const others = counts && 'カケ箇'.includes(letter) ? 'カケ箇' : between && 'ガケ'.includes(letter) ? 'ガケ' : '';
    if (all.length * 3 <= FORMS) forms.push(...[...others].filter((other) => other !== letter));
    all = forms.flatMap((form) => all.map((begun) => begun + form));
  });
  return all;
}

/** Whether a folded text holds one of the writings of what is looked for. */
export const holds = (folded: string, wanted: readonly string[]): boolean => wanted.some((form) => folded.includes(form));

/** A piece of a text, found or not. */
export interface Part {
  readonly text: string;
  readonly found: boolean;
}

/** Marks and half-width voicing signs, which belong to the letter before them. */
const JOINS = /\p{M}|\uff9e|\uff9f|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/u;

/** Cuts a text where it holds what is looked for, however it is written there. */
export function markedParts(text: string, query: string): Part[] {
  const wanted = writings(query).filter((form) => form !== '');
  // Folding changes lengths (㈱ → (株)), so every folded letter remembers the piece it came from.
  const pieces: { readonly from: number; readonly to: number }[] = [];
  let whole = '';
  const pieceOf: number[] = [];
  let begun = 0;
  let at = 0;
  const close = (end: number): void => {
    if (end === begun) return;
    const folded = fold(text.slice(begun, end));
    for (let unit = 0; unit < folded.length; unit += 1) pieceOf.push(pieces.length);
    whole += folded;
    pieces.push({ from: begun, to: end });
    begun = end;
  };
  for (const letter of text) {
    if (at > 0 && !JOINS.test(letter)) close(at);
    at += letter.length;
  }
  close(text.length);
  const parts: Part[] = [];
  let [done, from] = [0, 0];
  for (;;) {
    const hits = wanted.map((form) => ({ at: whole.indexOf(form, from), form })).filter((hit) => hit.at >= 0);
    const next = hits.reduce<(typeof hits)[number] | undefined>((best, hit) => (best && (best.at < hit.at || (best.at === hit.at && best.form.length >= hit.form.length)) ? best : hit), undefined);
    if (!next) break;
    from = next.at + next.form.length;
    const [start, end] = [pieces[pieceOf[next.at] ?? -1]?.from ?? text.length, pieces[pieceOf[from - 1] ?? -1]?.to ?? text.length];
    if (start < done) continue;
    if (start > done) parts.push({ text: text.slice(done, start), found: false });
    parts.push({ text: text.slice(start, end), found: true });
    done = end;
  }
  if (done < text.length || parts.length === 0) parts.push({ text: text.slice(done), found: false });
  return parts;
}
