import type { NodeRef } from '../../ipc/NodeRef';
import type { NodeView } from '../../ipc/NodeView';
import type { OfficePart } from '../../ipc/OfficePart';
import type { Project } from '../../ipc/Project';
import type { ProjectForm } from '../../ipc/ProjectForm';
import type { Option } from '../../components/option';

/** A list with one entry at another place; the ends of the list stop it. */
export function movedTo<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  const [one] = next.splice(from, 1);
  if (one !== undefined) next.splice(Math.max(0, Math.min(to, next.length)), 0, one);
  return next;
}

/** The offices of a node in their order, with their part. */
export function partsOf(view: NodeView): OfficePart[] {
  return view.node.offices.flatMap(({ office, ...part }) => {
    const name = view.offices.find(({ id }) => id === office)?.name;
    return name === undefined ? [] : [{ name, ...part }];
  });
}

/** A project as its form; `offices` are those of the city. */
export function formOf(project: Project, offices: readonly { readonly id: number; readonly name: string }[]): ProjectForm {
  return {
    name: project.name,
    kind: project.kind,
    year: project.year?.text ?? '',
    budget: project.budget?.text ?? '',
    debt_burden: project.debt_burden?.text ?? '',
    purpose: project.purpose,
    outline: project.outline,
    offices: project.offices.flatMap((id) => offices.find((office) => office.id === id)?.name ?? []),
  };
}

/** A new project before anything is said of it. */
export const EMPTY_PROJECT: ProjectForm = { name: '', kind: 'major', year: '', budget: '', debt_burden: '', purpose: '', outline: '', offices: [] };

/** A node in words: 「① 市民参加の推進」. */
export function told({ label, title }: Pick<NodeRef, 'label' | 'title'>): string {
  return [label, title].join(' ').trim();
}

/** Nodes to choose from, with the plan each stands in; the first entry chooses none, where it has a name. */
export function nodeOptions(nodes: readonly NodeRef[], none: string | undefined, withPlan: boolean): Option[] {
  return [
    ...(none === undefined ? [] : [{ value: '', label: none }]),
    ...nodes.map((node) => ({ value: String(node.node), label: told(node), ...(withPlan && { hint: node.plan_name }) })),
  ];
}
