import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { TONES, type Tone, worstTone } from '#domain/environment/tone.ts';

/** Counts of a board. A snoozed environment counts in `total` and `snoozed` only. */
export type Summary = {
  readonly total: number;
  readonly counts: Readonly<Record<Tone, number>>;
  readonly outOfDate: number;
  readonly notReached: number;
  /** Environments without a state that Envboard knows, without those that are not reached. */
  readonly unknown: number;
  /** Environments of which no answer and no failure is known yet. */
  readonly unchecked: number;
  readonly snoozed: number;
  /** The worst tone of the environments that are not snoozed; `idle` when all are. */
  readonly tone: Tone;
};

/**
 * Returns the number of environments by tone and condition. A board without readings has the tone unknown, never ok.
 */
export function summarize(environments: readonly BoardEnvironment[]): Summary {
  const counted = environments.filter(({ isSnoozed }) => isSnoozed !== true);
  const count = (is: (environment: BoardEnvironment) => boolean) => counted.filter(is).length;
  const snoozed = environments.length - counted.length;
  const counts = Object.fromEntries(TONES.map((tone) => [tone, 0])) as Record<Tone, number>;
  for (const { tone } of counted) counts[tone] += 1;
  return {
    total: environments.length,
    counts,
    outOfDate: count(({ status }) => status?.configuration === 'OUT_OF_DATE'),
    notReached: count(({ freshness }) => freshness === 'unreachable'),
    unknown: count(({ tone, freshness }) => tone === 'unknown' && freshness !== 'unreachable'),
    unchecked: count(({ status, failure }) => status === undefined && failure === undefined),
    snoozed,
    tone: snoozed > 0 && counted.length === 0 ? 'idle' : worstTone(counted.map(({ tone }) => tone)),
  };
}

/** A part of the sentence about a whole board. `unchecked`: no environment has a reading. */
export type SummaryPart =
  | 'unchecked'
  | 'failing'
  | 'allDeployed'
  | 'noneFailing'
  | 'busy'
  | 'queued'
  | 'notReached'
  | 'unknown'
  | 'outOfDate'
  | 'snoozed';

/** Returns the parts of the sentence about a board, in order, each with its number of environments. Never empty. */
export function summaryParts({
  total,
  counts,
  notReached,
  unknown,
  unchecked,
  outOfDate,
  snoozed,
}: Summary): readonly (readonly [part: SummaryPart, count: number])[] {
  if (unchecked === total) return [['unchecked', total]];
  const isCalm = counts.failing === 0;
  const whenCalm = (count: number): number => (isCalm ? count : 0);
  const isDeployed = counts.ok === total;
  const all: readonly (readonly [part: SummaryPart, count: number])[] = [
    ['failing', counts.failing],
    ['allDeployed', isDeployed ? total : 0],
    ['noneFailing', isCalm && !isDeployed && counts.unknown < total ? total - snoozed : 0],
    ['busy', whenCalm(counts.busy)],
    ['queued', whenCalm(counts.queued)],
    ['notReached', notReached],
    ['unknown', unknown],
    ['outOfDate', whenCalm(outOfDate)],
    ['snoozed', snoozed],
  ];
  return all.filter(([, count]) => count > 0);
}
