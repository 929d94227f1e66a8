import type { OrganizationEventResponseList } from 'qovery-typescript-axios';
import { describe, expect, test } from 'vitest';
import { createSimulatedQovery, type SimulationOptions } from '#simulator/simulated-qovery.ts';

const NOW = Date.UTC(2026, 7, 3, 10);
const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

const at = (time: number, options: SimulationOptions = {}) => createSimulatedQovery({ now: () => time, ...options });

async function read<T>(send: typeof fetch, path: string): Promise<T> {
  return (await send(path)).json();
}

type Named = { readonly results: readonly { readonly id: string }[] };
type Statuses = {
  readonly results: readonly { id: string; state: string; last_deployment_id?: string; deployment_status: string }[];
};

const organizationId = async (): Promise<string> => {
  const { results } = await read<Named>(at(NOW), '/organization');
  return results[0]?.id ?? '';
};

const page = async (send: typeof fetch, query = ''): Promise<Required<OrganizationEventResponseList>> =>
  read(send, `/organization/${await organizationId()}/events?${query}`);

const seconds = (time: number): string => String(Math.floor(time / SECOND));
const timesOf = ({ events }: OrganizationEventResponseList) =>
  (events ?? []).map(({ timestamp }) => Date.parse(timestamp ?? ''));

/** All pages, by the links. */
async function everything(send: typeof fetch, query: string) {
  const events = [];
  let next: string | undefined = `/organization/${await organizationId()}/events?${query}`;
  let pages = 0;
  while (next !== undefined) {
    const answer: OrganizationEventResponseList = await read(send, next);
    events.push(...(answer.events ?? []));
    next = answer.links?.next;
    pages += 1;
  }
  return { events, pages };
}

const HOUR_AGO = `fromTimestamp=${seconds(NOW - HOUR)}`;

describe('the events of an organization', () => {
  test('are ten by default, at most 100, newest first', async () => {
    const byDefault = await page(at(NOW));
    expect(byDefault.events).toHaveLength(10);
    const most = await page(at(NOW), 'pageSize=999');
    expect(most.events).toHaveLength(100);
    expect(most.events.slice(0, 10)).toEqual(byDefault.events);
    const times = timesOf(most);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect(times[0]).toBeLessThanOrEqual(NOW);
  });

  test('come in pages that leave none out and repeat none', async () => {
    const recent = `fromTimestamp=${seconds(NOW - HOUR / 4)}`;
    const { events, pages } = await everything(at(NOW), `${recent}&pageSize=7`);
    const all = await everything(at(NOW), `${recent}&pageSize=100`);
    expect(pages).toBeGreaterThan(10);
    expect(events).toEqual(all.events);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
  });

  test('are bounded by epoch seconds', async () => {
    const { events } = await everything(
      at(NOW),
      `fromTimestamp=${seconds(NOW - HOUR)}&toTimestamp=${seconds(NOW - HOUR / 2)}&pageSize=100`,
    );
    const times = timesOf({ events });
    expect(times.length).toBeGreaterThan(10);
    expect(Math.min(...times)).toBeGreaterThanOrEqual(NOW - HOUR);
    expect(Math.max(...times)).toBeLessThanOrEqual(NOW - HOUR / 2);
  });

  test.each([
    ['eventType', 'event_type'],
    ['targetType', 'target_type'],
    ['targetId', 'target_id'],
    ['origin', 'origin'],
    ['triggeredBy', 'triggered_by'],
  ] as const)('are filtered by %s', async (parameter, field) => {
    const all = (await everything(at(NOW), `${HOUR_AGO}&pageSize=100`)).events;
    const wanted = all[3]?.[field] ?? '';
    const { events } = await everything(at(NOW), `${HOUR_AGO}&${new URLSearchParams({ [parameter]: wanted })}`);
    expect(wanted).not.toBe('');
    expect(events).toEqual(all.filter((event) => event[field] === wanted));
    expect(events.length).toBeLessThan(all.length);
  });

  test('are of this organization alone', async () => {
    const { results } = await read<Named>(at(NOW), `/organization/${await organizationId()}/project`);
    const { events } = await everything(at(NOW), `${HOUR_AGO}&pageSize=100`);
    const own = results.map(({ id }) => id);
    expect(events.every((event) => own.includes(event.project_id ?? ''))).toBe(true);
  });
});

