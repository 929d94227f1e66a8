import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { freshnessOf } from '#domain/environment/board-environment.ts';
import { isStuck, progressOf, runningSince } from '#domain/environment/deployment.ts';
import { observe } from '#domain/environment/observation.ts';
import { snoozeEnd } from '#domain/view/snooze.ts';
import { dateTimeText } from '#messages/date-time.ts';
import { agoText, durationText, shortAge } from '#messages/relative-time.ts';

const [MINUTE_MS, HOUR_MS] = [60_000, 3_600_000];
const PARIS = 'Europe/Paris';
const plain = (text: string): string => text.replaceAll(/\s/g, ' ');

beforeAll(() => void vi.stubEnv('TZ', PARIS));
afterAll(() => void vi.unstubAllEnvs());

const SKIPPED_AT = Date.UTC(2026, 2, 29, 1);
const TWICE_AT = Date.UTC(2026, 9, 25, 1);

describe.each([
  ['is skipped', SKIPPED_AT, 2],
  ['comes twice', TWICE_AT, 0],
])('across the hour that %s', (_, changeAt, hoursOnTheWall) => {
  const before = changeAt - 30 * MINUTE_MS;
  const after = changeAt + 30 * MINUTE_MS;
  const status = (state: string) => ({ id: 'a', state, lastDeploymentState: state });
  const at = (observedAt: number) => ({ requestedAt: observedAt - 100, observedAt });

  test('local hours differ from elapsed hours', () => {
    expect(new Date(after).getHours() - new Date(before).getHours()).toBe(hoursOnTheWall);
  });

  test('an age is the elapsed time', () => {
    expect(agoText(before, after)).toBe('1 hour ago');
    expect(shortAge(after - before)).toBe('1 h');
    expect(agoText(changeAt - MINUTE_MS, changeAt + MINUTE_MS)).toBe('2 minutes ago');
  });

  test('freshness and the time of a transition are as on any other day', () => {
    const heard = { observedAt: changeAt - 10_000, isPersisted: false, failing: false, intervalMs: 30_000 };
    expect(freshnessOf({ ...heard, now: changeAt + 10_000 })).toBe('fresh');
    const first = observe(undefined, undefined, status('BUILDING'), at(changeAt - 15_000));
    const next = observe(first, status('BUILDING'), status('DEPLOYED'), at(changeAt + 15_000));
    expect(next).toMatchObject({ since: changeAt + 15_000, isSinceSeen: true });
  });

  test('the running time of a deployment is the elapsed time', () => {
    const ended = (id: string) => ({
      id,
      startedAt: 0,
      durationSeconds: 1_800,
      state: 'DEPLOYED',
      action: 'DEPLOY',
      origin: undefined,
      triggeredBy: undefined,
    });
    const now = { ...ended('now'), startedAt: before, durationSeconds: undefined, state: 'DEPLOYING' };
    const history = [ended('1'), ended('2'), ended('3'), now];
    const running = { state: 'DEPLOYING', lastDeploymentId: 'now' };
    const since = runningSince(running, history) ?? 0;
    expect(durationText((after - since) / 1_000)).toBe('1 h 00 m');
    expect(progressOf((changeAt - since) / 1_000 - 60, 1_800)).toEqual(
      expect.objectContaining({ kind: 'left', seconds: 60 }),
    );
    expect(isStuck(running, history, [], after)).toBe(false);
    expect(isStuck(running, history, [], after + 1_000)).toBe(true);
  });

  test('a snooze of an hour lasts one hour, and one until tomorrow ends at eight', () => {
    expect(snoozeEnd('hour', before)).toBe(after);
    const morning = new Date(snoozeEnd('tomorrow', changeAt - 12 * HOUR_MS) ?? 0);
    expect([morning.getDate(), morning.getHours(), morning.getMinutes()]).toEqual([new Date(changeAt).getDate(), 8, 0]);
  });
});

test('two times with the same local time differ by their zone', () => {
  expect(plain(dateTimeText(TWICE_AT - 30 * MINUTE_MS, PARIS))).toBe('Oct 25, 2026, 2:30:00 AM GMT+2');
  expect(plain(dateTimeText(TWICE_AT + 30 * MINUTE_MS, PARIS))).toBe('Oct 25, 2026, 2:30:00 AM GMT+1');
  expect(plain(dateTimeText(SKIPPED_AT - 1_000, PARIS))).toBe('Mar 29, 2026, 1:59:59 AM GMT+1');
  expect(plain(dateTimeText(SKIPPED_AT, PARIS))).toBe('Mar 29, 2026, 3:00:00 AM GMT+2');
});
