import { QueryClient } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_BOARD } from '#domain/board/board.ts';
import { boardLocation } from '#domain/board/board-url.ts';
import { DEFAULT_SETTINGS } from '#domain/settings.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import { smallBrowser } from '#test/support/browser-tabs.ts';
import { refuse, replaceProperty } from '#test/support/refusals.ts';

/** A facility of the browser: its location, and replacements whose calls throw or reject. */
type Facility = {
  readonly target: () => object;
  readonly name: string;
  readonly throwing: unknown;
  readonly rejecting?: unknown;
};

const reject = () => Promise.reject(new DOMException('Not allowed here.', 'NotAllowedError'));
const refusingStorage = { getItem: refuse, setItem: refuse, removeItem: refuse, key: refuse, clear: refuse };
const page = () => globalThis;
const nav = () => navigator;
const root = () => document.documentElement;

class MutedAudio {
  readonly resume = reject;
}
const shyNotification = Object.assign(() => refuse(), { permission: 'default', requestPermission: reject });

const FACILITIES = {
  localStorage: { target: page, name: 'localStorage', throwing: refusingStorage },
  sessionStorage: { target: page, name: 'sessionStorage', throwing: refusingStorage },
  crypto: { target: page, name: 'crypto', throwing: { getRandomValues: refuse, randomUUID: refuse } },
  randomUUID: { target: () => crypto, name: 'randomUUID', throwing: refuse },
  locks: { target: nav, name: 'locks', throwing: { request: refuse }, rejecting: { request: reject } },
  BroadcastChannel: { target: page, name: 'BroadcastChannel', throwing: refuse },
  clipboard: { target: nav, name: 'clipboard', throwing: { writeText: refuse }, rejecting: { writeText: reject } },
  Notification: { target: page, name: 'Notification', throwing: refuse, rejecting: shyNotification },
  permissions: { target: nav, name: 'permissions', throwing: { query: refuse }, rejecting: { query: reject } },
  wakeLock: { target: nav, name: 'wakeLock', throwing: { request: refuse }, rejecting: { request: reject } },
  AudioContext: { target: page, name: 'AudioContext', throwing: refuse, rejecting: MutedAudio },
  matchMedia: { target: page, name: 'matchMedia', throwing: refuse },
  'time zones': { target: () => Intl, name: 'supportedValuesOf', throwing: refuse },
  'full screen': { target: root, name: 'requestFullscreen', throwing: refuse, rejecting: reject },
  'full screen state': { target: () => document, name: 'fullscreenEnabled', throwing: false },
  ResizeObserver: { target: page, name: 'ResizeObserver', throwing: refuse },
  IntersectionObserver: { target: page, name: 'IntersectionObserver', throwing: refuse },
  indexedDB: { target: page, name: 'indexedDB', throwing: { open: refuse } },
  userActivation: { target: nav, name: 'userActivation', throwing: {} },
  replaceState: { target: () => history, name: 'replaceState', throwing: refuse },
} as const satisfies Readonly<Record<string, Facility>>;

/**
 * Facilities that one page lacks together. Each group holds at most one facility of a feature, so that a missing
 * facility does not keep the page from using another one: notifications ask for a permission only where there are
 * notifications.
 */
const GROUPS: readonly (readonly (keyof typeof FACILITIES)[])[] = [
  ['localStorage'],
  ['sessionStorage'],
  ['crypto'],
  ['locks'],
  ['BroadcastChannel'],
  ['clipboard', 'Notification', 'wakeLock', 'AudioContext', 'matchMedia', 'full screen', 'indexedDB', 'ResizeObserver'],
  [
    'randomUUID',
    'permissions',
    'userActivation',
    'time zones',
    'full screen state',
    'replaceState',
    'IntersectionObserver',
  ],
];

