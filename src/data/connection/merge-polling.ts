import type { FeedState } from '#domain/polling/feed-state.ts';
import type { PollingState } from '#domain/polling/polling-state.ts';
import { failureOf } from '#domain/polling/source-health.ts';
import type { TokenName } from '#domain/tokens/token-routing.ts';

/** A shared object, so that the card of a source that fails again does not re-render. */
const TOKEN_REFUSED = { kind: 'tokenRefused' } as const;

type Part = TokenName & { readonly poller: { readonly getSnapshot: () => PollingState } };

/** Returns the health with refused tokens named: a token's other sources tell a refusal from a denied environment. */
const withRefusals = ({ health }: PollingState): PollingState['health'] =>
  new Map(
    [...health].map(([key, record]) => {
      const failure = failureOf(record, health);
      return [key, { ...record, failure: failure?.kind === 'unauthorized' ? TOKEN_REFUSED : failure }] as const;
    }),
  );

type Counted = { [Key in keyof FeedState]-?: FeedState[Key] extends number ? Key : never }[keyof FeedState];

/** Adds up the feeds of all tokens. The sources of a token without a feed have the intervals of its plan. */
function mergeFeeds(pollings: readonly PollingState[]): FeedState | undefined {
  const feeds = pollings.flatMap(({ feed }) => feed ?? []);
  if (feeds.length === 0) return undefined;
  const sum = (key: Counted) => feeds.reduce((total, feed) => total + feed[key], 0);
  const longest = (times: readonly (number | undefined)[]) => Math.max(0, ...times.map((ms) => ms ?? 0));
  const planned = pollings.map(({ feed, plan }) => {
    const isPlanned = feed !== undefined && feed.changesMs > 0;
    return isPlanned ? feed : { changesMs: plan.calmMs, slowestMs: plan.calmMs };
  });
  return {
    organizations: sum('organizations'),
    answering: sum('answering'),
    refused: sum('refused'),
    since: longest(feeds.map(({ since }) => since)) || undefined,
    sources: sum('sources'),
    trusted: sum('trusted'),
    agreed: sum('agreed'),
    announced: sum('announced'),
    unannounced: sum('unannounced'),
    feedMs: longest(feeds.map(({ feedMs }) => feedMs)) || undefined,
    changesMs: longest(planned.map(({ changesMs }) => changesMs)),
    slowestMs: longest(planned.map(({ slowestMs }) => slowestMs)),
    intervals: feeds.flatMap(({ intervals }) => intervals),
  };
}

/** Merges the states of all tokens: the slowest plan, the next request, and `ended` when every token is refused. */
export function mergePollingStates(parts: readonly Part[]): PollingState {
  const all = parts.map(({ key, poller }) => ({ key, polling: poller.getSnapshot() }));
  const busy = all.filter(({ polling }) => polling.sources.length > 0);
  const pollings = (busy.length > 0 ? busy : all).map(({ polling }) => polling);
  const plans = pollings.map(({ plan }) => plan);
  const nextAt = Math.min(...pollings.map((one) => one.nextAt ?? Number.POSITIVE_INFINITY));
  return {
    phase: pollings.find(({ phase }) => phase !== 'ended')?.phase ?? 'ended',
    plan: {
      movingMs: Math.max(...plans.map(({ movingMs }) => movingMs)),
      calmMs: Math.max(...plans.map(({ calmMs }) => calmMs)),
      slowedDown: plans.some(({ slowedDown }) => slowedDown),
    },
    sources: pollings.flatMap(({ sources }) => sources),
    count: pollings.reduce((sum, { count }) => sum + count, 0),
    moving: pollings.reduce((sum, { moving }) => sum + moving, 0),
    health: new Map(pollings.flatMap((polling) => [...withRefusals(polling)])),
    nextAt: Number.isFinite(nextAt) ? nextAt : undefined,
    expectsMore: pollings.some(({ expectsMore }) => expectsMore),
    plans: new Map(
      pollings.flatMap(({ sources, plan, plans: own }) =>
        sources.map(({ key }) => [key, own?.get(key) ?? plan] as const),
      ),
    ),
    feed: mergeFeeds(pollings),
    isHourSpent: pollings.some(({ isHourSpent }) => isHourSpent),
    ended: all.flatMap(({ key, polling }) => (polling.phase === 'ended' ? [key] : [])),
  };
}
