import type { Environment } from './directory.ts';
import { groupBy } from './group-by.ts';
import type { Pin } from './pin.ts';

/** A project that can be pinned, whether it holds an environment yet or not. */
export type Project = {
  readonly id: string;
  /** Empty when it is not known. */
  readonly name: string;
  readonly organizationName: string;
};

export type ProjectRow = {
  readonly kind: 'project';
  readonly key: string;
  readonly pin: Pin;
  readonly project: Project;
  /** All environments that it is known to hold, not only those that match. */
  readonly total: number;
};
export type EnvironmentRow = {
  readonly kind: 'environment';
  readonly key: string;
  readonly pin: Pin;
  readonly environment: Environment;
};
/** Something that was pasted: with who it is, where that is known. */
export type PastedRow = {
  readonly kind: 'pasted';
  readonly key: string;
  readonly pin: Pin;
  readonly environment?: Environment | undefined;
  readonly project?: ProjectRow | undefined;
};
/** One line of the picker's list. Its `key` is its pin's. */
export type PickerRow = ProjectRow | EnvironmentRow | PastedRow;

type Entry = { readonly row: EnvironmentRow; readonly name: string; readonly text: string };
type Section = { readonly heading: ProjectRow; readonly text: string; readonly entries: readonly Entry[] };

/** All that can be picked, in lower case and in order, made once so that a keystroke only compares. */
export type PickerIndex = {
  readonly sections: readonly Section[];
  /** Every row by its key. */
  readonly rows: ReadonlyMap<string, ProjectRow | EnvironmentRow>;
};

/** Tells pins apart: equal for the same environment or project, whatever its label. */
export const pinKey = ({ kind, id }: Pick<Pin, 'kind' | 'id'>): string => `${kind}:${id}`;

const MODES: readonly string[] = ['PRODUCTION', 'STAGING', 'DEVELOPMENT', 'PREVIEW'];
/** Modes that Qovery added since come last. */
const modeRank = (mode: string): number => (MODES.includes(mode) ? MODES.indexOf(mode) : MODES.length);
const inOrder = new Intl.Collator('en', { numeric: true });

function entryOf(environment: Environment): Entry {
  const { id, name, mode, projectName, organizationName } = environment;
  const pin: Pin = { kind: 'environment', id };
  return {
    row: { kind: 'environment', key: pinKey(pin), pin, environment },
    name: name.toLowerCase(),
    text: `${name} ${organizationName} ${projectName} ${mode}`.toLowerCase(),
  };
}

function sectionOf(project: Project, members: readonly Environment[]): Section {
  const { id, name, organizationName } = project;
  const pin: Pin = { kind: 'project', id };
  const entries = members
    .map(entryOf)
    .sort(
      ({ row: { environment: a } }, { row: { environment: b } }) =>
        modeRank(a.mode) - modeRank(b.mode) || inOrder.compare(a.name, b.name),
    );
  return {
    heading: { kind: 'project', key: pinKey(pin), pin, project, total: entries.length },
    text: `${organizationName} ${name}`.toLowerCase(),
    entries,
  };
}

/** Projects by organization and name; in each its environments, production first. `projects` may hold empty ones. */
export function indexOf(environments: readonly Environment[], projects: readonly Project[]): PickerIndex {
  const membersOf = groupBy(environments, ({ projectId }) => projectId);
  const known = new Map(projects.map((project) => [project.id, project]));
  for (const { projectId: id, projectName: name, organizationName } of environments) {
    if (!known.has(id)) known.set(id, { id, name, organizationName });
  }
  const sections = [...known.values()]
    .sort((a, b) => inOrder.compare(a.organizationName, b.organizationName) || inOrder.compare(a.name, b.name))
    .map((project) => sectionOf(project, membersOf.get(project.id) ?? []));
  const rows = sections.flatMap(({ heading, entries }) => [heading, ...entries.map(({ row }) => row)]);
  return { sections, rows: new Map(rows.map((row) => [row.key, row])) };
}

const wordsOf = (query: string): readonly string[] =>
  query
    .toLowerCase()
    .split(/[\s/,;]+/)
    .filter((word) => word !== '');

const LETTER = /[\p{L}\p{N}]/u;
/** Fewer characters would find the start of too many ids. */
const ID_LENGTH = 4;

/** 0 where the name starts with the word, 1 where any word does, 2 where it stands anywhere; undefined where nowhere. */
function rankOf(word: string, name: string, text: string, id: string): number | undefined {
  if (name.startsWith(word)) return 0;
  let at = text.indexOf(word);
  if (at < 0) return word.length >= ID_LENGTH && id.startsWith(word) ? 1 : undefined;
  for (; at >= 0; at = text.indexOf(word, at + 1)) if (!LETTER.test(text.charAt(at - 1))) return 1;
  return 2;
}

/** All words must stand in it; the lower the sum of their ranks, the better it matches. */
function rankOfAll(words: readonly string[], name: string, text: string, id: string): number | undefined {
  let sum = 0;
  for (const word of words) {
    const rank = rankOf(word, name, text, id);
    if (rank === undefined) return undefined;
    sum += rank;
  }
  return sum;
}

type Found = { readonly best: number; readonly rows: readonly PickerRow[] };

function searchSection({ heading, text, entries }: Section, words: readonly string[]): Found | undefined {
  if (entries.length === 0) {
    const best = rankOfAll(words, '', text, heading.project.id);
    return best === undefined ? undefined : { best, rows: [heading] };
  }
  const found = entries.flatMap(({ row, name, text: own }) => {
    const rank = rankOfAll(words, name, own, row.pin.id);
    return rank === undefined ? [] : [{ row, rank }];
  });
  if (found.length === 0) return undefined;
  found.sort((a, b) => a.rank - b.rank);
  return { best: found[0]?.rank ?? 0, rows: [heading, ...found.map(({ row }) => row)] };
}

/**
 * What matches a query, by project: the project with the best match first, and in each the best match first. Every
 * word must stand in the name, project, organization or mode, or start the id. Everything matches an empty query.
 */
export function searchPicker({ sections }: PickerIndex, query: string): readonly PickerRow[] {
  const words = wordsOf(query);
  return sections
    .flatMap((section) => searchSection(section, words) ?? [])
    .sort((a, b) => a.best - b.best)
    .flatMap(({ rows }) => rows);
}

/** A line for each pasted pin. An id alone may be a project's: where it is known to be, the project is meant. */
export function pastedRows({ rows }: PickerIndex, pins: readonly Pin[]): readonly PastedRow[] {
  const pasted = pins.map((pin): PastedRow => {
    const meant = rows.get(pinKey(pin)) ?? rows.get(pinKey({ kind: 'project', id: pin.id }));
    if (meant === undefined) return { kind: 'pasted', key: pinKey(pin), pin };
    const { key, pin: known } = meant;
    return meant.kind === 'project'
      ? { kind: 'pasted', key, pin: known, project: meant }
      : { kind: 'pasted', key, pin: known, environment: meant.environment };
  });
  return [...new Map(pasted.map((row) => [row.key, row])).values()];
}
