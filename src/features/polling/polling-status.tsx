import { memo, useState } from 'react';
import { lazyComponent } from '#browser/lazy-component.tsx';
import { useClockSkew } from '#browser/server-now.ts';
import { useLocalClockText } from '#browser/use-now.ts';
import { usePollingSelector } from '#data/polling/use-polling.ts';
import { useSession } from '#data/session.ts';
import { isAided } from '#domain/polling/feed-state.ts';
import { isSignedOut, type PollingState } from '#domain/polling/polling-state.ts';
import { INTERVAL_MS } from '#domain/settings.ts';
import { PART_MENU } from '#messages/errors.ts';
import {
  changesText,
  checksText,
  HOUR_SPENT,
  HOW_OFTEN,
  intervalText,
  liveText,
  NOT_REACHED,
  NOTHING_TO_CHECK,
  nextCheckText,
  nextTryText,
  PHASE_WORDS,
  rangeText,
  shortSkewText,
  skewText,
} from '#messages/polling.ts';
import { PartBoundary } from '#ui/part-boundary.tsx';

const PaceMenu = lazyComponent(() => import('./interval-menu.tsx').then((part) => part.IntervalMenu));

/** Returns the actual intervals: `30 s`, or `12 s to 10 min` when sources in progress have shorter intervals. */
function paceText({ plan: { movingMs, calmMs }, moving, sources }: PollingState): string {
  if (moving === 0) return intervalText(calmMs);
  return moving === sources.length || movingMs === calmMs
    ? intervalText(movingMs)
    : rangeText(intervalText(movingMs), intervalText(calmMs));
}

/** True when the budget makes the interval longer than the longest choice of the user. */
const isSlow = ({ plan }: PollingState): boolean => plan.calmMs > INTERVAL_MS.max;

const isFailing = ({ health, sources }: PollingState): boolean =>
  sources.every(({ key }) => health.get(key)?.failure !== undefined);

function lineText(polling: PollingState): string {
  const { phase, sources } = polling;
  if (phase !== 'live') return PHASE_WORDS[isSignedOut(polling) ? 'signedOut' : phase];
  if (sources.length === 0) return NOTHING_TO_CHECK;
  if (polling.isHourSpent) return HOUR_SPENT;
  if (isFailing(polling)) return NOT_REACHED;
  const { feed } = polling;
  return feed !== undefined && isAided(feed)
    ? changesText(intervalText(feed.changesMs))
    : liveText(paceText(polling), isSlow(polling));
}

/** The part of the line that narrow screens have no room for. */
function restText(polling: PollingState): string {
  const { phase, feed, isHourSpent } = polling;
  if (phase !== 'live' || isHourSpent || isFailing(polling) || feed === undefined || !isAided(feed)) return '';
  return checksText(intervalText(feed.slowestMs));
}

function nextText(polling: PollingState, now: number): string {
  const { phase, sources, nextAt } = polling;
  if (phase === 'paused' || phase === 'hidden' || sources.length === 0) return '';
  const nextMs = nextAt === undefined ? undefined : nextAt - now;
  if (phase !== 'live' || isFailing(polling)) return nextTryText(nextMs);
  return isAided(polling.feed) ? '' : nextCheckText(nextMs);
}

/** A dot that is not live is a ring, because colour must not be the only sign. */
function dotOf(polling: PollingState): string {
  const { phase, sources } = polling;
  if (phase !== 'live' || polling.isHourSpent) return 'border-2 border-warning';
  if (sources.length === 0) return 'bg-idle';
  return isFailing(polling) ? 'border-2 border-warning' : 'bg-ok';
}

/**
 * Reports that this computer's clock is wrong, because ages use the server's clock. Narrow screens have it in the
 * settings.
 */
const ClockSkew = memo(function ClockSkew() {
  const skewMs = useClockSkew();
  if (skewMs === undefined) return null;
  return (
    <span className="whitespace-nowrap text-[13px] text-warning max-xl:sr-only" title={skewText(skewMs)}>
      {shortSkewText(skewMs)}
    </span>
  );
});

/** Renders the board's freshness and its polling interval. A click opens the interval menu. */
export function PollingStatus() {
  const { poller } = useSession();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const text = usePollingSelector(lineText);
  // Follows the clock only, so that a poll of a hundred answers does not cause a hundred renders.
  const textRef = useLocalClockText<HTMLSpanElement>((now) => `${text}${nextText(poller.getSnapshot(), now)}`);
  const rest = usePollingSelector(restText);
  const dot = usePollingSelector(dotOf);
  const close = () => setAnchor(undefined);
  return (
    <>
      <button
        type="button"
        title={HOW_OFTEN}
        aria-haspopup="menu"
        className="flex min-w-0 items-center justify-center gap-[7px] whitespace-nowrap rounded-lg px-2 py-1.5 touch:min-w-11 text-[13px] text-mute hover:bg-idle-soft"
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        <span className={`size-2 flex-none rounded-full ${dot}`} aria-hidden="true" />
        <span translate="no" title={`${text}${rest}`} className="truncate max-md:sr-only">
          <span ref={textRef} />
          {rest !== '' && <span className="max-lg:sr-only">{rest}</span>}
        </span>
      </button>
      <ClockSkew />
      {anchor && (
        <PartBoundary name={PART_MENU} onClose={close}>
          <PaceMenu anchor={anchor} onClose={close} />
        </PartBoundary>
      )}
    </>
  );
}
