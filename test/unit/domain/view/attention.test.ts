import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { TONES, type Tone } from '#domain/environment/tone.ts';
import { attentionRank, conditionOf, groupConditionOf } from '#domain/view/attention.ts';

const environment = (tone: Tone, part: Partial<BoardEnvironment> = {}): BoardEnvironment => ({
  id: 'a',
  tone,
  freshness: 'fresh',
  ...part,
});
const outOfDate = {
  status: { id: 'a', state: 'DEPLOYED', lastDeploymentState: 'DEPLOYED', configuration: 'OUT_OF_DATE' },
};
const anyEnvironment = fc
  .record({
    tone: fc.constantFrom(...TONES),
    freshness: fc.constantFrom('fresh' as const, 'late' as const, 'unreachable' as const),
    isStuck: fc.boolean(),
    isSnoozed: fc.boolean(),
    isOutOfDate: fc.boolean(),
  })
  .map(({ tone, isOutOfDate, ...part }) => environment(tone, { ...part, ...(isOutOfDate && outOfDate) }));

test.each([
  ['failing', environment('failing', { freshness: 'unreachable' })],
  ['failing', environment('failing', { isStuck: true, ...outOfDate })],
  ['warning', environment('warning', { isStuck: true, ...outOfDate })],
  ['stuck', environment('busy', { isStuck: true })],
  ['unreachable', environment('ok', { freshness: 'unreachable', ...outOfDate })],
  ['unreachable', environment('unknown', { freshness: 'unreachable' })],
  ['outOfDate', environment('ok', outOfDate)],
  ['snoozed', environment('failing', { isSnoozed: true })],
  ['idle', environment('idle')],
] as const)('the most urgent condition is %s', (condition, given) => {
  expect(conditionOf(given)).toBe(condition);
});

test('the condition of a group is the most urgent condition of its members', () => {
  fc.assert(
    fc.property(fc.array(anyEnvironment, { minLength: 1 }), (members) => {
      const worst = groupConditionOf(members);
      const ranks = members.map(attentionRank);
      expect(worst.rank).toBe(Math.min(...ranks));
      expect(worst.count).toBe(members.map(conditionOf).filter((one) => one === worst.condition).length);
      expect(worst.count).toBeGreaterThan(0);
      expect(worst.snoozed).toBe(members.filter(({ isSnoozed }) => isSnoozed).length);
    }),
  );
});

test('a group without members is unknown, never ok', () => {
  expect(groupConditionOf([])).toMatchObject({ condition: 'unknown', count: 0, snoozed: 0 });
});
