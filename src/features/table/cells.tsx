import type { ReactNode } from 'react';
import { momentText, useAge, useAgo, useLastHeard } from '#data/use-moments.ts';
import type { Column } from '#domain/board-address.ts';
import { usualSeconds } from '#domain/deployment.ts';
import type { WatchedEnvironment } from '#domain/reading.ts';
import { durationText } from '#domain/time.ts';
import { isInProgress, toneOf } from '#domain/tone.ts';
import { ConfigurationPill } from '#ui/configuration-pill.tsx';
import { DeploymentBars } from '#ui/deployment-bars.tsx';
import { failureText, heardText, modeText, originText, stateText } from '#ui/text.ts';
import { TimeAgo } from '#ui/time-ago.tsx';
import { TONE_TEXT, ToneIcon } from '#ui/tone-icon.tsx';

type Props = { readonly watched: WatchedEnvironment };

/** What is not known, or does not apply. */
const NOTHING = '—';

/** Cut off where there is no room, so whole in the title. */
function Words({ children }: { readonly children: string }) {
  return <span title={children}>{children}</span>;
}

function StateCell({ watched: { status, tone } }: Props) {
  const last =
    status && status.state !== status.lastDeploymentState ? stateText(status.lastDeploymentState) : undefined;
  const word = stateText(status?.state);
  return (
    <span className="flex items-center gap-2" title={last === undefined ? word : `${word}, last deployment: ${last}`}>
      <ToneIcon tone={tone} />
      <span className="min-w-0 truncate">
        <strong className={`font-semibold ${TONE_TEXT[tone]}`}>{word}</strong>
        {last !== undefined && <span className="text-mute">, last: {last}</span>}
      </span>
    </span>
  );
}

function Ago({ at }: { readonly at: number }) {
  return (
    <TimeAgo at={at} title={momentText(at)}>
      {useAgo(at)}
    </TimeAgo>
  );
}

function Started({ at }: { readonly at: number }) {
  const age = useAge(at);
  return <TimeAgo at={at} title={momentText(at)}>{`started ${age} ago`}</TimeAgo>;
}

function DeployedCell({ watched: { status, tone, history } }: Props) {
  if (isInProgress(tone)) {
    const startedAt = history?.findLast(({ durationSeconds }) => durationSeconds === undefined)?.startedAt;
    if (startedAt === undefined) return 'in progress';
    return <Started at={startedAt} />;
  }
  return status?.lastDeploymentAt === undefined ? NOTHING : <Ago at={status.lastDeploymentAt} />;
}

function DurationCell({ watched: { status, tone, history, isStuck } }: Props) {
  if (!isInProgress(tone)) {
    return status?.durationSeconds === undefined ? NOTHING : durationText(status.durationSeconds);
  }
  const usual = usualSeconds(history ?? [], ({ state }) => toneOf(state) === 'ok');
  if (usual === undefined) return NOTHING;
  if (!isStuck) return <Words>{`usually ${durationText(usual)}`}</Words>;
  return (
    <span className="font-semibold text-warning" title={`Longer than usual: usually ${durationText(usual)}`}>
      unusually long
    </span>
  );
}

function OriginCell({ watched: { status } }: Props) {
  if (status?.origin === undefined && status?.triggeredBy === undefined) return NOTHING;
  const { origin, triggeredBy } = status;
  const from = origin === undefined ? '' : originText(origin);
  const by = triggeredBy === undefined ? '' : `by ${triggeredBy}`;
  return (
    <span title={`${from} ${by}`.trim()}>
      {from} <span className="text-mute">{by}</span>
    </span>
  );
}

function SinceCell({ watched: { since } }: Props) {
  return since === undefined ? NOTHING : <Ago at={since} />;
}

function CheckedCell({ watched }: Props) {
  const { kind, age } = useLastHeard(watched);
  const words = heardText(kind, age);
  const { failure } = watched;
  return (
    <span
      className={kind === 'checked' ? 'text-mute' : 'font-semibold text-warning'}
      title={failure ? `${words}: ${failureText(failure)}` : words}
    >
      <span aria-hidden="true">{age ?? words}</span>
      <span className="sr-only">{words}</span>
    </span>
  );
}

/** What each column shows of one environment. */
export const CELLS: Readonly<Record<Column, (props: Props) => ReactNode>> = {
  state: StateCell,
  mode: ({ watched: { environment } }) => (environment?.mode ? <Words>{modeText(environment.mode)}</Words> : NOTHING),
  configuration: ({ watched: { status } }) =>
    status?.configuration === undefined ? NOTHING : <ConfigurationPill configuration={status.configuration} />,
  deployed: DeployedCell,
  duration: DurationCell,
  origin: OriginCell,
  history: ({ watched: { history } }) => <DeploymentBars history={history} />,
  cluster: ({ watched: { environment } }) =>
    environment?.clusterName ? <Words>{environment.clusterName}</Words> : NOTHING,
  since: SinceCell,
  checked: CheckedCell,
};
