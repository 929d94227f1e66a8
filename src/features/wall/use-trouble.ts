import { Poller, type Polling } from '#data/poller.ts';
import { useNow } from '#data/use-now.ts';
import { usePolling } from '#data/use-polling.ts';
import { type Failure, isDenial } from '#domain/failure.ts';
import type { WatchedEnvironment } from '#domain/reading.ts';
import { failureText } from '#ui/text.ts';
import { lateText, nextCheckText, nextTryText, sinceText, WORDS } from './words.ts';

const CLOCK = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

type Trouble = {
  /** Undefined when the tiles are what they seem. */
  readonly cause: string | undefined;
  /** When it will be tried again, which ticks, so it is not said aloud. */
  readonly next: string | undefined;
};

type Failed = { readonly failure: Failure; readonly since: number | undefined };

/** What failed of this board's sources. A denial is one tile's own matter. */
const failedOf = ({ sources, records }: Polling): readonly Failed[] =>
  sources.flatMap(({ key }): readonly Failed[] => {
    const record = records.get(key);
    const failure = record && Poller.failureOf(record, records);
    return failure && !isDenial(failure) ? [{ failure, since: record.failingSince }] : [];
  });

function causeOf(polling: Polling, watched: readonly WatchedEnvironment[]): string | undefined {
  const { phase, sources } = polling;
  if (phase === 'offline') return `${failureText({ kind: 'offline' })} ${WORDS.keeping}`;
  if (phase === 'ended') return `${failureText({ kind: 'unauthorized' })} ${WORDS.keeping}`;
  if (phase === 'paused') return WORDS.paused;
  if (phase === 'hidden') return WORDS.pausedHidden;
  const failed = failedOf(polling);
  const [first] = failed;
  if (first) {
    const since = Math.min(...failed.map((one) => one.since ?? Number.POSITIVE_INFINITY));
    const told = Number.isFinite(since) ? ` ${sinceText(CLOCK.format(since), failed.length, sources.length)}` : '';
    return `${failureText(first.failure)}${told}`;
  }
  if (watched.length > 0 && watched.every(({ status }) => status === undefined)) return WORDS.noReading;
  const late = watched.filter(({ freshness }) => freshness === 'late').length;
  return late > 0 && watched.some(({ freshness }) => freshness === 'fresh') ? lateText(late) : undefined;
}

/** What keeps the wall from being true, and what happens next. */
export function useTrouble(watched: readonly WatchedEnvironment[]): Trouble {
  const polling = usePolling();
  const { phase, nextAt, sources } = polling;
  const wait = useNow((now) => (nextAt === undefined ? undefined : Math.max(0, Math.round((nextAt - now) / 1_000))));
  const cause = causeOf(polling, watched);
  if (cause === undefined || phase !== 'live' || wait === undefined) return { cause, next: undefined };
  const isAll = failedOf(polling).length === sources.length;
  return { cause, next: isAll ? nextTryText(wait) : nextCheckText(wait) };
}
