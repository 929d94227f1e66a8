import { expect, test } from 'vitest';
import { type Failure, isDenial } from '#domain/environment/failure.ts';

test('isDenial is true for exactly denied and missing', () => {
  const failures: readonly Failure[] = [
    { kind: 'denied' },
    { kind: 'missing' },
    { kind: 'unauthorized', credential: 'token' },
    { kind: 'offline' },
    { kind: 'server', status: 404 },
  ];
  expect(failures.filter(isDenial).map(({ kind }) => kind)).toEqual(['denied', 'missing']);
});
