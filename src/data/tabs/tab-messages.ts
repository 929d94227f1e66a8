import * as v from 'valibot';
import type { Deployment } from '#domain/environment/deployment.ts';
import type { Failure } from '#domain/environment/failure.ts';
import type { EnvironmentStatus } from '#domain/environment/status.ts';
import type { Source } from '#domain/polling/poll-source.ts';
import type { SourceRecord } from '#domain/polling/source-health.ts';

/** Raise it with a change of the messages: versions that are open at once then ignore each other. */
export const TEAM_VERSION = 2;

const said = <T extends v.GenericSchema>(schema: T) => v.optional(schema);
const text = v.string();
const texts = v.pipe(v.array(text), v.readonly());
const ms = v.pipe(v.number(), v.finite());

const failure = v.pipe(
  v.variant('kind', [
    v.object({
      kind: v.picklist([
        'offline',
        'unreachable',
        'unauthorized',
        'gatewayToken',
        'gatewaySpent',
        'denied',
        'signOn',
        'otherEnvironment',
        'missing',
      ]),
    }),
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
    lastDeploymentAt: said(ms),
    lastDeploymentId: said(text),
    durationSeconds: said(ms),
    origin: said(text),
    triggeredBy: said(text),
    configuration: said(text),
  }),
  v.transform((known): EnvironmentStatus => known),
);

const source = v.pipe(
  v.object({
    key: text,
    kind: v.picklist(['project', 'environment']),
    id: text,
    environmentIds: texts,
    rank: said(v.picklist(['shared', 'unknown'])),
  }),
  v.transform((known): Source => known),
);

const record = v.pipe(
  v.object({
    askedAt: said(ms),
    heardAt: said(ms),
    failure: said(failure),
    failingSince: said(ms),
    failures: ms,
    round: ms,
  }),
  v.transform(({ askedAt, heardAt, failure: why, failingSince, failures, round }): SourceRecord => {
    return { askedAt, heardAt, failure: why, failingSince, failures, round };
  }),
);

const deployment = v.pipe(
  v.object({
    id: text,
    startedAt: said(ms),
    durationSeconds: said(ms),
    state: text,
    action: said(text),
    origin: said(text),
    triggeredBy: said(text),
  }),
  v.transform(({ id, startedAt, durationSeconds, state, action, origin, triggeredBy }): Deployment => {
    return { id, startedAt, durationSeconds, state, action, origin, triggeredBy };
  }),
);

const plan = v.object({ movingMs: ms, calmMs: ms, stretched: v.boolean() });

/** What tabs of one browser tell each other. Holds no credential. */
export const teamMessage = v.variant('kind', [
  /** The sources of a tab that does not poll. `lacks` are the keys of those whose last answers it has not received. */
  v.object({ kind: v.literal('want'), tab: text, sources: v.pipe(v.array(source), v.readonly()), lacks: texts }),
  v.object({ kind: v.literal('bye'), tab: text }),
  /** Asked by the tab that begins to poll. */
  v.object({ kind: v.literal('who') }),
  v.object({ kind: v.literal('refresh') }),
  /** One answer, as it came. */
  v.object({
    kind: v.literal('answer'),
    source,
    askedAt: ms,
    heardAt: ms,
    via: said(v.picklist(['cache', 'undated'])),
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
    otherPlans: said(v.object({ shared: plan, unknown: plan })),
    count: ms,
    moving: ms,
    nextAt: said(ms),
    /** How wrong the clock of this computer is, which a tab that sends no requests cannot measure. */
    skew: said(v.object({ ms, isCertain: v.boolean() })),
    waitUntil: ms,
    spentUntil: said(ms),
    records: v.array(v.tuple([text, record])),
    sparse: texts,
    overviewed: texts,
  }),
]);

export type TeamMessage = v.InferOutput<typeof teamMessage>;
