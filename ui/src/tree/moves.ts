import type { TreeMove, TreeNode } from './types';

/** Where something is dropped: over, under or into a node. */
export type DropZone = 'before' | 'after' | 'inside';

/** The index after the last node below the one at `index`. */
export function endOf(nodes: readonly TreeNode[], index: number): number {
  const level = nodes[index]?.level ?? 0;
  let end = index + 1;
  while ((nodes[end]?.level ?? -1) > level) end += 1;
  return end;
}

/** The index of the node above the one at `index`; −1 at the top. */
export function parentOf(nodes: readonly TreeNode[], index: number): number {
  const level = nodes[index]?.level ?? 0;
  for (let i = index - 1; i >= 0; i -= 1) if ((nodes[i]?.level ?? 0) < level) return i;
  return -1;
}

/** The indices of the nodes directly below a node, or of the top ones for −1. */
export function childrenOf(nodes: readonly TreeNode[], parent: number): number[] {
  const level = parent < 0 ? 0 : (nodes[parent]?.level ?? 0) + 1;
  const end = parent < 0 ? nodes.length : endOf(nodes, parent);
  const found: number[] = [];
  for (let i = parent + 1; i < end; i += 1) if (nodes[i]?.level === level) found.push(i);
  return found;
}

/** For every node its place among its siblings, from 1, and how many they are; in one walk, however large the plan. */
export function placesOf(nodes: readonly TreeNode[]): { readonly places: readonly number[]; readonly counts: readonly number[] } {
  const families: number[][] = [];
  const places: number[] = [];
  const counts: number[] = [];
  const close = (from: number): void => {
    families.splice(from).forEach((family) => family.forEach((index) => (counts[index] = family.length)));
  };
  nodes.forEach(({ level }, index) => {
    close(level + 1);
    const family = (families[level] ??= []);
    family.push(index);
    places[index] = family.length;
  });
  close(0);
  return { places, counts };
}

/** How many levels a node with all below it takes. */
function depthOf(nodes: readonly TreeNode[], index: number): number {
  const level = nodes[index]?.level ?? 0;
  let deepest = level;
  for (let i = index; i < endOf(nodes, index); i += 1) deepest = Math.max(deepest, nodes[i]?.level ?? 0);
  return deepest - level + 1;
}

function moveTo(nodes: readonly TreeNode[], index: number, parent: number, position: number): TreeMove | undefined {
  const node = nodes[index];
  return node && { id: node.id, parent: parent < 0 ? undefined : nodes[parent]?.id, position };
}

/** One place up (−1) or down (1) among the siblings; past the last one into the neighbouring parent of the same depth. */
export function movedAmong(nodes: readonly TreeNode[], index: number, by: -1 | 1): TreeMove | undefined {
  const parent = parentOf(nodes, index);
  const siblings = childrenOf(nodes, parent);
  const at = siblings.indexOf(index);
  if (siblings[at + by] !== undefined) return moveTo(nodes, index, parent, at + by);
  if (parent < 0) return undefined;
  const aunts = childrenOf(nodes, parentOf(nodes, parent));
  const next = aunts[aunts.indexOf(parent) + by];
  if (next === undefined) return undefined;
  return moveTo(nodes, index, next, by > 0 ? 0 : childrenOf(nodes, next).length);
}

/** Under the sibling above, as its last; `depth` is how many levels the plan has. */
export function indented(nodes: readonly TreeNode[], index: number, depth: number): TreeMove | undefined {
  const siblings = childrenOf(nodes, parentOf(nodes, index));
  const above = siblings[siblings.indexOf(index) - 1];
  if (above === undefined || (nodes[index]?.level ?? 0) + depthOf(nodes, index) >= depth) return undefined;
  return moveTo(nodes, index, above, childrenOf(nodes, above).length);
}

/** Out of its parent, right behind it. */
export function outdented(nodes: readonly TreeNode[], index: number): TreeMove | undefined {
  const parent = parentOf(nodes, index);
  if (parent < 0) return undefined;
  const grandparent = parentOf(nodes, parent);
  return moveTo(nodes, index, grandparent, childrenOf(nodes, grandparent).indexOf(parent) + 1);
}

/** The move of a drop, or `undefined` when it would change nothing, make a circle or go deeper than the plan. */
export function dropped(nodes: readonly TreeNode[], index: number, target: number, zone: DropZone, depth: number): TreeMove | undefined {
  if (target >= index && target < endOf(nodes, index)) return undefined;
  const parent = zone === 'inside' ? target : parentOf(nodes, target);
  const level = zone === 'inside' ? (nodes[target]?.level ?? 0) + 1 : (nodes[target]?.level ?? 0);
  if (level + depthOf(nodes, index) > depth) return undefined;
  const siblings = childrenOf(nodes, parent);
  const others = siblings.filter((sibling) => sibling !== index);
  const position = zone === 'inside' ? others.length : others.indexOf(target) + (zone === 'after' ? 1 : 0);
  if (parentOf(nodes, index) === parent && siblings.indexOf(index) === position) return undefined;
  return moveTo(nodes, index, parent, position);
}

/** The tree after a move, for showing it at once and for tests. */
export function applied(nodes: readonly TreeNode[], move: TreeMove): TreeNode[] {
  const index = nodes.findIndex((node) => node.id === move.id);
  if (index < 0) return [...nodes];
  const end = endOf(nodes, index);
  const rest = [...nodes.slice(0, index), ...nodes.slice(end)];
  const parent = move.parent === undefined ? -1 : rest.findIndex((node) => node.id === move.parent);
  const siblings = childrenOf(rest, parent);
  const before = siblings[move.position];
  const at = before ?? (parent < 0 ? rest.length : endOf(rest, parent));
  const shift = (parent < 0 ? 0 : (rest[parent]?.level ?? 0) + 1) - (nodes[index]?.level ?? 0);
  const subtree = nodes.slice(index, end).map((node) => ({ ...node, level: node.level + shift }));
  return [...rest.slice(0, at), ...subtree, ...rest.slice(at)];
}
