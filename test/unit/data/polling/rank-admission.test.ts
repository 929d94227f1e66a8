import { describe, expect, test } from 'vitest';
import { RankAdmission } from '#data/polling/rank-admission.ts';
import type { PollSource } from '#domain/polling/poll-source.ts';
import { aProject } from '#test/support/poll-sources.ts';

const NOW = Date.UTC(2026, 9, 24, 20);
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const PLENTY = 1_000;

const many = (count: number, rank?: PollSource['rank']): readonly PollSource[] =>
  Array.from({ length: count }, (_, n) => aProject(`${rank ?? 'own'}-${n}`, undefined, { rank }));
const keysOf = (sources: readonly PollSource[]) => sources.map(({ key }) => key);

/** Returns an admission of these sources, all of them due, which remembers the sources that it has admitted. */
function open(sources: readonly PollSource[]) {
  const admission = new RankAdmission();
  const sent = new Set<string>();
  const isFirst = ({ key }: PollSource) => !sent.has(key);
  const admit = (now: number, { perHour = PLENTY, due = sources.filter(isFirst) } = {}) => {
    const result = admission.admit({ due, sources, isFirst, now, perHour });
    for (const { key } of result.admitted) sent.add(key);
    return result;
  };
  return { admit };
}

describe('sources of the user’s own boards', () => {
  test('are all admitted at once, before those of a link', () => {
    const [own, shared] = [many(400), many(3, 'shared')];
    const { admitted, heldUntil } = open([...shared, ...own]).admit(NOW);
    expect(keysOf(admitted)).toEqual(keysOf([...own, ...shared]));
    expect(heldUntil).toBe(Number.POSITIVE_INFINITY);
  });

  test('are admitted when less of the hour is left than is reserved for them, and those of a link wait for a minute', () => {
    const [own, shared] = [many(2), many(2, 'shared')];
    const { admit } = open([...own, ...shared]);
    const result = admit(NOW, { perHour: 150 });
    expect(keysOf(result.admitted)).toEqual(keysOf(own));
    expect(result.heldUntil).toBe(NOW + MINUTE_MS);
    expect(keysOf(admit(NOW + MINUTE_MS).admitted)).toEqual(keysOf(shared));
  });
});

test('admits only as many sources of a link as the hour has requests beyond the reserved ones', () => {
  const { admitted } = open(many(20, 'shared')).admit(NOW, { perHour: 205 });
  expect(admitted).toHaveLength(5);
});

describe('the first requests of unknown environments', () => {
  test('are ten at once, then one every 20 seconds', () => {
    const { admit } = open(many(13, 'unknown'));
    const first = admit(NOW);
    expect(first.admitted).toHaveLength(10);
    expect(first.heldUntil).toBe(NOW + 20_000);
    expect(admit(NOW + 19_000).admitted).toEqual([]);
    expect(admit(NOW + 20_000).admitted).toHaveLength(1);
    expect(admit(NOW + MINUTE_MS).admitted).toHaveLength(2);
  });

  test('are again ten at once, and no more, when an earlier round ended long ago', () => {
    const admission = new RankAdmission();
    const [earlier, later] = [many(10, 'unknown'), many(40, 'unknown').slice(10)];
    const admit = (due: readonly PollSource[], isFirst: (source: PollSource) => boolean, now: number) =>
      admission.admit({ due, sources: [...earlier, ...later], isFirst, now, perHour: PLENTY }).admitted;
    expect(admit(earlier, () => true, NOW)).toHaveLength(10);
    expect(admit([], () => false, NOW + HOUR_MS)).toEqual([]);
    const added = new Set(keysOf(later));
    expect(admit(later, ({ key }) => added.has(key), NOW + HOUR_MS)).toHaveLength(10);
  });

  test('delay no later request of a source that was requested before', () => {
    const sources = many(12, 'unknown');
    const { admit } = open(sources);
    const [first] = admit(NOW).admitted;
    expect(first).toBeDefined();
    expect(keysOf(admit(NOW + 1_000, { due: sources.slice(0, 1) }).admitted)).toEqual([first?.key]);
  });
});
