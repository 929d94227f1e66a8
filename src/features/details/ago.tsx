import { useTimeAgo } from '#data/readings/use-reading-times.ts';
import { shortWhenText } from '#messages/short-date-time.ts';
import { TimeAgo } from '#ui/time-ago.tsx';

/** Renders `4 minutes ago` and updates it without requests; the tooltip has the absolute time. */
export function Ago({ at }: { readonly at: number }) {
  return <TimeAgo {...useTimeAgo(at, shortWhenText)} />;
}
