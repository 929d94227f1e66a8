import { useLocalNow } from '#browser/use-now.ts';
import { type SpareWait, type WaitReason, waitReasonOf } from '#domain/polling/spare-wait.ts';

const MINUTE_MS = 60_000;

/** Returns why due requests are not sent at once. The time is rounded up to the minute, so that it changes rarely. */
export function useSpareWait(waitOf: () => SpareWait): WaitReason {
  const kind = useLocalNow((now) => waitReasonOf(waitOf(), now).kind);
  const until = useLocalNow((now) => Math.ceil(waitReasonOf(waitOf(), now).until / MINUTE_MS) * MINUTE_MS);
  return { kind, until };
}
