// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { enter } from './enter';

test('the keyboard goes to the field meant in the row meant', () => {
  const seen = vi.fn();
  Element.prototype.scrollIntoView = seen;
  document.body.innerHTML = `
    <table><tbody>
      <tr data-row="term-5"><td><label for="a">label</label><input id="a" /></td></tr>
      <tr data-row="term-6">
        <td><label for="b">label</label><input id="b" /></td>
        <td><label for="c">meaning</label><input id="c" /></td>
      </tr>
      <tr data-row="change-1"><td>2024</td><td><button>remove</button></td></tr>
    </tbody></table>`;
  expect(enter(document, { section: 'words', row: 'term-6', label: 'meaning' })).toBe(true);
  expect(document.activeElement?.id).toBe('c');
  expect(enter(document, { section: 'words', row: 'term-5', label: 'gone' })).toBe(true);
  expect(document.activeElement?.id).toBe('a');
  expect(enter(document, { section: 'offices', row: 'change-1' })).toBe(true);
  expect(document.activeElement?.tagName).toBe('BUTTON');
  expect(seen).toHaveBeenCalledTimes(3);
  expect(enter(document, { section: 'words', row: 'term-9' })).toBe(false);
  expect(enter(document, { section: 'plans' })).toBe(false);
});
