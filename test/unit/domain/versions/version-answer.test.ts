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

test('a state that could not be read differs from one that was not requested yet, or that Qovery does not list', () => {
  const isUnread = (part: Partial<VersionAnswer>) =>
    runningServices({ ...answer, ...part }, settled).get('CONTAINER api')?.isStateUnread;
  const ofService = { id: 's1', kind: 'CONTAINER', state: 'DEPLOYED', lastDeployedAt: undefined };
  expect(isUnread({ states: [{ ...ofService, state: undefined }] })).toBe(true);
  expect(isUnread({ states: [], unreadStates: 1 })).toBe(true);
  expect(isUnread({ failure: { kind: 'offline' } })).toBe(true);
  expect(isUnread({})).toBe(false);
  expect(isUnread({ states: [] })).toBe(false);
  expect(isUnread({ states: [ofService], unreadStates: 1, failure: { kind: 'offline' } })).toBe(false);
});
