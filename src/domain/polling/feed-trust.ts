import type { EnvironmentStatus } from '#domain/environment/status.ts';
import { isMoving, toneOf } from '#domain/environment/tone.ts';
import type { FeedEvent } from './change-feed.ts';

/**
 * The trust in the change feed for one source.
 *
 * `unknown`: nothing was compared. `agreed`: polls and feed agree, for less than five minutes. `trusted`: they have
 * agreed for longer, so the source may be polled less often. `broken`: a change was not announced in time; for an hour
 * the source is polled as without a feed. Allowed steps: unknown → agreed → trusted, any → broken, broken → unknown,
 * and trusted → agreed after a gap in the feed's answers.
 */
export type SourceTrust = {
  readonly state: 'unknown' | 'agreed' | 'trusted' | 'broken';
  /** Epoch milliseconds: when the agreement began, or the trust was broken. */
  readonly since: number;
  /** Polls that agreed since then. */
  readonly agreements: number;
  /** True when the feed has announced at least one event of this source. */
  readonly isCovered: boolean;
  /** When the feed last announced an event of this source. */
  readonly announcedAt: number | undefined;
  /** When a poll found a change that the feed has not announced yet. */
  readonly openFindingAt: number | undefined;
  readonly evidence: Evidence;
};

/** Counts for the user: polls that agreed, changes that the feed announced in time, and changes that it did not. */
type Evidence = { readonly agreed: number; readonly announced: number; readonly unannounced: number };

export const NO_TRUST: SourceTrust = {
  state: 'unknown',
  since: Number.NEGATIVE_INFINITY,
  agreements: 0,
  isCovered: false,
  announcedAt: undefined,
  openFindingAt: undefined,
  evidence: { agreed: 0, announced: 0, unannounced: 0 },
};

/** Milliseconds within which the feed must announce a change. */
export const ANNOUNCE_WITHIN_MS = 60_000;
/** An agreement of this length is trust, in milliseconds. */
export const AGREEMENT_MS = 300_000;
/** Milliseconds after which broken trust can be earned again. */
export const BROKEN_MS = 3_600_000;
/** Number of polls that must agree before a source without any announced event is trusted. */
const SILENT_AGREEMENTS = 2;

type PollFinding = {
  /** When the poll was requested, and the poll before it. */
  readonly at: number;
  readonly previousAt: number;
  readonly isChanged: boolean;
  /** True when the feed answered without a gap between the two polls. */
  readonly wasFeedLive: boolean;
};

/**
 * Returns the trust after a poll was compared with the poll before. A comparison across a gap in the feed proves
 * nothing.
 */
export function trustAfterPoll(
  trust: SourceTrust,
  { at, previousAt, isChanged, wasFeedLive }: PollFinding,
): SourceTrust {
  if (!wasFeedLive || trust.state === 'broken') return trust;
  if (!isChanged) return agree(trust, at, { agreed: 1, announced: 0 });
  const wasAnnounced = trust.announcedAt !== undefined && trust.announcedAt >= previousAt - ANNOUNCE_WITHIN_MS;
  if (wasAnnounced) return agree(trust, at, { agreed: 1, announced: 1 });
  return { ...trust, openFindingAt: trust.openFindingAt ?? at };
}

type FeedFinding = {
  /** When the feed's answer was requested. */
  readonly at: number;
  /** `none`: no new event of this source. `late`: an event that an answer a minute before should have announced. */
  readonly announced: 'none' | 'inTime' | 'late';
  /** The answer does not continue the one before: it proves neither a late event nor a missing one. */
  readonly isHistory: boolean;
  /** For a history: true when its events match the last deployments that the polls found. */
  readonly matchesHistory: boolean;
  /** True when the feed has announced events of any source of this organization. */
  readonly isProven: boolean;
};

/** Returns how timely the new events of one source are; `previousAt` is when the answer before was requested. */
export function timelinessOf(events: readonly FeedEvent[], previousAt: number | undefined): FeedFinding['announced'] {
  if (events.length === 0) return 'none';
  const dueAt = (previousAt ?? Number.NEGATIVE_INFINITY) - ANNOUNCE_WITHIN_MS;
  return events.some(({ at }) => at !== undefined && at < dueAt) ? 'late' : 'inTime';
}

