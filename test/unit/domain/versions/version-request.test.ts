import { expect, it } from 'vitest';
import { areServicesDue, areStatesDue, type SentRequest, versionRequestOf } from '#domain/versions/version-request.ts';

const HOUR_MS = 3_600_000;
const NOW = Date.UTC(2026, 10, 28, 12);
const status = (state: string, deployment: string, configuration = 'UP_TO_DATE') => ({
  id: 'e',
  state,
  lastDeploymentState: state,
  lastDeploymentId: deployment,
  configuration,
});
const request = (state: string, deployment: string, configuration?: string) =>
  versionRequestOf('e', status(state, deployment, configuration));
const sent = (state: string, deployment: string, configuration?: string): SentRequest => ({
  ...request(state, deployment, configuration),
  at: NOW,
});

it.each([
  ['nothing was requested', undefined, request('DEPLOYED', 'a'), 0, true],
  ['nothing has changed', sent('DEPLOYED', 'a'), request('DEPLOYED', 'a'), HOUR_MS - 1, false],
  ['an hour has passed', sent('DEPLOYED', 'a'), request('DEPLOYED', 'a'), HOUR_MS, true],
  ['the clock was set back', sent('DEPLOYED', 'a'), request('DEPLOYED', 'a'), -HOUR_MS, true],
  ['a deployment runs', sent('DEPLOYED', 'a'), request('BUILDING', 'b'), 0, false],
  ['a deployment has ended', sent('DEPLOYED', 'a'), request('DEPLOYED', 'b'), 0, true],
  ['the running deployment has ended', sent('BUILDING', 'b'), request('DEPLOYED', 'b'), 0, true],
  ['the configuration was edited', sent('DEPLOYED', 'a'), request('DEPLOYED', 'a', 'OUT_OF_DATE'), 0, true],
  ['the edit is known', sent('DEPLOYED', 'a', 'OUT_OF_DATE'), request('DEPLOYED', 'a', 'OUT_OF_DATE'), 0, false],
] as const)('the services are due or not when %s', (_, before, next, laterMs, isDue) => {
  expect(areServicesDue(before, next, NOW + laterMs)).toBe(isDue);
});

it('the states are due when the environment has changed, and not by time', () => {
  expect(areStatesDue(undefined, request('DEPLOYED', 'a'))).toBe(true);
  expect(areStatesDue(sent('DEPLOYED', 'a'), request('DEPLOYED', 'a'))).toBe(false);
  expect(areStatesDue(sent('DEPLOYED', 'a'), request('BUILDING', 'b'))).toBe(true);
  expect(areStatesDue(sent('DEPLOYED', 'a'), request('DEPLOYED', 'a', 'OUT_OF_DATE'))).toBe(true);
});
