import * as v from 'valibot';
import { readJson } from '#browser/json-storage.ts';
import { removeText, writeText } from '#browser/storage.ts';
import type { Members } from '#domain/membership.ts';
import type { Moments } from '#domain/moments.ts';
import type { EnvironmentStatus } from '#domain/status.ts';
import { scopedKey } from './api-scope.ts';

const VERSION = 2;
const READINGS = 'readings';
/** Larger than this is not kept: this browser's storage holds some five millions of characters for everything. */
const MOST_CHARACTERS = 2_500_000;

/** Grows with each forgetting: a board that was open then must not write down again what it knows. */
let era = 0;
export const readingsEra = (): number => era;
export const endEra = (): void => {
  era += 1;
};

const text = v.string();
const ms = v.pipe(v.number(), v.finite());
const someText = v.nullable(text);
const someMs = v.nullable(ms);
const transition = v.tuple([ms, text, text]);
/**
 * One environment's reading, as `rowOf` orders it. Not an object: it is written while one page goes and read while the
 * next one comes, and is half as long without the names of its parts.
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
const kept = v.object({
  version: v.literal(VERSION),
  rows: v.array(row),
  members: v.record(v.string(), v.record(v.string(), someMs)),
});

export type Readings = {
  readonly statuses: Readonly<Record<string, EnvironmentStatus>>;
  readonly moments: ReadonlyMap<string, Moments>;
  readonly members: Readonly<Record<string, Members>>;
};

const NOTHING: Readings = { statuses: {}, moments: new Map(), members: {} };

const rowOf = (status: EnvironmentStatus, { heardAt, since, isSinceSeen, transitions }: Moments): Row => [
  status.id,
  status.state,
  status.lastDeploymentState,
  status.lastDeploymentAt ?? null,
  status.lastDeploymentId ?? null,
  status.durationSeconds ?? null,
  status.origin ?? null,
  status.triggeredBy ?? null,
  status.configuration ?? null,
  heardAt,
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

/** Asked for at the beginning of time, so that any answer replaces it. */
const momentsIn = ([, , , , , , , , , heardAt, since, isSinceSeen, transitions]: Row): Moments => ({
  heardAt,
  since,
  isSinceSeen,
  transitions: transitions.map(([at, from, to]) => ({ at, from, to })),
  askedAt: 0,
  isKept: true,
});

/** What was heard before this page was opened. Damaged, foreign or refused storage reads as nothing. */
export function readKeptReadings(source: string): Readings {
  const result = v.safeParse(kept, readJson('local', scopedKey(READINGS, source)));
  if (!result.success) return NOTHING;
  const { rows, members } = result.output;
  return {
    statuses: Object.fromEntries(rows.map((one) => [one[0], statusIn(one)])),
    moments: new Map(rows.map((one) => [one[0], momentsIn(one)])),
    members,
  };
}

/** Keeps what is known over a reload, unless it was to be forgotten since `begun`. What does not fit this browser's storage is asked for again instead. */
export function keepReadings(source: string, begun: number, { statuses, moments, members }: Readings): void {
  if (begun !== era) return;
  const rows = [...moments].flatMap(([id, known]) => {
    const status = statuses[id];
    return status ? [rowOf(status, known)] : [];
  });
  const written = JSON.stringify({ version: VERSION, rows, members });
  if (written.length <= MOST_CHARACTERS) writeText('local', scopedKey(READINGS, source), written);
}

export const removeKeptReadings = (api: string): void => void removeText('local', scopedKey(READINGS, api));

/** Leaves out the stored readings of every environment and project that `isKept` does not name. */
export function filterKeptReadings(api: string, isKept: (id: string) => boolean): void {
  const { statuses, moments, members } = readKeptReadings(api);
  const membersKept = Object.fromEntries(Object.entries(members).filter(([projectId]) => isKept(projectId)));
  const momentsKept = new Map([...moments].filter(([id]) => isKept(id)));
  keepReadings(api, era, { statuses, moments: momentsKept, members: membersKept });
}
