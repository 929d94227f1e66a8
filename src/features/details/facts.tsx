import type { ReactNode } from 'react';
import { useNow } from '#browser/use-now.ts';
import { useSettings } from '#data/preferences/settings-store.ts';
import { useLastChecked, useTimeAgo, useTimeText, useTransitions } from '#data/readings/use-reading-times.ts';
import { type BoardEnvironment, isKnownToRun } from '#domain/environment/board-environment.ts';
import { type Deployment, progressOf, runningSince, usualOfNewest } from '#domain/environment/deployment.ts';
import { isInProgress, toneOf } from '#domain/environment/tone.ts';
import { isAhead } from '#domain/shown-time.ts';
import { dateTimeText } from '#messages/date-time.ts';
import { progressText, usuallyText } from '#messages/deployments.ts';
import { inStateText, orNothing, DETAILS_WORDS as WORDS } from '#messages/details.ts';
import { byText, snoozedText } from '#messages/environment.ts';
import { originText, stateText } from '#messages/qovery-terms.ts';
import { checkedText, durationText, whenText } from '#messages/relative-time.ts';
import { TimeAgo } from '#ui/time-ago.tsx';
import { TONE_TEXT } from '#ui/tone-icon.tsx';

function Row({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-mute">{term}</dt>
      <dd translate="no" className="min-w-0 break-words">
        {children}
      </dd>
    </>
  );
}

function Moment({ at }: { readonly at: number | undefined }) {
  return at === undefined ? <span>{orNothing(undefined)}</span> : <KnownMoment at={at} />;
}

function KnownMoment({ at }: { readonly at: number }) {
  const time = useTimeAgo(at, whenText);
  const absolute = dateTimeText(at, time.timeZone);
  const isAbsolute = useTimeText(at, (...moment) => whenText(...moment) === absolute);
  return (
    <>
      <TimeAgo {...time} />
      {!isAbsolute && <span className="text-mute">{` ${absolute}`}</span>}
    </>
  );
}

type ElapsedProps = {
  readonly since: number | undefined;
  /** Seconds. */
  readonly usual: number | undefined;
  readonly isEstimated: boolean;
};

/** Renders the elapsed time of the running deployment, and compares it with the usual duration. */
function Elapsed({ since, usual, isEstimated }: ElapsedProps) {
  const expected = isEstimated ? usual : undefined;
  // No elapsed time exists for a start in the future.
  const secondsAt = (now: number) => (since === undefined || isAhead(since, now) ? undefined : (now - since) / 1_000);
  const elapsed = useNow((now) => {
    const seconds = secondsAt(now);
    return orNothing(seconds === undefined ? undefined : durationText(Math.max(0, Math.floor(seconds))));
  });
  const progress = useNow((now) => {
    const seconds = secondsAt(now);
    const far = seconds === undefined ? undefined : progressOf(seconds, expected);
    return far && progressText(far);
  });
  const isTooLong = useNow((now) => progressOf(secondsAt(now) ?? 0, expected)?.kind === 'tooLong');
  const said = progress ?? (usual === undefined ? undefined : usuallyText(usual));
  return (
    <>
      <span>{elapsed}</span>
      {said && <span className={isTooLong ? 'font-semibold text-warning' : 'text-mute'}>{` ${said}`}</span>}
    </>
  );
}

function InState({ since, isSeen }: { readonly since: number; readonly isSeen: boolean }) {
  const timeFormat = useSettings();
  return <span>{useNow((now) => inStateText(since, now, isSeen, timeFormat))}</span>;
}

type Props = { readonly environment: BoardEnvironment; readonly history: readonly Deployment[] | undefined };

/** Renders the facts about the environment and its last deployment, one per line. */
export function Facts({ environment, history }: Props) {
  const { id, status, tone, since, isSinceSeen, isSnoozed, snoozedUntil } = environment;
  const { hidesPeople, timeZone } = useSettings();
  const freshness = useLastChecked(environment, checkedText);
  const seen = useTransitions(id);
  const isRunning = isInProgress(tone);
  const usual = usualOfNewest(history ?? []);
  const startedAt = runningSince(status, history, seen);
  const { origin, triggeredBy, durationSeconds, lastDeploymentAt, lastDeploymentState } = status ?? {};
  return (
    <dl className="grid grid-cols-[96px_1fr] gap-x-2.5 gap-y-1 text-[13.5px] sm:grid-cols-[110px_1fr]">
      {isRunning ? (
        <>
          <Row term={WORDS.started}>
            <Moment at={startedAt} />
          </Row>
          <Row term={WORDS.elapsed}>
            <Elapsed since={startedAt} usual={usual} isEstimated={isKnownToRun(environment)} />
          </Row>
        </>
      ) : (
        <>
          <Row term={WORDS.lastDeployed}>
            <Moment at={lastDeploymentAt} />
          </Row>
          <Row term={WORDS.duration}>
            <span>{orNothing(durationSeconds === undefined ? undefined : durationText(durationSeconds))}</span>
            {usual !== undefined && <span className="text-mute">{` ${usuallyText(usual)}`}</span>}
          </Row>
        </>
      )}
      <Row term={WORDS.origin}>
        <span>{orNothing(origin && originText(origin))}</span>
        {triggeredBy !== undefined && !hidesPeople && <span className="text-mute">{` ${byText(triggeredBy)}`}</span>}
      </Row>
      {since !== undefined && (
        <Row term={WORDS.inThisState}>
          <InState since={since} isSeen={isSinceSeen === true} />
        </Row>
      )}
      {lastDeploymentState !== undefined && lastDeploymentState !== status?.state && (
        <Row term={WORDS.lastResult}>
          <span className={TONE_TEXT[toneOf(lastDeploymentState)]}>{stateText(lastDeploymentState)}</span>
        </Row>
      )}
      <Row term={WORDS.freshness}>
        <span className={freshness.kind === 'checked' ? '' : 'font-semibold text-warning'}>{freshness.text}</span>
      </Row>
      {isSnoozed && (
        <Row term={WORDS.notifications}>
          <span>{snoozedText(snoozedUntil, timeZone)}</span>
        </Row>
      )}
    </dl>
  );
}
