import { describe, expect, test } from 'vitest';
import { LOADS, type Load } from '#test/support/feed-account.ts';
import { type Day, FEEDS, figuresOf } from '#test/support/feed-hours.ts';

/** FEED_HOURS=24 prints the whole table of so many simulated hours. */
const TABLE_HOURS = Number(process.env.FEED_HOURS ?? 0);
const LIMIT = 1_000;
const TODAY = 'none' as const;

const day = (part: Partial<Day>): Day => ({
  projects: 20,
  environmentsEach: 3,
  load: 'six deployments an hour',
  feed: 'answering',
  hours: 4,
  ...part,
});
const loads = Object.keys(LOADS) as Load[];
const feeds = Object.keys(FEEDS) as Day['feed'][];

describe('with an answering feed', () => {
  test('a change of 60 environments in 20 projects shows within a minute, half of them within 20 s', () => {
    const without = figuresOf(day({ feed: TODAY }));
    const { changes, median, worst, worstHour } = figuresOf(day({}));
    expect(without.worst).toBeGreaterThan(60);
    expect(changes).toBeGreaterThan(50);
    expect(median).toBeLessThanOrEqual(20);
    expect(worst).toBeLessThanOrEqual(60);
    expect(worstHour).toBeLessThanOrEqual(900);
  });

  test('a change of 200 projects shows within 90 s', () => {
    const { changes, worst, worstHour } = figuresOf(day({ projects: 200, environmentsEach: 1 }));
    expect(changes).toBeGreaterThan(50);
    expect(worst).toBeLessThanOrEqual(90);
    expect(worstHour).toBeLessThanOrEqual(LIMIT);
  });

  test('20 idle projects cost a third of the requests', () => {
    const without = figuresOf(day({ feed: TODAY, load: 'calm' }));
    const { requests } = figuresOf(day({ load: 'calm' }));
    expect(without.requests).toBeGreaterThan(3_000);
    expect(requests).toBeLessThan(without.requests / 3);
  });
});

test('a refused feed changes no poll, and costs one request an hour', () => {
  const without = figuresOf(day({ feed: TODAY }));
  const refused = figuresOf(day({ feed: 'refused' }));
  expect(refused.requests - without.requests).toBeGreaterThan(0);
  expect(refused.requests - without.requests).toBeLessThanOrEqual(5);
  expect(refused.worst).toBeLessThanOrEqual(without.worst + 1);
});

test('no change is later than the latest without a feed when the feed loses each tenth event', () => {
  const without = figuresOf(day({ feed: TODAY }));
  expect(figuresOf(day({ feed: 'lossy' })).worst).toBeLessThanOrEqual(without.worst);
});

test.each((['a tenth moving', 'all moving'] as const).flatMap((load) => feeds.map((feed) => [load, feed] as const)))(
  'no hour has more than 1,000 requests: %s, feed: %s',
  (load, feed) => {
    const { worstHour, requests } = figuresOf(day({ load, feed, hours: 2 }));
    expect(requests).toBeGreaterThan(300);
    expect(worstHour).toBeLessThanOrEqual(LIMIT);
  },
);

const SIZES = [
  [1, 8],
  [8, 1],
  [20, 3],
  [60, 1],
  [200, 1],
] as const;

const HEAD =
  '| projects × environments | load | feed | requests | worst hour | changes | median | 95th | worst |\n|---|---|---|---|---|---|---|---|---|\n';

function rowOf(one: Day): string {
  const { requests, worstHour, changes, median, p95, worst } = figuresOf(one);
  const seconds = [median, p95, worst].map((value) => `${Math.round(value)} s`);
  const size = `${one.projects} × ${one.environmentsEach}`;
  return `| ${[size, one.load, one.feed, requests, worstHour, changes, ...seconds].join(' | ')} |\n`;
}

test.each(TABLE_HOURS > 0 ? SIZES : [])(
  'the table of %d projects',
  { timeout: 3_600_000 },
  (projects, environmentsEach) => {
    const days = loads.flatMap((load) =>
      feeds.map((feed) => day({ projects, environmentsEach, load, feed, hours: TABLE_HOURS })),
    );
    const rows = days.map(rowOf);
    process.stdout.write(`${HEAD}${rows.join('')}`);
    expect(rows).toHaveLength(days.length);
  },
);
