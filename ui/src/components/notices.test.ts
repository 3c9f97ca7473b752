import { afterEach, expect, test, vi } from 'vitest';
import { Notices } from './notices.svelte';

const action = { label: '開く', run: () => undefined };

afterEach(() => vi.useRealTimers());

test('good news with a button gives way to the next good news, a fault stays', () => {
  vi.useFakeTimers();
  const notices = new Notices();
  notices.show({ severity: 'error', what: '書き込めません。' });
  notices.show({ severity: 'success', what: '図を書き出しました。', actions: [action] });
  notices.show({ severity: 'success', what: '資料を書き出しました。', actions: [action] });
  expect(notices.list.map(({ notice }) => notice.what)).toEqual(['書き込めません。', '資料を書き出しました。']);
  notices.show({ severity: 'warning', what: '古くなっています。' });
  expect(notices.list).toHaveLength(3);
  notices.show({ severity: 'info', what: '保存済み' });
  expect(notices.list.map(({ notice }) => notice.what)).toEqual(['書き込めません。', '古くなっています。', '保存済み']);
  vi.runAllTimers();
  expect(notices.list.map(({ notice }) => notice.what)).toEqual(['書き込めません。', '古くなっています。']);
});
