import type { GroupCondition } from '#domain/view/attention.ts';
import { counted, figures } from './common.ts';

type Forms = readonly [one: string, other: string];
const same = (text: string): Forms => [text, text];

const COUNTED = {
  failing: same('en échec'),
  warning: same('en alerte'),
  stuck: same('plus long que d’habitude'),
  busy: same('en cours'),
  queued: same('en attente'),
  unreachable: ['injoignable', 'injoignables'],
  unknown: ['inconnu', 'inconnus'],
  outOfDate: same('pas à jour'),
  ok: ['déployé', 'déployés'],
  idle: ['inactif', 'inactifs'],
  snoozed: same('en sourdine'),
} as const satisfies Record<GroupCondition['condition'], Forms>;

const countText = (count: number, [one, other]: Forms): string =>
  counted(count, { one: `# ${one}`, other: `# ${other}` });

/** A group's most urgent condition: `1 en échec`, `1 en échec, 2 en sourdine`, `tous déployés`. */
export function groupConditionText({ condition, count, snoozed }: GroupCondition, total: number): string {
  const isCalm = condition === 'ok' || condition === 'idle' || condition === 'snoozed';
  const forms = COUNTED[condition];
  const text = isCalm && count === total && count > 1 ? `tous ${forms[1]}` : countText(count, forms);
  return condition === 'snoozed' || snoozed === 0 ? text : `${text}, ${figures(snoozed)} en sourdine`;
}
