import * as v from 'valibot';
import type { Observation } from '#domain/environment/observation.ts';
import type { Members } from '#domain/environment/project-members.ts';
import type { EnvironmentStatus } from '#domain/environment/status.ts';

const VERSION = 3;

const text = v.string();
const ms = v.pipe(v.number(), v.finite());
const someText = v.nullable(text);
const someMs = v.nullable(ms);
const transition = v.tuple([ms, text, text]);
/**
 * The reading of one environment, in the order of `rowOf`. An array has half the size of an object with property names,
 * and the page writes it while it closes and parses it while it opens.
 */
const row = v.tuple([
  text,
  text,
  text,
  someMs,
  someText,
  someMs,
  someText,
  someText,
  someText,
  ms,
  ms,
  v.boolean(),
  v.array(transition),
]);
type Row = v.InferOutput<typeof row>;
const members = v.record(v.string(), someMs);
const storedReadings = v.variant('version', [
  /** `askedAt`: when the answer with these members was requested, in epoch milliseconds of server time. */
  v.object({
    version: v.literal(VERSION),
    rows: v.array(row),
    projects: v.record(v.string(), v.object({ askedAt: ms, members })),
  }),
  v.object({ version: v.literal(2), rows: v.array(row), members: v.record(v.string(), members) }),
]);

/** The environments that a project's answer listed, and when that answer was requested (epoch ms, server time). */
export type ProjectList = { readonly askedAt: number; readonly members: Members };

/** The persisted readings of one API. Statuses and observations by environment id, lists by project id. */
export type PersistedReadings = {
  readonly statuses: Readonly<Record<string, EnvironmentStatus>>;
  readonly observations: ReadonlyMap<string, Observation>;
  readonly projects: Readonly<Record<string, ProjectList>>;
};

export const NO_READINGS: PersistedReadings = { statuses: {}, observations: new Map(), projects: {} };

const rowOf = (status: EnvironmentStatus, { observedAt, since, isSinceSeen, transitions }: Observation): Row => [
  status.id,
  status.state,
  status.lastDeploymentState,
  status.lastDeploymentAt ?? null,
  status.lastDeploymentId ?? null,
  status.durationSeconds ?? null,
  status.origin ?? null,
  status.triggeredBy ?? null,
  status.configuration ?? null,
  observedAt,
  since,
  isSinceSeen,
  transitions.map(({ at, from, to }) => [at, from, to]),
];

const statusIn = ([id, state, lastState, at, deploymentId, seconds, origin, by, configuration]: Row) =>
  ({
    id,
    state,
    lastDeploymentState: lastState,
    lastDeploymentAt: at ?? undefined,
    lastDeploymentId: deploymentId ?? undefined,
    durationSeconds: seconds ?? undefined,
    origin: origin ?? undefined,
    triggeredBy: by ?? undefined,
    configuration: configuration ?? undefined,
  }) satisfies EnvironmentStatus;

/** Returns the observation in a row. Its request time is 0, so that any answer replaces it. */
const observationIn = ([, , , , , , , , , observedAt, since, isSinceSeen, transitions]: Row): Observation => ({
  observedAt,
  since,
  isSinceSeen,
  transitions: transitions.map(([at, from, to]) => ({ at, from, to })),
  requestedAt: 0,
  isPersisted: true,
});

/** Parses persisted readings. Returns `NO_READINGS` when the text is missing, damaged or of an unknown version. */
export function parseReadings(storedText: string | undefined): PersistedReadings {
  if (storedText === undefined) return NO_READINGS;
  let json: unknown;
  try {
    json = JSON.parse(storedText);
  } catch {
    return NO_READINGS;
  }
  const result = v.safeParse(storedReadings, json);
  if (!result.success) return NO_READINGS;
  const { output } = result;
  const { rows } = output;
  return {
    statuses: Object.fromEntries(rows.map((stored) => [stored[0], statusIn(stored)])),
    observations: new Map(rows.map((stored) => [stored[0], observationIn(stored)])),
    projects:
      output.version === VERSION
        ? output.projects
        : Object.fromEntries(
            Object.entries(output.members).map(([id, listed]) => [id, { askedAt: 0, members: listed }]),
          ),
  };
}

/** Returns the row of a reading, as JSON. */
export const rowText = (status: EnvironmentStatus, observation: Observation): string =>
  JSON.stringify(rowOf(status, observation));

/** Returns the text that `parseReadings` parses. Both arguments are JSON: the rows, and the lists by project id. */
export const readingsText = (rowTexts: readonly string[], projectsText: string): string =>
  `{"version":${VERSION},"rows":[${rowTexts.join(',')}],"projects":${projectsText}}`;
