import * as v from 'valibot';
import { eventPage } from '#api/event-schemas.ts';
import { eventKey, type FeedEvent, mayChangeState } from '#domain/polling/change-feed.ts';
import { parseCredential } from '#domain/tokens/credential.ts';
import { createProxy } from './api-proxy.ts';
import { exitWithMessage } from './port.ts';
import { targetOf } from './proxy-target.ts';

const MAX_ORGANIZATIONS = 3;
const WATCH_MS = 240_000;
const EVERY_MS = 10_000;
const HOUR_S = 3_600;

type Options = {
  /** Sends a request to Qovery, with the token. */
  readonly send: typeof fetch;
  readonly print: (line: string) => void;
  readonly wait: (ms: number) => Promise<void>;
  readonly now: () => number;
  readonly watchMs?: number;
};

const organizations = v.object({ results: v.array(v.object({ id: v.string() })) });
const rawTimes = v.object({ events: v.array(v.looseObject({ timestamp: v.optional(v.unknown()) })) });

type Answer = { readonly status: number; readonly body: unknown; readonly headers: Headers };

async function get(send: typeof fetch, path: string): Promise<Answer> {
  const response = await send(`http://localhost${path}`);
  const text = await response.text();
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    body = undefined;
  }
  return { status: response.status, body, headers: response.headers };
}

const eventsPath = (id: string, from?: number): string =>
  `/organization/${id}/events?pageSize=100${from === undefined ? '' : `&fromTimestamp=${from}`}`;

/** The events of an answer; undefined when it is none that the board could read. */
function eventsIn({ status, body }: Answer): readonly FeedEvent[] | undefined {
  const page = v.safeParse(eventPage, body);
  return status === 200 && page.success ? page.output.events : undefined;
}

const timesOf = (events: readonly FeedEvent[]): readonly number[] => events.flatMap(({ at }) => at ?? []);

/** The form of the timestamps, as the server sends them. */
function formOf({ body }: Answer): string {
  const [first] = v.is(rawTimes, body) ? body.events : [];
  const time = first?.timestamp;
  if (typeof time === 'number') return `a number of ${String(time).length} digits`;
  if (typeof time !== 'string') return 'absent';
  return /^\d+$/.test(time) ? `a text of ${time.length} digits` : 'a date';
}

/** An organization whose events may be read. `events` are those of the first answer. */
type Watched = { readonly name: string; readonly id: string; readonly events: readonly FeedEvent[] };

/** Describes one answer: the number of events, their order, their form, and the environments that they name. */
function describe(answer: Answer, events: readonly FeedEvent[], now: number): readonly string[] {
  const times = timesOf(events);
  const isSorted = times.every((at, index) => at <= (times[index - 1] ?? at));
  const of = (passes: (event: FeedEvent) => boolean) => events.filter(passes).length;
  const remaining = answer.headers.get('X-RateLimit-Remaining') ?? 'not sent';
  return [
    `${events.length} events, timestamps: ${formOf(answer)}, newest first: ${isSorted ? 'yes' : 'NO'}`,
    times.length === 0
      ? 'no event has a time'
      : `newest event: ${Math.round((now - Math.max(...times)) / 1_000)} s ago, oldest: ${Math.round((now - Math.min(...times)) / 60_000)} min ago`,
    `events of environments: ${of(({ targetType }) => targetType === 'ENVIRONMENT')}, with an environment id: ${of(({ environmentId }) => environmentId !== undefined)}, that may change a state: ${of(mayChangeState)}`,
    `requests left in this hour: ${remaining}`,
  ];
}

/** Finds whether `fromTimestamp` takes seconds: then no event is older than an hour before the newest. */
async function unitOf(send: typeof fetch, id: string, newestAt: number): Promise<string> {
  const from = Math.floor(newestAt / 1_000) - HOUR_S;
  const events = eventsIn(await get(send, eventsPath(id, from)));
  if (events === undefined) return 'a request with fromTimestamp is refused';
  const times = timesOf(events);
  if (times.length === 0) return 'fromTimestamp in seconds answers nothing';
  return Math.min(...times) >= from * 1_000 ? 'fromTimestamp takes seconds' : 'fromTimestamp does NOT take seconds';
}

