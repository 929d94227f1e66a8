import * as v from 'valibot';
import { storedDeployment } from '#data/stored-deployment.ts';
import type { Failure } from '#domain/environment/failure.ts';
import type { EnvironmentStatus } from '#domain/environment/status.ts';
import type { FeedState } from '#domain/polling/feed-state.ts';
import type { PollSource } from '#domain/polling/poll-source.ts';
import type { SourceHealth } from '#domain/polling/source-health.ts';

/** Raise this number when the messages change: tabs with different versions then ignore each other. */
export const TAB_PROTOCOL_VERSION = 6;

const optionalField = <T extends v.GenericSchema>(schema: T) => v.optional(schema);
const text = v.string();
const texts = v.pipe(v.array(text), v.readonly());
const ms = v.pipe(v.number(), v.finite());

const failure = v.pipe(
  v.variant('kind', [
    v.object({
      kind: v.picklist([
        'offline',
        'gatewayToken',
        'gatewaySpent',
        'gatewayUnreachable',
        'gatewayUnusable',
        'denied',
        'signOn',
        'otherEnvironment',
        'missing',
      ]),
    }),
    v.object({ kind: v.literal('unauthorized'), credential: v.picklist(['token', 'session']) }),
    v.object({ kind: v.literal('unreachable'), path: v.optional(text) }),
    v.object({ kind: v.literal('timeout'), afterMs: ms }),
    v.object({ kind: v.picklist(['rateLimited', 'budgetSpent']), retryAfterMs: ms }),
    v.object({ kind: v.picklist(['server', 'refused']), status: ms }),
    v.object({ kind: v.literal('malformed'), at: v.optional(text) }),
  ]),
  v.transform((parsed): Failure => parsed),
);

const status = v.pipe(
  v.object({
    id: text,
    state: text,
    lastDeploymentState: text,
    lastDeploymentAt: optionalField(ms),
    lastDeploymentId: optionalField(text),
    durationSeconds: optionalField(ms),
    origin: optionalField(text),
    triggeredBy: optionalField(text),
    configuration: optionalField(text),
  }),
  v.transform((parsed): EnvironmentStatus => parsed),
);

const source = v.pipe(
  v.object({
    key: text,
    kind: v.picklist(['project', 'environment']),
    id: text,
    environmentIds: texts,
    rank: optionalField(v.picklist(['shared', 'unknown'])),
    organizationId: optionalField(text),
    projectId: optionalField(text),
  }),
  v.transform((parsed): PollSource => parsed),
);

const sourceHealth = v.pipe(
  v.object({
    requestedAt: optionalField(ms),
    observedAt: optionalField(ms),
    failure: optionalField(failure),
    failingSince: optionalField(ms),
    failures: ms,
    attempt: ms,
  }),
  v.transform(({ requestedAt, observedAt, failure: why, failingSince, failures, attempt }): SourceHealth => {
    return { requestedAt, observedAt, failure: why, failingSince, failures, attempt };
  }),
);

const feed = v.pipe(
  v.object({
    organizations: ms,
    answering: ms,
    refused: ms,
    since: optionalField(ms),
    sources: ms,
    trusted: ms,
    agreed: ms,
    announced: ms,
    unannounced: ms,
    feedMs: optionalField(ms),
    changesMs: ms,
    slowestMs: ms,
    intervals: v.array(v.tuple([text, ms])),
  }),
  v.transform((parsed): FeedState => parsed),
);

const plan = v.object({ movingMs: ms, calmMs: ms, slowedDown: v.boolean() });

/** The messages between the tabs of one browser. They hold no credential. */
export const tabMessage = v.variant('kind', [
  /** The sources of a follower. `lacks` contains the keys of sources whose last answer the follower has not received. */
  v.object({ kind: v.literal('subscribe'), tab: text, sources: v.pipe(v.array(source), v.readonly()), lacks: texts }),
  v.object({ kind: v.literal('leave'), tab: text }),
  /** A new leader requests `subscribe` from every follower. */
  v.object({ kind: v.literal('discover') }),
  v.object({ kind: v.literal('refresh') }),
  /** An answer, as the leader received it. */
  v.object({
    kind: v.literal('answer'),
    source,
    requestedAt: ms,
    observedAt: ms,
    via: optionalField(v.picklist(['cache', 'undated'])),
    statuses: v.pipe(v.array(status), v.readonly()),
    presentIds: texts,
  }),
  /** An environment's history (past deployments), as a tab has fetched it. */
  v.object({ kind: v.literal('history'), id: text, history: v.pipe(v.array(storedDeployment), v.readonly()) }),
  /** The user dismissed an environment that no longer exists. */
  v.object({ kind: v.literal('dismiss'), id: text }),
  /** The leader's polling state. It also shows the followers that the leader is not frozen. */
  v.object({
    kind: v.literal('state'),
    isHidden: v.boolean(),
    /** True when the API refuses the token. Only the leader sends requests, so only the leader can detect it. */
    isOver: v.optional(v.boolean(), false),
    plan,
    /** The plans of shared and unknown sources, if any exist. */
    otherPlans: optionalField(v.object({ shared: plan, unknown: plan })),
    /** The change feeds; absent if none is requested. */
    feed: optionalField(feed),
    count: ms,
    moving: ms,
    nextAt: optionalField(ms),
    /** The error of this computer's clock, in milliseconds. A tab that sends no requests cannot measure it. */
    skew: optionalField(v.object({ ms, isCertain: v.boolean() })),
    waitUntil: ms,
    spentUntil: optionalField(ms),
    health: v.array(v.tuple([text, sourceHealth])),
    partial: texts,
    usesOverview: texts,
  }),
]);

export type TabMessage = v.InferOutput<typeof tabMessage>;

/** The leader's message about its polling. Followers take a missing message for a frozen leader. */
export type LeaderState = Extract<TabMessage, { kind: 'state' }>;

/** The part of the leader's state that the poll scheduler provides. */
export type SharedState = Omit<LeaderState, 'kind' | 'isHidden' | 'skew'>;
