import fc from 'fast-check';
import { array, type InferOutput, nullish, number, object, parse, string } from 'valibot';
import { expect, test } from 'vitest';
import { STATES } from '#domain/environment/state.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { withRateLimit } from '#simulator/rate-limit.ts';
import { createSimulatedQovery, type SimulationOptions } from '#simulator/simulated-qovery.ts';

const NOW = Date.UTC(2026, 7, 3, 10);
const Named = object({ results: array(object({ id: string(), name: string() })) });
const Status = object({
  id: string(),
  state: string(),
  last_deployment_state: string(),
  last_deployment_date: nullish(string()),
  last_deployment_id: nullish(string()),
  total_deployment_duration_in_seconds: nullish(number()),
  deployment_status: string(),
});
const Statuses = object({ results: array(Status) });
const Services = array(object({ state: string() }));
const Whole = object({
  environment: Status,
  applications: Services,
  containers: Services,
  jobs: Services,
  databases: Services,
  helms: Services,
  terraforms: Services,
});
const History = object({
  results: array(
    object({
      identifier: object({ execution_id: string() }),
      auditing_data: object({ created_at: string() }),
      status: string(),
      total_duration: string(),
    }),
  ),
});

const at = (time: number, options: SimulationOptions = {}) => createSimulatedQovery({ ...options, now: () => time });
const read = async (send: typeof fetch, path: string): Promise<unknown> => (await send(path)).json();

const environmentIds = async (send: typeof fetch): Promise<string[]> => {
  const { results } = parse(Named, await read(send, '/organization'));
  const lists = await Promise.all(
    results.map(async ({ id }) => parse(Named, await read(send, `/organization/${id}/environments`)).results),
  );
  return lists.flat().map(({ id }) => id);
};

const projectNamed = async (send: typeof fetch, name: string): Promise<string> => {
  const { results } = parse(Named, await read(send, '/organization'));
  for (const { id } of results) {
    const projects = parse(Named, await read(send, `/organization/${id}/project`)).results;
    const found = projects.find((project) => project.name === name);
    if (found !== undefined) return found.id;
  }
  throw new Error(`no project ${name}`);
};

const seconds = (duration: string): number => {
  const [, minutes = '0', rest = '0'] = /^PT(?:(\d+)M)?(?:(\d+)S)?$/.exec(duration) ?? [];
  return Number(minutes) * 60 + Number(rest);
};

test('gives the same account for one seed, and another for another seed', async () => {
  const ids = await environmentIds(at(NOW));
  expect(ids).toHaveLength(60);
  expect(new Set(ids).size).toBe(60);
  for (const id of ids) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    for (const path of ['', '/status', '/statuses', '/services', '/deploymentHistoryV2']) {
      const url = `/environment/${id}${path}`;
      expect(await read(at(NOW), url)).toEqual(await read(at(NOW), `https://api.qovery.com${url}`));
    }
  }
  expect(await environmentIds(at(NOW, { seed: 2 }))).not.toEqual(ids);
});

test('accepts a path after /api, and answers 404 to an unknown one', async () => {
  const send = at(NOW);
  expect(await read(send, '/api/organization')).toEqual(await read(send, 'https://api.qovery.com/organization'));
  for (const path of ['/', '/nothing', '/environment/x/status', '/apiorganization', `/project/${'0'.repeat(8)}`]) {
    const response = await send(path);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ status: 404, error: 'Not Found' });
  }
  expect((await send('/organization', { method: 'POST' })).status).toBe(405);
  expect(await (await send('/organization', { method: 'HEAD' })).text()).toBe('');
});

test('has every state and one unknown state in the gallery at any time', async () => {
  for (const time of [NOW, NOW + 1_234_567, NOW + 86_400_000]) {
    const send = at(time);
    const gallery = await projectNamed(send, 'state-gallery');
    const { results } = parse(Statuses, await read(send, `/project/${gallery}/environment/status`));
    expect(results.map(({ state }) => state).sort()).toEqual([...STATES, 'HIBERNATING'].sort());
  }
});

test('has an environment that was never deployed', async () => {
  const send = at(NOW);
  const all = await Promise.all(
    (await environmentIds(send)).map(async (id) => parse(Status, await read(send, `/environment/${id}/status`))),
  );
  const never = all.filter((status) => status.deployment_status === 'NEVER_DEPLOYED');
  expect(never.length).toBeGreaterThan(1);
  for (const status of never) expect(status).toMatchObject({ state: 'READY' });
  expect(never.every((status) => status.last_deployment_id === null)).toBe(true);
  expect(all.some((status) => status.deployment_status === 'OUT_OF_DATE')).toBe(true);
});

