import { usePolled } from '#data/use-polling.ts';
import { stretchText } from '#ui/words/stretch.ts';

/** Why the board is checked less often than chosen; nothing when it is not. */
export function StretchReason() {
  const requests = usePolled(({ plan, sources }) => (plan.stretched ? sources.length : 0));
  if (requests === 0) return null;
  return <p className="text-[13px] text-mute max-sm:text-xs">{stretchText(requests)}</p>;
}
