import type { ReactNode } from 'react';
import { useNow } from '#browser/use-now.ts';
import { useSettings } from '#data/preferences/settings-store.ts';
import { useRunningSince, useTimeAgo } from '#data/readings/use-reading-times.ts';
import type { Column } from '#domain/board/board.ts';
import { type BoardEnvironment, isKnownToRun } from '#domain/environment/board-environment.ts';
import { progressOf, usualOfNewest } from '#domain/environment/deployment.ts';
import { shortPerson } from '#domain/environment/person.ts';
import { isInProgress, toneOf } from '#domain/environment/tone.ts';
import { isShownAsDate } from '#domain/shown-time.ts';
import { progressText, usuallyText } from '#messages/deployments.ts';
import { byText, IN_PROGRESS, projectPathText, UNKNOWN_PROJECT } from '#messages/environment.ts';
import { modeText, originText, stateText } from '#messages/qovery-terms.ts';
import { durationText } from '#messages/relative-time.ts';
import { shortAgeText, shortWhenText } from '#messages/short-date-time.ts';
import { lastText, NO_HISTORY, startedAgoText, startedText, stateAndLast, WAITING } from '#messages/table.ts';
import { ConfigurationPill } from '#ui/configuration-pill.tsx';
import { currentStateText } from '#ui/current-state-text.ts';
import { DeploymentBars } from '#ui/deployment-bars.tsx';
import { TimeAgo } from '#ui/time-ago.tsx';
import { TONE_TEXT, ToneIcon } from '#ui/tone-icon.tsx';
import { CheckedCell } from './checked-cell.tsx';
import { Lines, TWO_LINES, Words } from './two-lines.tsx';

type Props = { readonly environment: BoardEnvironment };

/** For a value that is unknown or not applicable. */
const DASH = '—';
const NOTHING = <span>{DASH}</span>;

function ProjectCell({ environment: { info } }: Props) {
  return <Lines title={info ? projectPathText(info) : UNKNOWN_PROJECT}>{info?.projectName || UNKNOWN_PROJECT}</Lines>;
}

function StateCell({ environment }: Props) {
  const { status, tone } = environment;
  const last =
    status && status.state !== status.lastDeploymentState ? stateText(status.lastDeploymentState) : undefined;
  const word = currentStateText(environment);
  return (
    <span className="flex items-center gap-2" title={last === undefined ? word : stateAndLast(word, last)}>
      <ToneIcon tone={tone} />
      {/* The result of the last deployment and wider letters use the second line. */}
      <span className={TWO_LINES}>
        <strong className={`font-semibold ${TONE_TEXT[tone]}`}>{word}</strong>
        {last !== undefined && <span className="text-[12.5px] text-mute">{lastText(last)}</span>}
      </span>
    </span>
  );
}

function Ago({ at }: { readonly at: number }) {
  const ago = useTimeAgo(at, shortWhenText);
  return (
    <Lines>
      <TimeAgo {...ago} />
    </Lines>
  );
}

const shortStartedText: typeof shortAgeText = (at, now, timeFormat) =>
  (isShownAsDate(at, now, timeFormat) ? startedText : startedAgoText)(shortAgeText(at, now, timeFormat));

function Started({ at }: { readonly at: number }) {
  const ago = useTimeAgo(at, shortStartedText);
  return (
    <Lines>
      <TimeAgo {...ago} />
    </Lines>
  );
}

function DeployedCell({ environment }: Props) {
  const { status, tone } = environment;
  const startedAt = useRunningSince(environment);
  if (isInProgress(tone)) {
    if (tone === 'queued') return <Words>{WAITING}</Words>;
    return startedAt === undefined ? <Words>{IN_PROGRESS}</Words> : <Started at={startedAt} />;
  }
  return status?.lastDeploymentAt === undefined ? NOTHING : <Ago at={status.lastDeploymentAt} />;
}

function Progress({
  since,
  usual,
  isStuck,
}: {
  readonly since: number;
  readonly usual: number;
  readonly isStuck: boolean;
}) {
  const text = useNow((now) => {
    const progress = progressOf((now - since) / 1_000, usual);
    // The tooltip alone has the usual duration, which would not fit.
    return progress && progressText(progress.kind === 'left' ? progress : { kind: 'over' });
  });
  if (text === undefined) return NOTHING;
  const words = `${text}, ${usuallyText(usual)}`;
  return (
    <Lines className={isStuck ? 'font-semibold text-warning' : ''} title={words}>
      {text}
    </Lines>
  );
}

function DurationCell({ environment }: Props) {
  const { status, tone, history, isStuck } = environment;
  const since = useRunningSince(environment);
  if (!isInProgress(tone)) {
    return status?.durationSeconds === undefined ? NOTHING : <span>{durationText(status.durationSeconds)}</span>;
  }
  const usual = usualOfNewest(history ?? []);
  if (since === undefined || usual === undefined || !isKnownToRun(environment)) return NOTHING;
  return <Progress since={since} usual={usual} isStuck={isStuck === true} />;
}

function OriginCell({ environment: { status } }: Props) {
  const { hidesPeople } = useSettings();
  if (status?.origin === undefined && status?.triggeredBy === undefined) return NOTHING;
  const { origin, triggeredBy } = status;
  const from = origin === undefined ? '' : originText(origin);
  const person = hidesPeople || triggeredBy === undefined ? '' : triggeredBy;
  return (
    <span title={person === '' ? from : `${from} ${byText(person)}`.trim()} className="flex gap-1">
      <span>{`${from} `}</span>
      <span className="truncate text-mute">{person !== '' && byText(shortPerson(person))}</span>
    </span>
  );
}

function SinceCell({ environment: { since } }: Props) {
  return since === undefined ? NOTHING : <Ago at={since} />;
}

/** The content of each column for one environment. */
export const CELLS: Readonly<Record<Column, (props: Props) => ReactNode>> = {
  state: StateCell,
  project: ProjectCell,
  mode: ({ environment: { info } }) => (info?.mode ? <Words>{modeText(info.mode)}</Words> : NOTHING),
  configuration: ({ environment: { status } }) =>
    status?.configuration === undefined ? (
      NOTHING
    ) : (
      <ConfigurationPill configuration={status.configuration} isHealthy={toneOf(status.state) === 'ok'} />
    ),
  deployed: DeployedCell,
  duration: DurationCell,
  origin: OriginCell,
  history: ({ environment: { history } }) =>
    history?.length === 0 ? <Lines className="text-mute">{NO_HISTORY}</Lines> : <DeploymentBars history={history} />,
  cluster: ({ environment: { info } }) => (info?.clusterName ? <Words>{info.clusterName}</Words> : NOTHING),
  since: SinceCell,
  checked: CheckedCell,
};
