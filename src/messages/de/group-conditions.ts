import type { GroupCondition } from '#domain/view/attention.ts';
import { figures } from './common.ts';

const COUNTED = {
  failing: 'fehlgeschlagen',
  warning: 'mit Warnung',
  stuck: 'länger als üblich',
  busy: 'in Arbeit',
  queued: 'in Warteschlange',
  unreachable: 'nicht erreicht',
  unknown: 'unbekannt',
  outOfDate: 'veraltet',
  ok: 'deployt',
  idle: 'inaktiv',
  snoozed: 'stumm',
} as const satisfies Record<GroupCondition['condition'], string>;

/** A group's most urgent condition: `1 fehlgeschlagen`, `1 fehlgeschlagen, 2 stumm`, `alle deployt`. */
export function groupConditionText({ condition, count, snoozed }: GroupCondition, total: number): string {
  const isCalm = condition === 'ok' || condition === 'idle' || condition === 'snoozed';
  const number = isCalm && count === total && count > 1 ? 'alle' : figures(count);
  const text = `${number} ${COUNTED[condition]}`;
  return condition === 'snoozed' || snoozed === 0 ? text : `${text}, ${figures(snoozed)} ${COUNTED.snoozed}`;
}
