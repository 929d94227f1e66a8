import { useEffect, useState } from 'react';
import * as v from 'valibot';
import { loadAppConfig } from '#api/load-app-config.ts';
import { fetchInTime } from '#browser/fetch-in-time.ts';
import { reloadThroughSignOn } from '#browser/handed-fragment.ts';
import { readJson, writeJson } from '#browser/json-storage.ts';
import { besidePage } from '#browser/page-address.ts';
import type { AppConfig } from '#domain/app-config.ts';

/** A build or settings on the server that differ from those of the open page. */
export type NewVersion = { readonly kind: 'build' | 'settings'; readonly id: string };

const CHECK_EVERY_MS = 600_000;
/** Milliseconds after which a second check must confirm a new version: servers behind one address update in turn. */
const CONFIRM_MS = 60_000;
/** Milliseconds without use before a wall reloads itself. */
const QUIET_MS = 60_000;
const RELOAD_CHECK_MS = 10_000;
/** Session storage key of the versions for which this tab has reloaded. */
const KEY = 'envboard.taken-versions';
const MAX_STORED = 20;
const storedVersions = v.array(v.string());

/** Returns the file name, with its hash, of a page's first script; undefined for other HTML, such as a sign-on page. */
export function buildIn(html: string): string | undefined {
  if (!html.includes('id="root"') || !html.includes('<title>Envboard')) return undefined;
  const [, src] = /<script\b[^>]*\btype="module"[^>]*\bsrc="([^"]+)"/.exec(html) ?? [];
  return src?.replace(/^.*\/|[?#].*$/g, '');
}

const ownBuild = (): string | undefined =>
  document
    .querySelector('script[type="module"][src]')
    ?.getAttribute('src')
    ?.replace(/^.*\/|[?#].*$/g, '');

async function fetchBuild(): Promise<string | undefined> {
  try {
    const response = await fetchInTime(besidePage(''), { cache: 'no-store' });
    return response.ok ? buildIn(await response.text()) : undefined;
  } catch {
    return undefined;
  }
}

/** Returns the server's version if it differs from the page's; undefined if it does not, or if it cannot be read. */
async function fetchNewVersion(config: AppConfig): Promise<NewVersion | undefined> {
  const [build, reading] = await Promise.all([fetchBuild(), loadAppConfig(besidePage('config.json'), fetchInTime)]);
  if (build !== undefined && build !== ownBuild()) return { kind: 'build', id: build };
  // A file that is missing for a moment must not reload a wall into the token form.
  if (reading.kind === 'broken' || reading.isMissing) return undefined;
  const { api, auth, data } = reading.config;
  const isSame = api === config.api && auth === config.auth && data === config.data;
  return isSame ? undefined : { kind: 'settings', id: `${auth} ${api} ${data}` };
}

/** Records that the page reloads for a version. Returns false if it already has, or if storage refuses the record. */
function recordReload(id: string): boolean {
  const stored = v.safeParse(storedVersions, readJson('session', KEY));
  const versions = stored.success ? stored.output : [];
  return !versions.includes(id) && writeJson('session', KEY, [...versions.slice(1 - MAX_STORED), id]);
}

type Options = {
  readonly config: AppConfig;
  /** True on a wall: no user is there to accept an offer. */
  readonly isUnattended: boolean;
  readonly onFound: (version: NewVersion | undefined) => void;
  readonly reload?: () => void;
};

/**
 * Checks every ten minutes whether the server has another build or other settings. A user gets an offer to reload. An
 * unattended page reloads by itself after a minute without input, once for each version: two servers behind one address
 * may differ for a while. Returns a function that ends the checks.
 */
export function watchVersion({ config, isUnattended, onFound, reload = reloadThroughSignOn }: Options): () => void {
  let found: NewVersion | undefined;
  let suspected: string | undefined;
  let confirming: ReturnType<typeof setTimeout> | undefined;
  let checkedAt = Date.now();
  let usedAt = Number.NEGATIVE_INFINITY;
  const check = async () => {
    if (document.hidden && !isUnattended) return;
    checkedAt = Date.now();
    const version = await fetchNewVersion(config);
    clearTimeout(confirming);
    if (version && version.id !== suspected) confirming = setTimeout(check, CONFIRM_MS);
    found = version?.id === suspected ? version : undefined;
    suspected = version?.id;
    onFound(isUnattended ? undefined : found);
  };
  const recordUse = () => {
    usedAt = Date.now();
  };
  const checkIfDue = () => {
    if (Math.abs(Date.now() - checkedAt) >= CHECK_EVERY_MS) void check();
  };
  const reloadIfUnused = () => {
    const isQuiet = Math.abs(Date.now() - usedAt) >= QUIET_MS && document.querySelector('dialog[open]') === null;
    if (found && isUnattended && isQuiet && recordReload(found.id)) reload();
  };
  const timers = [setInterval(check, CHECK_EVERY_MS), setInterval(reloadIfUnused, RELOAD_CHECK_MS)];
  const uses = ['pointerdown', 'keydown', 'wheel'] as const;
  for (const name of uses) addEventListener(name, recordUse, { passive: true });
  document.addEventListener('visibilitychange', checkIfDue);
  return () => {
    clearTimeout(confirming);
    for (const timer of timers) clearInterval(timer);
    for (const name of uses) removeEventListener(name, recordUse);
    document.removeEventListener('visibilitychange', checkIfDue);
  };
}

/** Returns the version to offer to the user; undefined without one, and on an unattended page, which reloads itself. */
export function useNewVersion(config: AppConfig, isUnattended: boolean): NewVersion | undefined {
  const [version, setVersion] = useState<NewVersion>();
  useEffect(() => watchVersion({ config, isUnattended, onFound: setVersion }), [config, isUnattended]);
  return version;
}
