import { type ReactNode, Suspense } from 'react';
import { preloadedComponent } from '#browser/lazy-component.tsx';
import { useSettings } from '#data/preferences/settings-store.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { shortPerson } from '#domain/environment/person.ts';
import { isInProgress, toneOf } from '#domain/environment/tone.ts';
import { LAST_RESULT, NO_DATE, tookText } from '#messages/cards.ts';
import { byText, IN_PROGRESS } from '#messages/environment.ts';
import { originText, stateText } from '#messages/qovery-terms.ts';
import { durationText } from '#messages/relative-time.ts';
import { OriginIcon } from '#ui/origin-icon.tsx';
import { TONE_TEXT } from '#ui/tone-icon.tsx';
import { Ago } from './card-times.tsx';
import { FactLine } from './fact-line.tsx';

type Props = {
  readonly environment: BoardEnvironment;
  /** Rendered at the end of the first line of a small card, in place of the duration. */
  readonly bars: ReactNode;
  readonly isTight: boolean;
};

const RunningTimes = preloadedComponent(
  () => import('./running-times.tsx').then((part) => part.RunningTimes),
  SettledTimes,
);

/** Renders when the environment was last deployed, and how long the deployment took or how it ended. */
function SettledTimes({ environment: { tone, status }, bars, isTight }: Props) {
  const { lastDeploymentAt, durationSeconds, state, lastDeploymentState } = status ?? {};
  const isRunning = isInProgress(tone);
  const hasOtherResult = lastDeploymentState !== undefined && state !== lastDeploymentState && !isRunning;
  return (
    <FactLine
      start={
        <>
          {lastDeploymentAt === undefined || isRunning ? (
            <span>{isRunning ? IN_PROGRESS : NO_DATE}</span>
          ) : (
            <Ago at={lastDeploymentAt} />
          )}
          {hasOtherResult && (
            <span className={TONE_TEXT[toneOf(lastDeploymentState)]} title={LAST_RESULT}>
              <span className="sr-only">{`, ${LAST_RESULT}`}</span>
              <span>{` · ${stateText(lastDeploymentState)}`}</span>
            </span>
          )}
        </>
      }
      end={
        isTight
          ? bars
          : durationSeconds !== undefined &&
            !isRunning && <span className="flex-none text-mute">{tookText(durationText(durationSeconds))}</span>
      }
    />
  );
}

/** Renders the last deployment; while it runs, its start and its expected duration. */
export function Times(props: Props) {
  if (!isInProgress(props.environment.tone)) return <SettledTimes {...props} />;
  return (
    <Suspense fallback={<SettledTimes {...props} />}>
      <RunningTimes {...props} />
    </Suspense>
  );
}

/** Renders what triggered the last deployment, and who. */
export function Trigger({ environment: { status } }: Pick<Props, 'environment'>) {
  const { hidesPeople } = useSettings();
  const { origin, triggeredBy } = status ?? {};
  const hasPerson = triggeredBy !== undefined && !hidesPeople;
  return (
    <span className="flex min-w-0 items-center gap-1.5 whitespace-nowrap">
      {origin !== undefined && (
        <>
          <OriginIcon origin={origin} />
          <span className="flex-none">{originText(origin)}</span>
        </>
      )}
      {hasPerson && (
        <span className="truncate text-mute" title={triggeredBy}>
          {byText(shortPerson(triggeredBy))}
        </span>
      )}
    </span>
  );
}
