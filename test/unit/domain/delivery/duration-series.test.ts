import { expect, it } from 'vitest';
import { durationSeries } from '#domain/delivery/duration-series.ts';
import { judgeDeployments } from '#domain/delivery/judge-deployments.ts';

const DAY_MS = 86_400_000;
const END = Date.UTC(2026, 10, 28);

it('gives a median only to seven days with ten changes', () => {
  const deployments = Array.from({ length: 10 }, (_, index) => ({
    id: String(index),
    state: 'DEPLOYED',
    action: 'DEPLOY',
    startedAt: END - 3 * DAY_MS + index,
    durationSeconds: 60 + index,
    origin: undefined,
    triggeredBy: undefined,
    services: undefined,
  }));
  const pointsOf = (count: number) =>
    durationSeries(judgeDeployments('environment', deployments.slice(0, count)), { from: END - 2 * DAY_MS, to: END });
  expect(pointsOf(10).at(-1)).toMatchObject({ medianSeconds: 64, changes: 10 });
  expect(pointsOf(9).at(-1)).toMatchObject({ medianSeconds: undefined, p90Seconds: undefined, changes: 9 });
});
