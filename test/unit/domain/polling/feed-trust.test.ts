import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EnvironmentStatus } from '#domain/environment/status.ts';
import {
  AGREEMENT_MS,
  ANNOUNCE_WITHIN_MS,
  BROKEN_MS,
  isChangedAtRest,
  NO_TRUST,
  type SourceTrust,
  timelinessOf,
  trustAfterFeed,
  trustAfterPoll,
  trustLevels,
} from '#domain/polling/feed-trust.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Any moment: the numbers below are minutes after it. */
const NOW = Date.UTC(2026, 7, 3, 10);

type Part = { readonly isChanged?: boolean; readonly wasFeedLive?: boolean; readonly previously?: number };

/** A poll at `minute`, a minute after the poll before. */
const poll = (trust: SourceTrust, minute: number, part: Part = {}): SourceTrust =>
  trustAfterPoll(trust, {
    at: NOW + minute * MINUTE,
    previousAt: NOW + (part.previously ?? minute - 1) * MINUTE,
    isChanged: part.isChanged ?? false,
    wasFeedLive: part.wasFeedLive ?? true,
  });

type Announced = {
  readonly announced?: 'none' | 'inTime' | 'late';
  readonly isHistory?: boolean;
  readonly isProven?: boolean;
};

const feed = (
  trust: SourceTrust,
  minute: number,
  { announced = 'none', isHistory = false, isProven = true }: Announced = {},
) => trustAfterFeed(trust, { at: NOW + minute * MINUTE, announced, isHistory, matchesHistory: isHistory, isProven });

/** A source whose polls and feed agree each minute, from `from` to `to`. */
function agreeing(trust: SourceTrust, from: number, to: number, announced: Announced = {}): SourceTrust {
  let after = trust;
  for (let minute = from; minute <= to; minute += 1) after = feed(poll(after, minute), minute, announced);
  return after;
}

const levelAt = (trust: SourceTrust, minute: number, isLive = true) =>
  trustLevels(new Map([['a', trust]]), { isLive, now: NOW + minute * MINUTE }).get('a');

const TRUSTED = agreeing(feed(NO_TRUST, 0, { isHistory: true, announced: 'inTime' }), 1, 6);

describe('trust', () => {
  test('does not exist at first, and is not earned by silence alone', () => {
    expect(levelAt(NO_TRUST, 0)).toBe('none');
    const silent = agreeing(NO_TRUST, 1, 600, { isProven: false });
    expect(silent).toMatchObject({ state: 'agreed', isCovered: false });
    expect(levelAt(silent, 600)).toBe('none');
  });

  test('is earned after five minutes in which polls and a proven feed agreed', () => {
    const silent = agreeing(NO_TRUST, 1, 5);
    expect([silent.state, levelAt(silent, 5)]).toEqual(['agreed', 'none']);
    const trusted = agreeing(silent, 6, 6);
    expect([trusted.state, levelAt(trusted, 6)]).toEqual(['trusted', 'short']);
  });

  test('needs two agreeing polls when the feed never announced an event of the source', () => {
    const once = feed(poll(NO_TRUST, 1), 60);
    expect(once.state).toBe('agreed');
    expect(feed(poll(once, 61), 61).state).toBe('trusted');
  });

  test('is earned five minutes after a matching history, without a poll in between', () => {
    const begun = feed(NO_TRUST, 0, { isHistory: true, announced: 'inTime' });
    expect(begun).toMatchObject({ state: 'agreed', isCovered: true, evidence: { agreed: 1 } });
    expect(feed(begun, 4.9).state).toBe('agreed');
    expect(feed(begun, 5).state).toBe('trusted');
  });

  test('grows after an hour when the feed has announced an event of the source', () => {
    expect(levelAt(TRUSTED, 59.9)).toBe('short');
    expect(levelAt(TRUSTED, 60)).toBe('long');
    expect(levelAt(agreeing(NO_TRUST, 1, 600), 600)).toBe('short');
  });

  test('has no effect while the feed does not answer', () => {
    expect(levelAt(TRUSTED, 70, true)).toBe('long');
    expect(levelAt(TRUSTED, 70, false)).toBe('none');
  });

  test('starts again after a gap in the answers', () => {
    const after = feed(TRUSTED, 20, { isHistory: true });
    expect(after).toMatchObject({ state: 'agreed', since: NOW + 20 * MINUTE, agreements: 0 });
    expect(feed(after, 26).state).toBe('trusted');
  });
});

