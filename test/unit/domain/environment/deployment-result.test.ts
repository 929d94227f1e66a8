import { expect, test } from 'vitest';
import { resultOf } from '#domain/environment/deployment-result.ts';

test.each([
  ['DEPLOYED', 'well'],
  ['STOPPED', 'well'],
  ['CANCELED', 'cancelled'],
  ['BUILD_ERROR', 'failed'],
  ['DEPLOYMENT_ERROR', 'failed'],
  ['STOP_ERROR', 'failed'],
  ['BUILDING', 'running'],
  ['DEPLOYMENT_QUEUED', 'running'],
  ['A_STATE_OF_TOMORROW', 'other'],
] as const)('a deployment in the state %s has the result %s', (state, result) => {
  expect(resultOf(state)).toBe(result);
});
