import type { Block } from './clipboard';
import { choiceOf, choicesFor, defaultLayout, isHidden, placeColumns, shownColumns, shownText, type PlacedColumn } from './columns';
import { copiedCells } from './copy';
import { findMatches, nextMatch, type Match } from './find';
import { commandOf, type Command, type EditMode, type Key } from './keyboard';
import { narrowed } from './narrow';
import { mustAsk, planPaste, type PastePlan } from './paste';
import { placeAt, spotOf, type Place } from './place';
import { ancestors, cellOf, shownCell, showRows, type ShownRow } from './rows';
import { clampSpot, contains, cycled, isSingle, moved, rangeOf, type Movement, type Terrain } from './selection';
import { countsOf, statusOf } from './status';
import type { Cell, Choice, Column, Count, Edit, Layout, Range, Row, Spot, Status } from './types';

/** What a screen hears from the grid. Every callback is optional. */
export interface GridEvents {
  /** Changes to keep as one step of undo. While a returned promise is pending the cells already show the new text. */
  onEdit?: ((edits: Edit[]) => unknown) | undefined;
  onUndo?: (() => void) | undefined;
  onRedo?: (() => void) | undefined;
  onStatus?: ((status: Status) => void) | undefined;
  /** A person asks for more of a row (Ctrl+Enter). */
  onOpen?: ((rowId: string, key: string) => void) | undefined;
  /** The active cell changed. */
  onActive?: ((rowId: string, key: string) => void) | undefined;
  /** The arrangement of columns changed; the screen keeps it. */
  onRemember?: ((layout: Layout) => void) | undefined;
}

/** The one text field of the grid, as far as the model needs it. */
export interface TextPort {
  read(): string;
  write(text: string): void;
  /** Puts a line break at the caret. */
  breakLine(): void;
}

const START: Place = { rowId: undefined, key: undefined, spot: { row: 0, column: 0 } };

/** What the grid knows and does; the view only draws it and brings it events. */
export class GridModel {
  rows: readonly Row[] = $state.raw([]);
  columns: readonly Column[] = $state.raw([]);
  layout: Layout = $state.raw(defaultLayout([]));
  /** Rows that fit into the window, for PageUp and PageDown. */
  page = 10;
  events: GridEvents = {};
  text: TextPort = { read: () => '', write: () => undefined, breakLine: () => undefined };

  mode: EditMode = $state('idle');
  /** The list of a choice column is open, with this entry marked. */
  list: { readonly typed: string; readonly index: number } | undefined = $state.raw();
  /** A paste that waits for the person's word. */
  asking: PastePlan | undefined = $state.raw();
  /** What is looked for; `undefined` while the find bar is closed. */
  query: string | undefined = $state();

  #active: Place = $state.raw(START);
  #anchor: Place = $state.raw(START);
  #head: Place = $state.raw(START);
  #pending: ReadonlyMap<string, ReadonlyMap<string, string>> = $state.raw(new Map());
  #tabbedFrom: number | undefined;

