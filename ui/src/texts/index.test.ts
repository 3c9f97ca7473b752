import { afterEach, describe, expect, it } from 'vitest';
import { t, textIfKnown, useLocale } from '.';

afterEach(() => useLocale('ja'));

describe('texts', () => {
  it('puts arguments in place without isolation marks', () => {
    expect(t('ui-status-selected', { count: 1234 })).toBe('選択 1,234セル');
  });
  it('changes language', () => {
    useLocale('en');
    expect(t('ui-status-selected', { count: 12 })).toBe('12 cells selected');
  });
  it('does not know what is not there', () => {
    expect(textIfKnown('no-such-text')).toBeUndefined();
  });
});
