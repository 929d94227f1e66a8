import { readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, it } from 'vitest';
import { ask } from './support/asking.ts';
import { configure, startGateway } from './support/gateway.ts';
import { idOf } from './support/ids.ts';
import { json, startUpstream } from './support/upstream.ts';

const project = (number: number): string => `/api/project/${idOf(number)}/environment/status`;
const projects = (count: number): string[] => Array.from({ length: count }, (_, number) => project(number));
const idsOf = (count: number): string => Array.from({ length: count }, (_, number) => idOf(number)).join(',');
const secondsKept = (state: string): number => Number(readlinkSync(join(state, 'lifetime')).replace('lifetime-', ''));
const LATE = { timeout: 15_000, interval: 200 };

describe.concurrent('the lifetime of a status', () => {
  // 900 requests an hour: 838.8 in the long run, and 61 at once. nginx caches an answer up to a second longer.
  it.for([
    [{ QOVERY_PROJECTS: idsOf(20) }, 85],
    [{ QOVERY_PROJECTS: idsOf(5) }, 21],
    [{ QOVERY_PROJECTS: idsOf(3), QOVERY_ENVIRONMENTS: idsOf(2) }, 21],
    [{ QOVERY_PROJECTS: idsOf(20), QOVERY_REQUESTS_PER_HOUR: '450' }, 172],
    [{ QOVERY_PROJECTS: idsOf(2) }, 9],
    [{}, 9],
    [{ QOVERY_PROJECTS: idsOf(20), QOVERY_STATUS_SECONDS: '30' }, 30],
  ] as const)('with %j is %d s at the start', async ([settings, seconds], { expect }) => {
    using configured = await configure(settings);
    expect(configured.code).toBe(0);
    expect(secondsKept(configured.state)).toBe(seconds);
  });

  it('follows the number of projects that viewers watch', async ({ expect }) => {
    await using upstream = await startUpstream();
    await using gateway = await startGateway({ QOVERY_API_URL: upstream.url, ENVBOARD_WATCH_SECONDS: '1' });
    for (const path of projects(5)) await ask(gateway.port, path);
    await expect.poll(() => secondsKept(gateway.state), LATE).toBe(21);
    for (const path of projects(20)) await ask(gateway.port, path);
    await expect.poll(() => secondsKept(gateway.state), LATE).toBe(85);
    // Paths of which Qovery knows nothing count for nothing.
    upstream.answerWith(json({}, 404));
    for (let number = 100; number < 110; number += 1) await ask(gateway.port, project(number));
    await sleep(2_500);
    expect(secondsKept(gateway.state)).toBe(85);
  });

  it('is shorter by what a slow Qovery takes, also where that is a small part of it', async ({ expect }) => {
    await using upstream = await startUpstream((request, response) => {
      setTimeout(() => json({ results: [] })(request, response), 2_500);
    });
    await using gateway = await startGateway({
      QOVERY_API_URL: upstream.url,
      QOVERY_PROJECTS: idsOf(20),
      ENVBOARD_WATCH_SECONDS: '1',
    });
    expect(secondsKept(gateway.state)).toBe(85);
    await Promise.all(projects(2).map((path) => ask(gateway.port, path)));
    await expect.poll(() => secondsKept(gateway.state), LATE).toBe(83);
  });

  it('counts for what is fetched from then on', async ({ expect }) => {
    await using upstream = await startUpstream();
    await using gateway = await startGateway({ QOVERY_API_URL: upstream.url, QOVERY_STATUS_SECONDS: '5' });
    const cacheOf = async () => (await ask(gateway.port, project(1))).headers['x-cache'];
    expect(await cacheOf()).toBe('MISS');
    await sleep(3_000);
    expect(await cacheOf()).toBe('HIT');
    await sleep(3_300);
    expect(await cacheOf()).toBe('EXPIRED');
  });
});
