import type { EnvironmentStatus } from '#domain/environment/status.ts';
import { groupBy } from '#domain/group-by.ts';
import type { PollSource } from '#domain/polling/poll-source.ts';
import { anId } from '#test/support/ids.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** When the days below begin. */
export const START = Date.UTC(2026, 9, 24, 20);

/** The deployments that start in the account each hour, by chance, and the share of projects that are never at rest. */
export const LOADS = {
  calm: { perHour: 0, busyShare: 0 },
  'six deployments an hour': { perHour: 6, busyShare: 0 },
  'a tenth moving': { perHour: 6, busyShare: 0.1 },
  'all moving': { perHour: 0, busyShare: 1 },
} as const;

export type Load = keyof typeof LOADS;

type Change = {
  readonly id: string;
  readonly at: number;
  readonly state: string;
  readonly run: number;
  readonly startedAt: number;
};
type Event = { readonly id: string; readonly at: number; readonly type: string; readonly environmentId: string };

/** Times are milliseconds since the start of the day; what happened before it is negative. */
export type Account = {
  readonly sources: readonly PollSource[];
  readonly changes: readonly Change[];
  /** Oldest first. */
  readonly events: readonly Event[];
  readonly changesById: ReadonlyMap<string, readonly Change[]>;
};

/** The same numbers in each run (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Shape = {
  readonly projects: number;
  readonly environmentsEach: number;
  readonly load: Load;
  readonly hours: number;
};

export function accountOf({ projects, environmentsEach, load, hours }: Shape): Account {
  const random = randomOf(projects * 31 + environmentsEach);
  const { perHour, busyShare } = LOADS[load];
  const sources = Array.from({ length: projects }, (_, project): PollSource => {
    const environmentIds = Array.from({ length: environmentsEach }, (_, n) => anId(project * environmentsEach + n));
    return { key: `project:${anId(project)}`, kind: 'project', id: anId(project), environmentIds };
  });
  const gapMs = (projects * environmentsEach * HOUR_MS) / perHour;
  const changes = sources.flatMap(({ environmentIds }, project) =>
    environmentIds.flatMap((id, n) => {
      const isBusy = n === 0 && project < Math.ceil(projects * busyShare);
      const past = deployment(id, 0, -HOUR_MS * (1 + 4 * random()), random);
      const all = [...past];
      for (let run = 1, at = waitMs(isBusy, gapMs, random); at < hours * HOUR_MS; run += 1) {
        const next = deployment(id, run, at, random);
        all.push(...next);
        at = (next.at(-1)?.at ?? at) + waitMs(isBusy, gapMs, random);
      }
      return all;
    }),
  );
  const byTime = changes.toSorted((a, b) => a.at - b.at);
  return {
    sources,
    changes: byTime,
    events: byTime.flatMap(eventsOf),
    changesById: groupBy(byTime, ({ id }) => id),
  };
}

/** A busy environment is at rest for a second only; another waits as chance has it. */
const waitMs = (isBusy: boolean, gapMs: number, random: () => number): number =>
  isBusy ? 1_000 : -Math.log(1 - random()) * gapMs;

function deployment(id: string, run: number, at: number, random: () => number): readonly Change[] {
  const durationMs = (2 + 7 * random()) * MINUTE_MS;
  const change = (share: number, state: string): Change => ({
    id,
    at: Math.round(at + share * durationMs),
    state,
    run,
    startedAt: at,
  });
  return [
    change(0, 'DEPLOYMENT_QUEUED'),
    change(0.1, 'BUILDING'),
    change(0.5, 'DEPLOYING'),
    change(1, random() < 0.1 ? 'DEPLOYMENT_ERROR' : 'DEPLOYED'),
  ];
}

/** Requested and queued at the start, the outcome at the end: for the environment and two services. */
function eventsOf({ id, at, state, run }: Change): readonly Event[] {
  const event = (type: string, n: number): Event => ({ id: `${id} ${run} ${type} ${n}`, at, type, environmentId: id });
  const three = (type: string) => [event(type, 0), event(type, 1), event(type, 2)];
  if (state === 'DEPLOYMENT_QUEUED') return [event('TRIGGER_DEPLOY', 0), ...three('DEPLOY_QUEUED')];
  if (state === 'DEPLOYED') return three('DEPLOYED');
  return state === 'DEPLOYMENT_ERROR' ? three('DEPLOY_FAILED') : [];
}

export function statusAt({ changesById }: Account, id: string, at: number): EnvironmentStatus {
  const last = (changesById.get(id) ?? []).findLast((change) => change.at <= at);
  const state = last?.state ?? 'READY';
  return {
    id,
    state,
    lastDeploymentState: state,
    lastDeploymentId: `${id} ${last?.run}`,
    lastDeploymentAt: START + (last?.startedAt ?? 0),
    configuration: 'UP_TO_DATE',
  };
}
