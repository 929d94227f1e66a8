import { useAsked } from '#data/api-context.tsx';
import type { Polling } from '#data/poller.ts';
import { useNow } from '#data/use-now.ts';
import { usePolling } from '#data/use-polling.ts';
import { Button } from '#ui/button.tsx';

const seconds = (ms: number): string => `${Math.max(0, Math.round(ms / 1_000))} s`;

function lineText({ phase, plan, records, sources, nextAt }: Polling, now: number): string {
  const next = nextAt === undefined ? '' : ` · next in ${seconds(nextAt - now)}`;
  if (phase === 'paused') return 'Paused';
  if (phase === 'hidden') return 'Paused while hidden';
  if (phase === 'offline') return 'Offline';
  if (phase === 'ended') return 'Stopped: the token was refused';
  if (sources.length === 0) return 'Nothing to check';
  const failing = sources.every(({ key }) => records.get(key)?.failure !== undefined);
  if (failing) return `Not reached · ${nextAt === undefined ? 'trying' : `next try in ${seconds(nextAt - now)}`}`;
  const stretched = plan.stretched ? ' (stretched to stay within the hour’s requests)' : '';
  return `Live · every ${seconds(plan.calmMs)}${stretched}${next}`;
}

/** How fresh the board is, and how often it asks: the true interval, and why when it is longer than chosen. */
export function FreshnessLine() {
  const { poller } = useAsked();
  const polling = usePolling();
  const text = useNow((now) => lineText(polling, now));
  const isLive = text.startsWith('Live');
  return (
    <div className="flex flex-wrap items-center gap-2 text-[13px] text-mute">
      <span className={`size-2 rounded-full ${isLive ? 'bg-ok' : 'bg-warning'}`} aria-hidden="true" />
      <span>{text}</span>
      <Button className="text-[13px]" onClick={() => poller.refresh()}>
        Refresh
      </Button>
      <Button className="text-[13px]" onClick={() => poller.setPaused(polling.phase !== 'paused')}>
        {polling.phase === 'paused' ? 'Resume' : 'Pause'}
      </Button>
    </div>
  );
}
