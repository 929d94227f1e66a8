import { useCheckedClock } from '#data/readings/use-reading-times.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { checkedText } from '#messages/relative-time.ts';
import { SEPARATOR } from '#messages/versions.ts';

type Props = { readonly environment: BoardEnvironment };

/**
 * Renders when the state of an environment was checked, or that it is not reached, after a separator. The state and the
 * versions are two answers, and the older one may contradict the other.
 */
export function StateAge({ environment }: Props) {
  const { kind, textRef } = useCheckedClock(environment, checkedText);
  return (
    <span className={`min-w-0 truncate ${kind === 'checked' ? '' : 'font-semibold text-warning'}`}>
      <span aria-hidden="true" className="mr-1.5 font-normal text-mute">
        {SEPARATOR}
      </span>
      <span ref={textRef} />
    </span>
  );
}

/** Renders the dashed border of a card around a positioned element, when the state of its environment is not fresh. */
export function StaleOutline({ environment: { freshness, status } }: Props) {
  if (freshness === 'fresh' || status === undefined) return null;
  const colour = freshness === 'unreachable' ? 'outline-warning' : 'outline-line';
  return (
    <span
      aria-hidden="true"
      className={`pointer-events-none absolute inset-0 outline-dashed -outline-offset-4 ${colour}`}
    />
  );
}