test('returns a history that agrees with the status at any time', async () => {
  const ids = await environmentIds(at(NOW));
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 7 * 86_400_000 }), fc.constantFrom(...ids), async (later, id) => {
      const send = at(NOW + later);
      const status = parse(Status, await read(send, `/environment/${id}/status`));
      const { results } = parse(History, await read(send, `/environment/${id}/deploymentHistoryV2?pageSize=5`));
      const newest = results[0];
      expect(results).toHaveLength(status.deployment_status === 'NEVER_DEPLOYED' ? 0 : 5);
      expect(newest?.identifier.execution_id).toBe(status.last_deployment_id ?? undefined);
      expect(newest?.status ?? 'READY').toBe(status.last_deployment_state);
      expect(newest?.auditing_data.created_at).toBe(status.last_deployment_date ?? undefined);
      const total = status.total_deployment_duration_in_seconds;
      if (typeof total === 'number') expect(seconds(newest?.total_duration ?? '')).toBe(total);
      const starts = results.map((item) => item.auditing_data.created_at);
      expect(starts).toEqual([...starts].sort().reverse());
    }),
    { numRuns: 300 },
  );
});

test('after a deployment of some services the environment may still be failing, and one service says so', async () => {
  const send = (later: number) => at(NOW + later);
  const ids = await environmentIds(at(NOW));
  const apart = [];
  for (let hour = 0; hour < 24; hour += 1) {
    for (const id of ids) {
      const statuses = parse(Whole, await read(send(hour * 3_600_000), `/environment/${id}/statuses`));
      const { state, last_deployment_state } = statuses.environment;
      if (state !== last_deployment_state) apart.push(statuses);
    }
  }
  expect(apart.length).toBeGreaterThan(0);
  for (const { environment, ...kinds } of apart) {
    expect(environment.state).toBe('DEPLOYMENT_ERROR');
    expect(environment.last_deployment_state).toBe('DEPLOYED');
    const states = Object.values(kinds).flatMap((services) => services.map((one) => one.state));
    expect(states.filter((state) => state === 'DEPLOYMENT_ERROR')).toHaveLength(1);
  }
});

test('limits the page size of the history', async () => {
  const [pin] = demoPins();
  for (const [query, size] of [
    ['', 20],
    ['?pageSize=3', 3],
    ['?pageSize=999', 100],
    ['?pageSize=x', 20],
  ] as const) {
    const { results } = parse(History, await read(at(NOW), `/environment/${pin}/deploymentHistoryV2${query}`));
    expect(results).toHaveLength(size);
  }
});

const NEXT: Readonly<Record<string, readonly string[]>> = {
  DEPLOYMENT_QUEUED: ['BUILDING'],
  BUILDING: ['BUILD_ERROR', 'DEPLOYING'],
  DEPLOYING: ['DEPLOYED', 'DEPLOYMENT_ERROR', 'CANCELING'],
  CANCELING: ['CANCELED'],
  RESTART_QUEUED: ['RESTARTING'],
  RESTARTING: ['RESTARTED', 'RESTART_ERROR'],
  STOP_QUEUED: ['STOPPING'],
  STOPPING: ['STOPPED', 'STOP_ERROR'],
};
const STARTS = ['DEPLOYMENT_QUEUED', 'RESTART_QUEUED', 'STOP_QUEUED'];

test('states follow each other in the true order, and a stop is followed by a deployment', async () => {
  let time = NOW;
  const send = createSimulatedQovery({ now: () => time });
  const seen = new Set<string>();
  for (const pin of demoPins()) {
    let before: InferOutput<typeof Status> | undefined;
    let last = '';
    for (time = NOW; time < NOW + 4 * 3_600_000; time += 2000) {
      const text = await (await send(`/environment/${pin}/status`)).text();
      // Almost every answer is the one before.
      if (text === last) continue;
      last = text;
      const status = parse(Status, JSON.parse(text));
      if (before !== undefined && before.state !== status.state) {
        const allowed = before.state === 'STOPPED' ? ['DEPLOYMENT_QUEUED'] : (NEXT[before.state] ?? STARTS);
        expect(allowed).toContain(status.state);
      }
      seen.add(status.state);
      before = status;
    }
  }
  expect([...seen]).toEqual(expect.arrayContaining(['DEPLOYED', 'BUILDING', 'CANCELED', 'RESTARTED', 'STOPPED']));
}, 60_000);

test('refuses requests without the token when one is set', async () => {
  const send = at(NOW, { token: 'qov_1' });
  const refused = await send('/organization');
  expect(refused.status).toBe(401);
  expect(await refused.json()).toMatchObject({ status: 401, error: 'Unauthorized' });
  for (const scheme of ['Token', 'Bearer']) {
    expect((await send('/organization', { headers: { Authorization: `${scheme} qov_1` } })).status).toBe(200);
  }
  expect((await send('/organization', { headers: { Authorization: 'Token qov_2' } })).status).toBe(401);
});

