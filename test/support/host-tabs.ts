import { vi } from 'vitest';
import type { AppConfig } from '#domain/app-config.ts';
import { smallBrowser } from '#test/support/browser-tabs.ts';

export const CONFIG: AppConfig = { api: 'https://api.example', auth: 'token' };
export const OTHER_CONFIG: AppConfig = { api: 'https://other.example', auth: 'token' };

class SmallStorageEvent extends Event {
  readonly key: string | null;
  constructor(type: string, { key = null }: { readonly key?: string | null } = {}) {
    super(type);
    this.key = key;
  }
}

/** Replaces the globals by those of an empty browser on a host that serves the board. */
export function stubHost(): void {
  const { localStorage: sessionStorage } = smallBrowser();
  const location = { origin: 'https://board.example', pathname: '/', search: '', hash: '' };
  const browser = { ...smallBrowser(), sessionStorage, location, StorageEvent: SmallStorageEvent };
  for (const [name, value] of Object.entries(browser)) vi.stubGlobal(name, value);
}

/** Ends the tabs: the next test file loads modules of its own, which have entered no API. */
export function unstubHost(): void {
  vi.resetModules();
  vi.unstubAllGlobals();
}

/** Opens a tab with modules and session storage of its own. It shares local storage and channels with the other tabs. */
export async function openHostTab(config: AppConfig = CONFIG) {
  vi.resetModules();
  vi.stubGlobal('sessionStorage', smallBrowser().localStorage);
  return reloadHostTab(config);
}

/** Opens the page again in the same tab: its session storage stays. */
export async function reloadHostTab(config: AppConfig = CONFIG) {
  vi.resetModules();
  const store = await import('#data/tokens/credential-store.ts');
  const { addToken } = await import('#data/connection/add-token.ts');
  const { startDemo } = await import('#data/tokens/credential-actions.ts');
  const { clearDeviceData } = await import('#data/tokens/clear-device-data.ts');
  const { readingsGeneration } = await import('#data/readings/persisted-readings.ts');
  await (await import('#data/tokens/old-storage.ts')).loadMigration();
  store.enterApi(config);
  const values = () => {
    const access = store.currentAccess();
    return access?.kind === 'token' ? access.credentials.map(({ value }) => value) : access?.kind;
  };
  return { ...store, addToken, startDemo, clearDeviceData, readingsGeneration, values };
}

/** Returns every text that the browser stores for this host, with its key. */
export const storedTexts = (): readonly (readonly [key: string, text: string])[] =>
  [localStorage, sessionStorage].flatMap((area) =>
    Object.keys(area).map((key) => [key, area.getItem(key) ?? ''] as const),
  );
