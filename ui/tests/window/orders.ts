import { devtools, page } from './window';

/** One event of an input method, as an engine sends it. */
export type Step =
  | { readonly type: 'keydown' | 'keyup'; readonly key: string; readonly keyCode: number; readonly isComposing?: boolean }
  | { readonly type: 'compositionstart' | 'compositionupdate' | 'compositionend'; readonly data: string }
  | { readonly type: 'input'; readonly inputType: string; readonly data: string | null; readonly value: string; readonly isComposing: boolean };

/** The events of one conversion of `kana` into `text` on top of `before`, confirmed by Enter. */
export type Order = (kana: string, text: string, before: string) => Step[];

const composing = (value: string, data: string): Step => ({ type: 'input', inputType: 'insertCompositionText', data, value, isComposing: true });

function letters(kana: string, before: string, first: string): Step[] {
  const steps: Step[] = [];
  for (let i = 1; i <= kana.length; i += 1) {
    const typed = kana.slice(0, i);
    steps.push({ type: 'keydown', key: first, keyCode: 229, isComposing: i > 1 });
    if (i === 1) steps.push({ type: 'compositionstart', data: '' });
    steps.push({ type: 'compositionupdate', data: typed }, composing(before + typed, typed));
    steps.push({ type: 'keyup', key: first, keyCode: 229, isComposing: true });
  }
  return steps;
}

/** Chromium on Windows: keydown 229 while composing, then compositionend. */
const chromiumOrder: Order = (kana, text, before) => [
  ...letters(kana, before, 'Process'),
  { type: 'keydown', key: 'Process', keyCode: 229, isComposing: true },
  { type: 'compositionupdate', data: text },
  composing(before + text, text),
  { type: 'keyup', key: ' ', keyCode: 32, isComposing: true },
  { type: 'keydown', key: 'Process', keyCode: 229, isComposing: true },
  { type: 'compositionupdate', data: text },
  composing(before + text, text),
  { type: 'compositionend', data: text },
  { type: 'keyup', key: 'Enter', keyCode: 13, isComposing: false },
];

/** WebKit on macOS: compositionend first, then a keydown 229 that is no longer composing. */
const safariOrder: Order = (kana, text, before) => [
  ...letters(kana, before, 'a'),
  { type: 'compositionupdate', data: text },
  composing(before + text, text),
  { type: 'input', inputType: 'deleteCompositionText', data: null, value: before, isComposing: true },
  { type: 'input', inputType: 'insertFromComposition', data: text, value: before + text, isComposing: true },
  { type: 'compositionend', data: text },
  { type: 'keydown', key: 'Enter', keyCode: 229, isComposing: false },
  { type: 'keyup', key: 'Enter', keyCode: 13, isComposing: false },
];

/** WebKitGTK: keydown 229 without a name, compositionend, and the Enter itself once more as a plain key. */
const webkitGtkOrder: Order = (kana, text, before) => [
  ...letters(kana, before, 'Unidentified'),
  { type: 'compositionupdate', data: text },
  composing(before + text, text),
  { type: 'keydown', key: 'Unidentified', keyCode: 229, isComposing: false },
  { type: 'input', inputType: 'insertFromComposition', data: text, value: before + text, isComposing: false },
  { type: 'compositionend', data: text },
  { type: 'keydown', key: 'Enter', keyCode: 13, isComposing: false },
  { type: 'keyup', key: 'Enter', keyCode: 13, isComposing: false },
];

/** The order of every engine under its name, for `describe.each`. */
export const ORDERS: [string, Order][] = [
  ['Chromium on Windows', chromiumOrder],
  ['WebKit on macOS', safariOrder],
  ['WebKitGTK', webkitGtkOrder],
];

/** Sends the events to the focused field, and does what an engine does with an Enter nobody took. */
export async function play(steps: Step[]): Promise<void> {
  await page.evaluate((list) => {
    const field = document.activeElement;
    if (!(field instanceof HTMLTextAreaElement) && !(field instanceof HTMLInputElement)) throw new Error('no text field has the focus');
    for (const step of list) {
      if (step.type === 'input') {
        field.value = step.value;
        field.dispatchEvent(new InputEvent('input', { inputType: step.inputType, data: step.data, isComposing: step.isComposing, bubbles: true }));
      } else if ('keyCode' in step) {
        const event = new KeyboardEvent(step.type, { key: step.key, isComposing: step.isComposing ?? false, bubbles: true, cancelable: true });
        Object.defineProperty(event, 'keyCode', { value: step.keyCode });
        const free = field.dispatchEvent(event);
        if (free && step.type === 'keydown' && step.key === 'Enter' && field instanceof HTMLTextAreaElement) {
          const before = new InputEvent('beforeinput', { inputType: 'insertLineBreak', bubbles: true, cancelable: true });
          if (field.dispatchEvent(before)) {
            field.value += '\n';
            field.dispatchEvent(new InputEvent('input', { inputType: 'insertLineBreak', bubbles: true }));
          }
        }
      } else field.dispatchEvent(new CompositionEvent(step.type, { data: step.data, bubbles: true, cancelable: true }));
    }
  }, steps);
}

/** What stands in the focused field while the engine's own input method converts it. */
export const compose = (text: string): Promise<unknown> => devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });

/** Ends the conversion with a text. */
export const confirm = (text: string): Promise<unknown> => devtools.send('Input.insertText', { text });
