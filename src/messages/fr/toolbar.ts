import type { Summary } from '#domain/view/summary.ts';
import { figures, plural } from './common.ts';

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

/** Summarizes the whole board in one sentence. */
export function summaryText({ total, counts, notReached, outOfDate }: Summary): string {
  const open = total - counts.ok - counts.idle;
  if (counts.unknown === total) return 'Not checked yet.';
  const parts = [
    counts.failing > 0 && `${figures(counts.failing)} of ${figures(total)} failing`,
    notReached > 0 && `${figures(notReached)} not reached`,
    open === 0 &&
      notReached === 0 &&
      outOfDate > 0 &&
      `None of ${plural(total, 'environment')} failing, ${figures(outOfDate)} out of date`,
    open === 0 &&
      notReached === 0 &&
      outOfDate === 0 &&
      `All good: ${plural(total, 'environment')}, none failing or out of date`,
    counts.failing === 0 && notReached === 0 && open > 0 && 'None failing',
  ].filter((part) => part !== false);
  return `${parts.join(', ')}.`;
}
