import type { App } from '../../app/app.svelte';
import type { IndicatorId } from '../../ipc/IndicatorId';
import type { NewIndicator } from '../../ipc/NewIndicator';
import { t } from '../../texts';

/** What changes of indicators need of the app. */
export type Core = Pick<App, 'ask' | 'write' | 'notice' | 'version'>;

/** Years shown at once when a person goes further back. */
export const YEARS_BACK = 5;

/** An indicator with its name. */
export interface Named {
  readonly indicator: IndicatorId;
  readonly name: string;
}

/** The indicators of rows, each once, from top to bottom, with the name its first row has. */
export function named(rows: readonly Named[]): Named[] {
  return [...new Map([...rows].reverse().map(({ indicator, name }) => [indicator, { indicator, name }])).values()].reverse();
}

/** Adds indicators as one step and answers the first of them. */
export async function addIndicators(core: Core, indicators: readonly NewIndicator[]): Promise<IndicatorId | undefined> {
  return (await core.write('indicators_add', { indicators: [...indicators] }))?.[0];
}

/** Removes indicators, each as one step, has the table read `again`, and offers to take it back. */
export async function removeIndicators(core: Core, indicators: readonly Named[], again: () => Promise<void>): Promise<void> {
  const names: string[] = [];
  for (const { indicator, name } of indicators) if ((await core.write('indicator_remove', { indicator })) !== undefined) names.push(name);
  await again();
  if (names.length === 0) return;
  core.notice({ severity: 'success', what: t('fiscal-removed', { names: names.join(t('fiscal-and')) }), todo: t('fiscal-removed-todo') });
}
