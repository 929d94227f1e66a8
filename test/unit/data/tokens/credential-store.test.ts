import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Credential } from '#domain/tokens/credential.ts';
import { fingerprint } from '#domain/tokens/token-fingerprint.ts';
import {
  CONFIG,
  OTHER_CONFIG,
  openHostTab,
  reloadHostTab,
  storedTexts,
  stubHost,
  unstubHost,
} from '#test/support/host-tabs.ts';

const [FIRST, SECOND] = ['qov_first', 'qov_second'];
const credential = (value: string): Credential => ({ scheme: 'Token', value });
const access = (...values: readonly string[]) =>
  values.length === 0 ? undefined : { kind: 'token' as const, credentials: values.map(credential) };
const deliver = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(stubHost);
afterEach(unstubHost);

describe('stored tokens', () => {
  test('of this device reach every tab, and those of a tab only its own reloads', async () => {
    const first = await openHostTab();
    first.saveCredentials({ tab: access(FIRST), device: access(SECOND) });
    expect(first.values()).toEqual([SECOND, FIRST]);
    expect((await reloadHostTab()).values()).toEqual([SECOND, FIRST]);
    const other = await openHostTab();
    expect(other.values()).toEqual([SECOND]);
    expect(other.credentialsIn('tab')).toEqual([]);
  });

  test('are never read for another API of the host', async () => {
    const first = await openHostTab();
    first.saveCredentials({ tab: access(FIRST), device: access(SECOND) });
    expect((await reloadHostTab(OTHER_CONFIG)).values()).toBeUndefined();
    expect((await reloadHostTab(CONFIG)).values()).toEqual([SECOND, FIRST]);
  });

  test('appear once when tab and device hold the same token', async () => {
    const tab = await openHostTab();
    tab.saveCredentials({ tab: access(FIRST), device: access(FIRST) });
    expect(tab.values()).toEqual([FIRST]);
  });

  test('stay the same object when nothing changed, so that no connection is opened again', async () => {
    const tab = await openHostTab();
    tab.saveCredentials({ tab: undefined, device: access(FIRST) });
    const before = tab.currentAccess();
    tab.saveCredentials({ tab: access(FIRST), device: undefined });
    expect(tab.currentAccess()).toBe(before);
    tab.saveCredentials({ tab: access(FIRST, SECOND), device: undefined });
    expect(tab.currentAccess()).not.toBe(before);
  });

  test('belong to the tab alone when the device cannot store them', async () => {
    const tab = await openHostTab();
    vi.spyOn(localStorage, 'setItem').mockImplementation(() => {
      throw new Error('QuotaExceededError');
    });
    tab.saveCredentials({ tab: undefined, device: access(FIRST) });
    expect(tab.values()).toEqual([FIRST]);
    expect(tab.credentialsIn('device')).toEqual([]);
    expect((await reloadHostTab()).credentialsIn('tab')).toEqual([credential(FIRST)]);
  });

  test('of another tab are applied when that tab stores them', async () => {
    const tab = await openHostTab();
    const key = 'envboard.connection@https://api.example';
    localStorage.setItem(key, JSON.stringify({ ...access(FIRST), seen: 0 }));
    expect(tab.values()).toBeUndefined();
    dispatchEvent(new StorageEvent('storage', { key: 'envboard.settings' }));
    expect(tab.values()).toBeUndefined();
    dispatchEvent(new StorageEvent('storage', { key }));
    expect(tab.values()).toEqual([FIRST]);
  });
});

describe('the demo', () => {
  test('hides the tokens of the device in this tab, and keeps them', async () => {
    const tab = await openHostTab();
    tab.saveCredentials({ tab: undefined, device: access(FIRST) });
    tab.startDemo();
    expect(tab.values()).toBe('demo');
    expect((await reloadHostTab()).values()).toBe('demo');
    expect((await openHostTab()).values()).toEqual([FIRST]);
  });

  test('ends with the removal of all tokens, and not with that of one', async () => {
    const tab = await openHostTab();
    tab.startDemo();
    tab.forgetTokenOf(fingerprint(FIRST));
    expect(tab.values()).toBe('demo');
    tab.forgetAllTokens();
    expect(tab.values()).toBeUndefined();
  });
});

