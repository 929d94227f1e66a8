import { plural } from './plural.ts';

/** Why the board is checked less often than chosen. `requests` is how many one round takes. */
export const stretchText = (requests: number): string =>
  `Checked less often: ${plural(requests, 'request')} a round share 1,000 an hour.`;
