import { useLocalNow } from '#browser/use-now.ts';
import { type SpareWait, waitReasonOf } from '#domain/polling/spare-wait.ts';
import type { TimeFormat } from '#domain/settings.ts';
import { waitText } from '#messages/spare-requests.ts';

type Options = {
  /** Returns why the due requests are not sent at a time. */
  readonly waitAt: (now: number) => SpareWait;
  /** False when no answer is missing: the text is empty. */
  readonly isWaiting: boolean;
  readonly format: Pick<TimeFormat, 'timeZone'>;
};

const MINUTE_MS = 60_000;

/** Returns why answers are missing. The time in it is rounded up to the minute, so that it is not in the past. */
export const useWaitText = ({ waitAt, isWaiting, format }: Options): string =>
  useLocalNow((now) => {
    if (!isWaiting) return '';
    const { kind, until } = waitReasonOf(waitAt(now), now);
    return waitText({ kind, until: Math.ceil(until / MINUTE_MS) * MINUTE_MS }, format);
  });
