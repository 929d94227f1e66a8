import { compareNames } from '#domain/compare-names.ts';
import { TONES, toneOf } from './tone.ts';

/** The status of one service of an environment, as Qovery reports it. Unknown values stay unchanged. */
export type ServiceStatus = {
  readonly id: string;
  /** APPLICATION, DATABASE, …, or a value that this version does not know. */
  readonly kind: string;
  /** Undefined when Qovery gives none. */
  readonly state: string | undefined;
  /** Epoch milliseconds. Qovery does not document whether this is the start or the end of the deployment. */
  readonly lastDeployedAt: number | undefined;
  /** UP_TO_DATE, OUT_OF_DATE or NEVER_DEPLOYED; undefined when Qovery gives none. */
  readonly configuration?: string | undefined;
  /** Id of the deployment that led to this state; its log in Qovery's console has this id. */
  readonly executionId?: string | undefined;
  /** The step of that deployment that failed, and the part of a Terraform action, as Qovery spells them. */
  readonly failedStep?: string | undefined;
  readonly subAction?: string | undefined;
};

export type ServiceName = {
  readonly id: string;
  /** Name and kind are undefined when Qovery gives none. */
  readonly name: string | undefined;
  readonly kind: string | undefined;
};

/** A service with its status and its name. Separate requests fetch the two, and either request can fail. */
export type Service = ServiceStatus & { readonly name: string | undefined };

/**
 * True for a service of a kind of which Qovery lists no states. That differs from a reading that has not arrived yet.
 */
export const hasNoStates = ({ kind, state }: Pick<ServiceStatus, 'kind' | 'state'>): boolean =>
  kind === 'ARGOCD_APP' && state === undefined;

/** The services that could be read in an answer, and the number of those that could not. */
type ServiceAnswer = { readonly services: readonly { readonly id: string }[]; readonly unread: number };

/**
 * Returns how many services could be read in neither of two answers. A service that could not be read has no id, so the
 * number follows from the answer with the most services. An answer is undefined when its request failed.
 */
export function countUnread(answers: readonly (ServiceAnswer | undefined)[]): number {
  const idsOf = (list: typeof answers) =>
    new Set(list.flatMap((answer) => (answer?.services ?? []).map(({ id }) => id)));
  const known = idsOf(answers).size;
  return Math.max(0, ...answers.map((answer) => idsOf([answer]).size + (answer?.unread ?? 0) - known));
}

const severityOf = (service: Service): number => (hasNoStates(service) ? -1 : TONES.indexOf(toneOf(service.state)));

/**
 * Merges statuses and names into a list with each service once: the worst tone first, then by name. Within a tone,
 * services without a name come last.
 */
export function servicesOf(statuses: readonly ServiceStatus[], names: readonly ServiceName[]): readonly Service[] {
  const nameOf = new Map(names.map((service) => [service.id, service]));
  const withState = new Map(
    statuses.map((status) => {
      const named = nameOf.get(status.id);
      return [status.id, { ...status, name: named?.name, kind: named?.kind ?? status.kind }] as const;
    }),
  );
  const withoutState = names
    .filter(({ id }) => !withState.has(id))
    .map(({ id, name, kind }) => ({ id, name, kind: kind ?? '', state: undefined, lastDeployedAt: undefined }));
  return [...withState.values(), ...withoutState].toSorted(
    (a, b) =>
      severityOf(b) - severityOf(a) ||
      Number(a.name === undefined) - Number(b.name === undefined) ||
      compareNames(a.name ?? '', b.name ?? '') ||
      (a.id < b.id ? -1 : 1),
  );
}
