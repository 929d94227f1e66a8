import { nameOf, type WatchedEnvironment } from './reading.ts';
import type { Tone } from './tone.ts';

const RANK_OF_TONE: Readonly<Record<Tone, number>> = {
  failing: 0,
  warning: 1,
  busy: 3,
  queued: 4,
  unknown: 5,
  ok: 7,
  idle: 8,
};
const UNREACHABLE_RANK = 5;
const OUT_OF_DATE_RANK = 6;

/** Where an environment stands in "needs attention": the lower, the sooner it wants a look. */
function attentionRank({ tone, freshness, status }: WatchedEnvironment): number {
  const ranks = [RANK_OF_TONE[tone]];
  if (freshness === 'unreachable') ranks.push(UNREACHABLE_RANK);
  if (status?.configuration === 'OUT_OF_DATE') ranks.push(OUT_OF_DATE_RANK);
  return Math.min(...ranks);
}

const isProduction = ({ environment }: WatchedEnvironment): number => (environment?.mode === 'PRODUCTION' ? 0 : 1);
const changedAt = ({ status }: WatchedEnvironment): number => status?.lastDeploymentAt ?? 0;
const compareNames = new Intl.Collator('en', { numeric: true }).compare;

const byName = (a: WatchedEnvironment, b: WatchedEnvironment): number =>
  compareNames(nameOf(a), nameOf(b)) ||
  compareNames(a.environment?.projectName ?? '', b.environment?.projectName ?? '') ||
  (a.id < b.id ? -1 : 1);

const ORDERS = {
  attention: (a, b) =>
    attentionRank(a) - attentionRank(b) ||
    isProduction(a) - isProduction(b) ||
    changedAt(b) - changedAt(a) ||
    byName(a, b),
  name: byName,
  deployed: (a, b) => changedAt(b) - changedAt(a) || byName(a, b),
} as const satisfies Record<string, (a: WatchedEnvironment, b: WatchedEnvironment) => number>;

/** A board's environments in the order asked for; `manual` is the order of the pins. */
export function sorted(
  watched: readonly WatchedEnvironment[],
  sort: keyof typeof ORDERS | 'manual',
): readonly WatchedEnvironment[] {
  return sort === 'manual' ? watched : watched.toSorted(ORDERS[sort]);
}
