import type { Movement, Reach } from './selection';

/**
 * How the active cell is being edited: not at all; by typing over it, where arrows leave the cell; or by opening it
 * (F2, double click), where arrows move the caret.
 */
export type EditMode = 'idle' | 'typing' | 'editing';

/** What a key asks the grid to do. */
export type Command =
  | { readonly do: 'move'; readonly movement: Movement; readonly extend: boolean }
  | { readonly do: 'next'; readonly way: 'down' | 'across'; readonly back: boolean }
  | { readonly do: 'commit'; readonly then: Movement | { readonly way: 'down' | 'across'; readonly back: boolean } }
  | { readonly do: 'commitAll' | 'cancel' | 'newline' | 'openText' | 'edit' | 'empty' | 'clear' | 'fillDown' }
  | { readonly do: 'selectAll' | 'selectRow' | 'unselect' | 'undo' | 'redo' | 'find' | 'open' | 'list' }
  | { readonly do: 'fold'; readonly open: boolean | 'other' };

/** The parts of a KeyboardEvent a command depends on. */
export interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** What the active cell is, as far as keys are concerned. */
export interface Ground {
  readonly mode: EditMode;
  readonly section: boolean;
}

const ARROWS: Record<string, { rows: -1 | 0 | 1; columns: -1 | 0 | 1 }> = {
  ArrowUp: { rows: -1, columns: 0 },
  ArrowDown: { rows: 1, columns: 0 },
  ArrowLeft: { rows: 0, columns: -1 },
  ArrowRight: { rows: 0, columns: 1 },
};

/** The command of a key, or `undefined` when the key belongs to the text field or the browser. */
export function commandOf(key: Key, ground: Ground): Command | undefined {
  return ground.mode === 'idle' ? idleCommand(key, ground.section) : textCommand(key, ground.mode);
}

function idleCommand(key: Key, section: boolean): Command | undefined {
  const control = key.ctrlKey || key.metaKey;
  const { shiftKey: shift, altKey: alt } = key;
  const arrow = ARROWS[key.key];
  if (arrow) {
    const sideways = arrow.columns !== 0 && !shift && !control;
    if (sideways && (section || alt)) return { do: 'fold', open: arrow.columns > 0 };
    if (alt) return arrow.rows > 0 ? { do: 'list' } : undefined;
    return { do: 'move', movement: { ...arrow, reach: control ? 'jump' : 'step' }, extend: shift };
  }
  const move = (rows: -1 | 0 | 1, columns: -1 | 0 | 1, reach: Reach): Command => ({
    do: 'move',
    movement: { rows, columns, reach },
    extend: shift,
  });
  switch (key.key) {
    case 'Home':
      return control ? move(-1, -1, 'corner') : move(0, -1, 'edge');
    case 'End':
      return control ? move(1, 1, 'corner') : move(0, 1, 'edge');
    case 'PageUp':
      return move(-1, 0, 'page');
    case 'PageDown':
      return move(1, 0, 'page');
    case 'Enter':
      if (control) return { do: 'open' };
      if (alt) return undefined;
      return section && !shift ? { do: 'fold', open: 'other' } : { do: 'next', way: 'down', back: shift };
    case 'Tab':
      return control || alt ? undefined : { do: 'next', way: 'across', back: shift };
    case 'F2':
      return { do: 'edit' };
    case 'Backspace':
      return { do: 'empty' };
    case 'Delete':
      return { do: 'clear' };
    case 'Escape':
      return { do: 'unselect' };
    case ' ':
      return shift ? { do: 'selectRow' } : section ? { do: 'fold', open: 'other' } : undefined;
  }
  if (!control || alt) return undefined;
  switch (key.key.toLowerCase()) {
    case 'a':
      return { do: 'selectAll' };
    case 'd':
      return { do: 'fillDown' };
    case 'f':
      return { do: 'find' };
    case 'z':
      return { do: shift ? 'redo' : 'undo' };
    case 'y':
      return { do: 'redo' };
  }
  return undefined;
}

function textCommand(key: Key, mode: 'typing' | 'editing'): Command | undefined {
  const control = key.ctrlKey || key.metaKey;
  switch (key.key) {
    case 'Enter':
      if (key.altKey) return { do: 'newline' };
      if (control) return { do: 'commitAll' };
      return { do: 'commit', then: { way: 'down', back: key.shiftKey } };
    case 'Tab':
      return control || key.altKey ? undefined : { do: 'commit', then: { way: 'across', back: key.shiftKey } };
    case 'Escape':
      return { do: 'cancel' };
    case 'F2':
      return { do: 'openText' };
  }
  const arrow = ARROWS[key.key];
  if (arrow && mode === 'typing' && !key.shiftKey && !control && !key.altKey) {
    return { do: 'commit', then: { ...arrow, reach: 'step' } };
  }
  return undefined;
}
