import type { Option } from '../../components/option';
import type { Cell, Column, Edit, Row } from '../../grid/types';
import type { EffectItem } from '../../ipc/EffectItem';
import type { FiscalCell } from '../../ipc/FiscalCell';
import type { CellRef } from '../../ipc/CellRef';
import type { IndicatorCell } from '../../ipc/IndicatorCell';
import type { IndicatorGroup } from '../../ipc/IndicatorGroup';
import type { IndicatorId } from '../../ipc/IndicatorId';
import type { IndicatorProposal } from '../../ipc/IndicatorProposal';
import type { IndicatorRow } from '../../ipc/IndicatorRow';
import type { IndicatorScope } from '../../ipc/IndicatorScope';
import type { IndicatorsView } from '../../ipc/IndicatorsView';
import type { IndicatorValue } from '../../ipc/IndicatorValue';
import type { IndicatorYear } from '../../ipc/IndicatorYear';
import type { IndicatorYearCells } from '../../ipc/IndicatorYearCells';
import type { PlanId } from '../../ipc/PlanId';
import type { TargetCell } from '../../ipc/TargetCell';
import { t } from '../../texts';
import { figureCell } from '../fiscal/table';
import { named, type Named } from './changes';

/** Keys of the columns that are no years. */
export const NAME = 'name';
const PART = 'part';
const UNIT = 'unit';
const GOOD = 'good';
const MARKERS = 'markers';
const BASELINE_YEAR = 'baseline-year';
const BASELINE = 'baseline';
const LAST = 'last';
const LAST_YEAR = 'last-year';
const LAST_AS_OF = 'last-as-of';
const NOTE = 'note';
const STRAY = 'stray';

/** What a year has a column for. */
export type OfYear = 'target' | 'planned' | 'actual' | 'proposal' | 'comment';

/** Key of a column of a year. */
export const yearKey = (of: OfYear, year: number): string => `${of}/${year}`;

/** What a column of a year holds, and of which; `undefined` for every other column. */
export function ofYear(key: string): { readonly of: OfYear; readonly year: number } | undefined {
  const found = /^(target|planned|actual|proposal|comment)\/(\d+)$/u.exec(key);
  return found ? { of: found[1] as OfYear, year: Number(found[2]) } : undefined;
}

/** Name of a row in the grid. */
export const rowId = ({ indicator, part }: Pick<IndicatorRow, 'indicator' | 'part'>): string => `${indicator}/${part}`;

/** Every row of the table, from top to bottom. */
export const allRows = (view: IndicatorsView): IndicatorRow[] => view.groups.flatMap(({ rows }) => rows);

/** The row with the identity the grid gave it. */
export const rowOf = (view: IndicatorsView, id: string | undefined): IndicatorRow | undefined => allRows(view).find((row) => rowId(row) === id);

/** Name of the heading of a group in the grid. */
const headingId = (at: number): string => `group-${at}`;

/** The group whose heading the grid gave an identity. */
export const headedBy = (view: IndicatorsView, id: string | undefined): IndicatorGroup | undefined => view.groups.find((_, at) => headingId(at) === id);

/** The group a row stands in, or is the heading of. */
export const groupOf = (view: IndicatorsView, id: string | undefined): IndicatorGroup | undefined =>
  headedBy(view, id) ?? view.groups.find(({ rows }) => rows.some((row) => rowId(row) === id));

/** The indicators of rows, each once, from top to bottom. */
export const indicatorsOf = (view: IndicatorsView, ids: readonly string[]): Named[] => named(allRows(view).filter((row) => ids.includes(rowId(row))));

/** What a proposal is called. */
export function verdictName({ verdict, waiting }: IndicatorProposal): string {
  if (waiting) return t('indicators-waiting');
  return { met: t('indicators-met'), missed: t('indicators-missed'), open: t('indicators-open') }[verdict];
}

/** Px of a letter of a figure, of one in Japanese, and of what stands around them with the mark of a kind. */
const [DIGIT, LETTER, AROUND] = [8.6, 13.5, 44];

/** Wide enough for the figures without a break within a number, within what is readable; a bracket may go to the next line. */
function widthOf(figures: readonly string[]): number {
  const wide = (text: string): number => [...text].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) < 0x250 ? DIGIT : LETTER), AROUND);
  const parts = figures.flatMap((text) => text.split(/\s|(?=[（(])/u));
  return Math.round(Math.min(158, Math.max(108, ...parts.map(wide))));
}

