import { reloadThroughSignOn } from '#browser/handed-fragment.ts';
import { useLocalNow } from '#browser/use-now.ts';
import { usePolling, usePollingSelector } from '#data/polling/use-polling.ts';
import { useSettings } from '#data/preferences/settings-store.ts';
import { useSession } from '#data/session.ts';
import { useTokens } from '#data/tokens/use-tokens.ts';
import type { AppConfig } from '#domain/app-config.ts';
import { type Failure, isSessionEnd } from '#domain/environment/failure.ts';
import type { PollingState } from '#domain/polling/polling-state.ts';
import { failuresOf, troubledSince } from '#domain/polling/source-health.ts';
import type { HeldToken } from '#domain/tokens/held-token.ts';
import { RELOAD, TRY_NOW } from '#messages/common.ts';
import { failureText } from '#messages/failures.ts';
import { retryText, SHOWING_LAST_KNOWN, sinceText, USE_ANOTHER_TOKEN } from '#messages/polling.ts';
import { clockText } from '#messages/short-date-time.ts';
import { refusedText } from '#messages/token-names.ts';
import { Button } from '#ui/button.tsx';
import { ToneIcon } from '#ui/tone-icon.tsx';

type BannerFailure = {
  readonly failure: Failure;
  /** Start of the failure in epoch milliseconds; undefined for a failure without a start. */
  readonly since: number | undefined;
  readonly troubled: number;
};

/** Returns the failure that affects the whole board. Denials concern single cards, which report them. */
function boardFailureOf({ phase, health }: PollingState): BannerFailure | undefined {
  if (phase === 'offline') return { failure: { kind: 'offline' }, since: undefined, troubled: 0 };
  const troubled = failuresOf([...health.keys()], health);
  // A refused token comes first, because the user can fix it.
  const first = troubled.find(({ failure }) => failure.kind === 'tokenRefused') ?? troubled[0];
  if (first === undefined) return undefined;
  return { failure: first.failure, since: troubledSince(troubled), troubled: troubled.length };
}

const isRefusal = ({ kind }: Failure): boolean => kind === 'unauthorized' || kind === 'tokenRefused';

const causeText = (failure: Failure, refused: readonly HeldToken[]): string =>
  isRefusal(failure) && refused.length > 0
    ? refused.map((token) => refusedText(token, Date.now())).join(' ')
    : failureText(failure);

type Props = { readonly access: AppConfig['auth']; readonly onNewToken: () => void };

/** Renders one banner for the whole board: why readings are old, and when the next attempt starts. */
export function FailureBanner(props: Props) {
  const isTroubled = usePollingSelector((polling) => boardFailureOf(polling) !== undefined);
  return isTroubled ? <Banner {...props} /> : null;
}

function Banner({ access, onNewToken }: Props) {
  const { poller } = useSession();
  const polling = usePolling();
  const timeFormat = useSettings();
  const { phase, health, nextAt } = polling;
  const wait = useLocalNow((now) =>
    nextAt === undefined ? undefined : Math.max(0, Math.round((nextAt - now) / 1_000)),
  );
  const refused = useTokens().filter(({ isRefused }) => isRefused);
  const boardFailure = boardFailureOf(polling);
  if (boardFailure === undefined) return null;
  const { failure, since, troubled } = boardFailure;
  const hasEnded = phase === 'ended';
  return (
    <div className="mt-4 flex flex-wrap items-center gap-3 rounded-[10px] border border-warning/45 bg-warning-soft px-4 py-[11px]">
      <ToneIcon tone="warning" />
      <div className="min-w-0 flex-1 basis-56">
        {/* A screen reader interrupts the user for each change of an alert, so counts and seconds are outside it. */}
        <p role="alert" className="inline">
          <b>{causeText(failure, refused)}</b>
          <span>{` ${SHOWING_LAST_KNOWN}`}</span>
        </p>
        {since !== undefined && <span>{` ${sinceText(clockText(since, timeFormat), troubled, health.size)}`}</span>}
        {/* The text changes each second, so a machine translation would flicker. */}
        {phase !== 'paused' && phase !== 'hidden' && wait !== undefined && (
          <span translate="no">{` ${retryText(wait)}`}</span>
        )}
      </div>
      {(hasEnded || refused.length > 0) && access === 'token' && (
        <Button onClick={onNewToken}>{USE_ANOTHER_TOKEN}</Button>
      )}
      {(failure.kind === 'signOn' || isSessionEnd(failure)) && <Button onClick={reloadThroughSignOn}>{RELOAD}</Button>}
      {(!hasEnded || access !== 'token') && <Button onClick={() => poller.refresh()}>{TRY_NOW}</Button>}
    </div>
  );
}
