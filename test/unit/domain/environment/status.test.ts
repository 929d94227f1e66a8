import { expect, test } from 'vitest';
import { type EnvironmentStatus, isPartial } from '#domain/environment/status.ts';

const status = (part: Partial<EnvironmentStatus> = {}): EnvironmentStatus => ({
  id: 'a',
  state: 'DEPLOYED',
  lastDeploymentState: 'DEPLOYED',
  ...part,
});

test('an answer is partial when no status in it has a configuration or an origin', () => {
  expect(isPartial([status()])).toBe(true);
  expect(isPartial([status(), status({ lastDeploymentId: 'd' })])).toBe(true);
  expect(isPartial([status(), status({ origin: 'GIT' })])).toBe(false);
  expect(isPartial([status({ configuration: 'UP_TO_DATE' }), status()])).toBe(false);
});

test('an answer without a status shows nothing about the others', () => {
  expect(isPartial([])).toBe(false);
});
