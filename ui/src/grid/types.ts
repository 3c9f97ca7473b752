/** What a column holds, which decides how it is edited, aligned and counted. */
export type ColumnKind = 'text' | 'longtext' | 'number' | 'choice';

/** One value a choice column can take, such as an evaluation (評価). */
export interface Choice {
  /** What `onEdit` delivers. */
  readonly value: string;
  /** Name as shown and copied: 予定どおり. */
  readonly label: string;
  /** Mark shown before the label: ○. */
  readonly symbol?: string;
  /** Keys that set the value at once: `['2']`. */
  readonly keys?: readonly string[];
  /** Definition, shown in the list. */
  readonly description?: string;
}

/** A column of the grid. */
export interface Column {
  readonly key: string;
  readonly title: string;
  /** Heading over neighbouring columns that share it: 令和5年度. */
  readonly group?: string;
  /** Width in px before a person changes it. */
  readonly width: number;
  readonly kind: ColumnKind;
  readonly readonly?: boolean;
  /** Stays at the left while scrolling. */
  readonly frozen?: boolean;
  /** Holds labels (①, 21) and not amounts, whatever they look like. */
  readonly label?: boolean;
  /** Usually hidden, such as a column nothing stands in: it is shown while a person wants it, or once this is no more. */
  readonly hidden?: boolean;
  /** What parts the names in a cell that lists several (企画政策課、総務課): filters offer each name. */
  readonly parted?: string;
  /** The values of a choice column, in their order. */
  readonly choices?: readonly Choice[];
  /** Words that are read besides the choices; one typed alone is handed on even when it is none of these, so that it is answered. */
  readonly others?: readonly string[];
  /** Carries the indent and the mark that opens and closes a row. */
  readonly tree?: boolean;
  /** The number of a row for sum and average as a plain decimal string; the cell's own `number` when absent. */
  readonly number?: (row: Row) => string | undefined;
}

/** What stands in one cell. */
export interface Cell {
  /** Words as written; for a choice column the value, label or symbol of a choice. */
  readonly text: string;
  /** Why there is no value (該当なし …). Such a cell shows `text` or 「—」; a blank cell shows nothing. */
  readonly absent?: string;
  /** The number understood from the text as a plain decimal string. */
  readonly number?: string;
  /** The cell alone cannot be edited. */
  readonly readonly?: boolean;
  /** A contradiction (`error`) or a change since the last 版 (`changed`); each has a mark of its own shape. */
  readonly state?: 'error' | 'changed';
  /** What the state means here; shown on hover and read aloud. */
  readonly note?: string;
  /** A small sign at the left that is no part of the text, such as the kind of a value (決), with the words read aloud for it. */
  readonly mark?: { readonly sign: string; readonly name: string };
  /** The value is not final yet (決算見込, 計画): set in slanted type on a hatched ground. */
  readonly tentative?: boolean;
}

/** A row: one item with its cells, or a section heading over all columns. */
export interface Row {
  readonly id: string;
  readonly kind: 'row' | 'section';
  /** Depth, 0 at the top. Rows below with a greater level are its children. */
  readonly level: number;
  /** Heading of a section row. */
  readonly title?: string;
  /** As what the status bar counts the row, in the city's word: 取組項目; "" for not at all. An item (項目) without it. */
  readonly counted?: string;
  /** What the row is one of several rows of, such as the values of an indicator: it is counted once. */
  readonly of?: string;
  readonly cells: Readonly<Record<string, Cell>>;
}

/** One change a person made; the list of one call is one step of undo. */
export interface Edit {
  readonly rowId: string;
  readonly key: string;
  readonly text: string;
}

/** A place in what is shown: indices into the shown rows and columns. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of the shown rows and columns, ends included. */
export interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** What is selected, by names: rows from top to bottom without headings, columns from left to right. */
export interface Selection {
  readonly rows: readonly string[];
  readonly keys: readonly string[];
}

/** How a person arranged the columns of one screen; kept by the screen through `onRemember`. */
export interface Layout {
  readonly order: readonly string[];
  /** Widths in px of the columns that were changed. */
  readonly widths: Readonly<Record<string, number>>;
  /** Columns a person hid. */
  readonly hidden: readonly string[];
  /** Columns a person shows that are usually hidden. */
  readonly shown?: readonly string[];
  readonly frozen: readonly string[];
  /** Rows that are closed. */
  readonly closed: readonly string[];
  /** What the rows are narrowed to, by column; every column must be fulfilled. */
  readonly filters?: Readonly<Record<string, ColumnFilter>>;
  /** The column the rows are sorted by. */
  readonly sort?: Sorting | undefined;
}

/** What the cells of a column must be like for their rows to be shown. */
export interface ColumnFilter {
  /** Words the cell holds, whatever the width of the letters and the kind of kana. */
  readonly holds?: string;
  /** Only cells with something in them, or only blank ones. */
  readonly blank?: 'without' | 'only';
  /** The texts that are shown; all of them without it. */
  readonly texts?: readonly string[];
}

/** The column rows are sorted by, and which way. */
export interface Sorting {
  readonly key: string;
  readonly way: 'up' | 'down';
}

/** An arrangement of columns that a person named: which, in what order, how wide. */
export interface ColumnSet {
  readonly name: string;
  readonly layout: Pick<Layout, 'order' | 'widths' | 'hidden' | 'shown' | 'frozen'>;
}

/** How many of the rows are something. */
export interface Count {
  /** The city's word: 取組項目; "" for items that have no name of their own. */
  readonly name: string;
  /** Those that fulfil the filters, open or closed. */
  readonly shown: number;
  readonly all: number;
}

/** What the status bar says about the rows and the selection. */
export interface Status {
  /** What the rows are and how many, by their name in the order they first stand. */
  readonly counts: readonly Count[];
  /** Selected cells, headings not counted. */
  readonly selected: number;
  /** Selected cells with a number. */
  readonly numbers: number;
  /** The unit all numbers were written with, or were brought to: 千円; "" without one. */
  readonly unit: string;
  /** Exact sum as a plain decimal string; `undefined` without numbers, or where their units cannot be added. */
  readonly sum: string | undefined;
  /** Mean as a plain decimal string; `undefined` without numbers. */
  readonly mean: string | undefined;
}
