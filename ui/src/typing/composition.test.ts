import { describe, expect, it } from 'vitest';
import { CompositionGuard, type KeyLike } from './composition';

const key = (name: string, keyCode: number, timeStamp: number, isComposing = false): KeyLike => ({
  key: name,
  keyCode,
  isComposing,
  timeStamp,
});

describe('the Enter that confirms a conversion belongs to the input method', () => {
  it('Chromium on Windows', () => {
    const guard = new CompositionGuard();
    expect(guard.owns(key('Process', 229, 0))).toBe(true);
    guard.start();
    expect(guard.owns(key('Process', 229, 900, true))).toBe(true);
    guard.end(900);
    guard.keyUp(key('Enter', 13, 960));
    expect(guard.owns(key('Enter', 13, 1000))).toBe(false);
  });
  it('WebKit on macOS', () => {
    const guard = new CompositionGuard();
    guard.start();
    guard.end(900);
    expect(guard.owns(key('Enter', 229, 900))).toBe(true);
    guard.keyUp(key('Enter', 13, 950));
    expect(guard.owns(key('Enter', 13, 960))).toBe(false);
  });
  it('WebKitGTK', () => {
    const guard = new CompositionGuard();
    guard.start();
    expect(guard.owns(key('Unidentified', 229, 900))).toBe(true);
    guard.end(901);
    expect(guard.owns(key('Enter', 13, 901.5))).toBe(true);
    guard.keyUp(key('Enter', 13, 950));
    expect(guard.owns(key('Enter', 13, 955))).toBe(false);
  });
  it('a later Enter is the person’s even when no keyup was seen', () => {
    const guard = new CompositionGuard();
    guard.start();
    guard.end(900);
    expect(guard.owns(key('Enter', 13, 1000))).toBe(false);
  });
  it('a letter right after a conversion is not swallowed', () => {
    const guard = new CompositionGuard();
    guard.start();
    guard.end(900);
    expect(guard.owns(key('a', 65, 901))).toBe(false);
  });
});
