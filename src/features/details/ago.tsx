import { useSettings } from '#data/preferences/settings-store.ts';
import { useTimeText } from '#data/readings/use-reading-times.ts';
import { shortWhenText } from '#messages/short-date-time.ts';
import { TimeAgo } from '#ui/time-ago.tsx';

/** `4 minutes ago`, ticking without requests; the moment itself on hover and for machines. */
export function Ago({ at }: { readonly at: number }) {
  const { timeZone } = useSettings();
  return (
    <TimeAgo at={at} timeZone={timeZone}>
      {useTimeText(at, shortWhenText)}
    </TimeAgo>
  );
}
