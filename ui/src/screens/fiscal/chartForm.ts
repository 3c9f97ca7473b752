import type { ChartDefinition } from '../../ipc/ChartDefinition';
import type { ChartFormat } from '../../ipc/ChartFormat';
import type { ChartSeries } from '../../ipc/ChartSeries';
import type { FiscalRow } from '../../ipc/FiscalRow';
import type { FiscalView } from '../../ipc/FiscalView';
import { t } from '../../texts';
import { rowId, rowName } from './table';

/** Size of a new chart on paper, mm: two of them stand on a page of A4. */
const WIDTH_MM = 160;
const HEIGHT_MM = 90;

/** Sides a chart may have on paper, mm. */
export const SMALLEST_MM = 60;
export const LARGEST_MM = 420;

/** The series of a chart and its row in the table, named. */
export interface SeriesChoice {
  /** `indicator/part`. */
  readonly value: string;
  readonly name: string;
  readonly unit: string;
  readonly account: string;
}

const seriesId = (series: Pick<ChartSeries, 'indicator' | 'part'>): string => `${series.indicator}/${series.part}`;

/** What a series can show: every part of every indicator once. Plan rows are not drawn. */
export function seriesChoices(view: FiscalView): SeriesChoice[] {
  return view.rows
    .filter((row) => row.slot === 'actual')
    .map((row) => ({ value: seriesId(row), name: rowName(row), unit: row.unit, account: row.account }));
}

/** A new chart of the rows chosen: lines; a second unit goes to the right axis, for one axis cannot carry two. */
export function chartOfRows(view: FiscalView, rowIds: readonly string[]): ChartDefinition | undefined {
  const chosen = new Set(rowIds);
  const rows = view.rows.filter((row) => row.slot === 'actual' && chosen.has(rowId(row)));
  const first = rows[0];
  if (!first) return undefined;
  return {
    id: 0,
    title: freeTitle(view, rows.length === 1 ? t('fiscal-chart-title-one', { name: rowName(first) }) : t('fiscal-chart-title-many', { names: together(rows) })),
    series: rows.map((row) => ({ indicator: row.indicator, part: row.part, axis: row.unit === first.unit ? 'left' : 'right', mark: 'line' })),
    targets: rows.length === 1 && first.target !== '',
    second_line: 'kind',
    width_mm: WIDTH_MM,
    height_mm: HEIGHT_MM,
    source: '',
    note: '',
  };
}

function together(rows: readonly FiscalRow[]): string {
  const all = [...new Set(rows.map((row) => row.name))];
  const names = all.slice(0, 3);
  return all.length > 3 ? t('fiscal-chart-names-more', { names: names.join(t('fiscal-and')) }) : names.join(t('fiscal-and'));
}

/** A title no other chart of the file has, for charts are called by it and written to files of that name. */
function freeTitle(view: FiscalView, title: string): string {
  const taken = new Set(view.charts.map((chart) => chart.title));
  if (!taken.has(title)) return title;
  let number = 2;
  while (taken.has(t('fiscal-chart-title-again', { title, number }))) number += 1;
  return t('fiscal-chart-title-again', { title, number });
}

/** `definition` with another series shown, or without it. */
export function withSeries(definition: ChartDefinition, choice: SeriesChoice, shown: boolean): ChartDefinition {
  const others = definition.series.filter((series) => seriesId(series) !== choice.value);
  if (!shown) return { ...definition, series: others };
  const [indicator, part] = choice.value.split('/').map(Number);
  const before = definition.series[0];
  return {
    ...definition,
    series: [...others, { indicator: indicator ?? 0, part: part ?? 0, axis: 'left', mark: before?.mark ?? 'line' }],
  };
}

/** `definition` with one series changed. */
export function changedSeries(definition: ChartDefinition, value: string, change: Partial<Pick<ChartSeries, 'axis' | 'mark'>>): ChartDefinition {
  return { ...definition, series: definition.series.map((series) => (seriesId(series) === value ? { ...series, ...change } : series)) };
}

/** The series of a choice in a chart. */
export const seriesOf = (definition: ChartDefinition, value: string): ChartSeries | undefined =>
  definition.series.find((series) => seriesId(series) === value);

/** `definition` from one year to another; `undefined` leaves an end to the figures. */
export function withYears(definition: ChartDefinition, first: number | undefined, last: number | undefined): ChartDefinition {
  const { first: _first, last: _last, ...rest } = definition;
  return { ...rest, ...(first !== undefined && { first }), ...(last !== undefined && { last }) };
}

/** A side in mm out of what a person typed, in full-width digits too; `undefined` for what is no size of a chart. */
export function readMillimetres(text: string): number | undefined {
  const digits = /^\s*(\d{1,4})\s*(?:mm)?\s*$/iu.exec(text.normalize('NFKC'))?.[1];
  const size = Number(digits);
  return digits !== undefined && size >= SMALLEST_MM && size <= LARGEST_MM ? size : undefined;
}

/** What a reader of the chart may trip over. */
export type Doubtful = { readonly kind: 'accounts'; readonly accounts: readonly string[] } | { readonly kind: 'units'; readonly units: readonly string[] };

/** Accounts that are mixed in one chart (一般会計 and 普通会計), and units that are mixed on one axis. */
export function doubtsOf(view: FiscalView, definition: ChartDefinition): Doubtful[] {
  const rows = definition.series.flatMap((series) => {
    const row = view.rows.find((one) => one.slot === 'actual' && one.indicator === series.indicator && one.part === series.part);
    return row ? [{ ...row, axis: series.axis }] : [];
  });
  const found: Doubtful[] = [];
  const accounts = [...new Set(rows.map((row) => row.account).filter((account) => account !== ''))];
  if (accounts.length > 1) found.push({ kind: 'accounts', accounts });
  for (const axis of ['left', 'right'] as const) {
    const units = [...new Set(rows.filter((row) => row.axis === axis).map((row) => row.unit))];
    // Units that end alike (thousands and hundreds of millions of yen) are converted to one another when drawn.
    if (new Set(units.map((unit) => unit.at(-1))).size > 1) found.push({ kind: 'units', units });
  }
  return found;
}

/** The choices of file formats, by the value of a menu entry. */
export const FORMATS: Readonly<Record<string, ChartFormat>> = {
  png300: { kind: 'png', dpi: 300 },
  png600: { kind: 'png', dpi: 600 },
  pdf: { kind: 'pdf' },
  svg: { kind: 'svg' },
  emf: { kind: 'emf' },
};
