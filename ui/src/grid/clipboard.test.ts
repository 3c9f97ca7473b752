// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClipboard, readHtmlTable, readTsv, writeHtml, writeTsv } from './clipboard';

const page = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const table = (html: string) => {
  const found = readHtmlTable(page(html));
  if (!found) throw new Error('no table');
  return found.block;
};

const letters = fc.constantFrom('a', '1', ' ', '"', '\t', '\n', ',', '１', '２', '予', '定', '、', '▲', '①', '髙', '　', '<', '&', '-', '=');
const cell = fc.array(letters, { maxLength: 8 }).map((parts) => parts.join(''));
const block = fc
  .integer({ min: 1, max: 4 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }));

describe('tab-separated text', () => {
  it('round-trips every block', () => {
    fc.assert(
      fc.property(block, (cells) => {
        expect(readTsv(writeTsv(cells))).toEqual(cells);
      }),
      { numRuns: 2000 },
    );
  });
  it('reads what Excel writes', () => {
    expect(readTsv('実施\t"・一つ目\n・二つ目"\r\n１２３\t▲ 4\r\n')).toEqual([
      ['実施', '・一つ目\n・二つ目'],
      ['１２３', '▲ 4'],
    ]);
    expect(readTsv('"\ta ""b"""\t""\r\n')).toEqual([['\ta "b"', '""']]);
  });
  it('leaves a word in quotes alone', () => {
    expect(readTsv('"重点"\t"重点"化\r\n')).toEqual([['"重点"', '"重点"化']]);
    expect(readTsv('"閉じない\tb')).toEqual([['"閉じない', 'b']]);
  });
  it('keeps blank cells and squares short rows', () => {
    expect(readTsv('a\t\r\n\t\r\nb\r\n')).toEqual([
      ['a', ''],
      ['', ''],
      ['b', ''],
    ]);
    expect(readTsv('')).toEqual([['']]);
    expect(readTsv('a\rb')).toEqual([['a'], ['b']]);
  });
  it('writes one cell without a line end', () => {
    expect(writeTsv([['実施']])).toBe('実施');
    expect(writeTsv([['a'], ['']])).toBe('a\r\n\r\n');
  });
});

describe('HTML tables', () => {
  it('round-trips every block', () => {
    fc.assert(
      fc.property(block, (cells) => {
        const html = writeHtml(cells.map((row) => row.map((text) => ({ text, numeric: false }))));
        // A tab has no place in a table cell; every other letter must come back.
        if (!cells.flat().some((text) => text.includes('\t'))) expect(table(html)).toEqual(cells);
        expect(readClipboard(writeTsv(cells), page(html))).toEqual(cells);
      }),
      { numRuns: 500 },
    );
  });
  it('spreads merged cells', () => {
    expect(
      table('<table><tr><td rowspan=2>方向性1</td><td colspan=2>実施</td></tr><tr><td>検証</td><td>完了</td></tr></table>'),
    ).toEqual([
      ['方向性1', '実施', '実施'],
      ['方向性1', '検証', '完了'],
    ]);
  });
  it('takes the letters from the text and the merging from the table', () => {
    const html = '<table><tr><td rowspan=2>A&nbsp; B</td><td>1</td></tr><tr><td>2</td></tr></table>';
    expect(readClipboard('A  B\t1\r\n\t2\r\n', page(html))).toEqual([
      ['A  B', '1'],
      ['A  B', '2'],
    ]);
  });
  it('reads lines and paragraphs as seen', () => {
    expect(table('<table><tr><td>\n  ・一つ<br style="mso-data-placement:same-cell">\n  ・二つ</td></tr></table>')).toEqual([['・一つ\n・二つ']]);
    expect(table('<table><tr><td><p>上の段落\nの続き</p><p>下</p></td></tr></table>')).toEqual([['上の段落の続き\n下']]);
  });
  it('does not believe an absurd span', () => {
    expect(readHtmlTable(page('<table><tr><td colspan=99999999 rowspan=9>x</td></tr></table>'))?.block[0]).toHaveLength(16384);
    expect(readHtmlTable(page('<p>no table</p>'))).toBeUndefined();
  });
  it('marks text so that Excel does not make a date of it', () => {
    expect(writeHtml([[{ text: '1-1', numeric: false }]])).toContain("mso-number-format:'\\@'");
    expect(writeHtml([[{ text: '11', numeric: true }]])).not.toContain('mso-number-format');
    expect(writeHtml([[{ text: '<script>', numeric: false }]])).toContain('&lt;script&gt;');
  });
});

describe('clipboard', () => {
  it('falls back to the table when the text has another shape', () => {
    const html = '<table><tr><td><p>一</p><p>二</p></td><td>三</td></tr></table>';
    expect(readClipboard('一\n二\t三', page(html))).toEqual([['一\n二', '三']]);
  });
  it('is nothing when empty', () => {
    expect(readClipboard('', undefined)).toBeUndefined();
  });
});
