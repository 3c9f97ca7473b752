import { expect, it, vi } from 'vitest';
import { writtenNotice } from './written';

it('names the files that were written and the folder they are in, on either system', () => {
  const copy = vi.fn();
  const notice = writtenNotice(
    [
      { path: 'C:\\行革\\R6_出力\\図1.png', name: '図1.png', there: true },
      { path: 'C:\\行革\\R6_出力\\図2.png', name: '図2.png', there: true },
    ],
    copy,
  );
  expect(notice.safe).toBe('図1.png、図2.png');
  expect(notice.todo).toContain('C:\\行革\\R6_出力');
  notice.actions?.[0]?.run();
  expect(copy).toHaveBeenCalledWith('C:\\行革\\R6_出力');
  expect(writtenNotice([{ path: '/tmp/R6_出力/図1.png', name: '図1.png', there: true }], copy).todo).toMatch(/\/tmp\/R6_出力$/u);
});
