import * as v from 'valibot';
import { readText, removeText, writeText } from '#browser/storage.ts';
import { scopedKey } from '#data/api-scope.ts';
import type { Observation } from '#domain/environment/observation.ts';
import { type Members, mergeMembers } from '#domain/environment/project-members.ts';
import type { EnvironmentStatus } from '#domain/environment/status.ts';

const VERSION = 3;
const READINGS = 'readings';
/** Browsers store some five million characters for everything of one origin. */
const MAX_CHARACTERS = 2_500_000;
/** Readings of environments that no board of this browser has wanted for this long are removed. Milliseconds. */
const UNWANTED_MS = 7 * 86_400_000;

/** Grows with each forgetting: a board that was open then must not write down again what it knows. */
let generation = 0;
export const readingsGeneration = (): number => generation;
export const startReadingsGeneration = (): void => {
  generation += 1;
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
const members = v.record(v.string(), someMs);
const storedReadings = v.variant('version', [
  /** `askedAt` is when the answer was requested that lists these members, in server time. */
  v.object({
    version: v.literal(VERSION),
    rows: v.array(row),
    projects: v.record(v.string(), v.object({ askedAt: ms, members })),
  }),
  v.object({ version: v.literal(2), rows: v.array(row), members: v.record(v.string(), members) }),
]);

/** The environments that a project's answer listed, and when that answer was requested (epoch ms, server time). */
export type ProjectList = { readonly askedAt: number; readonly members: Members };

type Readings = {
  readonly statuses: Readonly<Record<string, EnvironmentStatus>>;
  readonly observations: ReadonlyMap<string, Observation>;
  readonly projects: Readonly<Record<string, ProjectList>>;
};

const NOTHING: Readings = { statuses: {}, observations: new Map(), projects: {} };

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

/** Asked for at the beginning of time, so that any answer replaces it. */
const observationIn = ([, , , , , , , , , observedAt, since, isSinceSeen, transitions]: Row): Observation => ({
  observedAt,
  since,
  isSinceSeen,
  transitions: transitions.map(([at, from, to]) => ({ at, from, to })),
  requestedAt: 0,
  isPersisted: true,
});

/** Parses stored text. Damaged, foreign or no text reads as nothing. */
function parsed(stored: string | undefined): Readings {
  if (stored === undefined) return NOTHING;
  let json: unknown;
  try {
    json = JSON.parse(stored);
  } catch {
    return NOTHING;
  }
  const result = v.safeParse(storedReadings, json);
  if (!result.success) return NOTHING;
  const { output } = result;
  const { rows } = output;
  return {
    statuses: Object.fromEntries(rows.map((one) => [one[0], statusIn(one)])),
    observations: new Map(rows.map((one) => [one[0], observationIn(one)])),
    projects:
      output.version === VERSION
        ? output.projects
        : Object.fromEntries(Object.entries(output.members).map(([id, all]) => [id, { askedAt: 0, members: all }])),
  };
}

function mergeListed(mine: ProjectList | undefined, theirs: ProjectList): ProjectList {
  if (mine === undefined || mine.askedAt < theirs.askedAt) return theirs;
  return mine.askedAt > theirs.askedAt ? mine : { ...mine, members: mergeMembers(mine.members, theirs.members) };
}

/** Of each environment the reading heard last, of each project the list requested last. */
function merged(mine: Readings, theirs: Readings): Readings {
  const isNewer = ([id, { observedAt }]: readonly [string, Observation]) =>
    observedAt > (mine.observations.get(id)?.observedAt ?? Number.NEGATIVE_INFINITY);
  const newer = [...theirs.observations].filter(isNewer);
  const statuses = newer.flatMap(([id]) => theirs.statuses[id] ?? []);
  return {
    statuses: { ...mine.statuses, ...Object.fromEntries(statuses.map((status) => [status.id, status])) },
    observations: new Map([...mine.observations, ...newer]),
    projects: {
      ...mine.projects,
      ...Object.fromEntries(
        Object.entries(theirs.projects).map(([id, one]) => [id, mergeListed(mine.projects[id], one)] as const),
      ),
    },
  };
}

type Keeping = {
  /** The generation in which the page began; see `endEra`. */
  readonly begun: number;
  /** The environments of the boards that are open now: their readings stay, however old. */
  readonly wanted: ReadonlySet<string>;
  /** Server time, in epoch milliseconds. */
  readonly now: number;
};

/** As much as may be stored: what is wanted first, then what was heard last. */
function textOf({ statuses, observations, projects }: Readings, { wanted, now }: Keeping): string {
  const rows = [...observations]
    .filter(([id, { observedAt }]) => wanted.has(id) || now - observedAt < UNWANTED_MS)
    .toSorted(
      ([a, one], [b, other]) => Number(wanted.has(b)) - Number(wanted.has(a)) || other.observedAt - one.observedAt,
    )
    .flatMap(([id, known]) => {
      const status = statuses[id];
      return status ? [JSON.stringify(rowOf(status, known))] : [];
    });
  const rest = JSON.stringify(projects);
  let length = rest.length;
  const fitting = rows.filter((one) => {
    length += one.length + 1;
    return length <= MAX_CHARACTERS;
  });
  return `{"version":${VERSION},"rows":[${fitting.join(',')}],"projects":${rest}}`;
}

export type ReadingsFile = {
  /** Returns what was heard before this page was opened. */
  read(): Readings;
  /** Returns what another tab has stored since this one last read or wrote; undefined when that is nothing. */
  readNews(): Readings | undefined;
  /**
   * Stores what is known over a reload, together with what other tabs have stored since this one last read or wrote. What
   * cannot be stored is removed, for an old reading must not pass for the last one.
   */
  write(mine: Readings, keeping: Keeping): void;
};

/** The stored readings of one API. */
export function openReadingsFile(api: string): ReadingsFile {
  const key = scopedKey(READINGS, api);
  /** The text that this tab read or wrote last: any other was written by another tab, and holds news. */
  let seen: string | undefined;
  const readNews = (): Readings | undefined => {
    const stored = readText('local', key);
    if (stored === seen) return undefined;
    seen = stored;
    return parsed(stored);
  };
  return {
    readNews,
    read: () => readNews() ?? NOTHING,
    write(mine, keeping) {
      if (keeping.begun !== generation) return;
      const theirs = readNews();
      const text = textOf(theirs ? merged(mine, theirs) : mine, keeping);
      const isKept = writeText('local', key, text);
      if (!isKept) removeText('local', key);
      seen = isKept ? text : undefined;
    },
  };
}

export const removeReadings = (api: string): void => void removeText('local', scopedKey(READINGS, api));

/** Leaves out the stored readings of every environment and project that `isKept` does not name. */
export function filterReadings(api: string, isKept: (id: string) => boolean): void {
  const file = openReadingsFile(api);
  const { statuses, observations, projects } = file.read();
  removeReadings(api);
  const left: Readings = {
    statuses,
    observations: new Map([...observations].filter(([id]) => isKept(id))),
    projects: Object.fromEntries(Object.entries(projects).filter(([id]) => isKept(id))),
  };
  file.write(left, { begun: generation, wanted: new Set(left.observations.keys()), now: 0 });
}
