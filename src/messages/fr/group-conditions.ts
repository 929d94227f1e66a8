import type { GroupCondition } from '#domain/view/attention.ts';
import { figures } from './common.ts';

const COUNTED = {
  failing: 'failing',
  warning: 'with a warning',
  stuck: 'longer than usual',
  busy: 'in progress',
  queued: 'queued',
  unreachable: 'not reached',
  unknown: 'unknown',
  outOfDate: 'out of date',
  ok: 'deployed',
  idle: 'idle',
  snoozed: 'snoozed',
} as const satisfies Record<GroupCondition['condition'], string>;

/** A group's most urgent condition: `1 failing`, `1 failing, 2 snoozed`, `all deployed`. */
export function groupConditionText({ condition, count, snoozed }: GroupCondition, total: number): string {
  const isCalm = condition === 'ok' || condition === 'idle' || condition === 'snoozed';
  const number = isCalm && count === total ? 'all' : figures(count);
  const text = `${number} ${COUNTED[condition]}`;
  return condition === 'snoozed' || snoozed === 0 ? text : `${text}, ${figures(snoozed)} ${COUNTED.snoozed}`;
}
