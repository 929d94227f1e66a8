import type { Summary } from '#domain/view/summary.ts';
import { figures, plural } from './common.ts';

export const TOOLS = 'Filter and order';
export const FILTER = 'Filter';
export const FILTER_HINT = 'Filter  /';
/** Beside the filter, while it holds a token. */
export const TOKEN_IN_FILTER =
  'This looks like a token, so it stays out of the address and filters nothing. Empty the field to filter by name.';
export const VIEW = 'View';
/** Opens view, group and sort where there is little room. */
export const ARRANGE = 'Arrange';
export const GROUP = 'Group';
export const SORT = 'Sort';
/** Before the choice itself. */
export const choiceLabel = (label: string): string => `${label}:`;
export const SUMMARY = 'Summary';
export const OUT_OF_DATE = 'Out of date';

/** The whole board in one sentence. */
export function summaryText({ total, counts, notReached, outOfDate }: Summary): string {
  const open = total - counts.ok - counts.idle;
  if (counts.unknown === total) return 'No reading yet.';
  const parts = [
    counts.failing > 0 && `${figures(counts.failing)} of ${figures(total)} failing`,
    notReached > 0 && `${figures(notReached)} not reached`,
    open === 0 &&
      notReached === 0 &&
      outOfDate > 0 &&
      `${plural(total, 'environment')} settled, ${figures(outOfDate)} out of date`,
    open === 0 &&
      notReached === 0 &&
      outOfDate === 0 &&
      `All good: ${plural(total, 'environment')}, none failing or out of date`,
    counts.failing === 0 && notReached === 0 && open > 0 && 'None failing',
  ].filter((part) => part !== false);
  return `${parts.join(', ')}.`;
}
