import * as v from 'valibot';
import type { Observation } from '#domain/environment/observation.ts';
import type { Members } from '#domain/environment/project-members.ts';
import type { EnvironmentStatus } from '#domain/environment/status.ts';

const VERSION = 3;

type SomeText = string | null;
type SomeMs = number | null;
/**
 * The reading of one environment, in the order of `rowOf`. An array has half the size of an object with property names,
 * and the page writes it while it closes and parses it while it opens.
 */
type Row = readonly [
  id: string,
  state: string,
  lastState: string,
  at: SomeMs,
  deploymentId: SomeText,
  seconds: SomeMs,
  origin: SomeText,
  by: SomeText,
  configuration: SomeText,
  observedAt: number,
  since: number,
  isSinceSeen: boolean,
  transitions: readonly (readonly [at: number, from: string, to: string])[],
];

type Check = (value: unknown) => boolean;
const isText: Check = (value) => typeof value === 'string';
const isFlag: Check = (value) => typeof value === 'boolean';
const isSomeText: Check = (value) => value === null || typeof value === 'string';
const isSomeMs: Check = (value) => value === null || Number.isFinite(value);
const isListOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const isTupleOf =
  (checks: readonly Check[]): Check =>
  (value) =>
    Array.isArray(value) && checks.every((check, index) => check(value[index]));
const isRow = isTupleOf([
  ...[isText, isText, isText, isSomeMs, isSomeText, isSomeMs, isSomeText, isSomeText, isSomeText],
  ...[Number.isFinite, Number.isFinite, isFlag],
  isListOf(isTupleOf([Number.isFinite, isText, isText])),
]);
/** Functions in place of schemas: a page checks thousands of rows and members before its first card. */
const rows = v.custom<readonly Row[]>(isListOf(isRow));
const members = v.custom<Members>(
  (value) => typeof value === 'object' && value !== null && Object.values(value).every(isSomeMs),
);
const storedReadings = v.variant('version', [
  /** `askedAt`: when the answer with these members was requested, in epoch milliseconds of server time. */
  v.object({
    version: v.literal(VERSION),
    rows,
    projects: v.record(v.string(), v.object({ askedAt: v.custom<number>(Number.isFinite), members })),
  }),
  v.object({ version: v.literal(2), rows, members: v.record(v.string(), members) }),
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
  return {
    statuses: Object.fromEntries(output.rows.map((stored) => [stored[0], statusIn(stored)])),
    observations: new Map(output.rows.map((stored) => [stored[0], observationIn(stored)])),
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
