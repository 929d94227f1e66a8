import { AGE_HEAD, ageCells } from './age-record.ts';
import type { Health, Pace, Percentiles, Question, ViewersReport } from './orders.ts';

export type Outcome = {
  readonly health: Health;
  readonly isWarm: boolean;
  readonly pace: Pace;
  readonly seen: ViewersReport;
  readonly received: readonly Question[];
  /** Requests during the warm-up. */
  readonly before: number;
  /** Requests that the budget lets through until now, and in the worst hour. */
  readonly allowed: number;
  readonly worstHour: number;
  readonly memoryMb: number;
  readonly took: Percentiles | undefined;
};

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const number = (value: number): string => (value < 10 ? value.toFixed(1) : String(Math.round(value)));
const four = (all: Percentiles | undefined): string =>
  all ? [all.p50, all.p95, all.p99, all.most].map(number).join(' / ') : 'none';
const counts = (all: Readonly<Record<string, number>>): string =>
  Object.entries(all)
    .sort()
    .map(([name, count]) => `${name}: ${count}`)
    .join(', ');

function line({ pace, health, isWarm, seen, received, before, allowed, worstHour, memoryMb, took }: Outcome) {
  const of = (kind: Question['kind']) => received.filter((one) => one.kind === kind).length;
  return row([
    pace,
    health,
    isWarm ? 'warm' : 'cold',
    seen.requests,
    `${before + received.length} of ${allowed}`,
    `${of('states')} / ${of('past')} / ${of('names')}`,
    worstHour,
    counts(seen.statuses),
    counts(seen.kept),
    four(took),
    four(seen.latency),
    ...ageCells(seen.ages),
    number(memoryMb),
  ]);
}

/** Returns a table with one row a case. */
export function tableOfLoad(outcomes: readonly Outcome[]): string {
  const head = [
    'viewers’ pace',
    'Qovery',
    'gateway',
    'viewers’ requests',
    'requests to Qovery, of allowed',
    'states / past / names',
    'worst hour',
    'answers',
    '200 from',
    'gateway took p50 / p95 / p99 / most, ms',
    'viewers waited p50 / p95 / p99 / most, ms',
    ...AGE_HEAD,
    'memory, MB',
  ];
  return [row(head), row(head.map(() => '---')), ...outcomes.map(line)].join('\n');
}
