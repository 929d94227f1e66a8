import { NO_ANSWER, type VersionAnswer } from '#domain/versions/version-answer.ts';
import type { SentRequest } from '#domain/versions/version-request.ts';
import type { CommitLists } from './commit-lists.ts';

/** The requests about one environment, in the order in which the spare budget is spent. */
export const PARTS = ['services', 'states', 'history'] as const;
export type Part = (typeof PARTS)[number];

/** What is known of one environment, and the requests that brought it. */
export type Entry = {
  readonly answer: VersionAnswer;
  readonly servicesSent: SentRequest | undefined;
  readonly statesSent: SentRequest | undefined;
  /** The deployment for which the history was requested. */
  readonly historySent: string | undefined;
  /** Epoch milliseconds before which no retry is sent. */
  readonly notBefore: number;
};

/** `answers` by environment id, `commits` by service id. */
export type KnownVersions = {
  readonly answers: ReadonlyMap<string, VersionAnswer>;
  readonly commits: CommitLists;
  readonly isWaitingForBudget: boolean;
};

export const EMPTY: Entry = {
  answer: NO_ANSWER,
  servicesSent: undefined,
  statesSent: undefined,
  historySent: undefined,
  notBefore: 0,
};
