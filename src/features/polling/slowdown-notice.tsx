import { usePollingSelector } from '#data/polling/use-polling.ts';
import { slowdownText } from '#messages/polling.ts';

/**
 * Why the board is checked less often than chosen; nothing when it is not. It comes and goes, so it takes room that
 * nothing else needs, and where there is none the menu of the freshness line says it.
 */
export function SlowdownNotice() {
  const requests = usePollingSelector(({ plan, sources }) => (plan.slowedDown ? sources.length : 0));
  if (requests === 0) return null;
  const text = slowdownText(requests);
  return (
    <p className="min-w-0 truncate text-[13px] text-mute max-xl:hidden" title={text}>
      {text}
    </p>
  );
}