/** Returns the trust after an answer of the feed. Call it for each source, including sources without an event. */
export function trustAfterFeed(trust: SourceTrust, finding: FeedFinding): SourceTrust {
  const { at, announced, isHistory, matchesHistory, isProven } = finding;
  const covered: SourceTrust =
    announced === 'none' ? trust : { ...trust, isCovered: true, ...(!isHistory && { announcedAt: at }) };
  if (trust.state === 'broken') return isBrokenAt(trust, at) ? covered : { ...covered, state: 'unknown' };
  if (isHistory) return afterHistory(covered, at, matchesHistory);
  if (announced === 'late') return broken(covered, at);
  const { openFindingAt } = trust;
  if (openFindingAt !== undefined) {
    if (announced === 'inTime') return agree({ ...covered, openFindingAt: undefined }, at, { agreed: 0, announced: 1 });
    return at >= openFindingAt + ANNOUNCE_WITHIN_MS ? broken(covered, at) : covered;
  }
  return isLongAgreed(covered, at, isProven) ? { ...covered, state: 'trusted' } : covered;
}

/**
 * True while the hour of a broken trust lasts. A break in the future means that the clock was set back: its hour must
 * not last until that time.
 */
export const isBrokenAt = ({ state, since }: SourceTrust, at: number): boolean =>
  state === 'broken' && Math.abs(at - since) < BROKEN_MS;

/** How much less often a source may be polled: not at all, up to five minutes, or up to fifteen. */
export type TrustLevel = 'none' | 'short' | 'long';

/** After this long an agreement, in milliseconds, a source may be polled every fifteen minutes. */
const LONG_AGREEMENT_MS = 3_600_000;
/** Number of sources with broken trust that proves the feed itself unreliable. */
const DOUBTFUL_BREAKS = 2;

/**
 * Returns the level of each source by its key. All are `none` while the feed does not answer, or after it failed two
 * sources.
 */
export function trustLevels(
  trusts: ReadonlyMap<string, SourceTrust>,
  { isLive, now }: { readonly isLive: boolean; readonly now: number },
): ReadonlyMap<string, TrustLevel> {
  const breaks = [...trusts.values()].filter(({ state }) => state === 'broken').length;
  const isReliable = isLive && breaks < DOUBTFUL_BREAKS;
  return new Map([...trusts].map(([key, trust]) => [key, isReliable ? levelOf(trust, now) : 'none']));
}

function levelOf({ state, since, isCovered, openFindingAt }: SourceTrust, now: number): TrustLevel {
  if (state !== 'trusted' || openFindingAt !== undefined) return 'none';
  return isCovered && now - since >= LONG_AGREEMENT_MS ? 'long' : 'short';
}

/**
 * True when a poll found another state, deployment or configuration of an environment that was at rest before. A moving
 * environment is polled every ten seconds, and no event announces its passing states: its changes prove nothing.
 */
export function isChangedAtRest(before: readonly EnvironmentStatus[], after: readonly EnvironmentStatus[]): boolean {
  const previousById = new Map(before.map((status) => [status.id, status]));
  return (
    after.length !== before.length ||
    after.some((status) => {
      const previous = previousById.get(status.id);
      return previous === undefined || (!isMoving(toneOf(previous.state)) && !isSame(previous, status));
    })
  );
}

const isSame = (a: EnvironmentStatus, b: EnvironmentStatus): boolean =>
  a.state === b.state &&
  a.lastDeploymentState === b.lastDeploymentState &&
  a.lastDeploymentId === b.lastDeploymentId &&
  a.lastDeploymentAt === b.lastDeploymentAt &&
  a.configuration === b.configuration;

function agree(trust: SourceTrust, at: number, { agreed, announced }: Omit<Evidence, 'unannounced'>): SourceTrust {
  const { evidence, agreements } = trust;
  return {
    ...trust,
    ...(trust.state === 'unknown' && { state: 'agreed', since: at }),
    agreements: agreements + agreed,
    evidence: { ...evidence, agreed: evidence.agreed + agreed, announced: evidence.announced + announced },
  };
}

const broken = (trust: SourceTrust, at: number): SourceTrust => ({
  ...trust,
  state: 'broken',
  since: at,
  agreements: 0,
  openFindingAt: undefined,
  evidence: { ...trust.evidence, unannounced: trust.evidence.unannounced + 1 },
});

/** After a gap, the agreement starts again, and a change during the gap does not count against the feed. */
function afterHistory(trust: SourceTrust, at: number, matchesHistory: boolean): SourceTrust {
  const open = { ...trust, openFindingAt: undefined };
  if (trust.state !== 'unknown') return { ...open, state: 'agreed', since: at, agreements: 0 };
  return matchesHistory ? agree(open, at, { agreed: 1, announced: 0 }) : open;
}

const isLongAgreed = ({ state, since, isCovered, agreements }: SourceTrust, at: number, isProven: boolean): boolean =>
  state === 'agreed' && at - since >= AGREEMENT_MS && (isCovered || (isProven && agreements >= SILENT_AGREEMENTS));
