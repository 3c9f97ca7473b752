import type { App } from '../../app/app.svelte';
import type { Request, Value, Writing } from '../../app/commands';
import { Reading } from '../../app/reading.svelte';
import { CallError, type CommandError } from '../../call';
import type { Notice } from '../../components/notices.svelte';
import { noticeOf } from '../../errors';
import type { SettingsView } from '../../ipc/SettingsView';
import { t } from '../../texts';
import { canInsist } from './rows';

/** A change that was not made, told beside the row it was made at. */
interface Refusal {
  /** The row: `term-5`. */
  readonly at: string;
  readonly notice: Notice;
}

/** 設定: what the file holds, every change at once, and what was refused. */
export class SettingsDesk {
  readonly app: App;
  readonly #reading = new Reading<SettingsView>();
  refusal: Refusal | undefined = $state.raw();

  constructor(app: App) {
    this.app = app;
  }

  /** What is shown; `undefined` until it is read. */
  get view(): SettingsView | undefined {
    return this.#reading.value;
  }

  /** Reads anew after every change of the file or of the plan chosen. */
  load(): Promise<void> {
    const { plan, version } = this.app;
    return this.#reading.load(`${version} ${plan?.id ?? ''}`, () => this.app.ask('settings_view', plan ? { plan: plan.id } : {}));
  }

  /** Makes a change; a refusal stands at the row given, with the way to insist where there is one. */
  async write<K extends Writing>(at: string, command: K, request: Request<K>): Promise<Value<K> | undefined> {
    this.refusal = undefined;
    const value = await this.app.write(command, request, (error) => this.#refused(at, command, request, error));
    if (value !== undefined) await this.load();
    return value;
  }

  #refused<K extends Writing>(at: string, command: K, request: Request<K>, error: CommandError): boolean {
    const { severity, what, safe, todo } = noticeOf(new CallError(error));
    // What is wrong with the file or the disk concerns more than a row.
    if (severity === 'error') return false;
    const again = { label: t('settings-anyway'), run: () => void this.write(at, command, { ...request, anyway: true }) };
    const leave = { label: t('ui-cancel'), run: () => this.dismiss() };
    this.refusal = { at, notice: { severity, what, safe, todo, actions: canInsist(error.kind) ? [again, leave] : [] } };
    return true;
  }

  dismiss(): void {
    this.refusal = undefined;
  }
}
