import { call, CallError, type CommandError } from '../call';
import { Notices, type Notice } from '../components/notices.svelte';
import { isRefusal, noticeOf, type ErrorAction } from '../errors';
import type { AppStatus } from '../ipc/AppStatus';
import type { CellRef } from '../ipc/CellRef';
import type { Change } from '../ipc/Change';
import type { FileChosen } from '../ipc/FileChosen';
import type { FiscalYear } from '../ipc/FiscalYear';
import type { IndicatorId } from '../ipc/IndicatorId';
import type { NodeId } from '../ipc/NodeId';
import type { Place } from '../ipc/Place';
import type { PlanHead } from '../ipc/PlanHead';
import type { PlanId } from '../ipc/PlanId';
import type { Turns } from '../ipc/Turns';
import { t } from '../texts';
import type { ChosenCell } from './cell';
import type { AppCommand } from './command';
import type { Answer, Command, Opening, Request, Value, Writing } from './commands';
import { layoutPlace, type LayoutPlace } from './layouts';
import { privateCharacters } from './private';
import { Queue } from './queue';
import { Works } from './works.svelte';
import { yearShownFirst } from './years';

/** What is looked at in the detail at the right: a node, and the cell of it a person stands on. */
export interface Chosen {
  readonly node: NodeId;
  readonly cell?: ChosenCell;
}

/** Items a list is narrowed to, with the words that say why: 「遅れ」. */
export interface Only {
  readonly label: string;
  readonly items: readonly NodeId[];
}

const NOTHING_OPEN: AppStatus = { open: null, recent: [], asked: null, asked_import: null, user: '', layout: {}, file_layout: {} };

/** The screen that shows a place; an indicator that is not of the city's finances is on 指標. */
const SCREENS: Readonly<Record<Place['kind'], string>> = {
  city: 'settings',
  check: 'check',
  office: 'settings',
  plan: 'settings',
  node: 'plan',
  schedule: 'schedule',
  record: 'progress',
  indicator: 'fiscal',
  effect: 'effects',
  chart: 'fiscal',
  meeting: 'papers',
};

/** How long a layout rests before it is kept, ms: a column being drawn wider is not written at every pixel. */
const LAYOUT_REST = 400;

/** What all screens share: the open file, the plan and year chosen, and the way to the core. */
export class App {
  status: AppStatus = $state.raw(NOTHING_OPEN);
  /** Plans of the open file, oldest first. */
  plans: readonly PlanHead[] = $state.raw([]);
  plan: PlanHead | undefined = $state.raw();
  year: FiscalYear | undefined = $state();
  screen: string = $state('home');
  /** Where search, home or a finding sends the person; the screen selects it, and takes it away. */
  focus: { readonly place: Place; readonly cell?: CellRef } | undefined = $state.raw();
  /** Items that 進捗 is narrowed to. */
  only: Only | undefined = $state.raw();
  /** What the detail at the right tells of. A screen sets it when its selection moves. */
  chosen: Chosen | undefined = $state.raw();
  /** An indicator of the plan as a whole that is looked at; no node is chosen then. */
  chosenIndicator: IndicatorId | undefined = $state();
  /** Headings of text that items of the plan have: the detail offers them where an item has none yet. */
  headings: { readonly level: number; readonly titles: readonly string[] } | undefined = $state.raw();
  /** What can be done on the screen shown; the screen sets it, and takes it away when it goes. */
  commands: readonly AppCommand[] = $state.raw([]);
  /** Left part of the status bar; a screen with a grid sets it (`statusParts`). */
  bar: readonly string[] = $state.raw([]);

  /** Grows with every change of the file, also by undo and redo, and when another file is opened. */
  version = $state(0);
  /** What the last change touched; empty when everything may have changed. */
  changes: readonly Change[] = $state.raw([]);
  turns: Turns | undefined = $state.raw();
  /** Writes that are on their way. */
  writing = $state(0);
  /** The last write did not reach the file. */
  unsaved = $state(false);
  /** Open findings of the check, shown beside its name; `undefined` until they were counted. */
  findings: number | undefined = $state();

  /** A thing, or one row or value of it, whose history is shown over the screen. */
  historyOf: { readonly place: Place; readonly title: string; readonly cell?: CellRef } | undefined = $state.raw();

  /** The import is open; `dropped` is the table dropped on the window, to be read by `import_read`. */
  importing: { readonly dropped?: string } | undefined = $state.raw();

  readonly notices = new Notices();
  readonly works = new Works();
  readonly #writes = new Queue();
  readonly #resting = new Map<string, LayoutPlace & { readonly layout: unknown; readonly timer: ReturnType<typeof setTimeout> }>();

  /** The minus sign of the city. */
  readonly minus: string = $derived(this.status.open?.negative ?? '△');
  /** Nothing can be written into the open file. */
  readonly readOnly: boolean = $derived(this.status.open?.read_only ?? false);

