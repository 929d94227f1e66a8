import type { Pin } from '#domain/board/pin.ts';
import { compareNames } from '#domain/compare-names.ts';
import type { EnvironmentInfo } from '#domain/environment/directory.ts';
import { modeRank } from '#domain/environment/mode.ts';
import { groupBy } from '#domain/group-by.ts';
import { foldText, type SearchText } from '#domain/text-search.ts';

/** A project that can be pinned. It may have no environments. */
export type Project = {
  readonly id: string;
  /** Empty when unknown. */
  readonly name: string;
  readonly organizationName: string;
};

export type ProjectRow = {
  readonly kind: 'project';
  readonly key: string;
  readonly pin: Pin;
  readonly project: Project;
  /** Number of all known environments of the project, including those that do not match the query. */
  readonly total: number;
};
type EnvironmentRow = {
  readonly kind: 'environment';
  readonly key: string;
  readonly pin: Pin;
  readonly environment: EnvironmentInfo;
};
/** A pasted pin, with its environment or project when its name is known. */
export type PastedRow = {
  readonly kind: 'pasted';
  readonly key: string;
  readonly pin: Pin;
  readonly environment?: EnvironmentInfo | undefined;
  readonly project?: ProjectRow | undefined;
};
/** A row of the picker's list. Its `key` is `pinKey` of its pin. */
export type PickerRow = ProjectRow | EnvironmentRow | PastedRow;

type Entry = { readonly row: EnvironmentRow; readonly text: SearchText };
/** A project with its environments. The project's text is searched only when the project has no environments. */
export type Section = { readonly heading: ProjectRow; readonly text: SearchText; readonly entries: readonly Entry[] };

/** All environments and projects, sorted, with folded texts. Built once, so that a keystroke only compares texts. */
export type PickerIndex = {
  readonly sections: readonly Section[];
  /** All rows by key. */
  readonly rows: ReadonlyMap<string, ProjectRow | EnvironmentRow>;
};

/** Returns the key of a pin: equal for pins of the same environment or project, with any label. */
export const pinKey = ({ kind, id }: Pick<Pin, 'kind' | 'id'>): string => `${kind}:${id}`;

function entryOf(environment: EnvironmentInfo): Entry {
  const { id, name, mode, projectName, organizationName } = environment;
  const pin: Pin = { kind: 'environment', id };
  return {
    row: { kind: 'environment', key: pinKey(pin), pin, environment },
    text: { title: foldText(name), details: foldText(`${organizationName} ${projectName} ${mode}`), id },
  };
}

function sectionOf(project: Project, members: readonly EnvironmentInfo[]): Section {
  const { id, name, organizationName } = project;
  const pin: Pin = { kind: 'project', id };
  const entries = members
    .map(entryOf)
    .sort(
      ({ row: { environment: a } }, { row: { environment: b } }) =>
        modeRank(a.mode) - modeRank(b.mode) || compareNames(a.name, b.name),
    );
  return {
    heading: { kind: 'project', key: pinKey(pin), pin, project, total: entries.length },
    text: { title: '', details: foldText(`${organizationName} ${name}`), id },
    entries,
  };
}

/**
 * Returns the index: projects by organization and name, each with its environments, production first. `projects` may
 * contain projects without environments.
 */
export function buildIndex(environments: readonly EnvironmentInfo[], projects: readonly Project[]): PickerIndex {
  const membersOf = groupBy(environments, ({ projectId }) => projectId);
  const projectById = new Map(projects.map((project) => [project.id, project]));
  for (const { projectId: id, projectName: name, organizationName } of environments) {
    if (!projectById.has(id)) projectById.set(id, { id, name, organizationName });
  }
  const sections = [...projectById.values()]
    .sort((a, b) => compareNames(a.organizationName, b.organizationName) || compareNames(a.name, b.name))
    .map((project) => sectionOf(project, membersOf.get(project.id) ?? []));
  const rows = sections.flatMap(({ heading, entries }) => [heading, ...entries.map(({ row }) => row)]);
  return { sections, rows: new Map(rows.map((row) => [row.key, row])) };
}

/** Returns a row for each pasted pin. A pasted id is the project's when the index has a project with that id. */
export function pastedRows({ rows }: PickerIndex, pins: readonly Pin[]): readonly PastedRow[] {
  const pasted = pins.map((pin): PastedRow => {
    const row = rows.get(pinKey(pin)) ?? rows.get(pinKey({ kind: 'project', id: pin.id }));
    if (row === undefined) return { kind: 'pasted', key: pinKey(pin), pin };
    const { key, pin: indexedPin } = row;
    return row.kind === 'project'
      ? { kind: 'pasted', key, pin: indexedPin, project: row }
      : { kind: 'pasted', key, pin: indexedPin, environment: row.environment };
  });
  return [...new Map(pasted.map((each) => [each.key, each])).values()];
}
