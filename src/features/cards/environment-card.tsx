import { memo, Suspense } from 'react';
import { preloadedComponent } from '#browser/lazy-component.tsx';
import { useSettings } from '#data/preferences/settings-store.ts';
import { type BoardEnvironment, nameOf } from '#domain/environment/board-environment.ts';
import { isInProgress, toneOf } from '#domain/environment/tone.ts';
import { DEPLOYED, DURATION, LAST_RESULT, ORIGIN } from '#messages/cards.ts';
import { actionsText, byText, environmentLabel, IN_PROGRESS, SNOOZED } from '#messages/environment.ts';
import { modeText, originText, stateText } from '#messages/qovery-terms.ts';
import { durationText } from '#messages/relative-time.ts';
import { ConfigurationPill } from '#ui/configuration-pill.tsx';
import { environmentAttributes } from '#ui/environment-attributes.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { DOTS } from '#ui/stroke-icon.tsx';
import { TONE_TEXT, ToneIcon } from '#ui/tone-icon.tsx';
import { NOTHING, Row } from './card-row.tsx';
import { Ago, Checked } from './card-times.tsx';

/**
 * Renders nothing on failure: the board reports a missing file once, above the cards, not in each of hundreds of cards.
 */
const nothing = () => <span />;
const DeploymentBars = preloadedComponent(
  () => import('#ui/deployment-bars.tsx').then((part) => part.DeploymentBars),
  nothing,
);
const FailureMessage = preloadedComponent(
  () => import('#ui/failure-message.tsx').then((part) => part.FailureMessage),
  nothing,
);
const RunningDeployment = preloadedComponent(
  () => import('./running-deployment.tsx').then((part) => part.RunningDeployment),
  SettledTimes,
);

type TimesProps = { readonly environment: BoardEnvironment };

/** Renders when the environment was last deployed and how long the deployment took. */
function SettledTimes({ environment }: TimesProps) {
  const { lastDeploymentAt, durationSeconds } = environment.status ?? {};
  const isRunning = isInProgress(environment.tone);
  return (
    <>
      <Row term={DEPLOYED}>
        {isRunning ? IN_PROGRESS : lastDeploymentAt === undefined ? NOTHING : <Ago at={lastDeploymentAt} />}
      </Row>
      <Row term={DURATION}>{isRunning || durationSeconds === undefined ? NOTHING : durationText(durationSeconds)}</Row>
    </>
  );
}

/** Renders the last deployment; while it runs, its start and its expected duration. */
function Times({ environment }: TimesProps) {
  if (!isInProgress(environment.tone)) return <SettledTimes environment={environment} />;
  return (
    <Suspense fallback={<SettledTimes environment={environment} />}>
      <RunningDeployment environment={environment} />
    </Suspense>
  );
}

function Facts({ environment }: { readonly environment: BoardEnvironment }) {
  const { hidesPeople } = useSettings();
  const { status } = environment;
  if (!status) return null;
  const { origin, triggeredBy, state, lastDeploymentState } = status;
  return (
    <dl className="grid grid-cols-[72px_1fr] gap-x-2.5 gap-y-[3px] text-[13px]">
      <Times environment={environment} />
      <Row term={ORIGIN}>
        <span>{origin === undefined ? NOTHING : originText(origin)}</span>
        {triggeredBy !== undefined && !hidesPeople && <span className="text-mute">{` ${byText(triggeredBy)}`}</span>}
      </Row>
      {state !== lastDeploymentState && (
        <Row term={LAST_RESULT}>
          <span className={TONE_TEXT[toneOf(lastDeploymentState)]}>{stateText(lastDeploymentState)}</span>
        </Row>
      )}
    </dl>
  );
}

type Props = {
  readonly environment: BoardEnvironment;
  readonly onOpen: (id: string) => void;
  readonly onMenu: (id: string, anchor: HTMLElement) => void;
};

/** Renders one environment. Re-renders only when a value that it shows has changed. */
export const EnvironmentCard = memo(function EnvironmentCard({ environment, onOpen, onMenu }: Props) {
  const { id, info, status, tone, freshness, failure, isSnoozed } = environment;
  const name = nameOf(environment);
  const border = freshness === 'fresh' ? 'border-solid' : 'border-dashed';
  const ground = tone === 'failing' && !isSnoozed ? 'border-failing/40 bg-failing-soft' : 'border-line bg-surface';
  // Equal heights with and without a reading: otherwise an arriving reading would push the cards below.
  const height = 'min-h-[257px]';
  return (
    <article
      aria-label={environmentLabel(name, info?.projectName, stateText(status?.state))}
      {...environmentAttributes(environment)}
      className={`group flex ${height} flex-col rounded-xl border px-4 pt-[15px] pb-3 ${border} ${ground}`}
    >
      <header translate="no" className="flex justify-between gap-2.5">
        <div className="min-w-0">
          <h3 className="font-semibold text-base leading-tight tracking-tight">
            <button
              type="button"
              className="max-w-full truncate text-left hover:underline touch:relative touch:-my-3 touch:min-w-11"
              title={name}
              onClick={() => onOpen(id)}
            >
              {name}
            </button>
          </h3>
          <p className="truncate text-[13px] text-mute">
            {info ? `${info.organizationName} / ${info.projectName}` : id}
          </p>
        </div>
        <span className="flex items-start gap-1">
          {info?.mode && (
            <span className="rounded-md border border-line px-1.5 text-mute text-xs">{modeText(info.mode)}</span>
          )}
          <IconButton
            label={actionsText(name)}
            path={DOTS}
            aria-haspopup="menu"
            className="-my-1.5 -mr-2 touch:-my-3"
            onClick={({ currentTarget }) => onMenu(id, currentTarget)}
          />
        </span>
      </header>
      <div translate="no" className="mt-[13px] mb-[11px] flex flex-wrap items-center gap-1.5">
        <ToneIcon tone={tone} />
        <strong className={`font-semibold text-[15px] ${TONE_TEXT[tone]}`}>{stateText(status?.state)}</strong>
        {isSnoozed && <span className="rounded-md border border-line px-1.5 text-mute text-xs">{SNOOZED}</span>}
        {status?.configuration !== undefined && (
          <span className="ml-auto">
            <ConfigurationPill configuration={status.configuration} />
          </span>
        )}
      </div>
      <Facts environment={environment} />
      {failure && (
        <Suspense>
          <FailureMessage failure={failure} />
        </Suspense>
      )}
      <footer translate="no" className="mt-auto pt-[13px]">
        <div className="flex min-h-11 items-end justify-between gap-x-3 border-line border-t pt-2.5 text-[12.5px]">
          <Suspense fallback={<span />}>
            <DeploymentBars history={environment.history} />
          </Suspense>
          <Checked environment={environment} />
        </div>
      </footer>
    </article>
  );
});
