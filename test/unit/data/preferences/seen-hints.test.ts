import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { areHintsSeen, markHintsSeen } from '#data/preferences/seen-hints.ts';
import { stubHost, unstubHost } from '#test/support/host-tabs.ts';

beforeEach(stubHost);
afterEach(unstubHost);

test('a browser has seen the hints once it has stored so, and stores it once', () => {
  expect(areHintsSeen()).toBe(false);
  const write = vi.spyOn(localStorage, 'setItem');
  markHintsSeen();
  markHintsSeen();
  expect(areHintsSeen()).toBe(true);
  expect(write).toHaveBeenCalledOnce();
});
