import { expect, test } from 'vitest';
import type { Pin } from '#domain/board/pin.ts';
import { lastSeenOf } from '#domain/view/last-seen.ts';

const status = (id: string, state: string) => [id, { id, state, lastDeploymentState: state }] as const;
const statuses = Object.fromEntries([status('a', 'DEPLOYED'), status('b', 'BUILD_ERROR'), status('c', 'DEPLOYED')]);
const members = { p: { b: null, c: null } };
const pin = (kind: Pin['kind'], id: string): Pin => ({ kind, id });

test('a board was last seen in its most urgent condition, with the environments of its project pins', () => {
  const failing = { condition: 'failing', count: 1 };
  expect(lastSeenOf([pin('environment', 'b')], { statuses, members })).toMatchObject({ worst: failing, total: 1 });
  expect(lastSeenOf([pin('environment', 'a'), pin('project', 'p')], { statuses, members })).toMatchObject({
    worst: failing,
    total: 3,
  });
  expect(lastSeenOf([pin('environment', 'a')], { statuses, members })).toMatchObject({ worst: { condition: 'ok' } });
});

test('nothing is said of a board without a reading', () => {
  expect(lastSeenOf([pin('environment', 'z'), pin('project', 'q')], { statuses, members })).toBeUndefined();
});
