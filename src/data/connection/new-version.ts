import { useEffect, useState } from 'react';
import * as v from 'valibot';
import { loadAppConfig } from '#api/load-app-config.ts';
import { reloadThroughSignOn } from '#browser/handed-fragment.ts';
import { readJson, writeJson } from '#browser/json-storage.ts';
import { besidePage } from '#browser/page-address.ts';
import type { AppConfig } from '#domain/app-config.ts';

/** A build or settings on the server that differ from those of the open page. */
export type NewVersion = { readonly kind: 'build' | 'settings'; readonly id: string };

const CHECK_EVERY_MS = 600_000;
/** A new version counts when it is still there after this time: servers behind one address are updated in turn. */
const CONFIRM_MS = 60_000;
/** Milliseconds without use before a wall reloads itself. */
const QUIET_MS = 60_000;
const LOOK_EVERY_MS = 10_000;
/** In the session storage, so for one tab: the versions that a reload was meant to bring. */
const KEY = 'envboard.taken-versions';
const MAX_KEPT = 20;
const keptVersions = v.array(v.string());

/** The file of a page's first script, whose name holds a hash; undefined for HTML that is not this page, as a sign-on's. */
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
    const response = await fetch(besidePage(''), { cache: 'no-store' });
    return response.ok ? buildIn(await response.text()) : undefined;
  } catch {
    return undefined;
  }
}

/** The version on the server when it is not that of the page; undefined when it is, and when the server does not say. */
async function fetchNewVersion(config: AppConfig): Promise<NewVersion | undefined> {
  const [build, reading] = await Promise.all([fetchBuild(), loadAppConfig(besidePage('config.json'))]);
  if (build !== undefined && build !== ownBuild()) return { kind: 'build', id: build };
  // A file that is gone for a moment must not lead a wall to the page that asks for a token.
  if (reading.kind === 'broken' || reading.isMissing) return undefined;
  const { api, auth } = reading.config;
  return api === config.api && auth === config.auth ? undefined : { kind: 'settings', id: `${auth} ${api}` };
}

/** Remembers that the page is reloaded for a version. False when it was already, or when that cannot be remembered. */
function markTaken(id: string): boolean {
  const kept = v.safeParse(keptVersions, readJson('session', KEY));
  const taken = kept.success ? kept.output : [];
  return !taken.includes(id) && writeJson('session', KEY, [...taken.slice(1 - MAX_KEPT), id]);
}

type Options = {
  readonly config: AppConfig;
  /** True on a wall: no user is there to accept an offer. */
  readonly isUnattended: boolean;
  readonly onFound: (version: NewVersion | undefined) => void;
  readonly reload?: () => void;
};

/**
 * Looks every ten minutes whether the server has another build or other settings. A user is told; an unattended page takes
 * them by itself when nobody uses it, once for each version: two servers behind one address may differ for a while.
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
  const use = () => {
    usedAt = Date.now();
  };
  const comeBack = () => {
    if (Math.abs(Date.now() - checkedAt) >= CHECK_EVERY_MS) void check();
  };
  const look = () => {
    const isQuiet = Math.abs(Date.now() - usedAt) >= QUIET_MS && document.querySelector('dialog[open]') === null;
    if (found && isUnattended && isQuiet && markTaken(found.id)) reload();
  };
  const timers = [setInterval(check, CHECK_EVERY_MS), setInterval(look, LOOK_EVERY_MS)];
  const uses = ['pointerdown', 'keydown', 'wheel'] as const;
  for (const name of uses) addEventListener(name, use, { passive: true });
  document.addEventListener('visibilitychange', comeBack);
  return () => {
    clearTimeout(confirming);
    for (const timer of timers) clearInterval(timer);
    for (const name of uses) removeEventListener(name, use);
    document.removeEventListener('visibilitychange', comeBack);
  };
}

/** The version to offer to a user; undefined when there is none, and on an unattended page, which takes it by itself. */
export function useNewVersion(config: AppConfig, isUnattended: boolean): NewVersion | undefined {
  const [version, setVersion] = useState<NewVersion>();
  useEffect(() => watchVersion({ config, isUnattended, onFound: setVersion }), [config, isUnattended]);
  return version;
}
