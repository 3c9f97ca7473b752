import { describe, expect, it } from 'vitest';
import type { FoundIn } from '../ipc/FoundIn';
import { Looking } from './looking.svelte';

const part = (total: number): FoundIn[] => [{ area: 'plan', total, hits: [] }];

/** A search whose answers come when the test says so. */
function slow(): { looking: Looking; asked: [string, number][]; answer: (found: FoundIn[]) => void } {
  const asked: [string, number][] = [];
  const open: ((found: FoundIn[]) => void)[] = [];
  const looking = new Looking((words, most) => {
    asked.push([words, most]);
    return new Promise((resolve) => open.push(resolve));
  });
  return { looking, asked, answer: (found) => open.shift()?.(found) };
}

describe('a search while it is typed', () => {
  it('waits from the first letter until the answer of the last one is there', async () => {
    const { looking, answer } = slow();
    expect(looking.waiting).toBe(false);
    looking.type('公文');
    const first = looking.look();
    looking.type('公文書');
    const second = looking.look();
    answer(part(9));
    await first;
    expect([looking.total, looking.waiting]).toEqual([0, true]);
    answer(part(3));
    await second;
    expect([looking.total, looking.looked, looking.waiting]).toEqual([3, '公文書', false]);
    looking.type('公文書 研修');
    expect(looking.waiting).toBe(true);
  });

  it('shows more at a wish, and begins anew with other words', async () => {
    const { looking, asked, answer } = slow();
    looking.type('実施');
    const looked = looking.look();
    answer(part(500));
    await looked;
    const more = looking.more();
    answer(part(500));
    await more;
    looking.type('実施済');
    void looking.look();
    expect(asked).toEqual([
      ['実施', 60],
      ['実施', 260],
      ['実施済', 60],
    ]);
  });

  it('has nothing to ask for while no word stands there', async () => {
    const { looking, asked } = slow();
    looking.type('  ');
    await looking.look();
    expect([asked.length, looking.waiting]).toEqual([0, false]);
  });
});