function columnsOfYear(view: IndicatorsView, year: IndicatorYear, at: number): Column[] {
  const group = year.long;
  const column = (of: OfYear, title: string, width: number, more: Partial<Column> = {}): Column => ({ key: yearKey(of, year.year), title, group, width, kind: 'text', ...more });
  const figures = (slot: 'actual' | 'planned'): number => widthOf(allRows(view).map((row) => row.years[at]?.[slot].text ?? ''));
  const judged = year.targets || allRows(view).some((row) => row.years[at]?.proposal);
  return [
    ...(year.targets ? [column('target', t('indicators-column-target'), 100)] : []),
    ...(year.planned ? [column('planned', t('indicators-column-planned'), figures('planned'), { kind: 'number' })] : []),
    column('actual', t('indicators-column-actual'), figures('actual'), { kind: 'number' }),
    ...(judged ? [column('proposal', t('indicators-column-proposal'), 96, { readonly: true })] : []),
    column('comment', t('indicators-column-comment'), 200, { kind: 'longtext', hidden: true }),
  ];
}

/** The columns of the table: what a row is, its baseline, its years, its final target. */
export function columnsOf(view: IndicatorsView, readonly: boolean): Column[] {
  const rows = allRows(view);
  const parts = rows.some(({ part, part_name }) => part > 0 || part_name !== '');
  const stray = rows.some((row) => row.stray.length > 0);
  const columns: Column[] = [
    { key: NAME, title: t('indicators-column-name'), width: 250, kind: 'text', frozen: true },
    { key: PART, title: t('indicators-column-part'), width: 96, kind: 'text', frozen: true, ...(!parts && { hidden: true }) },
    { key: UNIT, title: t('indicators-column-unit'), width: 56, kind: 'text', frozen: true },
    { key: GOOD, title: t('indicators-column-good'), width: 72, kind: 'text' },
    { key: MARKERS, title: t('field-markers'), width: 96, kind: 'text', parted: '、' },
    { key: BASELINE_YEAR, title: t('indicators-column-baseline-year'), width: 88, kind: 'text', label: true },
    { key: BASELINE, title: t('indicators-column-baseline'), width: Math.max(112, widthOf(rows.map((row) => row.baseline.text))), kind: 'number' },
    ...view.years.flatMap((year, at) => columnsOfYear(view, year, at)),
    ...(stray ? [{ key: STRAY, title: t('indicators-column-stray'), width: 120, kind: 'longtext' as const, readonly: true }] : []),
    { key: LAST, title: t('indicators-column-last'), width: 120, kind: 'text' },
    { key: LAST_YEAR, title: t('indicators-column-last-year'), width: 96, kind: 'text', label: true },
    { key: LAST_AS_OF, title: t('indicators-column-last-as-of'), width: 96, kind: 'text', label: true, hidden: true },
    { key: NOTE, title: t('indicators-column-note'), width: 220, kind: 'longtext' },
  ];
  return readonly ? columns.map((column) => ({ ...column, readonly })) : columns;
}

function targetCell({ text, interim, understood, several }: TargetCell): Cell {
  return {
    text,
    ...(interim && { mark: { sign: t('indicators-interim-sign'), name: t('indicators-interim') } }),
    ...(!understood && { state: 'error' as const, note: t('indicators-target-not-read') }),
    ...(several && { readonly: true, note: t('indicators-several') }),
  };
}

/** A figure as in the table of fiscal series; that a count is an actual one goes without saying. */
function figure(cell: FiscalCell): Cell {
  const { mark, note, ...plain } = figureCell(cell);
  return cell.kind === 'actual' ? plain : { ...plain, ...(mark && { mark }), ...(note !== undefined && { note }) };
}

function cellsOfYear({ target, planned, actual, proposal, comment }: IndicatorYearCells): Record<OfYear, Cell> {
  const seen = figure(actual);
  return {
    target: targetCell(target),
    planned: figure(planned),
    actual: comment === '' ? seen : { ...seen, note: [seen.note, comment].filter((words) => words !== undefined).join(' ') },
    proposal: proposal ? { text: verdictName(proposal), note: proposal.reason } : { text: '' },
    comment: { text: comment },
  };
}

function marksOf({ survey, cumulative }: IndicatorRow): Cell['mark'] {
  const marks = [
    ...(survey ? [{ sign: t('indicators-survey-sign'), name: t('indicators-survey') }] : []),
    ...(cumulative ? [{ sign: t('indicators-cumulative-sign'), name: t('indicators-cumulative') }] : []),
  ];
  if (marks.length === 0) return undefined;
  return { sign: marks.map(({ sign }) => sign).join(''), name: marks.map(({ name }) => name).join(t('fiscal-and')) };
}

