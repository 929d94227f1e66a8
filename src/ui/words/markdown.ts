import type { MarkdownWords } from '#domain/markdown.ts';
import { PRODUCT } from './product.ts';
import { configurationText, stateText } from './qovery.ts';

/** What stands in the snippet besides names and times. */
export const MARKDOWN_WORDS: MarkdownWords = {
  state: stateText,
  configuration: configurationText,
  notes: { fresh: '', late: ' (answer overdue)', unreachable: ' (not reached)', kept: ' (from before)' },
  untitled: PRODUCT,
  statesAt: (time) => `States at ${time}:`,
  columns: ['Environment', 'Project', 'State', 'Configuration', 'Last deployment'],
  open: 'Open the board',
};
