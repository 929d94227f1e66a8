import { usePolled } from '#data/use-polling.ts';
import { plural } from '#ui/words/plural.ts';

/** Why the board is checked less often than chosen; nothing when it is not. */
export function StretchReason() {
  const requests = usePolled(({ plan, sources }) => (plan.stretched ? sources.length : 0));
  if (requests === 0) return null;
  return (
    <p className="text-[13px] text-mute max-sm:text-xs">
      {plural(requests, 'request')} a round share 1,000 an hour, so what is calm is checked less often.
    </p>
  );
}
