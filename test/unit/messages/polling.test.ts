import { expect, test } from 'vitest';
import { liveText } from '#messages/polling.ts';

test('says "Live" when the interval is one that a user can choose, and "Slow" when it is longer', () => {
  expect(liveText('30 s', false)).toBe('Live · every 30 s');
  expect(liveText('95 min', true)).toBe('Slow · every 95 min');
});
