import * as v from 'valibot';
import { readJson, writeJson } from './json-storage.ts';

/** In the session storage, so for one tab. */
const KEY = 'envboard.reloads';
/** The file of the page's first script names the build, as its name holds a hash. `index.html` names it too. */
const BUILD = import.meta.url.replace(/^.*\/|\?.*$/g, '');
/** An unattended page waits so long before it reloads the same build again. The last wait repeats. */
const WAITS_MS = [0, 60_000, 300_000, 900_000, 3_600_000] as const;

/** Build, count, and the epoch milliseconds of the last reload. */
const reloadsSchema = v.array(v.tuple([v.string(), v.number(), v.number()]));

let isUnattended = false;
let isLeaving = false;
let fetchingPage: Promise<string | undefined> | undefined;

/** Says whether the page stands on a screen that no user operates: only such a page reloads one build repeatedly. */
export function setUnattended(value: boolean): void {
  isUnattended = value;
}

type Reload = readonly [reason: string, count: number, at: number];

const readReloads = (): readonly Reload[] => {
  const stored = v.safeParse(reloadsSchema, readJson('session', KEY));
  return stored.success ? stored.output : [];
};

/** The reloads that this tab made for one reason: how many, and the epoch milliseconds of the last. */
const reloadsFor = (reason: string): Reload => readReloads().find(([one]) => one === reason) ?? [reason, 0, 0];

/** Milliseconds that an unattended page waits after so many reloads for one reason. */
const waitAfter = (count: number): number => WAITS_MS[Math.min(count, WAITS_MS.length - 1)] ?? 0;

/** Records a reload and makes it. Returns false where it cannot be recorded: nothing would stop the next one. */
function reload(record: Reload, isAsked = false): boolean {
  const others = readReloads().filter(([reason]) => reason !== record[0]);
  if (!writeJson('session', KEY, [...others.slice(-20), record]) && !isAsked) return false;
  isLeaving = true;
  location.reload();
  return true;
}

/** Fetches a text. Undefined when the server does not give it. */
async function fetchText(url: string, type: string): Promise<string | undefined> {
  try {
    const response = await fetch(url, { cache: 'no-store', redirect: 'error' });
    // A host that answers everything with its start page does not have a missing script.
    return response.ok && response.headers.get('Content-Type')?.includes(type) ? await response.text() : undefined;
  } catch {
    return undefined;
  }
}

/** Fetches this page's HTML, once for all components that ask at the same time. */
function fetchPage(): Promise<string | undefined> {
  // Not a relative address: with a password in the page's address, `fetch` refuses that.
  fetchingPage ??= fetchText(location.origin + location.pathname, 'html').finally(() => {
    fetchingPage = undefined;
  });
  return fetchingPage;
}

/** Chromium and Firefox name the file in the error. A browser that does not is given the benefit of the doubt. */
async function isServed(error: unknown): Promise<boolean> {
  const [url] = /https?:\S+\.js/.exec(String(error)) ?? [];
  return url === undefined || (await fetchText(url, 'javascript')) !== undefined;
}

/**
 * Reloads the page when only that helps, and resolves to true when the page is about to go. That is so when the server has
 * another build, as a deploy removed the files that this page requests. Where a user asked or the page is unattended, it
 * also is so when the server now gives the file whose failure is `error`: older browsers remember the failure until the
 * page is loaded anew.
 *
 * A page reloads itself once for each build, however many components ask; an unattended page repeats that, ever more
 * seldom. A user who presses a button (`isAsked`) is always obeyed. Without the server nothing happens: a reload would lose
 * the page. Never rejects.
 */
export async function reloadIfHelpful(error?: unknown, isAsked = false): Promise<boolean> {
  const [, count, at] = reloadsFor(BUILD);
  // A clock that was set back must not block the reload for ever.
  const mayReload = isAsked || count === 0 || (isUnattended && Math.abs(Date.now() - at) >= waitAfter(count));
  if (isLeaving || !mayReload) return isLeaving;
  const page = await fetchPage();
  const isFileAsked = error !== undefined && (isAsked || isUnattended);
  const isHelpful = page !== undefined && (!page.includes(BUILD) || (isFileAsked && (await isServed(error))));
  if (isLeaving || !isHelpful) return isLeaving;
  return reload([BUILD, count + 1, Date.now()], isAsked);
}

/** In place of a build: a sign-on ends with any of them. */
const SIGN_ON = 'sign-on';
const DAY_MS = 86_400_000;

/**
 * Reloads an unattended page whose requests are sent to a sign-on, which only a page load can pass: once, then ever more
 * seldom, and after a quiet day as if for the first time. Does nothing on a page that a user operates.
 */
export function reloadForSignOn(): void {
  const [, count, at] = reloadsFor(SIGN_ON);
  const agoMs = Math.abs(Date.now() - at);
  if (!isUnattended || isLeaving || agoMs < waitAfter(count)) return;
  reload([SIGN_ON, agoMs > DAY_MS ? 1 : count + 1, Date.now()]);
}

/** Reloads a page that shows nothing, since its own script failed with `error`: as soon as that helps, ever more seldom. */
export function reloadUntilShown(error: unknown): void {
  isUnattended = true;
  void reloadIfHelpful(error);
  setInterval(() => void reloadIfHelpful(error), 60_000);
}