describe('a change that a poll finds', () => {
  test('agrees with the feed when the feed announced it before the poll', () => {
    const announced = feed(TRUSTED, 10, { announced: 'inTime' });
    const after = poll(announced, 10.1, { isChanged: true, previously: 6 });
    expect(after).toMatchObject({
      state: 'trusted',
      openFindingAt: undefined,
      evidence: { announced: 1, unannounced: 0 },
    });
  });

  test('agrees with the feed when the feed announces it within a minute, and slows no poll down until then', () => {
    const found = poll(TRUSTED, 10, { isChanged: true, previously: 6 });
    expect(levelAt(found, 10)).toBe('none');
    const announced = feed(found, 10.9, { announced: 'inTime' });
    expect(announced).toMatchObject({
      state: 'trusted',
      openFindingAt: undefined,
      evidence: { announced: 1, unannounced: 0 },
    });
    expect(levelAt(announced, 10.9)).toBe('short');
  });

  test('ends the trust for an hour when the feed does not announce it within a minute', () => {
    const found = poll(TRUSTED, 10, { isChanged: true, previously: 6 });
    expect(feed(found, 10.9).state).toBe('trusted');
    const after = feed(found, 11);
    expect(after).toMatchObject({ state: 'broken', evidence: { unannounced: 1 } });
    expect(levelAt(after, 11)).toBe('none');
    expect(agreeing(after, 12, 70).state).toBe('broken');
    expect(agreeing(after, 12, 71).state).toBe('unknown');
    expect(levelAt(agreeing(after, 12, 76), 76)).toBe('none');
    expect(levelAt(agreeing(after, 12, 77), 77)).toBe('short');
  });

  test('proves nothing when the feed did not answer without a gap', () => {
    expect(poll(TRUSTED, 10, { isChanged: true, wasFeedLive: false })).toBe(TRUSTED);
    const found = poll(TRUSTED, 10, { isChanged: true, previously: 6 });
    expect(feed(found, 30, { isHistory: true })).toMatchObject({ state: 'agreed', openFindingAt: undefined });
  });

  test('counts as announced when the status lagged behind the event', () => {
    const announced = feed(TRUSTED, 10, { announced: 'inTime' });
    const unchanged = poll(announced, 10.1, { previously: 6 });
    expect(poll(unchanged, 10.3, { isChanged: true, previously: 10.1 }).evidence).toMatchObject({ announced: 1 });
  });
});

test('an event ends the trust when an answer a minute before should have announced it', () => {
  expect(feed(TRUSTED, 10, { announced: 'late' })).toMatchObject({ state: 'broken', evidence: { unannounced: 1 } });
});

test.each([
  ['no event', [], NOW, 'none'],
  ['an event since the answer before', [{ at: NOW + 1 }], NOW, 'inTime'],
  ['an event a minute older', [{ at: NOW - MINUTE }], NOW, 'inTime'],
  ['an event older than that', [{ at: NOW + 1 }, { at: NOW - MINUTE - 1 }], NOW, 'late'],
  ['an event without a time', [{}], NOW, 'inTime'],
  ['an old event of a history', [{ at: 0 }], undefined, 'inTime'],
] as const)('the timeliness is right for %s', (_, events, previousAt, announced) => {
  expect(timelinessOf(events, previousAt)).toBe(announced);
});

test('a break has ended when it lies a day ahead after the clock was set back', () => {
  const broken = feed(TRUSTED, 24 * 60, { announced: 'late' });
  expect(feed(broken, 24 * 60 + 30).state).toBe('broken');
  expect(feed(broken, 10).state).toBe('unknown');
});

test('trust ends for all sources when two sources have broken trust', () => {
  const broken = feed(TRUSTED, 10, { announced: 'late' });
  const levels = (...trusts: readonly SourceTrust[]) => [
    ...trustLevels(new Map(trusts.map((trust, n) => [String(n), trust])), {
      isLive: true,
      now: NOW + 11 * MINUTE,
    }).values(),
  ];
  expect(levels(TRUSTED, TRUSTED, broken)).toEqual(['short', 'short', 'none']);
  expect(levels(TRUSTED, broken, broken)).toEqual(['none', 'none', 'none']);
});

const status = (part: Partial<EnvironmentStatus> = {}): EnvironmentStatus => ({
  id: 'e-1',
  state: 'DEPLOYED',
  lastDeploymentState: 'DEPLOYED',
  lastDeploymentId: 'd-1',
  configuration: 'UP_TO_DATE',
  ...part,
});

test.each([
  ['the same', status(), status({ triggeredBy: 'Ada', durationSeconds: 3 }), false],
  ['another state', status(), status({ state: 'BUILDING' }), true],
  ['another deployment of the same state', status(), status({ lastDeploymentId: 'd-2' }), true],
  ['another configuration', status(), status({ configuration: 'OUT_OF_DATE' }), true],
  ['another environment', status(), status({ id: 'e-2' }), true],
  ['the next state of a moving one', status({ state: 'BUILDING' }), status({ state: 'DEPLOYING' }), false],
  ['the end of a moving one', status({ state: 'DEPLOYING' }), status(), false],
  ['a state that nobody knows, which counts as moving', status({ state: 'HIBERNATING' }), status(), false],
])('%s: a change at rest is %j → %j → %s', (_, before, after, isChanged) => {
  expect(isChangedAtRest([before], [after])).toBe(isChanged);
});

