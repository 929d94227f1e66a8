import type { WaitReason } from '#domain/polling/spare-wait.ts';
import type { TimeFormat } from '#domain/settings.ts';
import { clockText } from './short-date-time.ts';

const REQUESTING = 'They are being requested now.';
const PAUSED = 'They are requested when the board is checked again.';
const ALL_USED = 'Polling uses all requests of this hour. Check less often to leave some for this page.';

/** Why answers are missing, and when the next request is sent. Follows a sentence that counts them. */
export function waitText({ kind, until }: WaitReason, format: Pick<TimeFormat, 'timeZone'>): string {
  if (kind === 'none') return REQUESTING;
  if (kind === 'paused') return PAUSED;
  if (!Number.isFinite(until)) return ALL_USED;
  const time = clockText(until, format);
  return kind === 'failing'
    ? `A request failed. The next request follows at ${time}.`
    : `Polling uses most requests of this hour. The next request can be sent at ${time}.`;
}
