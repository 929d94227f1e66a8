import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type FeedPlan,
  MEAN_JITTER,
  planWithFeed,
  SLOWEST_TRUSTED_MS,
  type SourceGroup,
} from '#domain/polling/feed-plan.ts';
import { MOVING_MS, planPolling } from '#domain/polling/poll-plan.ts';

const HOUR_MS = 3_600_000;
const KINDS = ['moving', 'untrusted', 'short', 'long'] as const;

type Counts = Readonly<Record<(typeof KINDS)[number], number>>;
const NONE: Counts = { moving: 0, untrusted: 0, short: 0, long: 0 };

/** The groups as the plan without a feed would poll them. */
function groupsOf(counts: Counts, perHour: number, chosenMs = 30_000): readonly SourceGroup[] {
  const calm = counts.untrusted + counts.short + counts.long;
  const { movingMs, calmMs } = planPolling({ moving: counts.moving, calm, chosenMs, perHour });
  return KINDS.map((kind) => ({ kind, count: counts[kind], unaidedMs: kind === 'moving' ? movingMs : calmMs }));
}

function plan(counts: Partial<Counts>, feeds = 1, perHour = 1_000) {
  const { intervalsMs, ...rest } = planWithFeed(groupsOf({ ...NONE, ...counts }, perHour), {
    feeds,
    perHour,
    chosenMs: 30_000,
  });
  const [moving = 0, untrusted = 0, short = 0, long = 0] = intervalsMs.map((ms) => ms / 1_000);
  return { moving, untrusted, short, long, feed: rest.feedMs / 1_000, forward: rest.forwardPerHour };
}

/** Requests an hour: polls with their jitter, feeds, and all polls that events may bring forward, saved ones among them. */
const spentPerHour = (
  groups: readonly SourceGroup[],
  feeds: number,
  { intervalsMs, feedMs, forwardPerHour, savedForwards }: FeedPlan,
) =>
  (groups.reduce((sum, { count }, at) => sum + count / (intervalsMs[at] ?? 0), 0) / MEAN_JITTER + feeds / feedMs) *
    HOUR_MS +
  forwardPerHour +
  savedForwards;

const anyCount = fc.oneof(fc.nat(30), fc.nat(3_000));
const anyCounts: fc.Arbitrary<Counts> = fc.record({
  moving: anyCount,
  untrusted: anyCount,
  short: anyCount,
  long: anyCount,
});
const anyDemand = fc.record({
  counts: anyCounts,
  feeds: fc.nat(12),
  perHour: fc.double({ min: 1, max: 1_000, noNaN: true }),
  chosenMs: fc.integer({ min: 10_000, max: 600_000 }),
});

describe('the plan with a feed', () => {
  test('polls 20 idle projects every 5, then every 15 minutes, and requests the feed every 30 s', () => {
    expect(plan({ short: 20 })).toMatchObject({ short: 300, feed: 30 });
    expect(plan({ long: 20 })).toMatchObject({ long: 900, feed: 30 });
    // 80 polls and 120 feeds an hour; without a feed it is 900.
    const groups = groupsOf({ ...NONE, long: 20 }, 1_000);
    const { intervalsMs, feedMs } = planWithFeed(groups, { feeds: 1, perHour: 1_000, chosenMs: 30_000 });
    expect(20 * (HOUR_MS / (intervalsMs[3] ?? 0)) + HOUR_MS / feedMs).toBe(200);
  });

  test('polls untrusted sources as without a feed, which uses the requests that the jitter leaves', () => {
    const untrusted = plan({ untrusted: 20 });
    expect(untrusted.untrusted).toBe(80);
    expect(untrusted.feed).toBeGreaterThan(60);
    expect(untrusted.feed).toBeLessThan(140);
    expect(untrusted.forward).toBeGreaterThan(5);
    expect(plan({ untrusted: 6 })).toMatchObject({ untrusted: 30, feed: 30 });
  });

  test('polls sources in progress and the feed every 10 s when trusted sources make room', () => {
    expect(plan({ moving: 1, long: 9 })).toMatchObject({ moving: 10, feed: 10, long: 900 });
    expect(plan({ moving: 1, untrusted: 19 })).toMatchObject({ moving: 10, untrusted: 126.667 });
    // Without a feed, two of 60 that move are polled every 14 s, and the others every ten minutes.
    const two = plan({ moving: 2, long: 58 });
    expect(two.moving).toBeLessThan(14);
    expect(two).toMatchObject({ long: 1_800, feed: 30 });
  });

  test('polls trusted sources less often than every 15 minutes only when others need the requests, and every half hour at least', () => {
    expect(plan({ long: 60 }).long).toBe(900);
    const many = plan({ long: 200 });
    expect(many.feed).toBe(30);
    expect(many.long).toBeGreaterThan(900);
    expect(many.long).toBeLessThan(1_200);
    expect(plan({ moving: 20, long: 180 }).long).toBe(1_800);
    expect(plan({ long: 1_000 }).long).toBe(4_000);
  });

  test('reserves polls to bring forward', () => {
    expect(plan({ short: 20 }).forward).toBeGreaterThan(500);
    expect(plan({ long: 200 }).forward).toBeGreaterThan(120);
  });

  test('does not slow an organization down because of others while the budget has room', () => {
    expect(plan({ long: 20 }, 3)).toMatchObject({ long: 900, feed: 30 });
    expect(plan({ untrusted: 20 }, 3).feed).toBeLessThan(360);
    expect(plan({ untrusted: 20 }, 0)).toMatchObject({ untrusted: 80, feed: Number.POSITIVE_INFINITY });
  });

  test('requests no feed when the budget has no room for it', () => {
    expect(plan({ untrusted: 20 }, 12)).toMatchObject({ untrusted: 80, feed: Number.POSITIVE_INFINITY });
    expect(plan({ untrusted: 1 }, 1, 0)).toMatchObject({ feed: Number.POSITIVE_INFINITY, forward: 0 });
  });

  test('requests the feed at the user’s interval, and three times as often while a source is in progress', () => {
    const feedOf = (chosenMs: number, counts: Partial<Counts>) =>
      planWithFeed(groupsOf({ ...NONE, ...counts }, 1_000, chosenMs), { feeds: 1, perHour: 1_000, chosenMs }).feedMs;
    expect(feedOf(10_000, { long: 2 })).toBe(10_000);
    expect(feedOf(300_000, { long: 2 })).toBe(300_000);
    expect(feedOf(300_000, { long: 2, moving: 1 })).toBe(100_000);
    expect(feedOf(600_000, { long: 2, moving: 1 })).toBe(200_000);
  });

  test('has no limit behind a gateway, which limits the hour itself', () => {
    expect(plan({ moving: 5, short: 300, long: 300 }, 2, Number.POSITIVE_INFINITY)).toEqual({
      moving: 10,
      untrusted: 30,
      short: 300,
      long: 900,
      feed: 10,
      forward: Number.POSITIVE_INFINITY,
    });
  });
});

