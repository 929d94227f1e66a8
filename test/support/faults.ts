import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Page, Request, Route } from '@playwright/test';

/** One way in which status requests fail, and the text that the user reads. */
export type Fault = {
  readonly name: string;
  readonly act: (route: Route) => Promise<void>;
  /** Matches the text that names the cause: in one banner, or on each card if the fault concerns single cards. */
  readonly says: RegExp;
  readonly isOwn?: boolean;
  /** Milliseconds until the page notices the fault. */
  readonly lastsMs?: number;
  /**
   * True when the server blocks all requests for a while: sources that were not requested are then late, not
   * unreachable.
   */
  readonly holdsAll?: boolean;
  /** The text for one failing source, if it differs from the text for all of them. */
  readonly ofOne?: { readonly says: RegExp; readonly isOwn: boolean };
};

const json = (body: unknown, status = 200) => ({ status, contentType: 'application/json', body: JSON.stringify(body) });
const status =
  (code: number, headers: Readonly<Record<string, string>> = {}) =>
  (route: Route) =>
    route.fulfill({ status: code, headers, body: '' });
const TEN_MEGABYTES = 10_000_000;

/**
 * Starts a server whose every response is 10 MB of JSON, and returns its address. Playwright would encode the body of
 * each response that it fulfills itself, which takes longer than the rest of the test.
 */
async function startLargeBodies(): Promise<string> {
  const body = JSON.stringify({ results: 'x'.repeat(TEN_MEGABYTES), id: 1 });
  const server = createServer((_, response) =>
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(body),
  );
  server.unref();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
}
let largeBodies: Promise<string> | undefined;

const NO_ACCESS = /No such environment, or no access to it/;
const NOT_REACHED = /The server behind \/api did not answer/;
const SIGN_ON = /probably to sign you in/;
const UNREADABLE = /cannot read Qovery’s answer/;

/** The cases of the table in `docs/faults.md`. */
export const FAULTS: readonly Fault[] = [
  {
    name: '401',
    act: status(401),
    says: /refused the (API )?token/,
    ofOne: { says: NO_ACCESS, isOwn: true },
  },
  { name: '403', act: status(403), says: NO_ACCESS, isOwn: true },
  { name: '404', act: status(404), says: NO_ACCESS, isOwn: true },
  { name: '429', act: status(429), says: /Too many requests: Qovery allows the next one in 60 s/, holdsAll: true },
  {
    name: '429 with Retry-After',
    act: status(429, { 'Retry-After': '5' }),
    says: /Too many requests: Qovery allows the next one in 5 s/,
    holdsAll: true,
  },
  { name: '500', act: status(500), says: /Qovery answered 500/ },
  { name: '503', act: status(503), says: /Qovery answered 503/ },
  {
    name: 'no answer at all',
    act: () => new Promise<void>(() => {}),
    says: /did not answer within 20 s/,
    lastsMs: 21_000,
  },
  { name: 'a dropped connection', act: (route) => route.abort('connectionreset'), says: NOT_REACHED },
  { name: 'a refused connection', act: (route) => route.abort('connectionrefused'), says: NOT_REACHED },
  { name: 'a refusal by CORS', act: (route) => route.abort('accessdenied'), says: NOT_REACHED },
  {
    name: 'a redirect',
    act: (route) => route.fulfill({ status: 302, headers: { location: '/login' } }),
    says: SIGN_ON,
  },
  {
    name: 'a redirect to another origin',
    act: (route) => route.fulfill({ status: 302, headers: { location: 'http://elsewhere.example/login' } }),
    says: SIGN_ON,
  },
  {
    name: 'a page of HTML with 200',
    act: (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>Sign in' }),
    says: SIGN_ON,
  },
  { name: 'an empty body', act: status(200), says: UNREADABLE },
  {
    name: 'JSON that is cut off',
    act: (route) => route.fulfill({ contentType: 'application/json', body: '{"results":[{"id":"' }),
    says: UNREADABLE,
  },
  {
    name: 'values of the wrong type',
    act: (route) => route.fulfill(json({ id: 5, state: [], results: [{ id: {}, state: 7 }] })),
    says: UNREADABLE,
  },
  {
    name: 'a body of 10 MB',
    act: async (route) => {
      largeBodies ??= startLargeBodies();
      await route.continue({ url: await largeBodies });
    },
    says: UNREADABLE,
  },
];

export type Broken = {
  /** Sets the fault that answers status requests; without a fault they pass. */
  set(fault: Fault | undefined, reach?: 'one' | 'all'): void;
  /** Returns the number of passed requests that are in flight. */
  readonly underWay: () => number;
};

/** Makes status requests fail on demand: all of them, or those of the source that was requested first. */
export async function breakable(page: Page): Promise<Broken> {
  let fault: Fault | undefined;
  let reach: 'one' | 'all' = 'all';
  let first: string | undefined;
  const passed = new Set<Request>();
  const forget = (request: Request) => void passed.delete(request);
  page.on('requestfinished', forget);
  page.on('requestfailed', forget);
  await page.route(/\/api\/.*\/(status|overview)$/, async (route) => {
    const { pathname } = new URL(route.request().url());
    first ??= pathname;
    if (fault && (reach === 'all' || pathname === first)) await fault.act(route);
    else {
      passed.add(route.request());
      await route.continue();
    }
  });
  return {
    underWay: () => passed.size,
    set(next, reaching = 'all') {
      fault = next;
      reach = reaching;
    },
  };
}
