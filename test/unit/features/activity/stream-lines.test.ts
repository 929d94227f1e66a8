import { describe, expect, it } from 'vitest';
import type { ActivityEntry } from '#domain/activity/activity-entry.ts';
import { firstLines, type StreamLine } from '#features/activity/stream-lines.ts';
import { anId } from '#test/support/ids.ts';

const entry = (at: number): StreamLine => {
  const known: ActivityEntry = { key: `entry ${at}`, environmentId: anId(1), at, state: 'DEPLOYED', sources: ['feed'] };
  return { kind: 'entry', entry: known };
};
const day = (name: string): StreamLine => ({
  kind: 'day',
  day: name,
  counts: { failed: 0, well: 2, cancelled: 0, running: 0, other: 0 },
  isComplete: true,
  isFolded: false,
});
const LINES = [day('20261129'), entry(40), entry(30), day('20261128'), entry(20), entry(10)];

describe('the lines of a printed stream', () => {
  it('are all lines when the entries are not more than the limit', () => {
    expect(firstLines(LINES, 4)).toEqual({ printed: LINES, left: 0 });
    expect(firstLines([], 4)).toEqual({ printed: [], left: 0 });
  });

  it('end with an entry, not with the heading of a day that has none', () => {
    expect(firstLines(LINES, 3)).toEqual({ printed: LINES.slice(0, 5), left: 1 });
    expect(firstLines(LINES, 2)).toEqual({ printed: LINES.slice(0, 3), left: 2 });
  });
});
