import type { App } from '../../app/app.svelte';
import type { Edit } from '../../grid/types';
import type { EffectRowId } from '../../ipc/EffectRowId';
import type { EffectsRequest } from '../../ipc/EffectsRequest';
import type { EffectsView } from '../../ipc/EffectsView';
import type { EffectTableForm } from '../../ipc/EffectTableForm';
import type { EffectTableId } from '../../ipc/EffectTableId';
import type { NewEffectRow } from '../../ipc/NewEffectRow';
import type { PlanId } from '../../ipc/PlanId';
import { t } from '../../texts';
import { editsOf } from './table';

/** What the screen needs of the app. */
export type Core = Pick<App, 'ask' | 'write' | 'notice' | 'version'>;

/** Years shown at once when a person goes further back or forth. */
const YEARS_MORE = 3;

/** The tables of effects of a plan as they stand in the file, and what a person does with them. */
export class EffectTables {
  view: EffectsView | undefined = $state.raw();
  plan: PlanId | undefined = $state();
  table: EffectTableId | undefined = $state();
  /** The unit to look at the table in; its own without. */
  unit: string | undefined = $state();
  first: number | undefined = $state();
  last: number | undefined = $state();

  readonly #core: Core;
  #today: number | undefined;
  #loading: { readonly of: string; readonly done: Promise<void> } | undefined;

  constructor(core: Core) {
    this.#core = core;
  }

  /**
   * Shows a version of the tables of a plan. Asked twice for the same it reads it once. `today` is the fiscal year where a
   * table ends that knows no years of its own, because those of its plan are not understood.
   */
  load(plan: PlanId, version: number, today = this.#today): Promise<void> {
    this.#today = today;
    if (plan !== this.plan) {
      this.view = undefined;
      this.#look(plan);
    }
    const asked: EffectsRequest = {
      plan,
      ...(this.table !== undefined && { table: this.table }),
      ...(this.unit !== undefined && { unit: this.unit }),
      ...(this.first !== undefined && { first: this.first }),
      ...(this.last !== undefined && { last: this.last }),
    };
    const of = JSON.stringify([asked, version]);
    if (this.#loading?.of === of) return this.#loading.done;
    const done = this.#core.ask('effects_view', asked).then((view) => {
      if (!view || this.#loading?.of !== of) return undefined;
      this.view = view;
      if (view.sheet?.years.length !== 0 || today === undefined || this.first !== undefined) return undefined;
      this.first = today - YEARS_MORE;
      this.last = today;
      return this.load(plan, version);
    });
    this.#loading = { of, done };
    return done;
  }

