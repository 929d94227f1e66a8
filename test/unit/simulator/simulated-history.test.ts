import { parse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { detailedHistory } from '#api/detailed-history-schema.ts';
import { judgeDeployments } from '#domain/delivery/judge-deployments.ts';
import { demoPins } from '#simulator/demo-board.ts';
import { createSimulatedQovery } from '#simulator/simulated-qovery.ts';

const NOW = Date.UTC(2026, 7, 3, 10);
const DAY_MS = 86_400_000;
const pins = demoPins();

const answerOf = async (id: string, now = NOW, size = 100): Promise<unknown> => {
  const response = await createSimulatedQovery({ now: () => now })(
    `/environment/${id}/deploymentHistoryV2?pageSize=${size}`,
  );
  return response.json();
};
const historyOf = async (id: string, now?: number, size?: number) =>
  parse(detailedHistory, await answerOf(id, now, size));

describe('the simulated history', () => {
  it.each(pins)('of %s is 14 days deep, and each deployment starts after the one before', async (id) => {
    const starts = (await historyOf(id)).map(({ startedAt }) => startedAt ?? 0);
    expect(starts).toHaveLength(100);
    expect(NOW - (starts[0] ?? NOW)).toBeGreaterThan(14 * DAY_MS);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    expect(new Set(starts).size).toBe(100);
  });

  it('has the same deployments a day later, as far as both histories keep them', async () => {
    const [id = ''] = pins;
    const before = new Map((await historyOf(id)).map((deployment) => [deployment.id, deployment]));
    const after = await historyOf(id, NOW + DAY_MS);
    const common = after.filter(({ id: deploymentId }) => before.has(deploymentId));
    expect(common.length).toBeGreaterThan(40);
    for (const deployment of common.slice(0, -1)) expect(before.get(deployment.id)).toEqual(deployment);
  });

  it('names commits of the past with their authors, and holds TAGS_NOT_IMPLEMENTED instead of their tags', async () => {
    const [id = ''] = pins;
    const text = JSON.stringify(await answerOf(id));
    expect(text).toContain('"author_name"');
    expect(new Set([...text.matchAll(/"tag":"TAGS_NOT_IMPLEMENTED"/g)]).size).toBeGreaterThan(99);
    const commits = (await historyOf(id)).flatMap(({ startedAt = 0, services = [] }) =>
      services.flatMap(({ committedAt }) => (committedAt === undefined ? [] : [{ startedAt, committedAt }])),
    );
    expect(commits.length).toBeGreaterThan(99);
    expect(commits.every(({ startedAt, committedAt }) => committedAt <= startedAt)).toBe(true);
  });

  it('has failures, recoveries, repeats and believable lead times', async () => {
    const histories = await Promise.all(pins.map((id) => historyOf(id)));
    const judged = histories.flatMap((history, index) => judgeDeployments(pins[index] ?? '', history));
    const share = (count: number) => count / judged.length;
    const changes = judged.filter(({ kind }) => kind === 'change');
    expect(share(changes.filter(({ hasSucceeded }) => !hasSucceeded).length)).toBeGreaterThan(0.03);
    expect(share(changes.filter(({ hasSucceeded }) => !hasSucceeded).length)).toBeLessThan(0.25);
    expect(judged.some(({ kind }) => kind === 'repeat')).toBe(true);
    const leadHours = judged.flatMap(({ leadMs }) => (leadMs === undefined ? [] : [leadMs / 3_600_000]));
    expect(leadHours.length).toBeGreaterThan(50);
    expect(Math.max(...leadHours)).toBeLessThan(24 * 21);
  });
});
