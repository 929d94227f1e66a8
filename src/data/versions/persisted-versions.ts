import * as v from 'valibot';
import type { ServiceStatus } from '#domain/environment/service.ts';
import { TONES } from '#domain/environment/tone.ts';
import type { ServiceVersion } from '#domain/versions/service-version.ts';
import type { ServiceSource } from '#domain/versions/source.ts';
import type { Version } from '#domain/versions/version.ts';
import { NO_ANSWER, type VersionAnswer } from '#domain/versions/version-answer.ts';
import type { SentRequest } from '#domain/versions/version-request.ts';

export type StoredAnswer = {
  readonly answer: VersionAnswer;
  readonly servicesSent: SentRequest;
  readonly statesSent: SentRequest | undefined;
};
/** By environment id. */
export type StoredVersions = ReadonlyMap<string, StoredAnswer>;

const FORMAT = 1;

const text = v.string();
const optionalText = v.optional(text);
const version = v.pipe(
  v.object({ kind: v.picklist(['commit', 'digest', 'release', 'engine', 'tag']), text }),
  v.transform((parsed): Version => parsed),
);
const source = v.pipe(
  v.variant('kind', [
    v.object({ kind: v.literal('git'), url: text, rootPath: text, branch: optionalText }),
    v.object({ kind: v.literal('image'), registry: text, image: text }),
    v.object({ kind: v.literal('chart'), repository: text, chart: text }),
    v.object({ kind: v.literal('database'), engine: text }),
  ]),
  v.transform((parsed): ServiceSource => parsed),
);
const service = v.pipe(
  v.object({
    id: text,
    name: optionalText,
    kind: text,
    source: v.optional(source),
    configured: v.optional(version),
    deployedCommit: v.optional(version),
    commitNotedAt: v.optional(v.number()),
  }),
  v.transform(
    ({ id, name, kind, source: from, configured, deployedCommit, commitNotedAt }): ServiceVersion => ({
      id,
      name,
      kind,
      source: from,
      configured,
      deployedCommit,
      commitNotedAt,
    }),
  ),
);
const serviceState = v.pipe(
  v.object({
    id: text,
    kind: text,
    state: optionalText,
    lastDeployedAt: v.optional(v.number()),
    configuration: optionalText,
  }),
  v.transform(
    ({ id, kind, state, lastDeployedAt, configuration }): ServiceStatus => ({
      id,
      kind,
      state,
      lastDeployedAt,
      configuration,
    }),
  ),
);
const sentRequest = v.pipe(
  v.object({
    deployment: text,
    isFinished: v.boolean(),
    isSettled: v.boolean(),
    tone: v.picklist(TONES),
    configuration: optionalText,
    at: v.number(),
  }),
  v.transform((sent): SentRequest => ({ ...sent, configuration: sent.configuration })),
);
const stored = v.object({
  format: v.literal(FORMAT),
  environments: v.array(
    v.object({
      id: text,
      observedAt: v.number(),
      services: v.array(service),
      unreadServices: v.optional(v.number(), 0),
      deployed: v.array(v.tuple([text, version])),
      servicesSent: sentRequest,
      states: v.optional(v.array(serviceState)),
      unreadStates: v.optional(v.number(), 0),
      statesSent: v.optional(sentRequest),
    }),
  ),
});

/** Reads the answers of a stored text; none from a text that cannot be read. Never throws. */
export function parseVersions(body: string | undefined): StoredVersions {
  let value: unknown;
  try {
    value = JSON.parse(body ?? 'null');
  } catch {
    return new Map();
  }
  const result = v.safeParse(stored, value);
  if (!result.success) return new Map();
  return new Map(
    result.output.environments.map(({ id, deployed, servicesSent, statesSent, ...answer }) => [
      id,
      { answer: { ...NO_ANSWER, ...answer, deployed: new Map(deployed) }, servicesSent, statesSent },
    ]),
  );
}

/** Returns the text to store. */
export function versionsText(answers: Iterable<readonly [id: string, one: StoredAnswer]>): string {
  const environments = [...answers].map(([id, { answer, servicesSent, statesSent }]) => ({
    id,
    observedAt: answer.observedAt ?? 0,
    services: answer.services ?? [],
    unreadServices: answer.unreadServices,
    deployed: [...answer.deployed],
    servicesSent,
    states: answer.states,
    unreadStates: answer.unreadStates,
    statesSent,
  }));
  return JSON.stringify({ format: FORMAT, environments });
}
