import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const stored = new Map<string, string>();
const storage = {
  getItem: (key: string) => stored.get(key) ?? null,
  setItem: (key: string, text: string) => void stored.set(key, text),
  removeItem: (key: string) => void stored.delete(key),
};

/** Opens a page of one tab at an address. `replaceState` changes that address, as a browser does. */
async function openPage(address: string) {
  let url = new URL(address, 'https://board.example');
  vi.stubGlobal('location', {
    get pathname() {
      return url.pathname;
    },
    get search() {
      return url.search;
    },
    get hash() {
      return url.hash;
    },
  });
  vi.stubGlobal('history', {
    state: null,
    replaceState: (_: unknown, __: string, to: string) => (url = new URL(to, url)),
  });
  vi.resetModules();
  const { handFragment, takeFragment, isFragmentLost } = await import('#browser/handed-fragment.ts');
  takeFragment();
  return { handFragment, isFragmentLost, address: () => url.pathname + url.search + url.hash };
}

beforeEach(() => {
  stored.clear();
  vi.stubGlobal('sessionStorage', storage);
});
afterEach(() => vi.unstubAllGlobals());

describe('a fragment on the way through a sign-on', () => {
  it('is restored when the tab returns without it, once', async () => {
    const before = await openPage('/team/?name=A#pins=abc');
    before.handFragment();
    expect(before.address()).toBe('/team/?name=A&handed=1#pins=abc');
    const after = await openPage('/team/?name=A&handed=1');
    expect([after.address(), after.isFragmentLost()]).toEqual(['/team/?name=A#pins=abc', false]);
    expect(stored.size).toBe(0);
    expect((await openPage('/team/')).address()).toBe('/team/');
  });

  it('stays when the reload led through no sign-on', async () => {
    const before = await openPage('/#pins=abc');
    before.handFragment();
    const after = await openPage(before.address());
    expect([after.address(), after.isFragmentLost()]).toEqual(['/#pins=abc', false]);
  });

  it('is reported as lost when the tab that returns has not stored it', async () => {
    const after = await openPage('/?handed=1');
    expect([after.address(), after.isFragmentLost()]).toEqual(['/', true]);
    vi.stubGlobal('sessionStorage', undefined);
    const refused = await openPage('/#pins=abc');
    refused.handFragment();
    expect((await openPage('/?handed=1')).isFragmentLost()).toBe(true);
  });

  it('is not touched where the address has none', async () => {
    const page = await openPage('/?name=A&pins=abc');
    page.handFragment();
    expect([page.address(), page.isFragmentLost(), stored.size]).toEqual(['/?name=A&pins=abc', false, 0]);
  });
});
