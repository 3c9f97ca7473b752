import type { ChosenCell } from '../../app/cell';
import { fittedWidth } from '../../grid/heights';
import type { Cell, Column, Edit, Row } from '../../grid/types';
import type { CellRef } from '../../ipc/CellRef';
import type { Field } from '../../ipc/Field';
import type { Judge } from '../../ipc/Judge';
import type { JudgeColumn } from '../../ipc/JudgeColumn';
import type { NodeId } from '../../ipc/NodeId';
import type { ProgressRow } from '../../ipc/ProgressRow';
import type { ProgressView } from '../../ipc/ProgressView';
import type { RecordEdit } from '../../ipc/RecordEdit';
import type { Term } from '../../ipc/Term';
import { t } from '../../texts';

/** Key of the column with the actual result. */
export const ACTUAL = 'actual';

/** Key of the column with the headings an item stands under, and what stands between them. */
const ABOVE = 'above';
const JOINT = ' ▸ ';

/** Texts of a record before and behind the evaluations, as the committee reads them. */
export const BEFORE = ['previous_state', 'planned', 'target', 'actual'] as const satisfies readonly Field[];
export const BEHIND = ['issues', 'note'] as const satisfies readonly Field[];

export function titleOf(field: (typeof BEFORE)[number] | (typeof BEHIND)[number]): string {
  return {
    previous_state: t('field-previous-state'),
    planned: t('field-planned'),
    target: t('field-target'),
    actual: t('field-actual'),
    issues: t('field-issues'),
    note: t('field-note'),
  }[field];
}

/** Keys of the two columns of a judge: the word, and its reason. */
export function judgeKeys({ vocabulary, evaluator }: Judge): { readonly word: string; readonly reason: string } {
  return { word: `evaluation:${vocabulary}:${evaluator}`, reason: `reason:${vocabulary}:${evaluator}` };
}

/** Texts of a record that not every city writes. */
const SELDOM = ['previous_state', 'target'] as const satisfies readonly Field[];

/** Those of them that nobody writes in a year. */
export type Unused = ReadonlySet<Field>;

/** The texts nobody wrote in a year in which something is written; among those of `before`, when it is given. */
export function unusedTexts(view: ProgressView, before?: Unused): Unused {
  const written = new Set(view.rows.flatMap(({ cells }) => cells.flatMap(({ field, text }) => (text === '' ? [] : [field]))));
  const begun = written.size > 0;
  return new Set(SELDOM.filter((field) => begun && !written.has(field) && (before?.has(field) ?? true)));
}

/**
 * The columns of the grid. Beside the open detail of a window of 1,400 px they reach to the evaluation, and to its reason
 * where the texts in `unused` have no column.
 */
export function columnsOf(view: ProgressView, readonly: boolean, unused: Unused = new Set()): Column[] {
  const roomy = unused.size === SELDOM.length;
  const text = (field: (typeof BEFORE)[number] | (typeof BEHIND)[number], width: number): Column => ({
    key: field,
    title: titleOf(field),
    width,
    kind: 'longtext',
    readonly,
    hidden: unused.has(field),
  });
  const judges = view.judges.flatMap(({ judge, title, terms }): Column[] => {
    const keys = judgeKeys(judge);
    return [
      {
        key: keys.word,
        title: t('field-evaluation'),
        group: title,
        width: fittedWidth(terms.map(({ symbol, label }) => `${symbol} ${label}`), 72, 112),
        kind: 'choice',
        readonly,
        choices: terms.map((term, at) => ({
          value: term.label,
          label: term.label,
          keys: [String(at + 1), ...(term.symbol === '' ? [] : [term.symbol])],
          ...(term.symbol !== '' && { symbol: term.symbol }),
          ...(term.definition !== '' && { description: term.definition }),
        })),
      },
      { key: keys.reason, title: t('progress-reason-short'), group: title, width: roomy ? 140 : 170, kind: 'longtext', readonly },
    ];
  });
  return [
    { key: 'label', title: t('field-label'), width: fittedWidth(view.rows.flatMap(({ item, label }) => (item ? [label] : [])), 50, 84), kind: 'text', frozen: true, readonly: true, label: true },
    { key: 'title', title: t('field-title'), width: roomy ? 148 : 124, kind: 'text', frozen: true, readonly: true },
    // Sorted items stand without their headings: who needs them has them here, and can filter by each of them.
    { key: ABOVE, title: t('progress-above'), width: 130, kind: 'text', readonly: true, parted: JOINT, hidden: true },
    { key: 'offices', title: t('field-offices'), width: 84, kind: 'text', readonly: true, parted: '、' },
    ...BEFORE.map((field) => text(field, { previous_state: 96, planned: roomy ? 170 : 146, target: 106, actual: roomy ? 200 : 176 }[field])),
    ...judges,
    ...BEHIND.map((field) => text(field, field === 'note' ? 140 : 190)),
  ];
}

