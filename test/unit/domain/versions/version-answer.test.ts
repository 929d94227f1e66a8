import { expect, test } from 'vitest';
import { NO_ANSWER, runningServices, type VersionAnswer } from '#domain/versions/version-answer.ts';

const service = {
  id: 's1',
  name: 'api',
  kind: 'CONTAINER',
  source: { kind: 'image', registry: 'r', image: 'api' } as const,
  configured: { kind: 'release', text: '1.2.0' } as const,
  deployedCommit: undefined,
  commitNotedAt: undefined,
};
const answer: VersionAnswer = { ...NO_ANSWER, services: [service], observedAt: 1 };
const settled = { configuration: 'UP_TO_DATE', isSettled: true };

test('the services of one answer stay the same objects, so that an answer of another environment renders no cell again', () => {
  const first = runningServices(answer, settled);
  expect(first.get('CONTAINER api')?.deployed?.text).toBe('1.2.0');
  expect(runningServices(answer, { ...settled })).toBe(first);
});

test('the services of an answer are read anew when the environment has changed', () => {
  const runs = (from: VersionAnswer, condition: typeof settled) =>
    runningServices(from, condition).get('CONTAINER api');
  expect(runs(answer, settled)).toMatchObject({ deployed: service.configured, pending: undefined });
  const never = { configuration: 'NEVER_DEPLOYED', isSettled: true };
  expect(runs(answer, never)).toMatchObject({ deployed: undefined, pending: service.configured });
  expect(runs({ ...answer, services: [{ ...service, name: 'api ' }] }, settled)).toMatchObject({ pending: undefined });
});
