import type { GroupCondition } from '#domain/view/attention.ts';
import { counted } from './common.ts';

type Forms = readonly [one: string, other: string];
const same = (text: string): Forms => [text, text];

const SNOOZED: Forms = ['silenciado', 'silenciados'];
const COUNTED = {
  failing: same('con error'),
  warning: same('con aviso'),
  stuck: same('más de lo habitual'),
  busy: same('en curso'),
  queued: same('en cola'),
  unreachable: ['inaccesible', 'inaccesibles'],
  unknown: ['desconocido', 'desconocidos'],
  outOfDate: ['desactualizado', 'desactualizados'],
  ok: ['desplegado', 'desplegados'],
  idle: ['inactivo', 'inactivos'],
  snoozed: SNOOZED,
} as const satisfies Record<GroupCondition['condition'], Forms>;

const countText = (count: number, [one, other]: Forms): string =>
  counted(count, { one: `# ${one}`, other: `# ${other}` });

/** A group's most urgent condition: `1 con error`, `1 con error, 2 silenciados`, `todos desplegados`. */
export function groupConditionText({ condition, count, snoozed }: GroupCondition, total: number): string {
  const isCalm = condition === 'ok' || condition === 'idle' || condition === 'snoozed';
  const forms = COUNTED[condition];
  const text = isCalm && count === total && count > 1 ? `todos ${forms[1]}` : countText(count, forms);
  return condition === 'snoozed' || snoozed === 0 ? text : `${text}, ${countText(snoozed, SNOOZED)}`;
}
