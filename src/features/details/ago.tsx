import { useSettings } from '#data/settings.ts';
import { useTold } from '#data/use-moments.ts';
import { shortWhenText } from '#ui/short-moment-text.ts';
import { TimeAgo } from '#ui/time-ago.tsx';

/** `4 minutes ago`, ticking without requests; the moment itself on hover and for machines. */
export function Ago({ at }: { readonly at: number }) {
  const { timeZone } = useSettings();
  return (
    <TimeAgo at={at} timeZone={timeZone}>
      {useTold(at, shortWhenText)}
    </TimeAgo>
  );
}
