import { describe, expect, it, vi } from 'vitest';
import type { Notice } from '../../components/notices.svelte';
import type { Preview } from '../../ipc/Preview';
import { cellOfFinding, cellRows, findingRows, Importing, type Core } from './importing.svelte';

const preview: Preview = {
  source: 'series.csv',
  form: '財政指標の表',
  summary: '1つの指標、2行を読み取りました。',
  cells: [
    { line: 2, column: '年度', source: 'R5', understood: '令和5(2023)年度' },
    { line: 2, column: '値', source: '4憶', understood: '読み取れません' },
    { line: 3, column: '年度', source: 'R6', understood: '令和6(2024)年度' },
  ],
  findings: [
    { line: 2, column: '値', source: '4憶', text: '単位「憶」は誤字のようです。', outcome: '文字だけ取り込みます。値はありません。' },
    { line: 3, source: '', text: '列の数が見出しと違います。', outcome: '取り込みません。' },
  ],
};

function made(answers: { choose?: Preview | null; read?: Preview | null; taken?: { added: number; updated: number } }) {
  const notices: Notice[] = [];
  const undo = vi.fn(async () => undefined);
  const asked: string[] = [];
  const core = {
    ask: async (name: string) => {
      asked.push(name);
      const answer = name === 'import_choose' ? answers.choose : answers.read;
      return answer === undefined ? undefined : { preview: answer };
    },
    write: async (name: string) => {
      asked.push(name);
      return answers.taken;
    },
    notice: (notice: Notice) => void notices.push(notice),
    undo,
  };
  return { importing: new Importing(core as unknown as Core), notices, undo, asked };
}

describe('an import', () => {
  it('reads what was pasted, and says so when there is nothing', async () => {
    const { importing, asked, notices } = made({ read: preview });
    await importing.paste([]);
    expect(asked).toEqual([]);
    expect(notices[0]?.what).toContain('クリップボード');
    await importing.paste([{ row: 0, column: 0, down: 1, right: 1, text: '指標' }]);
    expect(asked).toEqual(['import_paste']);
    expect(importing.preview).toBe(preview);
  });

  it('shows what was read and takes nothing over until it is told to', async () => {
    const { importing, asked } = made({ choose: preview });
    await importing.choose();
    expect(importing.preview).toBe(preview);
    expect(asked).toEqual(['import_choose']);
  });

  it('keeps the table that was read when choosing another one is given up', async () => {
    const { importing } = made({ read: preview, choose: null });
    await importing.read('/tmp/series.csv');
    await importing.choose();
    expect(importing.preview).toBe(preview);
    expect(importing.busy).toBe(false);
  });

  it('shows no older table in place of one that could not be read', async () => {
    const answers: Parameters<typeof made>[0] = { read: preview };
    const { importing } = made(answers);
    await importing.read('/tmp/series.csv');
    delete answers.read;
    await importing.read('/tmp/broken.csv');
    expect(importing.preview).toBeUndefined();
  });

  it('tells what was taken over and offers to take it back', async () => {
    const { importing, notices, undo } = made({ choose: preview, taken: { added: 1, updated: 5 } });
    await importing.choose();
    expect(await importing.apply()).toBe(true);
    expect(importing.preview).toBeUndefined();
    expect(notices[0]?.what).toMatch(/series\.csv.*1.*5/u);
    notices[0]?.actions?.[0]?.run();
    expect(undo).toHaveBeenCalledOnce();
  });

  it('stays open with its table when it could not be taken over', async () => {
    const { importing, notices } = made({ choose: preview });
    await importing.choose();
    expect(await importing.apply()).toBe(false);
    expect(importing.preview).toBe(preview);
    expect(notices).toEqual([]);
  });
});

describe('the lists of an import', () => {
  it('mark the cells that have findings, with their words', () => {
    const rows = cellRows(preview.cells, preview.findings);
    expect(rows.map((row) => row.cells['understood']?.state)).toEqual([undefined, 'error', undefined]);
    expect(rows[1]?.cells['understood']?.note).toBe('単位「憶」は誤字のようです。');
  });

  it('lead from a finding to its cell, or to the line when it is about all of it', () => {
    const [first, second] = preview.findings;
    if (!first || !second) throw new Error('no findings');
    expect(cellOfFinding(preview.cells, first)).toBe('c1');
    expect(cellOfFinding(preview.cells, second)).toBe('c2');
    expect(cellOfFinding(preview.cells, { ...second, line: 99 })).toBeUndefined();
    expect(findingRows(preview.findings)[1]?.cells['column']?.text).toBe('行全体');
  });
});