function cellOf(row: ProgressRow, field: Field): Cell {
  if (field === 'planned' && row.same_as_before) {
    const mark = { sign: t('progress-same-sign'), name: t('progress-same') };
    return { text: t('record-same-as-before'), mark, note: t('progress-same'), ...(row.ended && { readonly: true, note: endedNote(row) }) };
  }
  const cumulative = field === 'actual' && row.cumulative && {
    mark: { sign: t('progress-cumulative-sign'), name: t('progress-cumulative') },
    note: t('progress-cumulative'),
  };
  return {
    text: row.cells.find((cell) => cell.field === field)?.text ?? '',
    ...cumulative,
    ...(row.ended && { readonly: true, note: endedNote(row) }),
  };
}

function endedNote(row: ProgressRow): string {
  return row.life_cycle_words === '' ? t('progress-ended') : row.life_cycle_words;
}

/**
 * The term of a word as it is printed, or the one that a percentage reaches; `undefined` for a word outside the
 * vocabulary.
 */
export function termOf({ terms }: Pick<JudgeColumn, 'terms'>, word: string): Term | undefined {
  const named = terms.find(({ label }) => label === word);
  const percent = /^(\d+(?:\.\d+)?)\s*%$/u.exec(word.normalize('NFKC').trim())?.[1];
  if (named || percent === undefined) return named;
  const reached = terms.filter(({ from_percent: from }) => from !== undefined && Number(from) <= Number(percent));
  return reached.toSorted((one, other) => Number(other.from_percent) - Number(one.from_percent))[0];
}

/** A judgement that counts and does not reach the aim owes its reason. */
export function owesReason(term: Term | undefined, reason: string): boolean {
  return term !== undefined && !term.achieved && term.counted && reason === '';
}

function judged(view: ProgressView, row: ProgressRow): [string, Cell][] {
  return view.judges.flatMap((column, at): [string, Cell][] => {
    const keys = judgeKeys(column.judge);
    const [word, reason] = row.evaluations[at] ?? ['', ''];
    const term = termOf(column, word);
    const locked = row.ended && { readonly: true, note: endedNote(row) };
    const foreign = word !== '' && !term && { state: 'error' as const, note: t('progress-foreign-word') };
    const owed = owesReason(term, reason) && { state: 'error' as const, note: t('progress-reason-owed') };
    return [
      [keys.word, { text: word, ...locked, ...foreign }],
      [keys.reason, { text: reason, ...locked, ...owed }],
    ];
  });
}

/** The rows of the grid: directions as headings, items with their record of the year. `shown` narrows the items. */
export function rowsOf(view: ProgressView, shown: ReadonlySet<NodeId> | undefined): Row[] {
  const rows: Row[] = [];
  let above: { readonly level: number; readonly title: string }[] = [];
  // Where the items are not the last level, what stands below one is shown under it, to be read.
  let item: ProgressRow | undefined;
  for (const row of view.rows) {
    if (row.item || row.level <= (item?.level ?? row.level)) item = row.item ? row : undefined;
    if (item && shown && !shown.has(item.node)) continue;
    const id = String(row.node);
    if (item && !row.item) {
      rows.push({ id, kind: 'row', level: row.level, counted: '', cells: below(view, row) });
      continue;
    }
    if (!row.item) {
      const title = [row.label, row.title].join(' ').trim();
      above = [...above.filter(({ level }) => level < row.level), { level: row.level, title }];
      rows.push({ id, kind: 'section', level: row.level, title, cells: {} });
      continue;
    }
    const headings = above.filter(({ level }) => level < row.level).map(({ title }) => title);
    const texts = [...BEFORE, ...BEHIND].map((field): [string, Cell] => [field, cellOf(row, field)]);
    rows.push({
      id,
      kind: 'row',
      level: row.level,
      counted: view.item_name,
      cells: {
        label: { text: row.label },
        title: { text: row.title, ...(row.ended && { note: endedNote(row) }) },
        [ABOVE]: { text: headings.join(JOINT) },
        offices: { text: row.offices },
        ...Object.fromEntries([...texts, ...judged(view, row)]),
      },
    });
  }
  return shown ? withoutEmptyHeadings(rows) : rows;
}

