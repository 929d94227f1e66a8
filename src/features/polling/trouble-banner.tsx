import { useAsked } from '#data/api-context.tsx';
import { useNow } from '#data/use-now.ts';
import { usePolling } from '#data/use-polling.ts';
import { isDenial } from '#domain/failure.ts';
import { Button } from '#ui/button.tsx';
import { failureText } from '#ui/text.ts';
import { ToneIcon } from '#ui/tone-icon.tsx';

const CLOCK = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });

/** One banner for the whole board: why readings are old, and what happens next. Denials are each card's own matter. */
export function TroubleBanner({ onNewToken }: { readonly onNewToken: (() => void) | undefined }) {
  const { poller } = useAsked();
  const { phase, records, nextAt } = usePolling();
  const wait = useNow((now) => (nextAt === undefined ? undefined : Math.max(0, Math.round((nextAt - now) / 1_000))));
  const troubled = [...records.values()].filter(({ failure }) => failure && !isDenial(failure));
  const [first] = troubled;
  if (phase !== 'offline' && !first?.failure) return null;
  const since = Math.min(...troubled.map(({ failingSince }) => failingSince ?? Date.now()));
  const cause = phase === 'offline' || !first?.failure ? failureText({ kind: 'offline' }) : failureText(first.failure);
  return (
    <div
      role="alert"
      className="mt-4 flex flex-wrap items-center gap-3 rounded-[10px] border border-warning/45 bg-warning-soft px-4 py-[11px]"
    >
      <ToneIcon tone="warning" />
      <p>
        <b>{cause}</b>{' '}
        {troubled.length > 0 && `Since ${CLOCK.format(since)}, ${troubled.length} of ${records.size} requests. `}
        The cards keep their last readings.
        {phase === 'live' && wait !== undefined && ` Next try in ${wait} s.`}
      </p>
      <span className="grow" />
      {phase === 'ended' && onNewToken ? (
        <Button onClick={onNewToken}>Use another token</Button>
      ) : (
        <Button onClick={() => poller.refresh()}>Try now</Button>
      )}
    </div>
  );
}
