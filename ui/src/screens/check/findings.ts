import type { CheckView } from '../../ipc/CheckView';
import type { Finding } from '../../ipc/Finding';
import type { FindingKind } from '../../ipc/FindingKind';
import type { KindCount } from '../../ipc/KindCount';

/** Findings of one kind, under one heading that says why and how. */
export interface Section {
  readonly kind: FindingKind;
  readonly name: string;
  readonly why: string;
  readonly todo: string;
  readonly findings: readonly Finding[];
}

/** The choice of kinds: one of them, or all. */
export type Chosen = FindingKind | 'all';

/** The kind that is shown: the chosen one while something open is of it. */
export const shownKind = (view: CheckView, chosen: Chosen): Chosen => (view.kinds.some(({ kind, open }) => kind === chosen && open > 0) ? chosen : 'all');

/** Kinds with something open, for the filter. */
export const openKinds = (view: CheckView): readonly KindCount[] => view.kinds.filter(({ open }) => open > 0);

/** How many findings are open. */
export const openCount = (view: CheckView): number => view.kinds.reduce((sum, { open }) => sum + open, 0);

/** The open findings under the headings of their kinds, at most `limit` of them, gravest first. */
export function sections(view: CheckView, chosen: Chosen, limit: number): readonly Section[] {
  const kind = shownKind(view, chosen);
  const open = view.findings.filter((finding) => finding.accepted === undefined && (kind === 'all' || finding.kind === kind)).slice(0, limit);
  return openKinds(view).flatMap((one) => {
    const findings = open.filter((finding) => finding.kind === one.kind);
    const [first] = findings;
    return first ? [{ kind: one.kind, name: one.name, why: first.why, todo: first.todo, findings }] : [];
  });
}

/** What was accepted, in the order of its kinds. */
export const acceptedOf = (view: CheckView): readonly Finding[] => view.findings.filter((finding) => finding.accepted !== undefined);
