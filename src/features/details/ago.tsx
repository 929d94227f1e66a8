import { momentText, useAgo } from '#data/use-moments.ts';
import { TimeAgo } from '#ui/time-ago.tsx';

/** `4 minutes ago`, ticking without requests; the moment itself on hover and for machines. */
export function Ago({ at }: { readonly at: number }) {
  return (
    <TimeAgo at={at} title={momentText(at)}>
      {useAgo(at)}
    </TimeAgo>
  );
}
