import { useAsked } from '#data/api-context.tsx';
import { useNow } from '#data/use-now.ts';
import type { WatchedEnvironment } from '#domain/reading.ts';
import { agoText, shortAge } from '#domain/time.ts';

const ABSOLUTE = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'long' });

/** `4 minutes ago`, ticking without requests; the absolute time, with its zone, on hover and for machines. */
export function Ago({ at }: { readonly at: number }) {
  const text = useNow((now) => agoText(at, now));
  return (
    <time dateTime={new Date(at).toISOString()} title={ABSOLUTE.format(at)}>
      {text}
    </time>
  );
}

/** When a card was last checked, or how old its reading is when it could not be. */
export function Checked({ watched }: { readonly watched: WatchedEnvironment }) {
  const { poller } = useAsked();
  const { id, freshness, failingSince, status } = watched;
  const text = useNow((now) => {
    const heardAt = poller.heardAt(id);
    if (freshness === 'unreachable' && failingSince !== undefined)
      return `not reached for ${shortAge(now - failingSince)}`;
    if (heardAt === undefined) return status ? 'from before' : 'not checked yet';
    const age = shortAge(now - heardAt);
    return freshness === 'fresh' ? `checked ${age} ago` : `${age} old`;
  });
  return <span className={freshness === 'fresh' ? 'text-mute' : 'font-semibold text-warning'}>{text}</span>;
}
