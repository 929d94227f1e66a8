import * as v from 'valibot';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPersistentStore } from '#browser/persistent-store.ts';
import { smallBrowser } from '#test/support/browser-tabs.ts';
import { refuse } from '#test/support/refusals.ts';

beforeEach(() => {
  for (const [name, value] of Object.entries(smallBrowser())) vi.stubGlobal(name, value);
});
afterEach(() => vi.unstubAllGlobals());

const open = () => createPersistentStore<string>({ key: 'k', version: 1, schema: v.string(), initial: 'initial' });

test('keeps a value in this tab when the browser begins to refuse its storage', () => {
  const here = open();
  here.set('mine');
  expect(open().get()).toBe('mine');
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse });
  expect(here.get()).toBe('mine');
  here.set('later');
  expect(here.get()).toBe('later');
});

test('keeps a value until the page closes when the browser refuses its storage from the start', () => {
  vi.stubGlobal('localStorage', null);
  const here = open();
  expect(here.get()).toBe('initial');
  here.set('mine');
  expect(here.get()).toBe('mine');
  expect(open().get()).toBe('initial');
});
