import fc from 'fast-check';
import { expect, test } from 'vitest';
import { STATES } from '#domain/environment/state.ts';
import { isInProgress, isMoving, TONES, toneOf, worstTone } from '#domain/environment/tone.ts';

const anyTone = fc.constantFrom(...TONES);

test('every state has a tone, and none is unknown', () => {
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
])('%s is %s', (state, tone) => {
  expect(toneOf(state)).toBe(tone);
});

test('exactly the errors are failing', () => {
  const failing = STATES.filter((state) => toneOf(state) === 'failing');
  expect(failing).toEqual(STATES.filter((state) => state.endsWith('_ERROR')));
});

test.each([undefined, '', 'HIBERNATING', 'deployed', 'constructor', '__proto__'])('%s is unknown', (state) => {
  expect(toneOf(state)).toBe('unknown');
});

test('what is in progress moves, and what is settled does not', () => {
  expect(TONES.filter(isMoving)).toEqual(['queued', 'busy', 'unknown', 'warning']);
  expect(TONES.filter(isInProgress)).toEqual(['queued', 'busy']);
});

test('the worst tone is a member, none is worse, and the order does not count', () => {
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
