import { usePollingSelector } from '#data/polling/use-polling.ts';
import { slowdownOf } from './slowdown-of.ts';

/**
 * Explains why the board is polled less often than the user chose; renders nothing otherwise. The notice appears and
 * disappears, so it uses space that no other element needs; on narrow screens the menu of the polling status has the
 * text.
 */
export function SlowdownNotice() {
  const text = usePollingSelector(slowdownOf);
  if (text === undefined) return null;
  return (
    <p className="line-clamp-2 min-w-0 text-[13px] text-mute leading-4 max-xl:hidden" title={text}>
      {text}
    </p>
  );
}
