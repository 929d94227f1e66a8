import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { type TabMessage, tabMessage } from '#data/tabs/tab-messages.ts';
import type { Failure } from '#domain/environment/failure.ts';
import { NEVER_REQUESTED } from '#domain/polling/source-health.ts';
import { aProject } from '#test/support/poll-sources.ts';

const plan = { movingMs: 10_000, calmMs: 30_000, slowedDown: false };
const STATE = {
  kind: 'state',
  isHidden: false,
  isOver: false,
  plan,
  count: 1,
  moving: 0,
  waitUntil: 0,
  health: [],
  partial: [],
  usesOverview: [],
} satisfies TabMessage;
const source = aProject('p', ['a'], { rank: 'shared', organizationId: 'o' });

/** Returns a message as another tab receives it; undefined when the tab ignores it. */
function receive(message: unknown): unknown {
  const result = v.safeParse(tabMessage, structuredClone(message));
  return result.success ? result.output : undefined;
}

test.each([
  ['subscribe', { kind: 'subscribe', tab: 't', sources: [source], lacks: [source.key] }],
  ['leave', { kind: 'leave', tab: 't' }],
  ['discover', { kind: 'discover' }],
  ['refresh', { kind: 'refresh' }],
  [
    'answer',
    {
      kind: 'answer',
      source,
      requestedAt: 1,
      observedAt: 2,
      via: 'cache',
      statuses: [{ id: 'a', state: 'NEW_STATE', lastDeploymentState: 'DEPLOYED', triggeredBy: 'Ada' }],
      presentIds: ['a', 'b'],
    },
  ],
  [
    'history',
    {
      kind: 'history',
      id: 'a',
      history: [
        {
          id: 'd',
          startedAt: 1,
          durationSeconds: 60,
          state: 'DEPLOYED',
          action: 'DEPLOY',
          origin: 'GIT',
          triggeredBy: 'Ada',
          unread: 1,
        },
      ],
    },
  ],
  ['dismiss', { kind: 'dismiss', id: 'a' }],
  [
    'state',
    { ...STATE, otherPlans: { shared: plan, unknown: plan }, skew: { ms: -5, isCertain: true }, spentUntil: 7 },
  ],
] satisfies [string, TabMessage][])('a tab receives the message `%s` as another tab sent it', (_, message) => {
  expect(receive(message)).toEqual(message);
});

const EVERY_FAILURE = {
  offline: { kind: 'offline' },
  unreachable: { kind: 'unreachable', path: '/api' },
  timeout: { kind: 'timeout', afterMs: 20_000 },
  unauthorized: { kind: 'unauthorized', credential: 'token' },
  gatewayToken: { kind: 'gatewayToken' },
  gatewaySpent: { kind: 'gatewaySpent' },
  gatewayUnreachable: { kind: 'gatewayUnreachable' },
  gatewayUnusable: { kind: 'gatewayUnusable' },
  denied: { kind: 'denied' },
  rateLimited: { kind: 'rateLimited', retryAfterMs: 1 },
  budgetSpent: { kind: 'budgetSpent', retryAfterMs: 1 },
  server: { kind: 'server', status: 503 },
  refused: { kind: 'refused', status: 418 },
  malformed: { kind: 'malformed', at: 'id' },
  signOn: { kind: 'signOn' },
  otherEnvironment: { kind: 'otherEnvironment' },
  missing: { kind: 'missing' },
  // Only the state of several tokens names it, and that state is not broadcast.
} satisfies Record<Exclude<Failure['kind'], 'tokenRefused'>, Failure>;

test.each([...Object.values(EVERY_FAILURE), { kind: 'unauthorized', credential: 'session' } as const])(
  'a follower receives the failure $kind of a source',
  (failure) => {
    const health = [
      ['project:p', { ...NEVER_REQUESTED, requestedAt: 1, failure, failingSince: 1, failures: 1, attempt: 1 }],
    ];
    expect(receive({ ...STATE, health })).toEqual({ ...STATE, health });
  },
);

describe('a tab ignores', () => {
  test.each([
    ['a message of an unknown kind', { kind: 'hello' }],
    ['a message without a kind', {}],
    ['text', 'refresh'],
    ['an answer without statuses', { kind: 'answer', source, requestedAt: 1, observedAt: 2, presentIds: [] }],
    ['an infinite time', { ...STATE, nextAt: Number.POSITIVE_INFINITY }],
    [
      'a source of an unknown kind',
      { kind: 'subscribe', tab: 't', sources: [{ ...source, kind: 'galaxy' }], lacks: [] },
    ],
    ['an unknown rank', { kind: 'subscribe', tab: 't', sources: [{ ...source, rank: 'own' }], lacks: [] }],
  ])('%s', (_, message) => {
    expect(receive({ kind: 'refresh' })).toBeDefined();
    expect(receive(message)).toBeUndefined();
  });
});

test('takes a leader of an older version, which does not say whether its token is refused, for one whose token is valid', () => {
  const { isOver: _, ...older } = STATE;
  expect(receive(older)).toEqual(STATE);
});
