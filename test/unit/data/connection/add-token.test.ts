import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Credential } from '#domain/tokens/credential.ts';
import { fingerprint } from '#domain/tokens/token-fingerprint.ts';
import { openHostTab, stubHost, unstubHost } from '#test/support/host-tabs.ts';

const credential = (value: string): Credential => ({ scheme: 'Token', value });
const deliver = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(stubHost);
afterEach(unstubHost);

async function openTab() {
  const tab = await openHostTab();
  const add = (value: string, isRemembered: boolean, ...replaced: readonly string[]) =>
    tab.addToken({ credential: credential(value), isRemembered, replaced: replaced.map(fingerprint) });
  const held = () => ({
    tab: tab.credentialsIn('tab').map(({ value }) => value),
    device: tab.credentialsIn('device').map(({ value }) => value),
  });
  return { ...tab, add, held };
}

test('adds tokens to the scope that the user chose, beside the others', async () => {
  const { add, held, values } = await openTab();
  await add('qov_a', false);
  await add('qov_b', true);
  expect(held()).toEqual({ tab: ['qov_a'], device: ['qov_b'] });
  expect(values()).toEqual(['qov_b', 'qov_a']);
});

test('moves a token that is entered again to the other scope', async () => {
  const { add, held } = await openTab();
  await add('qov_a', false);
  await add('qov_a', true);
  expect(held()).toEqual({ tab: [], device: ['qov_a'] });
  await add('qov_a', false);
  expect(held()).toEqual({ tab: ['qov_a'], device: [] });
});

test('replaces refused tokens in every tab when the new one is stored on the device', async () => {
  const first = await openTab();
  await first.add('qov_old', true);
  const second = await openTab();
  await second.add('qov_new', true, 'qov_old');
  await deliver();
  expect(second.held()).toEqual({ tab: [], device: ['qov_new'] });
  expect(first.values()).toEqual(['qov_new']);
});

test('leaves the tokens of other tabs when the new one stays in this tab: it does not reach them', async () => {
  const first = await openTab();
  await first.add('qov_old', false);
  const second = await openTab();
  await second.add('qov_old', false);
  await second.add('qov_new', false, 'qov_old');
  await deliver();
  expect(second.held()).toEqual({ tab: ['qov_new'], device: [] });
  expect(first.values()).toEqual(['qov_old']);
});

test('holds a token in this tab when the device cannot store it', async () => {
  const { add, held } = await openTab();
  vi.spyOn(localStorage, 'setItem').mockImplementation(() => {
    throw new Error('QuotaExceededError');
  });
  await add('qov_a', true);
  expect(held()).toEqual({ tab: ['qov_a'], device: [] });
});