/** The cells of a node below an item: its name and offices, and nothing to write. */
function below(view: ProgressView, row: ProgressRow): Readonly<Record<string, Cell>> {
  const locked: Cell = { text: '', readonly: true, note: t('progress-below', { item: view.item_name }) };
  const keys = [...BEFORE, ...BEHIND, ...view.judges.flatMap(({ judge }) => Object.values(judgeKeys(judge)))];
  return {
    ...Object.fromEntries(keys.map((key) => [key, locked])),
    label: { text: row.label },
    title: { text: row.title },
    offices: { text: row.offices },
  };
}

function withoutEmptyHeadings(rows: readonly Row[]): Row[] {
  return rows.filter((row, at) => {
    if (row.kind === 'row') return true;
    for (let index = at + 1; index < rows.length; index += 1) {
      const next = rows[index];
      if (!next || next.level <= row.level) return false;
      if (next.kind === 'row') return true;
    }
    return false;
  });
}

/** The judge of the column a person stands in, or the first one, with the words of the axis. */
export function judgeAt(view: ProgressView, key: string | undefined): JudgeColumn | undefined {
  const at = KEY.exec(key ?? '');
  const own = at && view.judges.find(({ judge }) => judge.vocabulary === Number(at[2]) && judge.evaluator === Number(at[3]));
  return own ?? view.judges[0];
}

const KEY = /^(evaluation|reason):(\d+):(\d+)$/u;

/** The field of a column, and whose judgement it is; `undefined` for a column that is not of the record. */
function fieldOf(key: string): { readonly field: Field; readonly judge?: Judge } | undefined {
  const judged = KEY.exec(key);
  if (judged) {
    const field = judged[1] === 'reason' ? 'reason' : 'evaluation';
    return { field, judge: { vocabulary: Number(judged[2]), evaluator: Number(judged[3]) } };
  }
  const field = [...BEFORE, ...BEHIND].find((known) => known === key);
  return field && { field };
}

/** What was typed or pasted, as changes of the file. */
export function editsOf(view: ProgressView, edits: readonly Edit[]): RecordEdit[] {
  return edits.flatMap(({ rowId, key, text }): RecordEdit[] => {
    const of = fieldOf(key);
    return of ? [{ node: Number(rowId), year: view.year.year, text, ...of }] : [];
  });
}

/** The cell a person stands on, for its history. */
export function chosenCell(view: ProgressView, rowId: string, column: Column | undefined): ChosenCell | undefined {
  const of = column && fieldOf(column.key);
  if (!of) return undefined;
  const title = [view.year.long, column.group ?? '', column.title].filter((word) => word !== '').join(' ');
  return { title, value: { kind: 'record', node: Number(rowId), year: view.year.year, ...of } };
}

/** The column a row of the file is shown in: a text of the record, a judgement, its reason. */
export function keyOf(view: ProgressView, cell: CellRef | undefined): string {
  const judged = cell?.table === 'evaluation';
  if (judged || (cell?.table === 'record' && cell.column === 'text')) {
    const [vocabulary, evaluator] = judged ? cell.key.slice(2) : [];
    const own = view.judges.find(({ judge }) => judge.vocabulary === vocabulary && judge.evaluator === evaluator) ?? (judged ? undefined : view.judges[0]);
    if (own) return judgeKeys(own.judge)[cell.column === 'reason' ? 'reason' : 'word'];
  }
  return [...BEFORE, ...BEHIND].find((field) => cell?.table === 'record' && field === cell.column) ?? ACTUAL;
}