test('injects each fault when a request names it', async () => {
  const send = at(NOW);
  expect((await send('/organization?demo=503')).status).toBe(503);
  expect((await send('/organization?demo=418')).status).toBe(418);
  const limited = await send('/organization?demo=429');
  expect([limited.status, limited.headers.get('Retry-After')]).toEqual([429, '30']);
  await expect(send('/organization?demo=drop')).rejects.toThrow(TypeError);
  const html = await send('/organization?demo=html');
  expect([html.status, html.headers.get('Content-Type')]).toEqual([200, 'text/html']);
  await expect((await send('/organization?demo=malformed')).json()).rejects.toThrow(SyntaxError);
  const empty = await send('/organization?demo=empty');
  expect([empty.status, await empty.text()]).toEqual([200, '']);
  expect((await send('/organization?demo=latency:1')).status).toBe(200);
});

test.each(['hang', 'latency:60000'])('ends %s when the request is aborted', async (fault) => {
  const controller = new AbortController();
  const answer = at(NOW)(`/organization?demo=${fault}`, { signal: controller.signal });
  setTimeout(() => controller.abort(), 5);
  await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
  await expect(at(NOW)('/organization', { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
});

test('refuses request 1,001 of an hour for that token only', async () => {
  let time = NOW;
  const send = withRateLimit(at(NOW), { now: () => time });
  const one = { headers: { Authorization: 'Token one' } };
  const first = await send('/environment/x', one);
  expect(first.headers.get('X-RateLimit-Remaining')).toBe('999');
  time += 60_000;
  for (let sent = 1; sent < 1000; sent += 1) expect((await send('/environment/x', one)).status).toBe(404);
  const refused = await send('/environment/x', one);
  expect(refused.status).toBe(429);
  expect(refused.headers.get('Retry-After')).toBe('3540');
  expect(refused.headers.get('X-RateLimit-Remaining')).toBe('0');
  expect((await send('/organization', { headers: { Authorization: 'Token two' } })).status).toBe(200);
  time = NOW + 3_600_000;
  expect((await send('/organization', one)).status).toBe(200);
  expect((await send('/organization', one)).status).toBe(429);
});

test('pins environments that deploy often, and none of the gallery', async () => {
  const pins = demoPins();
  expect(new Set(pins).size).toBe(12);
  const Pinned = object({ project: object({ id: string() }), organization: object({ id: string() }) });
  const pinned = await Promise.all(pins.map(async (id) => parse(Pinned, await read(at(NOW), `/environment/${id}`))));
  expect(new Set(pinned.map((item) => item.project.id)).size).toBeGreaterThanOrEqual(3);
  expect(new Set(pinned.map((item) => item.organization.id)).size).toBe(1);
  expect(pinned.map((item) => item.project.id)).not.toContain(await projectNamed(at(NOW), 'state-gallery'));
  const statesAt = (time: number) =>
    Promise.all(pins.map(async (id) => parse(Status, await read(at(time), `/environment/${id}/status`)).state));
  const [now, later] = [await statesAt(NOW), await statesAt(NOW + 90_000)];
  expect(now.filter((state, index) => state !== later[index]).length).toBeGreaterThanOrEqual(2);
});

test('answers for 8,000 environments with distinct ids', async () => {
  const send = at(NOW, { environments: 8000 });
  expect(new Set(await environmentIds(send)).size).toBe(8000);
  const path = `/project/${await projectNamed(send, 'storefront')}/environment/status`;
  expect((await send(path)).status).toBe(200);
});

test('limits a token to one organization, and a policy token to one environment', async () => {
  const send = at(NOW);
  const by = (authorization: string, path: string) => send(path, { headers: { Authorization: authorization } });
  const all = parse(Named, await read(send, '/organization')).results;
  const own = parse(Named, await (await by('Token qov_x_org2', '/organization')).json()).results;
  expect(own).toEqual([all[1]].map((one) => ({ id: one?.id, name: one?.name })));
  expect((await by('Token qov_x_org2', `/organization/${all[1]?.id}/environments`)).status).toBe(200);
  expect((await by('Token qov_x_org2', `/organization/${all[0]?.id}/environments`)).status).toBe(404);

  const [first, second] = await environmentIds(send);
  expect((await by(`Token sk-qov-${first}`, `/environment/${first}/status`)).status).toBe(200);
  expect((await by(`Token sk-qov-${first}`, `/environment/${second}/status`)).status).toBe(401);
  expect((await by(`Token sk-qov-${first}`, '/organization')).status).toBe(403);
});