/** The effect of reading the facility. */
const WAYS: Readonly<Record<string, (facility: Facility) => () => unknown>> = {
  'is missing': () => () => undefined,
  'is null': () => () => null,
  'is refused on touch': () => refuse,
  'throws at each call':
    ({ throwing }) =>
    () =>
      throwing,
  'rejects each promise':
    ({ throwing, rejecting }) =>
    () =>
      rejecting ?? throwing,
};

const ids = demoPins().slice(0, 2);
const inRealTime = globalThis.setTimeout;
/** Real milliseconds, in which chunks load while the page's own time passes many times as fast. */
const PATIENCE = { turn: 2, most: 10_000 } as const;

let undo: (() => void)[] = [];
const replace = (target: object, name: string, getter: () => unknown) =>
  void undo.unshift(replaceProperty(target, name, getter));

/** Advances the page's time until the claim holds. */
async function until(claim: () => void): Promise<void> {
  const startedAt = performance.now();
  for (;;) {
    try {
      claim();
      return;
    } catch (error) {
      if (performance.now() - startedAt > PATIENCE.most) throw error;
    }
    await act(() => vi.advanceTimersByTimeAsync(100));
    await act(() => new Promise<void>((resolve) => void inRealTime(resolve, PATIENCE.turn)));
  }
}

beforeEach(() => {
  undo = [];
  // The page may put a stand-in in their place.
  const { ResizeObserver: observer, IntersectionObserver: watcher } = globalThis;
  undo.push(() => void Object.assign(globalThis, { ResizeObserver: observer, IntersectionObserver: watcher }));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
  // jsdom has no layout, no locks and no channels.
  Object.assign(window, { innerWidth: 1_920, innerHeight: 1_080 });
  const { navigator: own, BroadcastChannel } = smallBrowser();
  replace(navigator, 'locks', () => own.locks);
  replace(globalThis, 'BroadcastChannel', () => BroadcastChannel);
  replace(document, 'fullscreenEnabled', () => true);
  const value = { ...DEFAULT_SETTINGS, notifies: true, sounds: true };
  localStorage.setItem('envboard.settings', JSON.stringify({ version: 1, value }));
  const pins = ids.map((id) => ({ kind: 'environment' as const, id }));
  history.replaceState(null, '', `/${boardLocation({ ...DEFAULT_BOARD, pins }).search}`);
  // Each case loads all modules again, as a page of its own.
  vi.resetModules();
});
afterEach(() => {
  cleanup();
  for (const restore of undo) restore();
  delete document.documentElement.dataset.theme;
  history.replaceState(null, '', '/');
});

const CONFIG = { api: '/api', auth: 'token' } as const;

/** Opens the whole app with a token over the simulated Qovery. */
async function openApp(): Promise<void> {
  vi.stubGlobal('fetch', createSimulatedQovery());
  const { ensureFacilities } = await import('#browser/ensure-facilities.ts');
  // The same steps as in src/main.tsx.
  await ensureFacilities();
  const [{ App }, { enterApi }, { addToken }] = await Promise.all([
    import('#app/app.tsx'),
    import('#data/tokens/credential-store.ts'),
    import('#data/connection/add-token.ts'),
  ]);
  enterApi(CONFIG);
  await addToken({ credential: { scheme: 'Token', value: 'qov_a' }, isRemembered: true, replaced: [] });
  render(<App config={CONFIG} client={new QueryClient()} />);
}

/** Returns an element that only this view has. */
const SIGN_OF = {
  Compact: 'li[data-environment-id]',
  Table: 'tr[data-environment-id]',
  Wall: 'section[aria-label="Wall"]',
} as const;

const expectFresh = () =>
  until(() => {
    const fresh = [...document.querySelectorAll('[data-environment-id][data-freshness="fresh"]')];
    expect(fresh.map((one) => one.getAttribute('data-environment-id')).toSorted()).toEqual(ids.toSorted());
  });

/** The wall is the last view, because it has no switch. */
async function expectFreshInEveryView(): Promise<void> {
  await expectFresh();
  for (const [view, sign] of Object.entries(SIGN_OF)) {
    fireEvent.click(screen.getByRole('radio', { name: view }));
    await until(() => expect(document.querySelector(sign)).not.toBeNull());
    await expectFresh();
  }
}

