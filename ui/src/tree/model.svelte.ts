import type { Key } from '../grid/keyboard';
import type { TextPort } from '../grid/model.svelte';
import { childrenOf, endOf, indented, movedAmong, outdented, parentOf, placesOf } from './moves';
import type { TreeMove, TreeNode } from './types';

/** What a screen hears from the tree. Every callback is optional. */
export interface TreeEvents {
  onSelect?: ((id: string) => void) | undefined;
  onOpen?: ((id: string) => void) | undefined;
  onMove?: ((move: TreeMove) => void) | undefined;
  onRename?: ((id: string, title: string) => void) | undefined;
  onRemove?: ((id: string) => void) | undefined;
  /** A new node below `parent` at a place from 0. */
  onAdd?: ((parent: string | undefined, position: number) => void) | undefined;
  /** Nodes were closed or opened: those that are closed now. */
  onFold?: ((closed: readonly string[]) => void) | undefined;
  onUndo?: (() => void) | undefined;
  onRedo?: (() => void) | undefined;
}

/** A node as it is shown. */
export interface ShownNode extends TreeNode {
  /** Index among all nodes. */
  readonly index: number;
  readonly parent: boolean;
  readonly open: boolean;
  /** Place among its siblings from 1, and their number. */
  readonly place: number;
  readonly siblings: number;
}

/** What the plan tree knows and does; the view only draws it and brings it events. */
export class TreeModel {
  nodes: readonly TreeNode[] = $state.raw([]);
  /** How many levels the plan has. */
  depth = $state(5);
  readonly = $state(false);
  events: TreeEvents = {};
  text: TextPort = { read: () => '', write: () => undefined, breakLine: () => undefined };
  naming = $state(false);

  closed: ReadonlySet<string> = $state.raw(new Set());
  #active: { readonly id: string | undefined; readonly at: number } = $state.raw({ id: undefined, at: 0 });

  readonly shown: readonly ShownNode[] = $derived.by(() => {
    const { nodes } = this;
    const { places, counts } = placesOf(nodes);
    const shown: ShownNode[] = [];
    for (let index = 0; index < nodes.length; ) {
      const node = nodes[index];
      if (!node) break;
      const parent = (nodes[index + 1]?.level ?? -1) > node.level;
      const open = parent && !this.closed.has(node.id);
      shown.push({ ...node, index, parent, open, place: places[index] ?? 1, siblings: counts[index] ?? 1 });
      index = parent && !open ? endOf(nodes, index) : index + 1;
    }
    return shown;
  });
  /** Index of the active node among the shown ones. */
  readonly at: number = $derived.by(() => {
    const found = this.shown.findIndex((node) => node.id === this.#active.id);
    return found >= 0 ? found : Math.max(0, Math.min(this.#active.at, this.shown.length - 1));
  });
  get active(): ShownNode | undefined {
    return this.shown[this.at];
  }

  select(id: string): void {
    const at = this.shown.findIndex((node) => node.id === id);
    if (at < 0) return;
    const changed = this.#active.id !== id;
    this.#active = { id, at };
    if (changed) this.events.onSelect?.(id);
  }

  /** Goes to a node, opening what is around it; `false` when there is none. */
  goTo(id: string): boolean {
    let index = this.nodes.findIndex((node) => node.id === id);
    if (index < 0) return false;
    const closed = new Set(this.closed);
    while ((index = parentOf(this.nodes, index)) >= 0) closed.delete(this.nodes[index]?.id ?? '');
    if (closed.size < this.closed.size) this.#fold(closed);
    this.select(id);
    return true;
  }

  fold(id: string, open: boolean): void {
    const closed = new Set(this.closed);
    if (open) closed.delete(id);
    else closed.add(id);
    this.#fold(closed);
  }

  #fold(closed: ReadonlySet<string>): void {
    this.closed = closed;
    this.events.onFold?.([...closed]);
  }

  #to(at: number): void {
    const node = this.shown[Math.max(0, Math.min(at, this.shown.length - 1))];
    if (node) this.select(node.id);
  }

  move(move: TreeMove | undefined): void {
    if (move && !this.readonly) this.events.onMove?.(move);
  }

  /** Opens the title for typing. */
  rename(): void {
    if (this.readonly || !this.active) return;
    this.naming = true;
    this.text.write(this.active.title);
  }

  /** The first letter has arrived in the text field. */
  typed(): void {
    if (!this.readonly && this.active) this.naming = true;
  }

  commit(): void {
    if (!this.naming) return;
    const title = this.text.read().replace(/[\r\n]+/gu, '');
    const node = this.active;
    this.cancel();
    if (node && title !== node.title && title.trim() !== '') this.events.onRename?.(node.id, title);
  }

  cancel(): void {
    this.naming = false;
    this.text.write('');
  }

  /** Handles a key that is not the input method's. `false` leaves it to the text field or the browser. */
  press(key: Key): boolean {
    if (this.naming) {
      if (key.key === 'Enter' || key.key === 'Tab') this.commit();
      else if (key.key === 'Escape') this.cancel();
      else return false;
      return key.key !== 'Tab';
    }
    const node = this.active;
    const control = key.ctrlKey || key.metaKey;
    if (control && !key.altKey) {
      const letter = key.key.toLowerCase();
      if (letter === 'y' || (letter === 'z' && key.shiftKey)) this.events.onRedo?.();
      else if (letter === 'z') this.events.onUndo?.();
      else return false;
      return true;
    }
    if (!node) return false;
    if (key.altKey) {
      switch (key.key) {
        case 'ArrowUp':
          this.move(movedAmong(this.nodes, node.index, -1));
          return true;
        case 'ArrowDown':
          this.move(movedAmong(this.nodes, node.index, 1));
          return true;
        case 'ArrowRight':
          this.move(indented(this.nodes, node.index, this.depth));
          return true;
        case 'ArrowLeft':
          this.move(outdented(this.nodes, node.index));
          return true;
      }
      return false;
    }
    switch (key.key) {
      case 'ArrowDown':
        this.#to(this.at + 1);
        return true;
      case 'ArrowUp':
        this.#to(this.at - 1);
        return true;
      case 'PageDown':
        this.#to(this.at + 12);
        return true;
      case 'PageUp':
        this.#to(this.at - 12);
        return true;
      case 'Home':
        this.#to(0);
        return true;
      case 'End':
        this.#to(this.shown.length - 1);
        return true;
      case 'ArrowRight':
        if (node.parent && !node.open) this.fold(node.id, true);
        else if (node.open) this.#to(this.at + 1);
        return true;
      case 'ArrowLeft': {
        if (node.open) this.fold(node.id, false);
        else {
          const parent = this.nodes[parentOf(this.nodes, node.index)];
          if (parent) this.select(parent.id);
        }
        return true;
      }
      case 'F2':
        this.rename();
        return true;
      case 'Enter':
        this.events.onOpen?.(node.id);
        return true;
      case 'Delete':
        if (!this.readonly) this.events.onRemove?.(node.id);
        return true;
      case 'Insert': {
        if (this.readonly) return true;
        const parent = parentOf(this.nodes, node.index);
        if (!key.shiftKey) this.events.onAdd?.(this.nodes[parent]?.id, node.place);
        else if (node.level + 1 < this.depth) this.events.onAdd?.(node.id, childrenOf(this.nodes, node.index).length);
        return true;
      }
    }
    return false;
  }
}
