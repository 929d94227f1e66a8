import * as v from 'valibot';
import { fetchInTime } from './fetch-in-time.ts';
import { reloadThroughSignOn } from './handed-fragment.ts';
import { readJson, writeJson } from './json-storage.ts';

/** A key of the session storage: each tab counts its own reloads. */
const KEY = 'envboard.reloads';
/** The name of the initial chunk identifies the build, because it contains a hash. `index.html` contains the same name. */
const BUILD = import.meta.url.replace(/^.*\/|\?.*$/g, '');
/** Milliseconds that an unattended page waits before it reloads the same build again. The last wait repeats. */
const WAITS_MS = [0, 60_000, 300_000, 900_000, 3_600_000] as const;

/** Build, count, and the epoch milliseconds of the last reload. */
const reloadsSchema = v.array(v.tuple([v.string(), v.number(), v.number()]));

let isUnattended = false;
let isLeaving = false;
let fetchingPage: Promise<string | undefined> | undefined;

/** Sets whether the page is on a screen without a user. Only such a page reloads one build repeatedly. */
export function setUnattended(value: boolean): void {
  isUnattended = value;
}

type Reload = readonly [reason: string, count: number, at: number];

const readReloads = (): readonly Reload[] => {
  const stored = v.safeParse(reloadsSchema, readJson('session', KEY));
  return stored.success ? stored.output : [];
};

/** The reloads that this tab made for one reason: how many, and the epoch milliseconds of the last. */
const reloadsFor = (reason: string): Reload =>
  readReloads().find(([recorded]) => recorded === reason) ?? [reason, 0, 0];

/** Milliseconds that an unattended page waits after so many reloads for one reason. */
const waitAfter = (count: number): number => WAITS_MS[Math.min(count, WAITS_MS.length - 1)] ?? 0;

/**
 * Records a reload and performs it. Returns false when it cannot be recorded, because the page could then reload
 * without end.
 */
function reload(record: Reload, isRequested = false): boolean {
  const others = readReloads().filter(([reason]) => reason !== record[0]);
  if (!writeJson('session', KEY, [...others.slice(-20), record]) && !isRequested) return false;
  isLeaving = true;
  reloadThroughSignOn();
  return true;
}

/** Fetches a text of this MIME type. Resolves to undefined when the request fails or takes too long. */
async function fetchText(url: string, type: string): Promise<string | undefined> {
  try {
    const response = await fetchInTime(url, { cache: 'no-store', redirect: 'error' });
    // Some hosts answer every path with their start page, so the content type must fit too.
    return response.ok && response.headers.get('Content-Type')?.includes(type) ? await response.text() : undefined;
  } catch {
    return undefined;
  }
}

/** Fetches this page's HTML. Concurrent calls share one request. */
function fetchPage(): Promise<string | undefined> {
  // `fetch` refuses a relative address on a page that was opened with a password in its address.
  fetchingPage ??= fetchText(location.origin + location.pathname, 'html').finally(() => {
    fetchingPage = undefined;
  });
  return fetchingPage;
}

/** Returns whether the server has the file that an error names. True when the error names none, as in Safari. */
async function isServed(error: unknown): Promise<boolean> {
  const [url] = /https?:\S+\.js/.exec(String(error)) ?? [];
  return url === undefined || (await fetchText(url, 'javascript')) !== undefined;
}

/**
 * Reloads the page when only a reload can help. Resolves to true when a reload has started. Never rejects.
 *
 * A reload helps when the server has another build, because a deploy removed the files that this page requests. On a
 * user's request or on an unattended page, it also helps when the server has the file whose failure is `error`: older
 * browsers repeat the failure until the page is reloaded.
 *
 * A page reloads itself once for each build, however many components call this. An unattended page repeats the reload
 * at growing intervals. A user's request (`isRequested`) always counts. When the server does not answer, the page stays,
 * because a reload would lose it.
 */
export async function reloadIfHelpful(error?: unknown, isRequested = false): Promise<boolean> {
  const [, count, at] = reloadsFor(BUILD);
  // `abs`: a clock that was set back must not block the reload.
  const mayReload = isRequested || count === 0 || (isUnattended && Math.abs(Date.now() - at) >= waitAfter(count));
  if (isLeaving || !mayReload) return isLeaving;
  const page = await fetchPage();
  const isFileRequested = error !== undefined && (isRequested || isUnattended);
  const isHelpful = page !== undefined && (!page.includes(BUILD) || (isFileRequested && (await isServed(error))));
  if (isLeaving || !isHelpful) return isLeaving;
  return reload([BUILD, count + 1, Date.now()], isRequested);
}

/** The recorded reason of a reload for a sign-on page, in place of a build. */
const SIGN_ON = 'sign-on';
const DAY_MS = 86_400_000;

/**
 * Reloads an unattended page whose requests are redirected to a sign-on page, which only a page load can pass.
 *
 * It reloads once, then at growing intervals; after a day without such a reload the count starts again. It does nothing
 * on a page with a user.
 */
export function reloadForSignOn(): void {
  const [, count, at] = reloadsFor(SIGN_ON);
  const agoMs = Math.abs(Date.now() - at);
  if (!isUnattended || isLeaving || agoMs < waitAfter(count)) return;
  reload([SIGN_ON, agoMs > DAY_MS ? 1 : count + 1, Date.now()]);
}

/** Reloads an empty page, whose initial chunk failed with `error`, as soon as a reload helps. Checks once a minute. */
export function reloadUntilShown(error: unknown): void {
  isUnattended = true;
  void reloadIfHelpful(error);
  setInterval(() => void reloadIfHelpful(error), 60_000);
}
