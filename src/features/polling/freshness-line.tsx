import { Suspense, useState } from 'react';
import { lazyPart } from '#data/lazy-part.ts';
import type { Polling } from '#data/poller.ts';
import { useNow } from '#data/use-now.ts';
import { usePolling } from '#data/use-polling.ts';

const PaceMenu = lazyPart(() => import('./pace-menu.tsx').then((part) => part.PaceMenu));

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

/** How fresh the board is, and how often it asks. Opens a menu to change that. */
export function FreshnessLine() {
  const polling = usePolling();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const text = useNow((now) => lineText(polling, now));
  const isLive = text.startsWith('Live');
  return (
    <>
      <button
        type="button"
        title="How often the board is checked"
        aria-haspopup="menu"
        className="flex items-center justify-center gap-[7px] whitespace-nowrap rounded-lg px-2 py-1.5 touch:min-w-11 text-[13px] text-mute hover:bg-idle-soft"
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        <span className={`size-2 flex-none rounded-full ${isLive ? 'bg-ok' : 'bg-warning'}`} aria-hidden="true" />
        <span className="max-md:sr-only">{text}</span>
      </button>
      <Suspense>{anchor && <PaceMenu anchor={anchor} onClose={() => setAnchor(undefined)} />}</Suspense>
    </>
  );
}
