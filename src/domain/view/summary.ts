import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { TONES, type Tone, worstTone } from '#domain/environment/tone.ts';

export type Summary = {
  readonly total: number;
  readonly counts: Readonly<Record<Tone, number>>;
  readonly outOfDate: number;
  readonly notReached: number;
  readonly snoozed: number;
  readonly tone: Tone;
};

/**
 * Returns the number of environments by tone and condition. A board without readings has the tone unknown, never ok.
 */
export function summarize(environments: readonly BoardEnvironment[]): Summary {
  const count = (is: (environment: BoardEnvironment) => boolean) => environments.filter(is).length;
  const counts = Object.fromEntries(TONES.map((tone) => [tone, 0])) as Record<Tone, number>;
  for (const { tone } of environments) counts[tone] += 1;
  return {
    total: environments.length,
    counts,
    outOfDate: count(({ status }) => status?.configuration === 'OUT_OF_DATE'),
    notReached: count(({ freshness }) => freshness === 'unreachable'),
    snoozed: count(({ isSnoozed }) => isSnoozed === true),
    tone: worstTone(environments.map(({ tone }) => tone)),
  };
}
