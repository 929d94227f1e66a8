import fc from 'fast-check';
import { expect, test } from 'vitest';
import { STATES } from '#domain/environment/state.ts';
import { isInProgress, isMoving, TONES, toneOf, worstTone } from '#domain/environment/tone.ts';

const anyTone = fc.constantFrom(...TONES);

test('every known state has a tone, and never unknown', () => {
  for (const state of STATES) {
    expect(TONES).toContain(toneOf(state));
    expect(toneOf(state)).not.toBe('unknown');
  }
});

test.each([
  ['QUEUED', 'queued'],
  ['WAITING_RUNNING', 'queued'],
  ['BUILD_ERROR', 'failing'],
  ['UNAVAILABLE', 'warning'],
  ['CANCELING', 'busy'],
  ['RESTARTED', 'ok'],
  ['STOPPED', 'idle'],
])('toneOf maps %s to %s', (state, tone) => {
  expect(toneOf(state)).toBe(tone);
});

test('toneOf returns failing for exactly the states that end in _ERROR', () => {
  const failing = STATES.filter((state) => toneOf(state) === 'failing');
  expect(failing).toEqual(STATES.filter((state) => state.endsWith('_ERROR')));
});

test.each([undefined, '', 'HIBERNATING', 'deployed', 'constructor', '__proto__'])(
  'toneOf returns unknown for the state %s',
  (state) => {
    expect(toneOf(state)).toBe('unknown');
  },
);

test('isMoving and isInProgress hold for exactly these tones', () => {
  expect(TONES.filter(isMoving)).toEqual(['queued', 'busy', 'unknown', 'warning']);
  expect(TONES.filter(isInProgress)).toEqual(['queued', 'busy']);
});

test('worstTone returns the most severe member in any order, and unknown for an empty group', () => {
  fc.assert(
    fc.property(fc.array(anyTone, { minLength: 1 }), (tones) => {
      const worst = worstTone(tones);
      expect(tones).toContain(worst);
      expect(Math.max(...tones.map((tone) => TONES.indexOf(tone)))).toBe(TONES.indexOf(worst));
      expect(worstTone(tones.toReversed())).toBe(worst);
    }),
  );
  expect(worstTone([])).toBe('unknown');
});