function cellsOf(view: IndicatorsView, row: IndicatorRow): Record<string, Cell> {
  // What all values of an indicator share is changed in the row of the first one.
  const shared = row.part > 0 && { readonly: true };
  const mark = marksOf(row);
  const cells: Record<string, Cell> = {
    [NAME]: { text: row.name, ...shared, ...(mark && row.part === 0 && { mark }), ...(row.definition !== '' && { note: row.definition }) },
    [PART]: { text: row.part_name },
    [UNIT]: { text: row.unit },
    [GOOD]: { text: row.good, ...shared },
    [MARKERS]: { text: row.markers, ...shared },
    [BASELINE_YEAR]: { text: row.baseline_year, ...shared },
    [BASELINE]: figure(row.baseline),
    [LAST]: targetCell(row.last),
    [LAST_YEAR]: { text: row.last_year, ...(row.last.several && { readonly: true, note: t('indicators-several') }) },
    [LAST_AS_OF]: { text: row.last_as_of, ...(row.last.several && { readonly: true, note: t('indicators-several') }) },
    [NOTE]: { text: row.note, ...shared },
    [STRAY]: row.stray.length > 0 ? { text: row.stray.join('\n'), state: 'error', note: t('indicators-year-not-read') } : { text: '' },
  };
  view.years.forEach(({ year }, at) => {
    const own = row.years[at];
    if (!own) return;
    for (const [of, cell] of Object.entries(cellsOfYear(own))) cells[yearKey(of as OfYear, year)] = cell;
  });
  return cells;
}

/** The heading of a group. */
export function groupTitle({ scope, title, elsewhere }: IndicatorGroup): string {
  if (scope.kind !== 'fiscal') return title;
  return elsewhere === 0 ? t('indicators-fiscal') : t('indicators-fiscal-elsewhere', { count: elsewhere });
}

/** Stands for the plan as a whole among its nodes. */
const WHOLE = 'plan';

/** Where an indicator can be: the plan as a whole, and its nodes from top to bottom. */
export const placesOf = (nodes: readonly EffectItem[], plan: string): Option[] => [
  { value: WHOLE, label: t('indicators-new-plan', { plan }) },
  ...nodes.map(({ node, name }) => ({ value: String(node), label: name })),
];

/** The place of an indicator among `placesOf`; one of the city's finances has none there. */
export const placeOf = (scope: IndicatorScope | undefined): string => (scope?.kind === 'node' ? String(scope.node) : WHOLE);

/** Whose an indicator is at a place of `placesOf`. */
export const scopeAt = (place: string, plan: PlanId): IndicatorScope => (place === WHOLE ? { kind: 'plan', plan } : { kind: 'node', node: Number(place) });

/** The rows of the table: nodes as headings, their indicators below. */
export function rowsOf(view: IndicatorsView): Row[] {
  return view.groups.flatMap((group, at): Row[] => [
    { id: headingId(at), kind: 'section', level: group.level, title: groupTitle(group), cells: {} },
    ...group.rows.map((row): Row => ({ id: rowId(row), kind: 'row', level: group.level + 1, counted: t('app-screen-indicators'), of: String(row.indicator), cells: cellsOf(view, row) })),
  ]);
}

function valueOf(key: string, text: string): IndicatorValue | undefined {
  const at = ofYear(key);
  if (at) {
    switch (at.of) {
      case 'target':
      case 'comment':
        return { kind: at.of, year: at.year, text };
      case 'actual':
        return { kind: 'figure', year: at.year, slot: 'actual', text };
      case 'planned':
        return { kind: 'figure', year: at.year, slot: 'plan', text };
      case 'proposal':
        return undefined;
    }
  }
  switch (key) {
    case NAME:
      return { kind: 'name', text };
    case PART:
      return { kind: 'part_name', text };
    case UNIT:
      return { kind: 'unit', text };
    case GOOD:
      return { kind: 'good', text };
    case MARKERS:
      return { kind: 'markers', text };
    case BASELINE_YEAR:
      return { kind: 'baseline_year', text };
    case BASELINE:
      return { kind: 'baseline', text };
    case LAST:
      return { kind: 'final', text };
    case LAST_YEAR:
      return { kind: 'final_year', text };
    case LAST_AS_OF:
      return { kind: 'final_as_of', text };
    case NOTE:
      return { kind: 'note', text };
    default:
      return undefined;
  }
}

/** What was typed or pasted, as changes of the file. A text for a row or a year that is gone is left out. */
export function editsOf(view: IndicatorsView, edits: readonly Edit[]): IndicatorCell[] {
  return edits.flatMap((edit): IndicatorCell[] => {
    const row = rowOf(view, edit.rowId);
    const value = valueOf(edit.key, edit.text);
    if (!row || !value || ('year' in value && !view.years.some(({ year }) => year === value.year))) return [];
    return [{ indicator: row.indicator, part: row.part, value }];
  });
}