test('an added or removed environment is a change', () => {
  expect(isChangedAtRest([status()], [status(), status({ id: 'e-2' })])).toBe(true);
  expect(isChangedAtRest([status()], [])).toBe(true);
});

type Step =
  | { readonly kind: 'poll'; readonly afterMs: number; readonly isChanged: boolean; readonly wasFeedLive: boolean }
  | {
      readonly kind: 'feed';
      readonly afterMs: number;
      readonly announced: 'none' | 'inTime' | 'late';
      readonly isHistory: boolean;
    };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('poll' as const),
    afterMs: fc.nat(20 * MINUTE),
    isChanged: fc.boolean(),
    wasFeedLive: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('feed' as const),
    afterMs: fc.nat(20 * MINUTE),
    announced: fc.constantFrom('none' as const, 'inTime' as const, 'late' as const),
    isHistory: fc.boolean(),
  }),
);

const ALLOWED: Readonly<Record<SourceTrust['state'], readonly SourceTrust['state'][]>> = {
  unknown: ['unknown', 'agreed', 'broken'],
  agreed: ['agreed', 'trusted', 'broken'],
  trusted: ['trusted', 'agreed', 'broken'],
  broken: ['broken', 'unknown'],
};

/** Runs steps, and hands out each trust with the one before it. */
function run(steps: readonly Step[], see: (before: SourceTrust, after: SourceTrust, now: number, step: Step) => void) {
  let trust = NO_TRUST;
  let now = NOW;
  let polledAt = NOW;
  for (const step of steps) {
    now += step.afterMs;
    const before = trust;
    if (step.kind === 'poll') {
      trust = trustAfterPoll(before, { ...step, at: now, previousAt: polledAt });
      polledAt = now;
    } else {
      trust = trustAfterFeed(before, { ...step, at: now, matchesHistory: step.isHistory, isProven: true });
    }
    see(before, trust, now, step);
  }
}

test('takes only the allowed steps, and never loses evidence, for any polls and events', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 60 }), (steps) => {
      run(steps, (before, after) => {
        expect(ALLOWED[before.state]).toContain(after.state);
        for (const kind of ['agreed', 'announced', 'unannounced'] as const)
          expect(after.evidence[kind]).toBeGreaterThanOrEqual(before.evidence[kind]);
      });
    }),
    { numRuns: 1_000 },
  );
});

test('slows no poll down within five minutes of a start, an hour of a break, or an open finding, for any polls and events', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 60 }), (steps) => {
      let brokenAt = Number.NEGATIVE_INFINITY;
      let begunAt = NOW;
      run(steps, (before, after, now) => {
        if (after.state === 'broken' && before.state !== 'broken') brokenAt = now;
        if (after.state === 'agreed' && before.state !== 'agreed') begunAt = now;
        const level = trustLevels(new Map([['a', after]]), { isLive: true, now }).get('a');

        if (level === 'none') return;
        expect(now - brokenAt).toBeGreaterThanOrEqual(BROKEN_MS + AGREEMENT_MS);
        expect(now - begunAt).toBeGreaterThanOrEqual(AGREEMENT_MS);
        expect(after.openFindingAt).toBeUndefined();
      });
    }),
    { numRuns: 1_000 },
  );
});

test('ends the trust with the next answer when no event announces a change within a minute, in any state before', () => {
  fc.assert(
    fc.property(
      fc.array(anyStep, { maxLength: 40 }),
      fc.integer({ min: ANNOUNCE_WITHIN_MS, max: HOUR }),
      (steps, waitMs) => {
        let trust = NO_TRUST;
        let now = NOW;
        run(steps, (_, after, at) => {
          trust = after;
          now = at;
        });
        fc.pre(trust.state === 'trusted');
        const foundAt = now + 2 * MINUTE;
        const found = trustAfterPoll(trust, {
          at: foundAt,
          previousAt: (trust.announcedAt ?? now) + ANNOUNCE_WITHIN_MS + 1,
          isChanged: true,
          wasFeedLive: true,
        });
        const after = trustAfterFeed(found, {
          at: foundAt + waitMs,
          announced: 'none',
          isHistory: false,
          matchesHistory: false,
          isProven: true,
        });

        expect(after.state).toBe('broken');
      },
    ),
    { numRuns: 300 },
  );
});
