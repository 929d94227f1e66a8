import { type Summary, type SummaryPart, summaryParts } from '#domain/view/summary.ts';
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

const SUMMARY_WORDS: Readonly<Record<SummaryPart, (count: number, total: number) => string>> = {
  unchecked: () => 'Not checked yet',
  failing: (count, total) => `${figures(count)} of ${figures(total)} failing`,
  allDeployed: (count) => (count === 1 ? 'Deployed' : `All ${figures(count)} deployed`),
  noneFailing: () => 'None failing',
  busy: (count) => `${figures(count)} in progress`,
  queued: (count) => `${figures(count)} queued`,
  notReached: (count) => `${figures(count)} not reached`,
  unknown: (count) => `${figures(count)} unknown`,
  outOfDate: (count) => `${figures(count)} out of date`,
  snoozed: (count) => `${figures(count)} snoozed`,
};

/** Summarizes the whole board in one sentence. */
export const summaryText = (summary: Summary): string =>
  `${summaryParts(summary)
    .map(([part, count]) => SUMMARY_WORDS[part](count, summary.total))
    .join(', ')}.`;

/** A choice of a link that is not among those of the board. */
export const NOT_LISTED = 'not in this list';