describe('the removal of a token', () => {
  test('reaches the other tabs, and leaves the other tokens', async () => {
    const first = await openHostTab();
    first.saveCredentials({ tab: undefined, device: access(FIRST, SECOND) });
    const second = await openHostTab();
    expect(second.values()).toEqual([FIRST, SECOND]);
    const dropped = vi.fn();
    second.onTokenDrop(dropped);
    const before = second.readingsGeneration();
    first.forgetTokenOf(fingerprint(FIRST));
    await deliver();
    expect([first.values(), second.values()]).toEqual([[SECOND], [SECOND]]);
    expect(dropped).toHaveBeenCalledOnce();
    expect(second.readingsGeneration(), 'its pages persist the token’s readings no more').toBeGreaterThan(before);
    expect(storedTexts().filter(([, text]) => text.includes(FIRST))).toEqual([]);
  });

  test('reaches a tab that was frozen, when it is shown again', async () => {
    const frozen = await openHostTab();
    frozen.saveCredentials({ tab: access(FIRST, SECOND), device: undefined });
    const frozenSession = sessionStorage;
    vi.stubGlobal('BroadcastChannel', undefined);
    (await openHostTab()).forgetTokenOf(fingerprint(FIRST));
    await deliver();
    vi.stubGlobal('sessionStorage', frozenSession);
    dispatchEvent(new Event('pageshow'));
    expect(frozen.values()).toEqual([SECOND]);
  });

  test('reaches a tab that was closed, when it is restored', async () => {
    const closed = await openHostTab();
    closed.saveCredentials({ tab: access(FIRST, SECOND), device: undefined });
    const session = sessionStorage;
    vi.stubGlobal('BroadcastChannel', undefined);
    (await openHostTab()).forgetTokenOf(fingerprint(FIRST));
    vi.stubGlobal('sessionStorage', session);
    expect((await reloadHostTab()).values()).toEqual([SECOND]);
    expect(storedTexts().filter(([, text]) => text.includes(FIRST))).toEqual([]);
  });

  test('does not concern the same token when the user enters it again', async () => {
    const tab = await openHostTab();
    tab.saveCredentials({ tab: access(FIRST), device: undefined });
    tab.forgetTokenOf(fingerprint(FIRST));
    expect(tab.values()).toBeUndefined();
    tab.saveCredentials({ tab: access(FIRST), device: undefined });
    dispatchEvent(new Event('pageshow'));
    expect(tab.values()).toEqual([FIRST]);
    expect((await reloadHostTab()).values()).toEqual([FIRST]);
  });

  test('of all tokens leaves none in any tab, also those of the tab alone', async () => {
    const first = await openHostTab();
    first.saveCredentials({ tab: access(FIRST), device: access(SECOND) });
    const second = await openHostTab();
    second.forgetAllTokens();
    await deliver();
    expect([first.values(), second.values()]).toEqual([undefined, undefined]);
  });

  test('removes the data that was read with it, except when another token replaces it', async () => {
    const names = 'envboard.names@https://api.example';
    const tab = await openHostTab();
    tab.saveCredentials({ tab: undefined, device: access(FIRST, SECOND) });
    localStorage.setItem(names, '{}');
    const dropped = vi.fn();
    tab.onTokenDrop(dropped);
    tab.forgetReplacedToken(fingerprint(FIRST));
    expect(tab.values()).toEqual([SECOND]);
    expect(localStorage.getItem(names)).toBe('{}');
    expect(dropped).not.toHaveBeenCalled();
    tab.forgetTokenOf(fingerprint(SECOND));
    expect(localStorage.getItem(names)).toBeNull();
    expect(dropped).toHaveBeenCalledOnce();
  });

  test('needs a message of the known form', async () => {
    const tab = await openHostTab();
    tab.saveCredentials({ tab: access(FIRST), device: undefined });
    const dropped = vi.fn();
    tab.onTokenDrop(dropped);
    const channel = new BroadcastChannel('envboard.tokens@https://api.example');
    channel.postMessage({ print: 7 });
    channel.postMessage('all');
    await deliver();
    expect(tab.values()).toEqual([FIRST]);
    expect(dropped).not.toHaveBeenCalled();
    channel.postMessage({ print: 'all', isReplaced: false });
    await deliver();
    expect(tab.values()).toBeUndefined();
    expect(dropped).toHaveBeenCalledOnce();
  });
});
