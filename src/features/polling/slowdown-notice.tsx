import { usePollingSelector } from '#data/polling/use-polling.ts';
import { isAided } from '#domain/polling/feed-state.ts';
import { slowdownText } from '#messages/polling.ts';

/**
 * Explains why the board is polled less often than the user chose; renders nothing otherwise. The notice appears and
 * disappears, so it uses space that no other element needs; on narrow screens the menu of the polling status has the
 * text.
 */
export function SlowdownNotice() {
  const requests = usePollingSelector(({ plan, sources, feed }) =>
    plan.slowedDown && !isAided(feed) ? sources.length : 0,
  );
  if (requests === 0) return null;
  const text = slowdownText(requests);
  return (
    <p className="min-w-0 truncate text-[13px] text-mute max-xl:hidden" title={text}>
      {text}
    </p>
  );
}
