import { readText, removeText, writeText } from '#browser/storage.ts';
import { scopedKey } from '#data/api-scope.ts';
import type { Observation } from '#domain/environment/observation.ts';
import { mergeMembers } from '#domain/environment/project-members.ts';
import {
  NO_READINGS,
  type PersistedReadings,
  type ProjectList,
  parseReadings,
  readingsText,
  rowText,
} from './reading-rows.ts';

const READINGS = 'readings';
/** Browsers store about five million characters for each origin. */
const MAX_CHARACTERS = 2_500_000;
/** Readings of environments that no board of this browser has shown for this long are removed. Milliseconds. */
const MAX_UNSHOWN_MS = 7 * 86_400_000;

/** Grows when a token is removed: a page of an earlier generation must not persist readings of that token again. */
let generation = 0;

/** Returns the present generation. */
export const readingsGeneration = (): number => generation;

/** Starts the next generation, after a token was removed. */
export const startReadingsGeneration = (): void => {
  generation += 1;
};

function mergeLists(mine: ProjectList | undefined, theirs: ProjectList): ProjectList {
  if (mine === undefined || mine.askedAt < theirs.askedAt) return theirs;
  return mine.askedAt > theirs.askedAt ? mine : { ...mine, members: mergeMembers(mine.members, theirs.members) };
}

/** Merges the newest reading of each environment, and the list of each project that was requested last. */
function mergeReadings(mine: PersistedReadings, theirs: PersistedReadings): PersistedReadings {
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
        Object.entries(theirs.projects).map(([id, list]) => [id, mergeLists(mine.projects[id], list)] as const),
      ),
    },
  };
}

type WriteOptions = {
  /** The generation in which the page began; see `startReadingsGeneration`. */
  readonly begun: number;
  /** Ids of the environments on open boards: their readings are persisted at any age. */
  readonly shownIds: ReadonlySet<string>;
  /** Server time, in epoch milliseconds. */
  readonly now: number;
};

/** Returns the text to persist, with at most `MAX_CHARACTERS`: shown environments first, then the newest readings. */
function textOf({ statuses, observations, projects }: PersistedReadings, { shownIds, now }: WriteOptions): string {
  const rows = [...observations]
    .filter(([id, { observedAt }]) => shownIds.has(id) || now - observedAt < MAX_UNSHOWN_MS)
    .toSorted(([a, { observedAt: aAt }], [b, { observedAt: bAt }]) => {
      return Number(shownIds.has(b)) - Number(shownIds.has(a)) || bAt - aAt;
    })
    .flatMap(([id, observation]) => {
      const status = statuses[id];
      return status ? [rowText(status, observation)] : [];
    });
  const projectsText = JSON.stringify(projects);
  let length = projectsText.length;
  const fitting = rows.filter((row) => {
    length += row.length + 1;
    return length <= MAX_CHARACTERS;
  });
  return readingsText(fitting, projectsText);
}

export type ReadingsFile = {
  /** Returns the readings that an earlier page or another tab persisted. */
  read(): PersistedReadings;
  /** Returns what another tab has persisted since the last read or write of this tab; undefined without a change. */
  readNews(): PersistedReadings | undefined;
  /**
   * Persists readings, merged with those that other tabs have persisted meanwhile. When the storage refuses them, removes
   * the persisted readings: a later page would take old ones for the last ones.
   */
  write(mine: PersistedReadings, options: WriteOptions): void;
};

/** Opens the persisted readings of one API. */
export function openReadingsFile(api: string): ReadingsFile {
  const key = scopedKey(READINGS, api);
  /** The text that this tab read or wrote last. Any other text comes from another tab. */
  let lastText: string | undefined;
  const readNews = (): PersistedReadings | undefined => {
    const stored = readText('local', key);
    if (stored === lastText) return undefined;
    lastText = stored;
    return parseReadings(stored);
  };
  return {
    readNews,
    read: () => readNews() ?? NO_READINGS,
    write(mine, options) {
      if (options.begun !== generation) return;
      const theirs = readNews();
      const text = textOf(theirs ? mergeReadings(mine, theirs) : mine, options);
      const isStored = writeText('local', key, text);
      if (!isStored) removeText('local', key);
      lastText = isStored ? text : undefined;
    },
  };
}

/** Removes the persisted readings of one API. */
export const removeReadings = (api: string): void => void removeText('local', scopedKey(READINGS, api));

/** Removes the persisted readings of every environment and project whose id `isKept` rejects. */
export function filterReadings(api: string, isKept: (id: string) => boolean): void {
  const file = openReadingsFile(api);
  const { statuses, observations, projects } = file.read();
  removeReadings(api);
  const left: PersistedReadings = {
    statuses,
    observations: new Map([...observations].filter(([id]) => isKept(id))),
    projects: Object.fromEntries(Object.entries(projects).filter(([id]) => isKept(id))),
  };
  file.write(left, { begun: generation, shownIds: new Set(left.observations.keys()), now: 0 });
}