  /** Asks the core. An error becomes a notice and the answer is `undefined`. */
  async ask<K extends Command>(command: K, request: Request<K>): Promise<Answer<K> | undefined> {
    try {
      return await call(command, request);
    } catch (reason) {
      this.fail(reason);
      return undefined;
    }
  }

  /**
   * Changes the file: one call is one step of undo. Writes go one after the other in the order they were asked for.
   * Answers what the command answers, or `undefined` after an error, of which the person has been told; a screen that
   * tells of a refusal at its own place takes it as `refused` and answers true.
   */
  async write<K extends Writing>(command: K, request: Request<K>, refused?: (error: CommandError) => boolean): Promise<Value<K> | undefined> {
    this.#warnOfPrivate(request);
    this.writing += 1;
    try {
      const done = await this.#writes.add(() => call(command, request));
      this.unsaved = false;
      await this.#took(done.changes, done.turns);
      return done.value as Value<K>;
    } catch (reason) {
      if (reason instanceof CallError && refused?.(reason.error)) return undefined;
      this.unsaved = !isRefusal(reason);
      this.fail(reason);
      return undefined;
    } finally {
      this.writing -= 1;
    }
  }

  /** Characters of one computer only are kept, but the person has to know that nobody else can read them. */
  #warnOfPrivate(request: unknown): void {
    const codes = privateCharacters(request);
    if (codes.length > 0) this.notice({ severity: 'warning', what: t('app-private-characters', { codes: codes.join(t('fiscal-and')) }), todo: t('app-private-characters-todo') });
  }

  /** Takes the last step back. */
  undo(): Promise<void> {
    return this.#turn('undo');
  }

  /** Does the last undone step again. */
  redo(): Promise<void> {
    return this.#turn('redo');
  }

  async #turn(way: 'undo' | 'redo'): Promise<void> {
    if (!this.status.open || this.readOnly) return;
    this.writing += 1;
    try {
      const turn = await this.#writes.add(() => call(way, {}));
      if (turn.label !== null) await this.#took(turn.changes, turn.turns);
    } catch (reason) {
      this.fail(reason);
    } finally {
      this.writing -= 1;
    }
  }

  async #took(changes: readonly Change[], turns: Turns): Promise<void> {
    this.turns = turns;
    this.changes = changes;
    const gone = changes.some(({ table, key, kind }) => table === 'node' && kind === 'deleted' && key[0] === this.chosen?.node);
    if (gone) this.chosen = undefined;
    if (changes.some(({ table, key, kind }) => table === 'indicator' && kind === 'deleted' && key[0] === this.chosenIndicator)) this.chosenIndicator = undefined;
    if (changes.some(({ table }) => table === 'plan' || table === 'city' || table === 'level')) await this.#readPlans();
    if (changes.length > 0) this.version += 1;
  }

  /** Everything may have changed: shows the file anew as it stands. */
  async refresh(turns?: Turns): Promise<void> {
    if (turns) this.turns = turns;
    this.changes = [];
    this.chosen = undefined;
    this.chosenIndicator = undefined;
    await this.#readPlans();
    this.version += 1;
  }

  /** Opens a file once the writes asked for before are done; answers whether one was opened. */
  async open<K extends Opening>(command: K, request: Request<K>): Promise<boolean> {
    try {
      const { chosen, status } = await this.#writes.add((): Promise<FileChosen> => call(command, request));
      // What was told of another file, or of a form that is done by now, is over.
      if (chosen) for (const { id } of this.notices.list) this.notices.close(id);
      if (chosen) await this.opened(status);
      return chosen;
    } catch (reason) {
      this.fail(reason);
      const status = await this.ask('app_status', {});
      // A file that was to be opened anew and could not be is closed.
      if (status && status.open?.file.path !== this.status.open?.file.path) await this.opened(status);
      else if (status) this.status = this.#withResting(status);
      return false;
    }
  }

  /** Closes the file once the writes asked for before are done. */
  async close(): Promise<void> {
    try {
      await this.opened(await this.#writes.add(() => call('file_close', {})));
    } catch (reason) {
      this.fail(reason);
    }
  }

  /** Takes over what is open now. A file that was opened is shown from its first screen. */
  async opened(status: AppStatus): Promise<void> {
    this.status = this.#withResting(status);
    this.turns = status.open?.turns;
    this.unsaved = false;
    this.plan = undefined;
    this.year = undefined;
    this.chosen = undefined;
    this.only = undefined;
    this.focus = undefined;
    this.historyOf = undefined;
    this.bar = [];
    this.headings = undefined;
    this.findings = undefined;
    this.screen = 'home';
    await this.refresh();
  }

  async #readPlans(): Promise<void> {
    if (!this.status.open) {
      this.plans = [];
      return;
    }
    const [plans, status] = await Promise.all([this.ask('plan_list', {}), this.ask('app_status', {})]);
    if (status) this.status = this.#withResting(status);
    if (!plans) return;
    this.plans = plans;
    const same = plans.find((plan) => plan.id === this.plan?.id);
    if (same) this.plan = same;
    else this.choosePlan(plans.at(-1)?.id);
  }

  /** Chooses the plan the screens tell of; a year outside of it gives way to one of its own. */
  choosePlan(id: PlanId | undefined): void {
    const plan = this.plans.find((one) => one.id === id);
    if (plan?.id !== this.plan?.id) {
      this.chosen = undefined;
      this.chosenIndicator = undefined;
      this.only = undefined;
    }
    const fits = plan?.years.some(({ year }) => year === this.year) ?? false;
    const year = fits || !plan ? this.year : yearShownFirst(plan, new Date());
    this.plan = plan;
    this.year = year;
  }

  chooseYear(year: FiscalYear): void {
    this.year = year;
    this.only = undefined;
  }

  /** Shows a screen as it is. */
  show(screen: string): void {
    this.screen = screen;
    this.bar = [];
  }

  /** Goes to a place: its screen, its plan, its year. The screen selects `focus`: the row of the file, and its column. */
  async go(place: Place, cell?: CellRef): Promise<void> {
    if (place.kind === 'node' || place.kind === 'schedule' || place.kind === 'record') {
      const node = await this.ask('node_view', { node: place.node });
      if (!node) return;
      this.choosePlan(node.plan);
      if (place.kind === 'record') this.year = place.year;
      this.only = undefined;
    } else if (place.kind === 'plan') {
      this.choosePlan(place.plan);
    }
    const screen = place.kind === 'indicator' ? await this.#screenOf(place.indicator) : SCREENS[place.kind];
    if (screen === undefined) return;
    this.show(screen);
    this.focus = { place, ...(cell && { cell }) };
  }

  /** The screen an indicator stands on, once its plan is chosen; `undefined` when it is gone. */
  async #screenOf(id: IndicatorId): Promise<string | undefined> {
    const scope = (await this.ask('indicator_read', { indicator: id }))?.scope;
    if (!scope || scope.kind === 'fiscal') return scope && SCREENS.indicator;
    const plan = scope.kind === 'plan' ? scope.plan : (await this.ask('node_view', { node: scope.node }))?.plan;
    if (plan === undefined) return undefined;
    this.choosePlan(plan);
    return 'indicators';
  }

  /** Shows 進捗 with some of its items only. */
  showOnly(only: Only): void {
    this.only = only;
    this.show('progress');
  }

  /** Opens the import, with a table that was dropped on the window or without. */
  import(dropped?: string): void {
    this.importing = dropped === undefined ? {} : { dropped };
  }

  /** Tells the person something. */
  notice(notice: Notice): void {
    this.notices.show(notice);
  }

  /** Tells the person of a failure: what happened, what is safe, what to do. */
  fail(reason: unknown): void {
    const { action, ...notice } = noticeOf(reason);
    const way = this.#wayOut(action);
    this.notice(way ? { ...notice, actions: [way] } : notice);
  }

  /** Set by the frame: opens another file. */
  openOther: (() => void) | undefined;

  #wayOut(action: ErrorAction): { readonly label: string; readonly run: () => void } | undefined {
    switch (action) {
      case 'refresh':
        return { label: t('app-refresh'), run: () => void this.refresh() };
      case 'open-other':
      case 'open-backup':
      case 'open-copy':
        return this.openOther && { label: t('app-open-other'), run: this.openOther };
      default:
        return undefined;
    }
  }

  /** Runs long work: its progress stands in the status bar and it can be stopped. The number goes to the command. */
  async work<T>(label: string, task: (number: number) => Promise<T>): Promise<T | undefined> {
    try {
      return await this.works.run(label, task);
    } catch (reason) {
      this.fail(reason);
      return undefined;
    }
  }

  #placeOf(surface: string): LayoutPlace {
    return layoutPlace(surface, this.status.open?.file.path, this.plan?.id);
  }

  /** What a surface kept of its layout: in this window, this file or this plan. */
  layout<T>(surface: string): T | undefined {
    const { file, key } = this.#placeOf(surface);
    return (file === undefined ? this.status.layout : this.status.file_layout)[key] as T | undefined;
  }

  /** Keeps the layout of a surface for the next time. */
  keep(surface: string, layout: unknown): void {
    const { file, key } = this.#placeOf(surface);
    const resting = `${file ?? ''}\n${key}`;
    clearTimeout(this.#resting.get(resting)?.timer);
    const write = (): void => {
      this.#resting.delete(resting);
      void this.ask('layout_set', { surface: key, layout, ...(file !== undefined && { file }) });
    };
    this.#resting.set(resting, { file, key, layout, timer: setTimeout(write, LAYOUT_REST) });
    this.status = this.#withResting(this.status);
  }

  /** A status with the layouts that are not written yet, which the core cannot know of. */
  #withResting(status: AppStatus): AppStatus {
    let { layout, file_layout } = status;
    for (const one of this.#resting.values()) {
      if (one.file === undefined) layout = { ...layout, [one.key]: one.layout };
      else if (one.file === status.open?.file.path) file_layout = { ...file_layout, [one.key]: one.layout };
    }
    return { ...status, layout, file_layout };
  }
}