test('never uses more than nine tenths of the budget, including feeds and polls brought forward', () => {
  fc.assert(
    fc.property(anyDemand, ({ counts, feeds, perHour, chosenMs }) => {
      const groups = groupsOf(counts, perHour, chosenMs);

      expect(spentPerHour(groups, feeds, planWithFeed(groups, { feeds, perHour, chosenMs }))).toBeLessThanOrEqual(
        0.9 * perHour * (1 + 1e-9),
      );
    }),
    { numRuns: 2_000 },
  );
});

test('never polls an untrusted source less often than without a feed, and a trusted one never more often', () => {
  fc.assert(
    fc.property(anyDemand, ({ counts, feeds, perHour, chosenMs }) => {
      const groups = groupsOf(counts, perHour, chosenMs);
      const { intervalsMs } = planWithFeed(groups, { feeds, perHour, chosenMs });

      groups.forEach(({ kind, unaidedMs }, at) => {
        const ms = intervalsMs[at] ?? Number.NaN;
        if (kind === 'untrusted') expect(ms).toBe(unaidedMs);
        if (kind === 'moving') expect(ms).toBeLessThanOrEqual(unaidedMs);
        if (kind === 'short' || kind === 'long') {
          expect(ms).toBeGreaterThanOrEqual(unaidedMs);
          expect(ms).toBeLessThanOrEqual(Math.max(unaidedMs, SLOWEST_TRUSTED_MS));
        }
        expect(ms).toBeGreaterThanOrEqual(MOVING_MS);
      });
    }),
    { numRuns: 1_000 },
  );
});

test('never slows the feed down when one more source is trusted', () => {
  fc.assert(
    fc.property(anyDemand, ({ counts, perHour, chosenMs }) => {
      fc.pre(counts.untrusted > 0);
      const feedOf = (some: Counts) =>
        planWithFeed(groupsOf(some, perHour, chosenMs), { feeds: 1, perHour, chosenMs }).feedMs;

      const trusting = { ...counts, untrusted: counts.untrusted - 1, short: counts.short + 1 };
      expect(feedOf(trusting)).toBeLessThanOrEqual(feedOf(counts) + 1);
    }),
    { numRuns: 1_000 },
  );
});

const anyNumber = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(0, -1, Number.NaN, Infinity, -Infinity));

const anyRubbish = fc.record({ feeds: anyNumber, perHour: anyNumber, chosenMs: anyNumber });

test('returns usable intervals for any input', () => {
  const anyGroup = fc.record({ count: anyNumber, unaidedMs: anyNumber, kind: fc.constantFrom(...KINDS) });
  fc.assert(
    fc.property(fc.array(anyGroup, { maxLength: 8 }), anyRubbish, (groups, budget) => {
      const { intervalsMs, feedMs, forwardPerHour } = planWithFeed(groups, budget);

      expect(intervalsMs).toHaveLength(groups.length);
      for (const ms of intervalsMs) expect(ms).toBeGreaterThanOrEqual(MOVING_MS);
      expect(feedMs).toBeGreaterThanOrEqual(MOVING_MS);
      expect(forwardPerHour).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 1_000 },
  );
});
