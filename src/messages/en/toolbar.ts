import type { Summary } from '#domain/view/summary.ts';
import { figures } from './common.ts';

export const TOOLS = 'Filter and order';
export const FILTER = 'Filter';
export const FILTER_HINT = 'Filter  /';
/** Shown beside the filter while the field holds a token. */
export const TOKEN_IN_FILTER =
  'This looks like a token, so Envboard does not put it in the address or filter by it. Clear the field and type a name.';
export const PAGE = 'Page';
export const VIEW = 'View';
/** On narrow screens, opens the menu with view, group and sort. */
export const ARRANGE = 'Arrange';
export const GROUP = 'Group';
export const SORT = 'Sort';
/** Precedes the chosen option. */
export const choiceLabel = (label: string): string => `${label}:`;
export const SUMMARY = 'Summary';
export const OUT_OF_DATE = 'Out of date';
/** `23 of 300 shown`, while a filter hides environments. */
export const shownText = (shown: number, total: number): string => `${figures(shown)} of ${figures(total)} shown`;

/** Summarizes the whole board in one sentence. */
export function summaryText({ total, counts, notReached, outOfDate, snoozed }: Summary): string {
  if (counts.unknown === total) return 'Not checked yet.';
  const busy = counts.busy + counts.queued;
  const calm = counts.ok === total ? (total === 1 ? 'Deployed' : `All ${figures(total)} deployed`) : 'None failing';
  const parts = [
    counts.failing > 0 ? `${figures(counts.failing)} of ${figures(total)} failing` : total > snoozed && calm,
    counts.failing === 0 && busy > 0 && `${figures(busy)} in progress`,
    notReached > 0 && `${figures(notReached)} not reached`,
    counts.failing === 0 && outOfDate > 0 && `${figures(outOfDate)} out of date`,
    snoozed > 0 && `${figures(snoozed)} snoozed`,
  ].filter((part) => part !== false);
  return `${parts.join(', ')}.`;
}
