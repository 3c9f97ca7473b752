import type { NodeValue } from '../ipc/NodeValue';
import type { RecordValue } from '../ipc/RecordValue';

/** The cell a person stands on: its heading, and the text of the file it shows. */
export interface ChosenCell {
  /** 令和5年度 実績. */
  readonly title: string;
  readonly value: ({ readonly kind: 'record' } & RecordValue) | ({ readonly kind: 'node' } & NodeValue);
}
