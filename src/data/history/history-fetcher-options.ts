import type { QueryClient } from '@tanstack/react-query';
import type { ApiClient } from '#api/api-client.ts';
import type { Deployment } from '#domain/environment/deployment.ts';
import type { HistoryRequest } from '#domain/environment/deployment-history.ts';
import type { HistoryQueries } from './history-queries.ts';

/** The surroundings of a history fetcher. This file lets the initial chunk name them without the fetcher. */
export type HistoryFetcherOptions = {
  readonly client: QueryClient;
  readonly api: ApiClient;
  /** Requests an hour that the budget allows from now on, and those that polling plans. */
  readonly perHour: () => number;
  readonly plannedPerHour: () => number;
  /** False while no request may be sent: the tab is hidden, offline or paused, or another tab polls. */
  readonly canRequest: () => boolean;
  /** Ids of the environments that the user sees now: their histories come first. */
  readonly onScreen?: () => Promise<ReadonlySet<string>>;
  /** Called with each history that this tab has fetched, to broadcast it. */
  readonly onFetched?: (environmentId: string, history: readonly Deployment[]) => void;
  /** True for requests of Versions, Activity and Delivery; false for histories of cards. */
  readonly isOfPage?: boolean;
  /** Which histories are fetched; by default those of the cards. */
  readonly queries?: HistoryQueries;
};

/** `isDue`: a deployment has ended since the last fetch. `notBefore`: epoch milliseconds before which no retry is sent. */
export type HistoryEntry = { readonly request: HistoryRequest; readonly isDue: boolean; readonly notBefore: number };
