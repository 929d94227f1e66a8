import { useLocalNow } from '#browser/use-now.ts';
import type { SpareWait } from '#domain/polling/spare-wait.ts';

const MINUTE_MS = 60_000;

/** Returns why due requests are not sent at once. The time is rounded up to the minute, so that it changes rarely. */
export function useSpareWait(waitOf: () => SpareWait): SpareWait {
  const kind = useLocalNow(() => waitOf().kind);
  const until = useLocalNow(() => Math.ceil(waitOf().until / MINUTE_MS) * MINUTE_MS);
  return { kind, until };
}
