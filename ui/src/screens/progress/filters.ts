import type { NodeId } from '../../ipc/NodeId';
import type { ProgressRow } from '../../ipc/ProgressRow';
import type { ProgressView } from '../../ipc/ProgressView';
import { t } from '../../texts';
import { termOf } from './table';
import { lineNameOfAxis } from './tally';

/** One way to narrow the items, with the items it leaves. Their number is the tally. */
export interface Filter {
  readonly id: string;
  readonly label: string;
  readonly symbol?: string;
  readonly items: readonly NodeId[];
  /** Something is still to be done about these. */
  readonly owed: boolean;
}

/** Filters by the judgement that stands, in the order of its words, and by what keeps items apart from it. */
function byWord(view: ProgressView): Filter[] {
  return view.tally.map((line) => ({
    id: [line.standing === 'term' ? 'word' : line.standing, line.axis, line.label].filter((part) => part !== '').join(':'),
    label: lineNameOfAxis(line),
    ...(line.symbol !== '' && { symbol: line.symbol }),
    items: line.items,
    owed: line.standing === 'unjudged' || line.standing === 'foreign',
  }));
}

/** Every way to narrow the items of the year: all, by evaluation, and what is still missing. */
export function filtersOf(view: ProgressView): Filter[] {
  const items = view.rows.filter((row) => row.item);
  const due = items.filter((row) => !row.ended);
  const ids = (rows: readonly ProgressRow[]): NodeId[] => rows.map(({ node }) => node);
  const textOf = (row: ProgressRow, field: string): string => row.cells.find((cell) => cell.field === field)?.text ?? '';
  const reasonOwed = (row: ProgressRow): boolean =>
    view.judges.some((judge, at) => {
      const [word, reason] = row.evaluations[at] ?? ['', ''];
      const term = termOf(judge, word);
      return term !== undefined && !term.achieved && term.counted && reason === '';
    });
  return [
    { id: 'all', label: t('progress-filter-all'), items: ids(items), owed: false },
    ...byWord(view),
    { id: 'actual', label: t('progress-filter-actual'), items: ids(due.filter((row) => textOf(row, 'actual') === '')), owed: true },
    { id: 'reason', label: t('progress-filter-reason'), items: ids(due.filter(reasonOwed)), owed: true },
  ];
}
