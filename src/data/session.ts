import { createContext, use } from 'react';
import type { ApiClient } from '#api/api-client.ts';
import type { Deployment } from '#domain/environment/deployment.ts';
import type { HistoryRequest } from '#domain/environment/deployment-history.ts';
import type { Statuses } from '#domain/environment/merge-statuses.ts';
import type { Observation, Transition } from '#domain/environment/observation.ts';
import type { Members } from '#domain/environment/project-members.ts';
import type { EnvironmentStatus } from '#domain/environment/status.ts';
import type { PollSource } from '#domain/polling/poll-source.ts';
import type { PollingState } from '#domain/polling/polling-state.ts';
import type { SnoozedReading } from '#domain/view/snooze.ts';

type Subscribe = (listener: () => void) => () => void;

/** Passes histories (past deployments) between tabs. */
export type HistoryExchange = {
  /** Stores a history that another tab has fetched, oldest deployment first. */
  receive(environmentId: string, history: readonly Deployment[]): void;
  /** Returns the history of an environment, or undefined when this tab has none. */
  historyOf(environmentId: string): readonly Deployment[] | undefined;
};

/** Shares the work of polling and the histories between the tabs of this browser. */
export type TabSharing = {
  /** True when this tab polls, for itself and for the other tabs. */
  readonly isLeader: () => boolean;
  /** Ids of the environments on the boards of other tabs. */
  readonly followerEnvironments: () => readonly string[];
  /** Sets the exchange that receives and provides histories; undefined ends it. */
  readonly exchangeHistories: (exchange: HistoryExchange | undefined) => void;
  /** Sends a history that this tab has fetched to the other tabs. */
  readonly broadcastHistory: (environmentId: string, history: readonly Deployment[]) => void;
};

/** Polls the sources of the boards of this browser. */
export type Poller = {
  readonly subscribe: Subscribe;
  readonly getSnapshot: () => PollingState;
  /** Requests an hour that the present plan makes. */
  readonly plannedPerHour: () => number;
  /** Polls until the returned function is called. */
  readonly start: () => () => void;
  /** Replaces the sources of this tab's board, the most urgent first. */
  readonly setSources: (sources: readonly PollSource[]) => void;
  readonly setPaused: (isPaused: boolean) => void;
  /** A wall is polled while its tab is hidden. */
  readonly setWall: (isWall: boolean) => void;
  /** Requests every source now, as far as the request ledger allows. Ends a pause. */
  readonly refresh: () => void;
  /** True when the last answer of a project was requested after a board began to show the environment. */
  readonly isListedSinceShown: (projectId: string, environmentId: string) => boolean;
  /** Hides an environment that no longer exists, in every tab. */
  readonly hideMissing: (environmentId: string) => void;
  readonly tabs: TabSharing;
};

/** The last readings of all environments of one API. */
export type Readings = {
  /** Notifies in batches: answers within `batchMs` cause one call. */
  readonly subscribe: Subscribe;
  /** The last status of each environment, by id. The same object until a status changes. */
  readonly statuses: () => Statuses;
  readonly statusOf: (environmentId: string) => EnvironmentStatus | undefined;
  readonly observationOf: (environmentId: string) => Observation | undefined;
  readonly transitionsOf: (environmentId: string) => readonly Transition[];
  /** The environments of each polled project, by project id. The same object until an environment is added or removed. */
  readonly members: () => Readonly<Record<string, Members>>;
  /** The part of a reading that a snooze silences; undefined before the first reading. */
  readonly snoozedReadingOf: (environmentId: string) => SnoozedReading | undefined;
  /** Milliseconds during which answers are collected before the board renders them. */
  readonly batchMs: () => number;
};

/** The past deployments of the board's environments. */
export type Histories = {
  /** Oldest first; undefined before the first response. The same object until a deployment is added or changes. */
  historyOf(id: string, status: EnvironmentStatus | undefined): readonly Deployment[] | undefined;
  /** Replaces the list of histories to fetch, the most urgent first. */
  request(list: readonly HistoryRequest[]): void;
  readonly subscribe: Subscribe;
  /** Fetches until the returned function is called. */
  start(): () => void;
};

/** A connection to Qovery, with the readings and histories that this page has fetched over it. */
export type Session = {
  readonly api: ApiClient;
  readonly poller: Poller;
  readonly readings: Readings;
  readonly histories: Histories;
  /** Requests an hour that the budget allows from now on. */
  readonly perHour: () => number;
};

export const SessionContext = createContext<Session | undefined>(undefined);

/** Returns the session of the nearest `SessionProvider`. Throws without one. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession needs a SessionProvider above it');
  return session;
}
