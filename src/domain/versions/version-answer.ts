import type { Failure } from '#domain/environment/failure.ts';
import type { ServiceStatus } from '#domain/environment/service.ts';
import { type ServiceVersion, serviceKey, versionOf } from './service-version.ts';
import { isSettledState } from './settled-states.ts';
import type { Version } from './version.ts';

/** The last answers about the versions of one environment. */
export type VersionAnswer = {
  readonly services: readonly ServiceVersion[] | undefined;
  /** Number of services in that answer that could not be read. */
  readonly unreadServices: number;
  /** Server time of `services`, in epoch milliseconds. */
  readonly observedAt: number | undefined;
  /** The states of the services; undefined before the first answer. */
  readonly states: readonly ServiceStatus[] | undefined;
  /** Number of states in that answer that could not be read. */
  readonly unreadStates: number;
  /** The version that each service was last known to be deployed with, by service id. */
  readonly deployed: ReadonlyMap<string, Version>;
  /** Why the last request failed; undefined when it succeeded. */
  readonly failure: Failure | undefined;
};

export const NO_ANSWER: VersionAnswer = {
  services: undefined,
  unreadServices: 0,
  observedAt: undefined,
  states: undefined,
  unreadStates: 0,
  deployed: new Map(),
  failure: undefined,
};

/** A service as its environment runs it. */
export type RunningService = {
  readonly service: ServiceVersion;
  readonly deployed: Version | undefined;
  /** The version that is configured and not deployed. */
  readonly pending: Version | undefined;
  /** Qovery's state; undefined when Qovery gives none, when it could not be read, or before the answer. */
  readonly state: string | undefined;
  /** True when the state is, or may be, one that could not be read. */
  readonly isStateUnread: boolean;
  /** Epoch milliseconds. */
  readonly deployedAt: number | undefined;
  readonly isOutOfDate: boolean;
};

/** The status of the environment. It holds for each service if it has one value for all. */
export type EnvironmentCondition = { readonly configuration: string | undefined; readonly isSettled: boolean };

type Running = EnvironmentCondition & { readonly byKey: ReadonlyMap<string, RunningService> };

/** The last result for each answer. */
const runningOf = new WeakMap<VersionAnswer, Running>();

/**
 * The services of an environment by key. A second service with the same key gets a key of its own. The same object for
 * the same answer and condition: each due request reads it, and a cell renders again only for another service.
 */
export function runningServices(
  answer: VersionAnswer,
  { configuration, isSettled }: EnvironmentCondition,
): ReadonlyMap<string, RunningService> {
  const last = runningOf.get(answer);
  if (last && last.configuration === configuration && last.isSettled === isSettled) return last.byKey;
  const byKey = findRunning(answer, { configuration, isSettled });
  runningOf.set(answer, { configuration, isSettled, byKey });
  return byKey;
}

function findRunning(
  { services = [], states, unreadStates, deployed, failure }: VersionAnswer,
  { configuration, isSettled }: EnvironmentCondition,
): ReadonlyMap<string, RunningService> {
  const stateOf = new Map(states?.map((state) => [state.id, state]));
  const byKey = new Map<string, RunningService>();
  for (const service of services) {
    const key = serviceKey(service);
    const state = stateOf.get(service.id);
    // An environment that is up to date or was never deployed has no service that is otherwise.
    const ofService = configuration === 'OUT_OF_DATE' ? state?.configuration : configuration;
    byKey.set(byKey.has(key) ? `${key} ${service.id}` : key, {
      service,
      ...versionOf(
        service,
        { configuration: ofService, isSettled: state?.state === undefined ? isSettled : isSettledState(state.state) },
        deployed.get(service.id),
      ),
      state: state?.state,
      isStateUnread: states
        ? state?.state === undefined && (state !== undefined || unreadStates > 0)
        : failure !== undefined,
      deployedAt: state?.lastDeployedAt ?? service.commitNotedAt,
      isOutOfDate: ofService === 'OUT_OF_DATE',
    });
  }
  return byKey;
}

/** Returns the deployed version of each service that is known now, and for the others the one that was known before. */
export function rememberDeployed(answer: VersionAnswer, status: EnvironmentCondition): ReadonlyMap<string, Version> {
  const running = [...runningServices(answer, status).values()];
  return new Map(running.flatMap(({ service, deployed }) => (deployed ? [[service.id, deployed] as const] : [])));
}

/**
 * True when the deployed version of an image or chart is not known: `/services` names the configured version only, and
 * this browser did not see the service up to date.
 */
export const lacksDeployed = (answer: VersionAnswer, condition: EnvironmentCondition): boolean =>
  condition.configuration !== 'NEVER_DEPLOYED' &&
  [...runningServices(answer, condition).values()].some(
    ({ service: { source, configured }, deployed }) =>
      deployed === undefined && configured && (source?.kind === 'image' || source?.kind === 'chart'),
  );
