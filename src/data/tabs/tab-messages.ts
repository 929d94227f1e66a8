import * as v from 'valibot';
import type { Deployment } from '#domain/environment/deployment.ts';
import type { Failure } from '#domain/environment/failure.ts';
import type { EnvironmentStatus } from '#domain/environment/status.ts';
import type { FeedState } from '#domain/polling/feed-state.ts';
import type { PollSource } from '#domain/polling/poll-source.ts';
import type { SourceHealth } from '#domain/polling/source-health.ts';

/** Raise it with a change of the messages: versions that are open at once then ignore each other. */
export const TAB_PROTOCOL_VERSION = 4;

const optionalField = <T extends v.GenericSchema>(schema: T) => v.optional(schema);
const text = v.string();
const texts = v.pipe(v.array(text), v.readonly());
const ms = v.pipe(v.number(), v.finite());

const failure = v.pipe(
  v.variant('kind', [
    v.object({
      kind: v.picklist([
        'offline',
        'unauthorized',
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
    v.object({ kind: v.literal('unreachable'), path: v.optional(text) }),
    v.object({ kind: v.literal('timeout'), afterMs: ms }),
    v.object({ kind: v.picklist(['rateLimited', 'budgetSpent']), retryAfterMs: ms }),
    v.object({ kind: v.picklist(['server', 'refused']), status: ms }),
    v.object({ kind: v.literal('malformed'), at: v.optional(text) }),
  ]),
  v.transform((known): Failure => known),
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
  v.transform((known): EnvironmentStatus => known),
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
  v.transform((known): PollSource => known),
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

const deployment = v.pipe(
  v.object({
    id: text,
    startedAt: optionalField(ms),
    durationSeconds: optionalField(ms),
    state: text,
    action: optionalField(text),
    origin: optionalField(text),
    triggeredBy: optionalField(text),
  }),
  v.transform(({ id, startedAt, durationSeconds, state, action, origin, triggeredBy }): Deployment => {
    return { id, startedAt, durationSeconds, state, action, origin, triggeredBy };
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
    told: ms,
    untold: ms,
    feedMs: optionalField(ms),
    changesMs: ms,
    slowestMs: ms,
    intervals: v.array(v.tuple([text, ms])),
  }),
  v.transform((known): FeedState => known),
);

const plan = v.object({ movingMs: ms, calmMs: ms, slowedDown: v.boolean() });

/** The messages between the tabs of one browser. They hold no credential. */
export const tabMessage = v.variant('kind', [
  /** The sources of a tab that does not poll. `lacks` are the keys of those whose last answers it has not received. */
  v.object({ kind: v.literal('subscribe'), tab: text, sources: v.pipe(v.array(source), v.readonly()), lacks: texts }),
  v.object({ kind: v.literal('leave'), tab: text }),
  /** Asked by the tab that begins to poll. */
  v.object({ kind: v.literal('discover') }),
  v.object({ kind: v.literal('refresh') }),
  /** One answer, as it came. */
  v.object({
    kind: v.literal('answer'),
    source,
    requestedAt: ms,
    observedAt: ms,
    via: optionalField(v.picklist(['cache', 'undated'])),
    statuses: v.pipe(v.array(status), v.readonly()),
    presentIds: texts,
  }),
  /** The past deployments of an environment, as a tab has fetched them. */
  v.object({ kind: v.literal('history'), id: text, history: v.pipe(v.array(deployment), v.readonly()) }),
  /** The user dismissed an environment that is gone. */
  v.object({ kind: v.literal('dismiss'), id: text }),
  /** How polling goes; also the sign of life. */
  v.object({
    kind: v.literal('state'),
    isHidden: v.boolean(),
    /** The token was refused everywhere: only who asks can tell. */
    isOver: v.optional(v.boolean(), false),
    plan,
    /** The plans of shared and unknown sources, where there are any. */
    otherPlans: optionalField(v.object({ shared: plan, unknown: plan })),
    /** The change feeds; absent where none is requested. */
    feed: optionalField(feed),
    count: ms,
    moving: ms,
    nextAt: optionalField(ms),
    /** How wrong the clock of this computer is, which a tab that sends no requests cannot measure. */
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
