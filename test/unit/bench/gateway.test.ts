import { expect, test } from 'vitest';
import { AgeRecord } from '#bench/gateway/age-record.ts';
import { allowanceOf, allowedIn, mostWithin } from '#bench/gateway/allowed.ts';
import { percentilesOf } from '#bench/gateway/orders.ts';

test('what nginx lets through is read from its configuration, rounded as it rounds', () => {
  const allowance = allowanceOf(
    'limit_req_zone $server_name zone=budget:32k rate=14r/m;\nlimit_req zone=path burst=1 nodelay;\nlimit_req zone=budget burst=60 nodelay;',
  );
  expect(allowance).toEqual({ atOnce: 61, perSecond: 0.233 });
  expect([0, 60, 3_600].map((seconds) => allowedIn(allowance, seconds))).toEqual([61, 74, 899]);
});

test.each([
  [[], 0],
  [[5], 1],
  [[0, 100], 1],
  [[0, 99], 2],
  [[0, 60, 110, 150, 400], 3],
  [[0, 0, 0, 500, 501], 3],
])('the most of %j within any hundred milliseconds is %d', (times, most) => {
  expect(mostWithin(times, 100)).toBe(most);
});

test('percentiles are values that came, by nearest rank', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(percentilesOf(hundred)).toEqual({ p50: 50, p95: 95, p99: 99, most: 100 });
  expect(percentilesOf([7])).toEqual({ p50: 7, p95: 7, p99: 7, most: 7 });
  expect(percentilesOf([])).toBeUndefined();
});

test('an answer counts as older when the same viewer had a later one of the same path', () => {
  const ages = new AgeRecord();
  const answer = (fetchedAt: number) => ({ 'x-fetched-at': String(fetchedAt), 'x-gateway-time': '100' });
  ages.add(1, '/a', answer(50));
  ages.add(1, '/a', answer(40));
  ages.add(2, '/a', answer(30));
  ages.add(1, '/b', answer(20), false);
  ages.add(1, '/a', {});
  expect(ages.report()).toEqual({ age: { p50: 60, p95: 70, p99: 70, most: 70 }, older: 1, compared: 1 });
});
