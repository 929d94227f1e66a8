import { expect, test } from 'vitest';
import { servicesOf } from '#domain/environment/service.ts';

const aStatus = (id: string, state: string | undefined, kind = 'CONTAINER') => ({
  id,
  kind,
  state,
  lastDeployedAt: undefined,
});

test('failing services come first, then by name; nameless ones last among their likes', () => {
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

test('among their likes names are in order, numbers as numbers, the nameless last, and equals by id', () => {
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

test('a service that two lists name is shown once, and none are none', () => {
  expect(servicesOf([aStatus('a', 'DEPLOYED'), aStatus('a', 'DEPLOYED', 'JOB')], [])).toHaveLength(1);
  expect(servicesOf([], [])).toEqual([]);
});