test('each change of an environment at rest has an event of that moment, and so has each end of a deployment', async () => {
  let time = NOW;
  const send = createSimulatedQovery({ now: () => time });
  const organization = await organizationId();
  const projects = (await read<Named>(send, `/organization/${organization}/project`)).results;
  const moving = /ING$|QUEUED$/;
  const expected: { id: string; at: number; wasMoving: boolean }[] = [];
  const before = new Map<string, Statuses['results'][number]>();
  const texts = new Map<string, string>();
  const compare = (status: Statuses['results'][number]) => {
    const { id } = status;
    const previous = before.get(id);
    before.set(id, status);
    if (previous === undefined || JSON.stringify(previous) === JSON.stringify(status)) return;
    const wasMoving = moving.test(previous.state);
    const isOver = wasMoving && !moving.test(status.state) && status.state !== 'CANCELED';
    if (!wasMoving || isOver) expected.push({ id, at: time, wasMoving });
  };
  for (time = NOW - HOUR; time <= NOW; time += SECOND) {
    for (const { id } of projects) {
      const text = await (await send(`/project/${id}/environment/status`)).text();
      // Almost every answer is the one before.
      if (text === texts.get(id)) continue;
      texts.set(id, text);
      const { results }: Statuses = JSON.parse(text);
      for (const status of results) compare(status);
    }
  }
  time = NOW;
  const { events } = await everything(send, `${HOUR_AGO}&pageSize=100`);
  const announced = new Set(
    events.map(
      ({ environment_id, timestamp }) => `${environment_id} ${Math.ceil(Date.parse(timestamp ?? '') / SECOND)}`,
    ),
  );
  expect(expected.filter(({ wasMoving }) => wasMoving).length).toBeGreaterThan(10);
  expect(expected.filter(({ wasMoving }) => !wasMoving).length).toBeGreaterThan(10);
  expect(expected.filter(({ id, at }) => !announced.has(`${id} ${at / SECOND}`))).toEqual([]);
}, 60_000);

test('a deployment is requested, queued and ended, for its environment and for each of its services', async () => {
  const { events } = await everything(at(NOW), `${HOUR_AGO}&pageSize=100`);
  const success = events.find((event) => event.event_type === 'DEPLOYED' && event.target_type === 'ENVIRONMENT');
  const same = events.filter((event) => event.change?.includes(JSON.parse(success?.change ?? '{}').execution_id));
  const types = (target: (type: string | undefined) => boolean) =>
    same.filter((event) => target(event.target_type)).map((event) => event.event_type);
  expect(types((type) => type === 'ENVIRONMENT').toReversed()).toEqual(['TRIGGER_DEPLOY', 'DEPLOY_QUEUED', 'DEPLOYED']);
  const services = types((type) => type !== 'ENVIRONMENT');
  expect(services.filter((type) => type === 'DEPLOY_QUEUED').length).toBeGreaterThan(1);
  expect(services.filter((type) => type === 'DEPLOYED').length).toBeGreaterThan(0);
  expect(events.some((event) => event.event_type === 'DEPLOY_FAILED')).toBe(true);
});

