import type { PollSource } from './poll-source.ts';

/** An entry of an organization's audit log, in Qovery's words. Every field may be absent. */
export type FeedEvent = {
  readonly id?: string | undefined;
  /** Epoch milliseconds, by Qovery's clock. */
  readonly at?: number | undefined;
  readonly type?: string | undefined;
  readonly targetType?: string | undefined;
  readonly targetId?: string | undefined;
  readonly targetName?: string | undefined;
  readonly projectId?: string | undefined;
  readonly projectName?: string | undefined;
  readonly environmentId?: string | undefined;
  readonly environmentName?: string | undefined;
  readonly origin?: string | undefined;
  readonly triggeredBy?: string | undefined;
};

/** Entries that change no state. Every other type counts, one that this version does not know included. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set([
  'ACCEPT',
  'EXPORT',
  'MCP',
  'POLICY_FAILED',
  'PORT_FORWARD',
  'REMOTE_DEBUG',
  'SHELL',
]);

/** False for an entry that cannot change what a poll brings, such as a shell that a user opened. */
export const mayChangeState = ({ type }: FeedEvent): boolean => type === undefined || !WITHOUT_EFFECT.has(type);

/** Equal for the same entry only: its id, or all of its fields where Qovery sends no id. */
export const eventKey = (event: FeedEvent): string =>
  event.id ??
  JSON.stringify([event.at, event.type, event.targetType, event.targetId, event.projectId, event.environmentId]);

/** The environment and the project that an event names. An event of a whole project names no environment. */
function targetOf({ targetType, targetId, environmentId, projectId }: FeedEvent) {
  return {
    environmentId: environmentId ?? (targetType === 'ENVIRONMENT' ? targetId : undefined),
    projectId: projectId ?? (targetType === 'PROJECT' ? targetId : undefined),
  };
}

type ProjectOf = (environmentId: string) => string | undefined;

/**
 * Finds the sources that an event is about. An event of a service belongs to its environment; an event of a project
 * belongs to each source of that project. Empty for events of clusters and members, and for events without an
 * environment and a project.
 *
 * `projectOf` gives the project of an environment, where it is known.
 */
export function createSourceFinder(
  sources: readonly PollSource[],
  projectOf: ProjectOf,
): (event: FeedEvent) => readonly PollSource[] {
  const byEnvironment = new Map<string, Set<PollSource>>();
  const byProject = new Map<string, Set<PollSource>>();
  const add = (index: Map<string, Set<PollSource>>, id: string | undefined, source: PollSource) => {
    if (id !== undefined) index.set(id, (index.get(id) ?? new Set()).add(source));
  };
  for (const source of sources) {
    if (source.kind === 'project') add(byProject, source.id, source);
    for (const id of source.environmentIds) {
      add(byEnvironment, id, source);
      if (source.kind === 'environment') add(byProject, projectOf(id), source);
    }
  }
  return (event) => {
    const { environmentId, projectId } = targetOf(event);
    const named = environmentId === undefined ? undefined : byEnvironment.get(environmentId);
    if (named !== undefined) return [...named];
    const ofProject = [...((projectId === undefined ? undefined : byProject.get(projectId)) ?? [])];
    // A project's source answers for environments that nothing pins too; a single environment's source does not.
    return environmentId === undefined ? ofProject : ofProject.filter(({ kind }) => kind === 'project');
  };
}

/** The sources to poll now because of these events, each once, in the order of the events. */
export function sourcesToPoll(
  events: readonly FeedEvent[],
  sources: readonly PollSource[],
  projectOf: ProjectOf,
): readonly PollSource[] {
  const find = createSourceFinder(sources, projectOf);
  return [...new Set(events.filter(mayChangeState).flatMap(find))];
}
