import { expect, test } from 'vitest';
import { countUnread, hasNoStates, servicesOf } from '#domain/environment/service.ts';

const aStatus = (id: string, state: string | undefined, kind = 'CONTAINER') => ({
  id,
  kind,
  state,
  lastDeployedAt: undefined,
});

test('servicesOf puts failing services first, sorts by name, and puts unnamed services last within a tone', () => {
  const services = servicesOf(
    [aStatus('a', 'DEPLOYED'), aStatus('b', 'BUILD_ERROR'), aStatus('c', 'DEPLOYED'), aStatus('d', 'HIBERNATING')],
    [
      { id: 'a', name: 'web-10', kind: undefined },
      { id: 'b', name: 'worker', kind: 'APPLICATION' },
      { id: 'd', name: 'cache', kind: 'CONTAINER' },
      { id: 'e', name: 'web-9', kind: 'DATABASE' },
    ],
  );
  expect(services.map(({ id, name, kind, state }) => [id, name, kind, state])).toEqual([
    ['b', 'worker', 'APPLICATION', 'BUILD_ERROR'],
    ['d', 'cache', 'CONTAINER', 'HIBERNATING'],
    ['e', 'web-9', 'DATABASE', undefined],
    ['a', 'web-10', 'CONTAINER', 'DEPLOYED'],
    ['c', undefined, 'CONTAINER', 'DEPLOYED'],
  ]);
});

const answerOf = (ids: readonly string[], unread: number) => ({ services: ids.map((id) => ({ id })), unread });

test.each([
  ['both answers lack the same service', ['a', 'b'], 1, ['a', 'b'], 1, 1],
  ['each answer lacks another service', ['a'], 1, ['b'], 1, 0],
  ['Qovery sends no status of a service', ['a'], 0, ['a', 'b'], 1, 1],
  ['an answer lists a service twice', ['a', 'a'], 0, ['a'], 0, 0],
  ['everything can be read', ['a'], 0, ['a', 'b'], 0, 0],
])(
  'countUnread counts the services that neither answer contains when %s',
  (_, states, unreadStates, names, unreadNames, count) => {
    expect(countUnread([answerOf(states, unreadStates), answerOf(names, unreadNames)])).toBe(count);
  },
);

test('countUnread counts the unreadable statuses when the names could not be fetched', () => {
  expect(countUnread([answerOf(['a'], 2), undefined])).toBe(2);
});

test('servicesOf compares numbers in names as numbers, and equal names by id, within a tone', () => {
  const named = (id: string, name: string | undefined) => ({ id, name, kind: undefined });
  const orders = [
    [named('z', undefined), named('d', 'web-10'), named('b', 'web-9'), named('c', 'web-9'), named('a', undefined)],
    [named('a', undefined), named('c', 'web-9'), named('b', 'web-9'), named('d', 'web-10'), named('z', undefined)],
  ];
  for (const names of orders) {
    const services = servicesOf([], names);
    expect(services.map(({ id }) => id)).toEqual(['b', 'c', 'd', 'a', 'z']);
    expect(services.every(({ kind, state }) => kind === '' && state === undefined)).toBe(true);
  }
});

test('servicesOf returns a service once when two entries have its id, and an empty list for no services', () => {
  expect(servicesOf([aStatus('a', 'DEPLOYED'), aStatus('a', 'DEPLOYED', 'JOB')], [])).toHaveLength(1);
  expect(servicesOf([], [])).toEqual([]);
});

test('servicesOf puts an Argo CD app last, because Qovery lists no state of it', () => {
  const services = servicesOf(
    [aStatus('a', 'DEPLOYED')],
    [
      { id: 'a', name: 'web', kind: 'APPLICATION' },
      { id: 'b', name: 'ingress', kind: 'ARGOCD_APP' },
      { id: 'c', name: 'worker', kind: 'CONTAINER' },
    ],
  );
  expect(services.map(({ name }) => name)).toEqual(['worker', 'web', 'ingress']);
  expect(services.map(hasNoStates)).toEqual([false, false, true]);
  expect(hasNoStates({ kind: 'ARGOCD_APP', state: 'DEPLOYED' })).toBe(false);
});
