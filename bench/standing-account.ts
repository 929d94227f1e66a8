import { isInProgress, toneOf } from '#domain/environment/tone.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';
import type { Workload } from './workload.ts';

/** A status in the form of a response. */
type RawStatus = Readonly<Record<string, unknown>> & { readonly id: string; readonly state: string };

const settled = (status: RawStatus): RawStatus =>
  isInProgress(toneOf(status.state))
    ? { ...status, state: 'DEPLOYED', last_deployment_state: 'DEPLOYED', total_deployment_duration_in_seconds: 185 }
    : status;

const isOfProject = (path: string): boolean => path.endsWith('/environment/status');
const isOfOne = (path: string): boolean => /^\/environment\/[^/]+\/status$/.test(path);

export type StandingAccount = {
  /** Returns the body of a response; undefined for an unknown path. */
  answer(path: string): Promise<string | undefined>;
  /** Changes the state of this share of the environments. Returns how many changed. */
  change(share: number): Promise<number>;
  /** Returns how many environments are in a state of tone `unknown`. */
  unknown(): Promise<number>;
};

/**
 * A simulated Qovery with a stopped clock, in which every deployment has ended: a poll brings no change until `change`
 * is called. Responses are cached, so that the server takes little time of the machine that runs the page.
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
      // States of tone `unknown` stay: their number shows when the page has all states.
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