  /** Rows with the changes that are on their way to the file. */
  readonly live: readonly Row[] = $derived(this.#pending.size === 0 ? this.rows : this.rows.map((row) => this.#overlaid(row)));
  /** Rows written into since the filters were chosen: they stay until the filters are chosen anew. */
  #held: ReadonlySet<string> = $state.raw(new Set());
  /** A sorting goes over all rows and leaves out the headings, not over what stands under each. */
  flat = $state(false);
  /** The rows that fulfil the filters, in the order they are sorted. */
  readonly kept: readonly Row[] = $derived(narrowed(this.live, this.columns, this.layout, this.#held, this.flat));
  readonly shown: readonly ShownRow[] = $derived(showRows(this.kept, new Set(this.layout.closed)));
  readonly placed: readonly PlacedColumn[] = $derived(placeColumns(this.columns, this.layout));
  readonly nested: boolean = $derived(this.rows.some((row) => row.level > 0));
  readonly #rowAt: ReadonlyMap<string, number> = $derived(new Map(this.shown.map((row, index) => [row.id, index])));
  readonly #columnAt: ReadonlyMap<string, number> = $derived(new Map(this.placed.map((column, index) => [column.key, index])));
  readonly active: Spot = $derived(spotOf(this.#active, this.#rowAt, this.#columnAt));
  readonly head: Spot = $derived(spotOf(this.#head, this.#rowAt, this.#columnAt));
  readonly range: Range = $derived(rangeOf(spotOf(this.#anchor, this.#rowAt, this.#columnAt), this.head));
  readonly matches: readonly Match[] = $derived(this.query === undefined ? [] : findMatches(this.kept, this.placed, this.query));
  readonly #counts: readonly Count[] = $derived(countsOf(this.live, this.kept));
  readonly status: Status = $derived(
    statusOf(this.#counts, this.shown, this.placed, this.shown.length > 0 && this.placed.length > 0 ? this.range : undefined),
  );

  get activeRow(): ShownRow | undefined {
    return this.shown[this.active.row];
  }
  get activeColumn(): PlacedColumn | undefined {
    return this.placed[this.active.column];
  }
  get activeCell(): Cell {
    return cellOf(this.activeRow, this.activeColumn?.key ?? '');
  }

  /** Nothing can be typed into the active cell. */
  get locked(): boolean {
    const row = this.activeRow;
    return row?.kind !== 'row' || this.activeColumn?.readonly === true || this.activeCell.readonly === true;
  }

  #overlaid(row: Row): Row {
    const texts = this.#pending.get(row.id);
    if (!texts) return row;
    const cells = { ...row.cells };
    for (const [key, text] of texts) cells[key] = { text };
    return { ...row, cells };
  }

  get #terrain(): Terrain {
    return {
      rows: this.shown.length,
      columns: this.placed.length,
      page: this.page,
      filled: ({ row, column }) => {
        const at = this.shown[row];
        const placed = this.placed[column];
        return at !== undefined && placed !== undefined && (at.kind === 'section' || shownCell(cellOf(at, placed.key)) !== '');
      },
    };
  }

  // Selection

  /** Makes a spot the active cell, or with `extend` the far corner of the selection. */
  select(spot: Spot, extend = false): void {
    if (this.shown.length === 0 || this.placed.length === 0) return;
    const place = placeAt(clampSpot(spot, this.#terrain), this.shown, this.placed);
    this.#head = place;
    if (!extend) {
      this.#anchor = place;
      this.#activate(place);
    }
    this.#tabbedFrom = undefined;
  }

  /** Selects a rectangle; the active cell stays when it is inside. */
  selectRange(range: Range): void {
    if (this.shown.length === 0 || this.placed.length === 0) return;
    const corner = (row: number, column: number): Place => placeAt(clampSpot({ row, column }, this.#terrain), this.shown, this.placed);
    this.#anchor = corner(range.top, range.left);
    this.#head = corner(range.bottom, range.right);
    if (!contains(range, this.active)) this.#activate(this.#anchor);
  }

  /** Goes to a cell by name, opening the rows around it; `false` when there is no such row. */
  goTo(rowId: string, key?: string): boolean {
    if (!this.rows.some((row) => row.id === rowId)) return false;
    // A row the filters leave out is shown when a person is sent to it.
    if (!this.kept.some((row) => row.id === rowId)) this.#held = new Set([...this.#held, rowId]);
    // So is a column that is hidden only because it usually is.
    const column = this.columns.find((one) => one.key === key);
    if (column && isHidden(column, this.layout) && !this.layout.hidden.includes(column.key)) this.arrange(shownColumns(this.layout, [column.key]));
    const around = new Set(ancestors(this.rows, rowId));
    if (this.layout.closed.some((id) => around.has(id))) {
      this.arrange({ ...this.layout, closed: this.layout.closed.filter((id) => !around.has(id)) });
    }
    const row = this.#rowAt.get(rowId);
    if (row === undefined) return false;
    this.select({ row, column: (key === undefined ? undefined : this.#columnAt.get(key)) ?? this.active.column });
    return true;
  }

  #activate(place: Place): void {
    const before = this.#active;
    this.#active = place;
    if (place.rowId !== undefined && place.key !== undefined && (before.rowId !== place.rowId || before.key !== place.key)) {
      this.events.onActive?.(place.rowId, place.key);
    }
  }

  #next(way: 'down' | 'across', back: boolean): boolean {
    const range = this.range;
    if (!isSingle(range)) {
      let spot = this.active;
      const cells = (range.bottom - range.top + 1) * (range.right - range.left + 1);
      for (let i = 0; i < cells; i += 1) {
        spot = cycled(spot, range, way, back);
        if (this.shown[spot.row]?.kind === 'row') break;
      }
      this.#activate(placeAt(spot, this.shown, this.placed));
      return true;
    }
    const step = back ? -1 : 1;
    if (way === 'down') {
      const column = this.#tabbedFrom ?? this.active.column;
      let row = this.active.row + step;
      while (this.shown[row]?.kind === 'section') row += step;
      this.select({ row: this.shown[row] ? row : this.active.row, column });
      return true;
    }
    const from = this.#tabbedFrom ?? this.active.column;
    let { row, column } = this.active;
    column += step;
    if (column < 0 || column >= this.placed.length || this.activeRow?.kind === 'section') {
      row += step;
      while (this.shown[row]?.kind === 'section') row += step;
      column = back ? this.placed.length - 1 : 0;
    }
    // Past the last cell the key leaves the grid, so that the keyboard is never caught in it.
    if (!this.shown[row]) return false;
    const sameRow = row === this.active.row;
    this.select({ row, column });
    this.#tabbedFrom = sameRow ? from : undefined;
    return true;
  }

  // Editing

  /** Opens the active cell with its text (F2) or, with `text`, as if that had been typed over it. */
  edit(text?: string): boolean {
    const column = this.activeColumn;
    if (this.locked || !column) return false;
    this.mode = text === undefined ? 'editing' : 'typing';
    if (column.kind === 'choice') {
      this.openList();
      this.text.write(text ?? '');
      return true;
    }
    this.text.write(text ?? this.activeCell.text);
    return true;
  }

  /** The first letter, or the first step of a conversion, has arrived in the text field. */
  typed(): void {
    if (this.locked) return;
    if (this.mode === 'idle') this.mode = 'typing';
    if (this.activeColumn?.kind === 'choice') this.list = { typed: this.text.read(), index: 0 };
  }

  /** A letter of a choice column that names one choice at once: sets it. `false` when it does not. */
  chooseByKey(): boolean {
    const column = this.activeColumn;
    if (column?.kind !== 'choice' || this.mode !== 'typing') return false;
    const typed = this.text.read().normalize('NFKC').toLowerCase();
    const choice = column.choices?.find((one) => one.keys?.some((key) => key.toLowerCase() === typed));
    if (!choice) return false;
    this.choose(choice);
    return true;
  }

  openList(): void {
    const column = this.activeColumn;
    if (this.locked || column?.kind !== 'choice') return;
    const present = choiceOf(column, this.activeCell.text);
    this.list = { typed: '', index: Math.max(0, column.choices?.findIndex((one) => one === present) ?? 0) };
    if (this.mode === 'idle') this.mode = 'editing';
  }

  /** The entries of the open list. */
  get listed(): readonly Choice[] {
    return this.list && this.activeColumn ? choicesFor(this.activeColumn, this.list.typed) : [];
  }

  moveInList(by: -1 | 1): void {
    if (!this.list) return;
    const count = this.listed.length;
    if (count > 0) this.list = { ...this.list, index: (this.list.index + by + count) % count };
  }

  /** Sets the active cell to a choice and closes the list. */
  choose(choice: Choice): void {
    this.#finish(choice.value);
  }

  /** Ends the editing with what stands in the text field. */
  commit(): void {
    if (this.mode === 'idle') return;
    const column = this.activeColumn;
    if (column?.kind !== 'choice') {
      this.#finish(this.text.read());
      return;
    }
    const typed = this.text.read();
    const marked = this.listed[this.list?.index ?? -1];
    // A word that is none of the choices changes nothing, unless the column reads others too.
    const choice = marked ?? choiceOf(column, typed);
    if (choice) this.#finish(choice.value);
    else if (column.others && typed.trim() !== '') this.#finish(typed.trim());
    else this.cancel();
  }

  #finish(text: string): void {
    const row = this.activeRow;
    const column = this.activeColumn;
    this.cancel();
    if (row && column) this.change([{ rowId: row.id, key: column.key, text: text.replace(/\r\n?/gu, '\n') }]);
  }

  /** Gives up the editing; the cell stays as it was. */
  cancel(): void {
    this.mode = 'idle';
    this.list = undefined;
    this.text.write('');
  }

  /** Hands on the changes that change something, as one step. */
  change(edits: readonly Edit[]): void {
    const rows = new Map(this.live.map((row) => [row.id, row]));
    const columns = new Map(this.columns.map((column) => [column.key, column]));
    const real = edits.flatMap((edit) => {
      const row = rows.get(edit.rowId);
      const column = columns.get(edit.key);
      const cell = cellOf(row, edit.key);
      if (row?.kind !== 'row' || !column || column.readonly || cell.readonly) return [];
      const choice = column.kind === 'choice' ? choiceOf(column, edit.text) : undefined;
      const read = column.others && (edits.length === 1 || column.others.includes(edit.text));
      if (column.kind === 'choice' && !read && edit.text !== '' && !choice) return [];
      if (choice ? choiceOf(column, cell.text) === choice : cell.text === edit.text && !(edit.text === '' && cell.absent)) return [];
      return [{ ...edit, text: choice?.value ?? edit.text }];
    });
    if (real.length === 0) return;
    if (this.layout.filters) this.#held = new Set([...this.#held, ...real.map(({ rowId }) => rowId)]);
    const answer = this.events.onEdit?.(real);
    if (!(answer instanceof Promise)) return;
    const pending = new Map(this.#pending);
    for (const { rowId, key, text } of real) pending.set(rowId, new Map(pending.get(rowId)).set(key, text));
    this.#pending = pending;
    const done = (): void => {
      const left = new Map(this.#pending);
      for (const { rowId, key, text } of real) {
        const texts = new Map(left.get(rowId));
        if (texts.get(key) === text) texts.delete(key);
        if (texts.size > 0) left.set(rowId, texts);
        else left.delete(rowId);
      }
      this.#pending = left;
    };
    // The screen that made the promise tells of its failure; here the cell only shows again what is true.
    void answer.then(done, done);
  }

  /** Every selected cell gets the same text. */
  fill(text: string): void {
    this.change(this.#selected().map(({ row, column }) => ({ rowId: row.id, key: column.key, text })));
  }

  #selected(): { row: ShownRow; column: PlacedColumn }[] {
    const { top, bottom, left, right } = this.range;
    const columns = this.placed.slice(left, right + 1);
    return this.shown
      .slice(top, bottom + 1)
      .filter((row) => row.kind === 'row')
      .flatMap((row) => columns.map((column) => ({ row, column })));
  }

  /** Ctrl+D: the first selected row over the others, or the row above over a single one. */
  fillDown(): void {
    const { top, bottom, left, right } = this.range;
    const rows = this.shown.slice(top, bottom + 1).filter((row) => row.kind === 'row');
    const source = rows.length > 1 ? rows[0] : this.shown.slice(0, top).findLast((row) => row.kind === 'row');
    const targets = rows.length > 1 ? rows.slice(1) : rows;
    if (!source) return;
    this.change(
      targets.flatMap((row) =>
        this.placed.slice(left, right + 1).map(({ key }) => ({ rowId: row.id, key, text: cellOf(source, key).text })),
      ),
    );
  }

  // Clipboard

  /** The selected cells as they are copied. */
  copied(): ReturnType<typeof copiedCells> {
    return copiedCells(this.shown, this.placed, this.range);
  }

  /** Pastes a block, or asks first when it would overwrite or does not fit. */
  paste(block: Block): void {
    if (this.shown.length === 0 || this.placed.length === 0) return;
    const plan = planPaste(block, this.range, this.shown, this.placed);
    if (mustAsk(plan)) this.asking = plan;
    else this.#apply(plan);
  }

  /** The person's word about the paste that waits. `onlyBlank` leaves filled cells as they are. */
  answer(yes: boolean, onlyBlank = false): void {
    const plan = this.asking;
    this.asking = undefined;
    if (!yes || !plan) return;
    const filled = new Set(plan.overwrites.map(({ row, column }) => `${row.id}\n${column.key}`));
    this.#apply(onlyBlank ? { ...plan, edits: plan.edits.filter((edit) => !filled.has(`${edit.rowId}\n${edit.key}`)) } : plan);
  }

  #apply(plan: PastePlan): void {
    this.selectRange(plan.target);
    this.change(plan.edits);
  }

  // Arrangement

  /** Takes a new arrangement of columns and rows and has it remembered. */
  arrange(layout: Layout): void {
    if (layout.filters !== this.layout.filters) this.#held = new Set();
    this.layout = layout;
    this.events.onRemember?.(layout);
  }

  /** Opens or closes a row. */
  fold(rowId: string, open: boolean): void {
    const others = this.layout.closed.filter((id) => id !== rowId);
    this.arrange({ ...this.layout, closed: open ? others : [...others, rowId] });
  }

  #foldActive(open: boolean | 'other'): void {
    const row = this.activeRow;
    if (!row) return;
    if (row.parent && (open === 'other' || open !== row.open)) this.fold(row.id, open === 'other' ? !row.open : open);
    else if (open === false) {
      const parent = ancestors(this.rows, row.id).at(-1);
      if (parent !== undefined) this.goTo(parent);
    }
  }

  // Finding

  /** The match a person stands on, from 0; −1 for none. */
  get matchAt(): number {
    const { activeRow: row, activeColumn: column } = this;
    return this.matches.findIndex((match) => match.rowId === row?.id && (match.key === column?.key || row.kind === 'section'));
  }

  /** Goes to the next match of the query; `false` without one. */
  findNext(back = false): boolean {
    const row = this.activeRow;
    const column = this.activeColumn;
    const at = row && column ? { rowId: row.id, key: column.key } : undefined;
    const match = this.matches[nextMatch(this.matches, this.kept, this.placed, at, back)];
    return match ? this.goTo(match.rowId, match.key) : false;
  }

  // Keys

  /** Handles a key that is not the input method's. `false` leaves it to the text field or the browser. */
  press(key: Key): boolean {
    if (this.list && !key.altKey && (key.key === 'ArrowUp' || key.key === 'ArrowDown')) {
      this.moveInList(key.key === 'ArrowUp' ? -1 : 1);
      return true;
    }
    const command = commandOf(key, { mode: this.mode, section: this.activeRow?.kind === 'section' });
    return command !== undefined && this.run(command);
  }

  /** Does a command. `false` when there was nothing to do and the browser may have the key. */
  run(command: Command): boolean {
    switch (command.do) {
      case 'move':
        this.select(moved(command.extend ? this.head : this.active, command.movement, this.#terrain), command.extend);
        return true;
      case 'next':
        return this.#next(command.way, command.back);
      case 'commit':
        this.commit();
        this.#after(command.then);
        return true;
      case 'commitAll': {
        const text = this.text.read();
        if (isSingle(this.range) || this.activeColumn?.kind === 'choice') this.commit();
        else {
          this.cancel();
          this.fill(text.replace(/\r\n?/gu, '\n'));
        }
        return true;
      }
      case 'cancel':
        this.cancel();
        return true;
      case 'newline':
        this.text.breakLine();
        return true;
      case 'openText':
        this.mode = this.mode === 'typing' ? 'editing' : 'typing';
        return true;
      case 'edit':
        this.edit();
        return true;
      case 'empty':
        if (this.activeColumn?.kind === 'choice') this.fill('');
        else this.edit('');
        return true;
      case 'clear':
        this.fill('');
        return true;
      case 'fillDown':
        this.fillDown();
        return true;
      case 'selectAll':
        this.selectRange({ top: 0, left: 0, bottom: this.shown.length - 1, right: this.placed.length - 1 });
        return true;
      case 'selectRow':
        this.selectRange({ ...this.range, left: 0, right: this.placed.length - 1 });
        return true;
      case 'unselect':
        this.select(this.active);
        return true;
      case 'undo':
        this.events.onUndo?.();
        return true;
      case 'redo':
        this.events.onRedo?.();
        return true;
      case 'find':
        this.query ??= '';
        return true;
      case 'open': {
        const row = this.activeRow;
        const column = this.activeColumn;
        if (row && column) this.events.onOpen?.(row.id, column.key);
        return true;
      }
      case 'list':
        this.openList();
        return true;
      case 'fold':
        this.#foldActive(command.open);
        return true;
    }
  }

  #after(then: Movement | { readonly way: 'down' | 'across'; readonly back: boolean }): void {
    if ('reach' in then) this.select(moved(this.active, then, this.#terrain));
    else this.#next(then.way, then.back);
  }

  /** The text a cell shows, with the name of its choice and 「—」 for an absent value. */
  shownIn(row: Row, column: Column): string {
    return shownText(column, shownCell(cellOf(row, column.key)));
  }
}
