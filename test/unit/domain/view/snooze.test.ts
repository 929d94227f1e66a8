import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSnoozing, type Snooze, type SnoozedReading, snoozeEnd, snoozesAfter } from '#domain/view/snooze.ts';

const HOUR_MS = 3_600_000;
/** Returns a time of the user's clock, in the time zone of the test. */
const local = (day: number, hour: number, minute = 0) => new Date(2026, 6, day, hour, minute).getTime();

const reading = (part: Partial<SnoozedReading> = {}): SnoozedReading => ({
  state: 'BUILD_ERROR',
  deploymentId: 'first',
  heardAt: 500,
  ...part,
});
const snooze = (part: Partial<Snooze> = {}): Snooze => ({ silenced: reading(), until: undefined, ...part });
const heard = (part: Partial<SnoozedReading> = {}) => new Map([['id', reading({ heardAt: 600, ...part })]]);

test('a snooze ends with a change, after an hour, or at eight the next morning', () => {
  const now = local(4, 14, 32);
  expect(snoozeEnd('changed', now)).toBeUndefined();
  expect(snoozeEnd('hour', now)).toBe(now + HOUR_MS);
  expect(snoozeEnd('tomorrow', now)).toBe(local(5, 8));
  expect(snoozeEnd('tomorrow', local(4, 0, 1))).toBe(local(5, 8));
  expect(snoozeEnd('tomorrow', local(31, 23, 59))).toBe(local(32, 8));
});

test('a snooze holds for the silenced state and deployment until its end', () => {
  expect(isSnoozing(snooze({ until: 1_000 }), reading(), 999)).toBe(true);
  expect(isSnoozing(snooze({ until: 1_000 }), reading(), 1_000)).toBe(false);
  expect(isSnoozing(snooze(), reading({ heardAt: 600 }), 9e15)).toBe(true);
  expect(isSnoozing(snooze(), reading({ heardAt: 600, state: 'DEPLOYED' }), 999)).toBe(false);
  expect(isSnoozing(snooze(), reading({ heardAt: 600, deploymentId: 'second' }), 999)).toBe(false);
  expect(isSnoozing(undefined, reading(), 0)).toBe(false);
});

test('a snooze holds when a reading is missing or lacks its deployment', () => {
  expect(isSnoozing(snooze(), undefined, 999)).toBe(true);
  expect(isSnoozing(snooze(), reading({ heardAt: 600, deploymentId: undefined }), 999)).toBe(true);
  expect(isSnoozing(snooze({ silenced: undefined, until: 5 }), reading(), 4)).toBe(true);
  expect(isSnoozing(snooze({ silenced: undefined, until: 5 }), undefined, 5)).toBe(false);
});

test('a reading older than the silenced one does not end a snooze', () => {
  const older = { state: 'DEPLOYED', heardAt: 400 };
  expect(isSnoozing(snooze(), reading(older), 999)).toBe(true);
  expect(snoozesAfter({ id: snooze() }, heard(older), 999)).toEqual({ id: snooze() });
  expect(isSnoozing(snooze(), reading(older), 450), 'the clock was set back since').toBe(false);
  expect(isSnoozing(snooze(), reading(older), 500), 'silenced at this moment').toBe(true);
  expect(isSnoozing(snooze(), reading({ state: 'DEPLOYED' }), 999), 'a reading of the same moment').toBe(false);
});

test('a snooze does not come back when the silenced state returns', () => {
  const deployed = snoozesAfter({ id: snooze(), other: snooze() }, heard({ state: 'DEPLOYED' }), 999);
  expect(deployed).toEqual({ other: snooze() });
  expect(snoozesAfter(deployed, heard({ heardAt: 700 }), 999)).toBe(deployed);
});

test('a snooze from before the first reading silences that reading, and ends with the next', () => {
  const first = snoozesAfter({ id: snooze({ silenced: undefined, until: 5_000 }) }, heard(), 999);
  expect(first).toEqual({ id: snooze({ silenced: reading({ heardAt: 600 }), until: 5_000 }) });
  expect(snoozesAfter(first, heard({ deploymentId: 'second', heardAt: 700 }), 999)).toEqual({});
});

test('a snooze takes over the deployment that an earlier answer lacked', () => {
  const without = { id: snooze({ silenced: reading({ deploymentId: undefined }) }) };
  const after = snoozesAfter(without, heard(), 999);
  expect(after).toEqual({ id: snooze({ silenced: reading({ heardAt: 600 }) }) });
});

test('a snooze takes over no deployment of an older answer, and one of the same moment', () => {
  const without = { id: snooze({ silenced: reading({ deploymentId: undefined }) }) };
  expect(snoozesAfter(without, heard({ heardAt: 499 }), 999)).toBe(without);
  expect(snoozesAfter(without, heard({ heardAt: 700, deploymentId: undefined }), 999)).toBe(without);
  expect(snoozesAfter(without, heard({ heardAt: 500 }), 999)).toEqual({ id: snooze() });
});

test('snoozesAfter returns the same object when an answer changes nothing', () => {
  const before = { id: snooze() };
  expect(snoozesAfter(before, heard(), 999)).toBe(before);
});

test('a remaining snooze holds for the last reading after any answers', () => {
  const aReading = fc.record({
    state: fc.constantFrom('BUILD_ERROR', 'DEPLOYED'),
    deploymentId: fc.constantFrom('first', 'second', undefined),
    heardAt: fc.integer({ min: 0, max: 2_000 }),
  });
  fc.assert(
    fc.property(fc.array(aReading), (readings) => {
      const inOrder = readings.toSorted((a, b) => a.heardAt - b.heardAt);
      const after = inOrder.reduce((snoozes, one) => snoozesAfter(snoozes, new Map([['id', one]]), 2_000), {
        id: snooze(),
      } as Readonly<Record<string, Snooze>>);
      if (after.id !== undefined) expect(isSnoozing(after.id, inOrder.at(-1), 2_000)).toBe(true);
    }),
  );
});