async function open(button: string | RegExp, choice: { readonly role: string; readonly name: string }): Promise<void> {
  fireEvent.click(screen.getByRole('button', { name: button }));
  await until(() => screen.getByRole(choice.role, { name: choice.name }));
  fireEvent.click(screen.getByRole(choice.role, { name: choice.name }));
}

it('shows fresh cards in every view when the browser has everything', async () => {
  await openApp();
  await expectFreshInEveryView();
});

it('takes each facility away in one of the groups', () => {
  expect(GROUPS.flat().toSorted()).toEqual(Object.keys(FACILITIES).toSorted());
});

describe.each(GROUPS.map((group) => [group.join(', '), group] as const))('%s', (_, group) => {
  const facilities: readonly Facility[] = group.map((name) => FACILITIES[name]);
  const mayReject = facilities.some((facility) => 'rejecting' in facility);
  const ways = Object.entries(WAYS).filter(([way]) => mayReject || way !== 'rejects each promise');

  it.each(ways)('shows fresh cards in every view when it %s', async (__, way) => {
    for (const facility of facilities) replace(facility.target(), facility.name, way(facility));
    await openApp();
    await expectFreshInEveryView();
  });
});

const hang = () => new Promise<never>(() => {});
/** The facilities that answer later, each of which never does. */
const SILENT = {
  locks: { request: hang },
  clipboard: { writeText: hang },
  permissions: { query: hang },
  wakeLock: { request: hang },
  indexedDB: { open: () => new EventTarget() },
} as const satisfies Partial<Record<keyof typeof FACILITIES, unknown>>;

it('shows fresh cards in every view when the browser grants no lock, and answers nothing else either', async () => {
  for (const [name, silent] of Object.entries(SILENT)) {
    replace(name === 'indexedDB' ? globalThis : navigator, name, () => silent);
  }
  await openApp();
  await expectFreshInEveryView();
});

describe.each(Object.entries(WAYS))('each facility at once, when it %s', (_, way) => {
  beforeEach(() => {
    for (const facility of Object.values<Facility>(FACILITIES)) {
      // `randomUUID` is part of `crypto`, which is missing.
      if (facility.name !== 'randomUUID') replace(facility.target(), facility.name, way(facility));
    }
  });

  it('shows fresh cards in every view', async () => {
    await openApp();
    await expectFreshInEveryView();
  });

  it('says in settings, and in the menu of the freshness line, that it keeps and shares nothing', async () => {
    await openApp();
    await expectFresh();
    fireEvent.click(screen.getByRole('button', { name: /^Live/ }));
    await until(() => screen.getByRole('menu'));
    expect(screen.getByRole('menu')).toHaveTextContent('This browser stores nothing for this page');
    expect(screen.getByRole('menu')).toHaveTextContent('each tab sends its own requests');
    fireEvent.click(screen.getByRole('menuitem', { name: 'Refresh now' }));
    await open('More', { role: 'menuitem', name: 'Settings' });
    await until(() => screen.getByRole('dialog', { name: 'Settings' }));
    const settings = screen.getByRole('dialog', { name: 'Settings' });
    expect(settings).toHaveTextContent('This browser stores nothing for this page');
    expect(settings).toHaveTextContent('each tab sends its own requests');
  });

  it('changes a setting for this page, and shares a link that the user copies by hand', async () => {
    await openApp();
    await expectFresh();
    await open('More', { role: 'menuitemradio', name: 'Dark' });
    expect(await import('#data/preferences/settings-store.ts').then(({ readSettings }) => readSettings().theme)).toBe(
      'dark',
    );
    await open('Share', { role: 'button', name: 'Copy link' });
    await until(() => expect(screen.getByRole('dialog')).toHaveTextContent('press Ctrl+C'));
  });
});
