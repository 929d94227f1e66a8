import { isInProgress, toneOf } from '#domain/environment/tone.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import type { Workload } from './workload.ts';

/** A status as it stands in an answer. */
type RawStatus = Readonly<Record<string, unknown>> & { readonly id: string; readonly state: string };

const settled = (status: RawStatus): RawStatus =>
  isInProgress(toneOf(status.state))
    ? { ...status, state: 'DEPLOYED', last_deployment_state: 'DEPLOYED', total_deployment_duration_in_seconds: 185 }
    : status;

const isOfProject = (path: string): boolean => path.endsWith('/environment/status');
const isOfOne = (path: string): boolean => /^\/environment\/[^/]+\/status$/.test(path);

export type StandingAccount = {
  /** The body of an answer; undefined for what is not there. */
  answer(path: string): Promise<string | undefined>;
  /** From now on this share of the environments is in another state. Gives how many changed. */
  change(share: number): Promise<number>;
  /** How many environments are in a state of tone `unknown`, whatever was asked. */
  unknown(): Promise<number>;
};

/**
 * The simulated Qovery with its clock stopped and everything that is in progress at its end: asked again, it brings
 * nothing new, until it is told to change. Answers are kept, so that the server costs the page's machine little.
 */
export function createStandingAccount(workload: Workload): StandingAccount {
  const stoppedAt = Date.now();
  const send = createSimulatedQovery({ ...workload, now: () => stoppedAt });
  const changes = new Map<string, Partial<RawStatus>>();
  const bodies = new Map<string, string>();
  let round = 0;

  const asItStands = (status: RawStatus): RawStatus => ({ ...settled(status), ...changes.get(status.id) });
  const statusesAt = async (path: string): Promise<readonly RawStatus[]> => {
    const { results }: { results: readonly RawStatus[] } = await (await send(path)).json();
    return results.map(asItStands);
  };
  const bodyAt = async (path: string): Promise<string | undefined> => {
    if (isOfProject(path)) return JSON.stringify({ results: await statusesAt(path) });
    const response = await send(path);
    if (!response.ok) return undefined;
    return isOfOne(path) ? JSON.stringify(asItStands(await response.json())) : response.text();
  };
  const all = async (): Promise<readonly RawStatus[]> => {
    const { results: organizations } = await (await send('/organization')).json();
    const lists = await Promise.all(
      organizations.map(async ({ id }: { id: string }) => {
        const { results } = await (await send(`/organization/${id}/project`)).json();
        return results.map((project: { id: string }) => `/project/${project.id}/environment/status`);
      }),
    );
    return (await Promise.all(lists.flat().map(statusesAt))).flat();
  };
  return {
    async answer(path) {
      const body = bodies.get(path) ?? (await bodyAt(path));
      if (body !== undefined) bodies.set(path, body);
      return body;
    },
    async change(share) {
      round += 1;
      const statuses = await all();
      const every = Math.round(1 / share);
      // What is of no known tone stays so: by how many those are the page is known to show everything.
      const chosen = statuses.filter(
        ({ state }, index) => index % every === round % every && toneOf(state) !== 'unknown',
      );
      for (const { id, state } of chosen) {
        const next = state === 'DEPLOYED' ? 'DEPLOYMENT_ERROR' : 'DEPLOYED';
        const deployment = `${id.slice(0, -4)}${String(round).padStart(4, '0')}`;
        changes.set(id, { state: next, last_deployment_state: next, last_deployment_id: deployment });
      }
      bodies.clear();
      return chosen.length;
    },
    async unknown() {
      return (await all()).filter(({ state }) => toneOf(state) === 'unknown').length;
    },
  };
}
