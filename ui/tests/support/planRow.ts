import type { PlanRow } from '../../src/ipc/PlanRow';

/** A row of the table of a plan with nothing but its number and its name. */
export const planRow = (id: number, level: number, parent?: number, more: Partial<PlanRow> = {}): PlanRow => ({
  id,
  level,
  ...(parent !== undefined && { parent }),
  label: String(id),
  title: `t${id}`,
  group: '',
  life_cycle: '',
  life_cycle_words: '',
  ended: false,
  offices: '',
  sections: [],
  lanes: [],
  markers: '',
  ...more,
});
