import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sorted } from '#domain/attention.ts';
import type { WatchedEnvironment } from '#domain/reading.ts';
import { TONES } from '#domain/tone.ts';

const SORTS = ['attention', 'name', 'deployed', 'manual'] as const;

type Said = {
  readonly id: string;
  readonly name?: string | undefined;
  readonly mode?: string;
  readonly tone?: WatchedEnvironment['tone'];
  readonly freshness?: WatchedEnvironment['freshness'];
  readonly at?: number | undefined;
  readonly configuration?: string | undefined;
};
const watch = ({
  id,
  name,
  mode = '',
  tone = 'ok',
  freshness = 'fresh',
  at,
  configuration,
}: Said): WatchedEnvironment => ({
  id,
  tone,
  freshness,
  status: { id, state: 'X', lastDeploymentState: 'X', lastDeploymentAt: at, configuration },
  environment:
    name === undefined
      ? undefined
      : { id, name, mode, projectId: 'p', projectName: 'p', organizationId: 'o', organizationName: 'o' },
});
const anyWatched: fc.Arbitrary<WatchedEnvironment> = fc
  .record({
    id: fc.uuid(),
    name: fc.option(fc.constantFrom('api', 'API', 'pr-2', 'pr-10'), { nil: undefined }),
    mode: fc.constantFrom('PRODUCTION', 'PREVIEW'),
    tone: fc.constantFrom(...TONES),
    freshness: fc.constantFrom('fresh' as const, 'late' as const, 'unreachable' as const, 'kept' as const),
    at: fc.option(fc.nat(3), { nil: undefined }),
    configuration: fc.option(fc.constantFrom('UP_TO_DATE', 'OUT_OF_DATE'), { nil: undefined }),
  })
  .map(watch);
const anyBoard = fc.uniqueArray(anyWatched, { selector: ({ id }) => id });
const order = (watched: readonly WatchedEnvironment[], sort: (typeof SORTS)[number]) =>
  sorted(watched, sort).map(({ id }) => id);

test('every order is total: how the environments came does not count', () => {
  fc.assert(
    fc.property(anyBoard, fc.constantFrom('attention', 'name', 'deployed'), fc.nat(), (watched, sort, turn) => {
      const at = watched.length === 0 ? 0 : turn % watched.length;
      const turned = [...watched.slice(at), ...watched.slice(0, at)];
      expect(order(turned, sort)).toEqual(order(watched, sort));
      expect(order(watched.toReversed(), sort)).toEqual(order(watched, sort));
    }),
  );
});

test('sorting loses nothing, changes nothing when repeated, and leaves its input alone', () => {
  fc.assert(
    fc.property(anyBoard, fc.constantFrom(...SORTS), (watched, sort) => {
      const before = [...watched];
      const once = sorted(watched, sort);
      expect(sorted(once, sort)).toEqual(once);
      expect(new Set(once)).toEqual(new Set(watched));
      expect(watched).toEqual(before);
    }),
  );
});

test('manual is the order of the pins', () => {
  const watched = [watch({ id: 'b' }), watch({ id: 'a' })];
  expect(sorted(watched, 'manual')).toBe(watched);
});

test('what needs a look comes first', () => {
  const watched = [
    watch({ id: 'idle', tone: 'idle' }),
    watch({ id: 'ok' }),
    watch({ id: 'out of date', configuration: 'OUT_OF_DATE' }),
    watch({ id: 'not reached', freshness: 'unreachable', name: 'not reached' }),
    watch({ id: 'queued', tone: 'queued' }),
    watch({ id: 'busy', tone: 'busy' }),
    watch({ id: 'warning', tone: 'warning' }),
    watch({ id: 'failing', tone: 'failing', freshness: 'unreachable' }),
  ];
  expect(order(watched, 'attention')).toEqual(watched.map(({ id }) => id).reverse());
});

test('among equals production comes first, then the latest change, then the name as people count', () => {
  const tone = 'failing';
  const watched = [
    watch({ id: '5', tone, name: 'pr-10' }),
    watch({ id: '4', tone, name: 'pr-2' }),
    watch({ id: '3', tone, name: 'x', at: 1 }),
    watch({ id: '2', tone, name: 'x', at: 2 }),
    watch({ id: '1', tone, name: 'z', mode: 'PRODUCTION' }),
  ];
  expect(order(watched, 'attention')).toEqual(['1', '2', '3', '4', '5']);
  expect(order(watched, 'deployed')).toEqual(['2', '3', '4', '5', '1']);
  expect(order(watched, 'name')).toEqual(['4', '5', '2', '3', '1']);
});