/** Requests the newest events every ten seconds, and prints the delay of each new event. */
async function watch({ name, id, events: firstEvents }: Watched, options: Options): Promise<void> {
  const { send, wait, now, watchMs = WATCH_MS } = options;
  const print = (line: string) => options.print(`${name}: ${line}`);
  const seen = new Set(firstEvents.map(eventKey));
  let refused = 0;
  const delays: number[] = [];
  for (let waitedMs = 0; waitedMs < watchMs; waitedMs += EVERY_MS) {
    await wait(EVERY_MS);
    const answer = await get(send, eventsPath(id));
    // The server's clock decides, if the answer has a `Date`.
    const at = Date.parse(answer.headers.get('Date') ?? '') || now();
    const events = eventsIn(answer);
    if (events === undefined) {
      if (refused === 0) print(`a later request has no readable events (HTTP ${answer.status})`);
      refused += 1;
    }
    for (const event of events ?? []) {
      if (seen.has(eventKey(event))) continue;
      seen.add(eventKey(event));
      if (event.at === undefined) continue;
      delays.push(Math.max(0, Math.round((at - event.at) / 1_000)));
      print(`${event.type ?? 'an event without a type'}: came ${delays.at(-1)} s after its time`);
    }
  }
  const worst = Math.max(...delays);
  if (refused > 0) print(`${refused} of ${Math.ceil(watchMs / EVERY_MS)} later requests had no readable events.`);
  if (refused > 0 && delays.length === 0) return;
  print(
    delays.length === 0
      ? 'no new event came. Deploy or restart a service while this command runs, to see how late events are.'
      : `${delays.length} new events, the latest ${worst} s after its time; the board needs 60 s or less. Up to 10 s are this command’s own.`,
  );
}

/**
 * Checks unestablished properties of the change feed with read-only requests: whether the token may read events, their
 * form, and their delay. Prints no token and no name.
 */
export async function checkFeed(options: Options): Promise<void> {
  const { send, print, now } = options;
  const list = await get(send, '/organization');
  const parsed = v.safeParse(organizations, list.body);
  if (list.status !== 200 || !parsed.success) {
    print(`The list of organizations cannot be read: HTTP ${list.status}.`);
    return;
  }
  const watched: Watched[] = [];
  for (const [index, { id }] of parsed.output.results.slice(0, MAX_ORGANIZATIONS).entries()) {
    const answer = await get(send, eventsPath(id));
    const events = eventsIn(answer);
    const name = `Organization ${index + 1}`;
    const readable = events === undefined ? 'may NOT be read' : 'may be read';
    print(`${name}: events ${readable} (HTTP ${answer.status}).`);
    if (events === undefined) continue;
    for (const line of describe(answer, events, now())) print(`  ${line}`);
    const times = timesOf(events);
    if (times.length > 0) print(`  ${await unitOf(send, id, Math.max(...times))}`);
    watched.push({ name, id, events });
  }
  // All at once, so that three organizations take no longer than one.
  await Promise.all(watched.map((organization) => watch(organization, options)));
}

/** Runs the check with the token in QOVERY_API_TOKEN. `bench/run.mjs` calls it. */
export async function main(): Promise<void> {
  const token = parseCredential(process.env.QOVERY_API_TOKEN ?? '');
  if (token.kind !== 'credential') return exitWithMessage('Set QOVERY_API_TOKEN to a Qovery API token.');
  const print = (line: string) => void process.stdout.write(`${line}\n`);
  const wait = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));
  const send = createProxy(targetOf(process.env.QOVERY_API_URL), token.credential);
  print('Checks the change feed with read-only requests, for about five minutes.');
  await checkFeed({ send, print, wait, now: Date.now }).catch((error: unknown) =>
    exitWithMessage(error instanceof Error ? error.message : String(error)),
  );
}