/** The targets in the selected cells that are not yet what they are to be: on the way (中間目標), or of their year. */
export function stageEdits(view: IndicatorsView, ids: readonly string[], keys: readonly string[], interim: boolean): IndicatorCell[] {
  const years = new Set(keys.map(ofYear).flatMap((at) => (at?.of === 'target' ? [at.year] : [])));
  return allRows(view)
    .filter((row) => ids.includes(rowId(row)))
    .flatMap(({ indicator, part, years: cells }) =>
      view.years.flatMap(({ year }, at): IndicatorCell[] => {
        const target = cells[at]?.target;
        if (!years.has(year) || !target || target.text === '' || target.several || target.interim === interim) return [];
        return [{ indicator, part, value: { kind: 'interim', year, interim } }];
      }),
    );
}

/** What can be done on the heading of a group, for the line below the table. */
export function headingLine(view: IndicatorsView, id: string | undefined): string | undefined {
  const group = headedBy(view, id);
  if (!group) return undefined;
  return group.scope.kind === 'fiscal' ? t('indicators-heading-fiscal') : t('indicators-heading', { title: group.title });
}

/** The column where the work of a year goes on: that of the year chosen, else that of the newest figure. */
export function columnShownFirst(view: IndicatorsView, year: number | undefined): string {
  const newest = view.years.findLast((_, at) => allRows(view).some((row) => (row.years[at]?.actual.text ?? '') !== ''));
  const shown = view.years.find((one) => one.year === year) ?? newest;
  return shown ? yearKey('actual', shown.year) : NAME;
}

/** The row and the column of what the check, the search or the history means; the name of the first value without. */
export function spotOf(view: IndicatorsView, indicator: IndicatorId, cell: CellRef | undefined): { readonly row: string; readonly key: string } | undefined {
  const own = allRows(view).filter((row) => row.indicator === indicator);
  if (cell?.table === 'target') return targetOf(view, own, cell);
  const [part, key] = placeIn(view, cell);
  const row = own.find((one) => one.part === part) ?? own[0];
  return row && { row: rowId(row), key };
}

/** The row and the column of a target: that of its year, or the last one, with its year and as-of. */
function targetOf(view: IndicatorsView, own: readonly IndicatorRow[], { key: [id = 0], column }: CellRef): { readonly row: string; readonly key: string } | undefined {
  for (const row of own) {
    const at = row.years.findIndex(({ target }) => target.ids.includes(id));
    const year = view.years[at];
    if (year) return { row: rowId(row), key: yearKey('target', year.year) };
    if (row.last.ids.includes(id)) return { row: rowId(row), key: OF_LAST[column ?? ''] ?? LAST };
  }
  // One whose year is not understood stands in no column of a year.
  const row = own.find(({ stray }) => stray.length > 0);
  return row ? { row: rowId(row), key: STRAY } : own[0] && { row: rowId(own[0]), key: NAME };
}

/** Columns of the file that have a column of their own here. */
const DESCRIBED: Readonly<Record<string, string>> = { markers: MARKERS, good_text: GOOD, baseline_year_text: BASELINE_YEAR, note: NOTE };
const OF_LAST: Readonly<Record<string, string>> = { year_text: LAST_YEAR, as_of_text: LAST_AS_OF };

/** The part and the column of a cell of the file. */
function placeIn(view: IndicatorsView, cell: CellRef | undefined): readonly [number, string] {
  const [, second = 0, third = 0, slot] = cell?.key ?? [];
  switch (cell?.table) {
    case 'observation': {
      const year = view.years.find((one) => one.year === second);
      return [third, year ? yearKey(slot === 1 && year.planned ? 'planned' : 'actual', second) : NAME];
    }
    case 'baseline':
      return [second, BASELINE];
    case 'part':
      return [second, NAME];
    case 'indicator':
      return [0, DESCRIBED[cell.column ?? ''] ?? NAME];
    default:
      return [0, NAME];
  }
}

/** The proposal a cell belongs to, with its year, for the line below the table. */
export function proposalAt(view: IndicatorsView, id: string | undefined, key: string | undefined): string | undefined {
  const at = ofYear(key ?? '');
  const index = view.years.findIndex(({ year }) => year === at?.year);
  const proposal = rowOf(view, id)?.years[index]?.proposal;
  const year = view.years[index];
  return proposal && year && t('indicators-proposal-line', { year: year.long, verdict: verdictName(proposal), reason: proposal.reason });
}
