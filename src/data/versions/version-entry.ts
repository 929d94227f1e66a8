import { lacksDeployed, NO_ANSWER, rememberDeployed, type VersionAnswer } from '#domain/versions/version-answer.ts';
import {
  areServicesDue,
  areStatesDue,
  type SentRequest,
  type VersionRequest,
} from '#domain/versions/version-request.ts';
import type { CommitLists } from './commit-lists.ts';

/**
 * The requests about one environment, in the order in which the spare budget is spent. `neededStates` are the states of an
 * environment whose deployed versions are not known without them.
 */
export const PARTS = ['services', 'neededStates', 'history', 'states'] as const;
export type Part = (typeof PARTS)[number];

/** The versions and states of one environment, and the requests that fetched them. */
export type Entry = {
  readonly answer: VersionAnswer;
  readonly servicesSent: SentRequest | undefined;
  readonly statesSent: SentRequest | undefined;
  /** The deployment for which the history was requested. */
  readonly historySent: string | undefined;
  /** Epoch milliseconds before which no retry is sent. */
  readonly notBefore: number;
  /** The deployment that is wanted, and since when, in epoch milliseconds. */
  readonly wanted: { readonly deployment: string; readonly since: number } | undefined;
};

/** `answers` by environment id, `commits` by service id. */
export type KnownVersions = {
  readonly answers: ReadonlyMap<string, VersionAnswer>;
  readonly commits: CommitLists;
};

export const EMPTY: Entry = {
  answer: NO_ANSWER,
  servicesSent: undefined,
  statesSent: undefined,
  historySent: undefined,
  notBefore: 0,
  wanted: undefined,
};

/** Returns whether a part of an environment's versions must be fetched, at epoch milliseconds `now`. */
export function isPartDue(part: Part, entry: Entry, request: VersionRequest, now: number): boolean {
  const { answer, servicesSent, statesSent, historySent } = entry;
  if (part === 'services') return areServicesDue(servicesSent, request, now);
  if (part === 'states') return areStatesDue(statesSent, request);
  if (part === 'neededStates') return areStatesDue(statesSent, request) && lacksDeployed(answer, request);
  return historySent !== request.deployment && statesSent !== undefined && lacksDeployed(answer, request);
}

/** Notes since when a deployment is wanted; undefined when that is known. */
export function wantedPart({ wanted }: Entry, { deployment }: VersionRequest, now: number): Partial<Entry> | undefined {
  return wanted?.deployment === deployment ? undefined : { wanted: { deployment, since: now } };
}

/** Returns the parts of what another tab has fetched that are newer; undefined when none is. */
export function newerPart(
  mine: Entry,
  { answer, servicesSent, statesSent }: Pick<Entry, 'answer' | 'servicesSent' | 'statesSent'>,
): Partial<Entry> | undefined {
  const hasServices = isNewer(servicesSent, mine.servicesSent);
  const hasStates = isNewer(statesSent, mine.statesSent);
  if (!hasServices && !hasStates) return undefined;
  const { services, unreadServices, observedAt, failure } = hasServices ? answer : mine.answer;
  const { states, unreadStates } = hasStates ? answer : mine.answer;
  const deployed = new Map([...mine.answer.deployed, ...answer.deployed]);
  return {
    answer: { services, unreadServices, observedAt, failure, states, unreadStates, deployed },
    ...(hasServices ? { servicesSent } : {}),
    ...(hasStates ? { statesSent } : {}),
  };
}

const isNewer = (stored: SentRequest | undefined, mine: SentRequest | undefined): boolean =>
  stored !== undefined && (mine === undefined || mine.at < stored.at);

const isSameMap = <K, V>(a: ReadonlyMap<K, V>, b: ReadonlyMap<K, V>): boolean =>
  a.size === b.size && [...b].every(([key, value]) => a.get(key) === value);

/** Returns the deployed versions of a changed environment; undefined if they are unchanged. */
export function deployedPart({ answer }: Entry, request: VersionRequest): Partial<Entry> | undefined {
  const deployed = rememberDeployed(answer, request);
  return isSameMap(answer.deployed, deployed) ? undefined : { answer: { ...answer, deployed } };
}
