import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { endChangedSnoozes, endSnooze, snooze } from '#data/preferences/snoozes.ts';
import { stubHost, unstubHost } from '#test/support/host-tabs.ts';

const HOUR_MS = 3_600_000;
const NOW = Date.UTC(2026, 9, 24, 20);
const KEY = 'envboard.snoozes@';
const reading = { state: 'BUILD_ERROR', deploymentId: 'first', heardAt: NOW };

beforeEach(() => {
  stubHost();
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
  unstubHost();
});

const stored = (): Record<string, unknown> => JSON.parse(localStorage.getItem(KEY) ?? '{"value":{}}').value;
const ids = () => Object.keys(stored());
const hear = (state: string, lastDeploymentId = 'first', at = NOW + 1_000) =>
  endChangedSnoozes([{ id: 'e', state, lastDeploymentState: state, lastDeploymentId }], at);

test('silences an environment until the user ends it, and leaves the others', () => {
  snooze('e', 'changed', reading);
  snooze('f', 'hour', undefined);
  expect(stored()).toEqual({ e: { silenced: reading }, f: { until: NOW + HOUR_MS } });
  endSnooze('e');
  expect(ids()).toEqual(['f']);
});

describe('an answer', () => {
  test.each([
    ['another state', () => hear('DEPLOYED')],
    ['another deployment', () => hear('BUILD_ERROR', 'second')],
  ])('with %s ends the snooze', (_, answer) => {
    snooze('e', 'changed', reading);
    hear('BUILD_ERROR');
    expect(ids()).toEqual(['e']);
    answer();
    expect(ids()).toEqual([]);
  });

  test('ends no snooze of another environment', () => {
    snooze('f', 'changed', reading);
    hear('DEPLOYED');
    expect(ids()).toEqual(['f']);
  });

  test('writes nothing without a change', () => {
    const write = vi.spyOn(localStorage, 'setItem');
    hear('DEPLOYED');
    expect(write).not.toHaveBeenCalled();
    snooze('e', 'changed', reading);
    write.mockClear();
    hear('BUILD_ERROR');
    expect(write).not.toHaveBeenCalled();
  });
});

test('keeps a snooze of an older version only when it has an end', () => {
  const value = { timed: { state: 'BUILD_ERROR', until: NOW + HOUR_MS }, endless: { state: 'BUILD_ERROR' } };
  localStorage.setItem(KEY, JSON.stringify({ version: 1, value }));
  snooze('new', 'changed', reading);
  expect(stored()).toEqual({ timed: { until: NOW + HOUR_MS }, new: { silenced: reading } });
});

test('a stored snooze that cannot be read ends, and the others go on', () => {
  const value = {
    e: { silenced: reading },
    f: { until: 'tomorrow' },
    x: { until: 1e300 },
    g: { until: NOW + HOUR_MS },
  };
  localStorage.setItem(KEY, JSON.stringify({ version: 2, value }));
  snooze('h', 'hour', undefined);
  expect(ids()).toEqual(['e', 'g', 'h']);
});