describe('by a switch, the feed', () => {
  let fetched: ReturnType<typeof everything> | undefined;
  const usual = () => {
    fetched ??= everything(at(NOW), `${HOUR_AGO}&pageSize=100`);
    return fetched;
  };
  const altered = (feed: string) => everything(at(NOW, { feed: () => feed }), `${HOUR_AGO}&pageSize=100`);

  test.each(['401', '403', '404', '503'])('answers %s, and nothing else does', async (status) => {
    const send = at(NOW, { feed: () => status });
    expect((await send(`/organization/${await organizationId()}/events`)).status).toBe(Number(status));
    expect((await send('/organization')).status).toBe(200);
  });

  test('is late', async () => {
    const { events } = await altered('late:120');
    const all = (await usual()).events;
    expect(events).toEqual(all.filter(({ timestamp }) => Date.parse(timestamp ?? '') <= NOW - 120 * SECOND));
    expect(events.length).toBeLessThan(all.length);
  });

  test('loses about each tenth event', async () => {
    const { events } = await altered('lossy');
    const all = (await usual()).events;
    const texts = new Set(all.map((event) => JSON.stringify(event)));
    expect(events.filter((event) => !texts.has(JSON.stringify(event)))).toEqual([]);
    expect(events.length / all.length).toBeGreaterThan(0.85);
    expect(events.length / all.length).toBeLessThan(0.95);
  });

  test('tells services only', async () => {
    const { events } = await altered('services-only');
    expect(events).toEqual((await usual()).events.filter((event) => event.target_type !== 'ENVIRONMENT'));
    expect(events.length).toBeGreaterThan(10);
  });

  test('lacks its newest event, on the first page alone', async () => {
    expect((await altered('newest-missing')).events).toEqual((await usual()).events.slice(1));
  });

  test('has event types that nobody knows', async () => {
    const { events } = await altered('unknown-types');
    expect(new Set(events.map((event) => event.event_type))).toEqual(new Set(['HIBERNATION_QUEUED']));
  });

  test('leaves out fields', async () => {
    const { events } = await altered('absent-fields');
    for (const field of ['id', 'timestamp', 'event_type', 'environment_id', 'project_id'] as const) {
      const lacking = events.filter((event) => event[field] === undefined).length;
      expect(lacking / events.length).toBeGreaterThan(0.3);
      expect(lacking / events.length).toBeLessThan(0.7);
    }
  });

  test('counts in nanoseconds, both ways', async () => {
    const send = at(NOW, { feed: () => 'nanoseconds' });
    const { events } = await everything(send, `fromTimestamp=${NOW - HOUR}000000&pageSize=100`);
    expect(events.map(({ id }) => id)).toEqual((await usual()).events.map(({ id }) => id));
    expect(events[0]?.timestamp).toMatch(/^\d{19}$/);
    // A time in seconds, read as nanoseconds, lies in 1970: every event is newer.
    expect((await page(send, `fromTimestamp=${seconds(NOW)}`)).events).toHaveLength(10);
    expect((await page(at(NOW), `fromTimestamp=${seconds(NOW + HOUR)}`)).events).toEqual([]);
  });

  test('says that the plan hides earlier events', async () => {
    const cut = await everything(at(NOW, { feed: () => 'limit-reached' }), 'pageSize=100');
    expect(cut.events).toEqual((await usual()).events);
    const last = await page(
      at(NOW, { feed: () => 'limit-reached' }),
      `fromTimestamp=0&toTimestamp=${seconds(NOW - HOUR)}`,
    );
    expect(last).toMatchObject({ organization_max_limit_reached: true, events: [], links: {} });
    expect((await page(at(NOW), HOUR_AGO)).organization_max_limit_reached).toBe(false);
  });

  test('is out of order, and repeats itself', async () => {
    const all = (await usual()).events;
    const shuffled = (await altered('out-of-order')).events;
    expect(shuffled).not.toEqual(all);
    expect(shuffled.toSorted((a, b) => (a.id ?? '').localeCompare(b.id ?? ''))).toEqual(
      all.toSorted((a, b) => (a.id ?? '').localeCompare(b.id ?? '')),
    );
    expect((await altered('duplicates')).events).toEqual(all.flatMap((event) => [event, event]));
  });

  test('takes several switches at once, and a request may ask for its own', async () => {
    const both = await altered('services-only, late:60');
    expect(both.events.length).toBeGreaterThan(0);
    expect(both.events.every((event) => event.target_type !== 'ENVIRONMENT')).toBe(true);
    expect(Math.max(...timesOf(both))).toBeLessThanOrEqual(NOW - 60 * SECOND);
    const own = await page(at(NOW), 'demo=services-only&pageSize=100');
    expect(own.events.every((event) => event.target_type !== 'ENVIRONMENT')).toBe(true);
  });
});

test('8,000 environments have a feed too', async () => {
  const { events } = await page(at(NOW, { environments: 8_000 }), 'pageSize=100');
  expect(events).toHaveLength(100);
});
