import type { Pin } from '#domain/board/pin.ts';
import type { EnvironmentInfo } from '#domain/environment/directory.ts';
import { groupBy } from '#domain/group-by.ts';

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
type EnvironmentRow = {
  readonly kind: 'environment';
  readonly key: string;
  readonly pin: Pin;
  readonly environment: EnvironmentInfo;
};
/** Something that was pasted: with who it is, where that is known. */
export type PastedRow = {
  readonly kind: 'pasted';
  readonly key: string;
  readonly pin: Pin;
  readonly environment?: EnvironmentInfo | undefined;
  readonly project?: ProjectRow | undefined;
};
/** One line of the picker's list. Its `key` is its pin's. */
export type PickerRow = ProjectRow | EnvironmentRow | PastedRow;

type Entry = { readonly row: EnvironmentRow; readonly name: string; readonly text: string };
/** A project with the text that is searched. */
export type Section = { readonly heading: ProjectRow; readonly text: string; readonly entries: readonly Entry[] };

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

function entryOf(environment: EnvironmentInfo): Entry {
  const { id, name, mode, projectName, organizationName } = environment;
  const pin: Pin = { kind: 'environment', id };
  return {
    row: { kind: 'environment', key: pinKey(pin), pin, environment },
    name: name.toLowerCase(),
    text: `${name} ${organizationName} ${projectName} ${mode}`.toLowerCase(),
  };
}

function sectionOf(project: Project, members: readonly EnvironmentInfo[]): Section {
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
export function buildIndex(environments: readonly EnvironmentInfo[], projects: readonly Project[]): PickerIndex {
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