  #look(plan: PlanId | undefined, table?: EffectTableId): void {
    this.plan = plan;
    this.table = table;
    this.unit = undefined;
    this.first = undefined;
    this.last = undefined;
  }

  /** Shows another table of the plan, in its own unit. */
  async choose(table: EffectTableId): Promise<void> {
    this.#look(this.plan, table);
    await this.#again();
  }

  /** Looks at the table in another unit. */
  async lookIn(unit: string): Promise<void> {
    this.unit = unit === this.view?.sheet?.form.unit ? undefined : unit;
    await this.#again();
  }

  /** Shows more years before the first or after the last one, and answers the one next to it. */
  async moreYears(way: 'back' | 'forth'): Promise<number | undefined> {
    const years = this.view?.sheet?.years;
    const end = way === 'back' ? years?.[0]?.year : years?.at(-1)?.year;
    if (end === undefined) return undefined;
    if (way === 'back') this.first = end - YEARS_MORE;
    else this.last = end + YEARS_MORE;
    await this.#again();
    return way === 'back' ? end - 1 : end + 1;
  }

  /** Takes over what was typed or pasted, as one step. The cells show the new text until the table is there anew. */
  async edit(edits: readonly Edit[]): Promise<void> {
    const sheet = this.view?.sheet;
    const changes = sheet ? editsOf(sheet, edits) : [];
    if (changes.length === 0) return;
    await this.#core.write('effect_set', { edits: changes });
    await this.#again();
  }

  /** Adds a table and shows it. */
  async addTable(form: EffectTableForm): Promise<boolean> {
    if (this.plan === undefined) return false;
    const id = await this.#core.write('effect_table_add', { plan: this.plan, form });
    if (id === undefined) return false;
    await this.choose(id);
    return true;
  }

  /** Changes what is said of the table. */
  async editTable(form: EffectTableForm): Promise<boolean> {
    const sheet = this.view?.sheet;
    if (!sheet) return false;
    const done = await this.#core.write('effect_table_edit', { table: sheet.id, form });
    if (done === undefined) return false;
    this.unit = undefined;
    await this.#again();
    return true;
  }

  /** Moves the table before or behind its neighbour. */
  async moveTable(by: -1 | 1): Promise<void> {
    const at = this.#place();
    const table = this.view?.sheet?.id;
    if (at === undefined || table === undefined || at + by < 0) return;
    await this.#core.write('effect_table_place', { table, position: at + by });
    this.table = table;
    await this.#again();
  }

  /** Place of the table among those of the plan, from 0. */
  #place(): number | undefined {
    const at = this.view?.tables.findIndex(({ id }) => id === this.view?.sheet?.id) ?? -1;
    return at < 0 ? undefined : at;
  }

  /** Whether the table can be moved. */
  canMove(by: -1 | 1): boolean {
    const at = this.#place();
    return at !== undefined && at + by >= 0 && at + by < (this.view?.tables.length ?? 0);
  }

  /** Removes the table and says how it comes back. */
  async removeTable(): Promise<void> {
    const sheet = this.view?.sheet;
    if (!sheet) return;
    if ((await this.#core.write('effect_table_remove', { table: sheet.id })) === undefined) return;
    this.#look(this.plan);
    await this.#again();
    this.#core.notice({ severity: 'success', what: t('effects-table-removed', { table: sheet.form.name }), todo: t('effects-removed-todo') });
  }

  /** Adds rows behind a row, or at the end, and answers the first of them. */
  async addRows(rows: readonly NewEffectRow[], behind?: string): Promise<string | undefined> {
    const sheet = this.view?.sheet;
    if (!sheet || rows.length === 0) return undefined;
    const at = sheet.rows.findIndex(({ id }) => String(id) === behind);
    const made = await this.#core.write('effect_rows_add', { table: sheet.id, position: at < 0 ? sheet.rows.length : at + 1, rows: [...rows] });
    if (made === undefined) return undefined;
    await this.#again();
    return made[0] === undefined ? undefined : String(made[0]);
  }

  /** Removes rows as one step and says how they come back. */
  async removeRows(ids: readonly string[]): Promise<void> {
    const rows = this.view?.sheet?.rows.filter(({ id }) => ids.includes(String(id))) ?? [];
    if (rows.length === 0) return;
    if ((await this.#core.write('effect_rows_remove', { rows: rows.map(({ id }) => id) })) === undefined) return;
    await this.#again();
    const [first] = rows;
    const what = rows.length === 1 && first ? t('effects-row-removed', { row: first.title }) : t('effects-rows-removed', { count: rows.length });
    this.#core.notice({ severity: 'success', what, todo: t('effects-removed-todo') });
  }

  /** Moves a row up or down. */
  async moveRow(rowId: string, by: -1 | 1): Promise<boolean> {
    const rows = this.view?.sheet?.rows ?? [];
    const at = rows.findIndex(({ id }) => String(id) === rowId);
    const row: EffectRowId | undefined = rows[at]?.id;
    if (row === undefined || at + by < 0 || at + by >= rows.length) return false;
    await this.#core.write('effect_row_place', { row, position: at + by });
    await this.#again();
    return true;
  }

  #again(): Promise<void> {
    return this.plan === undefined ? Promise.resolve() : this.load(this.plan, this.#core.version);
  }
}
