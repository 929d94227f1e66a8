import { useSettings } from '#data/preferences/settings-store.ts';
import { consoleDeploymentUrl } from '#domain/environment/console-url.ts';
import type { Deployment } from '#domain/environment/deployment.ts';
import type { EnvironmentInfo } from '#domain/environment/directory.ts';
import { toneOf } from '#domain/environment/tone.ts';
import { dateTimeText } from '#messages/date-time.ts';
import { DETAILS_WORDS, openDeploymentText, orNothing } from '#messages/details.ts';
import { byText } from '#messages/environment.ts';
import { originText, stateText } from '#messages/qovery-terms.ts';
import { durationText } from '#messages/relative-time.ts';
import { ExternalLink } from '#ui/external-link.tsx';
import { EXTERNAL_LINK, StrokeIcon } from '#ui/stroke-icon.tsx';
import { TONE_TEXT, ToneIcon } from '#ui/tone-icon.tsx';
import { Ago } from './ago.tsx';

type RowProps = { readonly deployment: Deployment; readonly environment: EnvironmentInfo | undefined };

function OpenInQovery({ deployment: { id, startedAt }, environment }: RowProps) {
  const { timeZone } = useSettings();
  if (!environment) return null;
  const { organizationId, projectId, id: environmentId } = environment;
  return (
    <ExternalLink
      href={consoleDeploymentUrl({ organizationId, projectId, environmentId, deploymentId: id })}
      title={DETAILS_WORDS.openInQovery}
      aria-label={openDeploymentText(startedAt === undefined ? undefined : dateTimeText(startedAt, timeZone))}
      className="-my-1 grid size-7 place-items-center rounded-md text-mute hover:bg-idle-soft hover:text-ink max-sm:row-span-2 max-sm:size-11"
    >
      <StrokeIcon path={EXTERNAL_LINK} className="size-4" />
    </ExternalLink>
  );
}

function DeploymentRow({ deployment, environment }: RowProps) {
  const { hidesPeople } = useSettings();
  const { state, durationSeconds, origin, triggeredBy, startedAt } = deployment;
  const tone = toneOf(state);
  const by = triggeredBy !== undefined && !hidesPeople ? byText(triggeredBy) : '';
  const from = orNothing(origin && originText(origin));
  return (
    <li className="grid grid-cols-[22px_1fr_auto_44px] items-center gap-x-2 border-line border-b py-[7px] sm:grid-cols-[22px_118px_1fr_64px_112px_28px]">
      <ToneIcon tone={tone} />
      <span className={`min-w-0 break-words ${TONE_TEXT[tone]}`}>{stateText(state)}</span>
      <span className="min-w-0 truncate max-sm:col-start-2 max-sm:row-start-2" title={`${from} ${by}`.trim()}>
        <span>{`${from} `}</span>
        <span className="text-mute">{by}</span>
      </span>
      <span className="whitespace-nowrap text-right max-sm:col-start-3 max-sm:row-start-1">
        {orNothing(durationSeconds === undefined ? undefined : durationText(durationSeconds))}
      </span>
      <span className="whitespace-nowrap text-right text-mute max-sm:col-start-3 max-sm:row-start-2">
        {startedAt !== undefined && <Ago at={startedAt} />}
      </span>
      <span className="max-sm:col-start-4 max-sm:row-span-2 max-sm:row-start-1">
        <OpenInQovery deployment={deployment} environment={environment} />
      </span>
    </li>
  );
}

type Props = {
  /** Oldest first. */
  readonly history: readonly Deployment[];
  readonly environment: EnvironmentInfo | undefined;
};

/** Renders the last deployments as text, newest first, each with a link to the Qovery console. */
export function DeploymentList({ history, environment }: Props) {
  return (
    <ul translate="no" className="border-line border-t text-[13px]">
      {history.toReversed().map((deployment) => (
        <DeploymentRow key={deployment.id} deployment={deployment} environment={environment} />
      ))}
    </ul>
  );
}
