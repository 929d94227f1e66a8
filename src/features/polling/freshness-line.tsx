import { useAsked } from '#data/api-context.tsx';
import type { Polling } from '#data/poller.ts';
import { useNow } from '#data/use-now.ts';
import { usePolling } from '#data/use-polling.ts';
import { Button } from '#ui/button.tsx';
import { plural } from '#ui/text.ts';

const seconds = (ms: number): string => `${Math.max(0, Math.round(ms / 1_000))} s`;
const interval = (ms: number): string => (ms >= 120_000 ? `${Math.round(ms / 60_000)} min` : seconds(ms));

/** The true intervals: `30 s`, or `12 s to 10 min` where moving sources keep a quicker pace. */
function paceText({ plan: { movingMs, calmMs }, moving, sources }: Polling): string {
  if (moving === 0) return interval(calmMs);
  return moving === sources.length || movingMs === calmMs
    ? interval(movingMs)
    : `${interval(movingMs)} to ${interval(calmMs)}`;
}

function lineText(polling: Polling, now: number): string {
  const { phase, records, sources, nextAt } = polling;
  const next = nextAt === undefined ? '' : ` · next in ${seconds(nextAt - now)}`;
  if (phase === 'paused') return 'Paused';
  if (phase === 'hidden') return 'Paused while hidden';
  if (phase === 'offline') return 'Offline';
  if (phase === 'ended') return 'Stopped: the token was refused';
  if (sources.length === 0) return 'Nothing to check';
  const failing = sources.every(({ key }) => records.get(key)?.failure !== undefined);
  if (failing) return `Not reached · ${nextAt === undefined ? 'trying' : `next try in ${seconds(nextAt - now)}`}`;
  return `Live · every ${paceText(polling)}${next}`;
}

/** How fresh the board is, and how often it asks: the true interval, and why when it is longer than chosen. */
export function FreshnessLine() {
  const { poller } = useAsked();
  const polling = usePolling();
  const text = useNow((now) => lineText(polling, now));
  const isLive = text.startsWith('Live');
  return (
    <div className="flex flex-wrap items-center gap-2 text-[13px] text-mute">
      <span className="flex items-center gap-[7px]">
        <span className={`size-2 flex-none rounded-full ${isLive ? 'bg-ok' : 'bg-warning'}`} aria-hidden="true" />
        {text}
      </span>
      <Button className="text-[13px]" onClick={() => poller.refresh()}>
        Refresh
      </Button>
      <Button className="text-[13px]" onClick={() => poller.setPaused(polling.phase !== 'paused')}>
        {polling.phase === 'paused' ? 'Resume' : 'Pause'}
      </Button>
    </div>
  );
}

/** Why the board is checked less often than chosen; nothing when it is not. */
export function StretchReason() {
  const { plan, sources } = usePolling();
  if (!plan.stretched || sources.length === 0) return null;
  return (
    <p className="text-[13px] text-mute">
      {plural(sources.length, 'request')} a round share 1,000 an hour, so what is calm is checked less often.
    </p>
  );
}
