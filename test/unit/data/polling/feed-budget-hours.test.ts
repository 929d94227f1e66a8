import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeSettings } from '#data/preferences/settings-store.ts';
import { DEFAULT_SETTINGS } from '#domain/settings.ts';
import { type Account, accountOf, LOADS, type Load } from '#test/support/feed-account.ts';
import { FEEDS } from '#test/support/feed-hours.ts';
import { accountServer, sourcesIn } from '#test/support/feed-server.ts';
import {
  HABITS,
  HOUR_MS,
  LIMIT,
  mostInAnHour,
  openTab,
  type Server,
  stubBrowser,
  unstubBrowser,
} from '#test/support/polling-hours.ts';

type Day = {
  readonly projects: number;
  readonly environmentsEach: number;
  readonly load: Load;
  /** `none`: the setting is off, so the board polls as before there was a feed. */
  readonly feed: keyof typeof FEEDS;
  readonly habit: keyof typeof HABITS;
  readonly hours: number;
};

const day = (part: Partial<Day>): Day => ({
  projects: 20,
  environmentsEach: 3,
  load: 'six deployments an hour',
  feed: 'answering',
  habit: 'one tab',
  hours: 2,
  ...part,
});

beforeEach(async () => {
  // Fake timers do not wait for a file.
  await import('#data/polling/organization-feeds.ts');
  stubBrowser();
});
afterEach(() => {
  changeSettings(DEFAULT_SETTINGS);
  unstubBrowser();
});

/** Seconds from each change to the first poll that brings it, from the second hour on, the shortest first. */
function delaysOf({ sources, changes }: Account, { received }: Server, startedAt: number): readonly number[] {
  const pathOf = new Map(sources.flatMap(({ id, environmentIds }) => environmentIds.map((one) => [one, id] as const)));
  const polls = new Map<string, number[]>();
  for (const { path, at } of received) {
    const id = path.split('/')[2] ?? '';
    const times = polls.get(id) ?? [];
    times.push(at - startedAt);
    polls.set(id, times);
  }
  return changes
    .filter(({ at }) => at >= HOUR_MS)
    .flatMap(({ id, at }) => {
      const shownAt = polls.get(pathOf.get(id) ?? '')?.find((polledAt) => polledAt >= at);
      return shownAt === undefined ? [] : [(shownAt - at) / 1_000];
    })
    .toSorted((a, b) => a - b);
}

/** Runs the real poll scheduler, ledger and tabs on an account for some hours. */
async function figuresOf({ habit, feed, hours, ...shape }: Day) {
  stubBrowser();
  changeSettings({ changeFeed: feed === 'none' ? 'off' : 'auto' });
  const account = accountOf({ ...shape, hours });
  const server = accountServer(account, (at) => FEEDS[feed](at, hours));
  const startedAt = performance.now();
  await HABITS[habit]((team) => openTab(sourcesIn(account), server.send, team), hours);
  const delays = delaysOf(account, server, startedAt);
  const delayAt = (share: number) => delays[Math.min(delays.length - 1, Math.floor(delays.length * share))] ?? 0;
  const figures = {
    requests: server.received.length,
    events: server.received.filter(({ path }) => path.includes('/events')).length,
    worstHour: mostInAnHour(server),
    refused: server.refused(),
    changes: delays.length,
    median: delayAt(0.5),
    p95: delayAt(0.95),
    worst: delayAt(1),
  };
  changeSettings(DEFAULT_SETTINGS);
  unstubBrowser();
  stubBrowser();
  return figures;
}

test('shows a change of 60 environments in 20 projects within a minute, and never later than without a feed', {
  timeout: 90_000,
}, async () => {
  const without = await figuresOf(day({ feed: 'none' }));
  const answering = await figuresOf(day({}));
  const refused = await figuresOf(day({ feed: 'refused' }));
  const lossy = await figuresOf(day({ feed: 'lossy' }));
  expect(without).toMatchObject({ events: 0, refused: 0 });
  expect(without.worst).toBeGreaterThan(60);
  expect(answering.changes).toBeGreaterThan(15);
  expect(answering.median).toBeLessThanOrEqual(20);
  expect(answering.worst).toBeLessThanOrEqual(60);
  expect(answering.worstHour).toBeLessThanOrEqual(900);
  // A refused feed costs a request an hour, which shifts the polls by some seconds.
  expect(refused.events).toBeLessThanOrEqual(4);
  expect(refused.requests - refused.events).toBeLessThanOrEqual(without.requests);
  expect(refused.worst).toBeLessThanOrEqual(without.worst + 10);
  expect(lossy.worst).toBeLessThanOrEqual(without.worst);
  for (const { worstHour, refused: rejected } of [answering, refused, lossy]) {
    expect(worstHour).toBeLessThanOrEqual(LIMIT);
    expect(rejected).toBe(0);
  }
});

const SIZES = [
  [1, 8],
  [8, 1],
  [20, 3],
  [60, 1],
  [200, 1],
] as const;
const namesOf = <Name extends string>(record: Readonly<Record<Name, unknown>>) => Object.keys(record) as Name[];
/** BUDGET_HOURS=24 prints the table of so many simulated hours: each size and load in one tab, then other habits. */
const TABLE_HOURS = Number(process.env.BUDGET_HOURS ?? 0);
const TABLE: readonly Day[] = [
  ...SIZES.flatMap(([projects, environmentsEach]) =>
    namesOf(LOADS).map((load) => day({ projects, environmentsEach, load, hours: TABLE_HOURS })),
  ),
  ...(['five tabs', 'a reload each hour'] as const).map((habit) => day({ habit, hours: TABLE_HOURS })),
];

test.each(TABLE_HOURS > 0 ? TABLE : [])(
  'measures the requests and delays of the documentation: $projects projects, $load, $habit',
  { timeout: 7_200_000 },
  async (row) => {
    for (const feed of namesOf(FEEDS)) {
      const { requests, worstHour, refused, changes, median, p95, worst } = await figuresOf({ ...row, feed });
      const size = `${row.projects} × ${row.environmentsEach}`;
      const seconds = [median, p95, worst].map((value) => `${Math.round(value)} s`);
      process.stdout.write(
        `| ${[size, row.load, row.habit, feed, requests, worstHour, changes, ...seconds].join(' | ')} |\n`,
      );
      expect(worstHour).toBeLessThanOrEqual(LIMIT);
      expect(refused).toBe(0);
    }
  },
);

if (TABLE_HOURS > 0)
  test('sends a third of the requests on an idle day of 20 projects', { timeout: 3_600_000 }, async () => {
    const without = await figuresOf(day({ feed: 'none', load: 'calm', hours: 24 }));
    const answering = await figuresOf(day({ load: 'calm', hours: 24 }));
    expect(without.requests).toBeGreaterThan(15_000);
    expect(answering.requests).toBeLessThan(without.requests / 3);
  });

if (TABLE_HOURS > 0)
  test('shows a change of 200 projects within 90 s', { timeout: 3_600_000 }, async () => {
    const { changes, worst, worstHour } = await figuresOf(day({ projects: 200, environmentsEach: 1, hours: 4 }));
    expect(changes).toBeGreaterThan(30);
    expect(worst).toBeLessThanOrEqual(90);
    expect(worstHour).toBeLessThanOrEqual(LIMIT);
  });
