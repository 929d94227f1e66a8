import { memo } from 'react';
import { useSettings } from '#data/preferences/settings-store.ts';
import type { ActivityEntry } from '#domain/activity/activity-entry.ts';
import type { Change } from '#domain/activity/changed-services.ts';
import { type BoardEnvironment, nameOf } from '#domain/environment/board-environment.ts';
import { consoleDeploymentUrl } from '#domain/environment/console-url.ts';
import { type Result, resultOf } from '#domain/environment/deployment-result.ts';
import { shortPerson } from '#domain/environment/person.ts';
import { toneOf } from '#domain/environment/tone.ts';
import { entryLinkText, entryTimeText } from '#messages/activity.ts';
import { dateTimeText } from '#messages/date-time.ts';
import { DETAILS_WORDS } from '#messages/details.ts';
import { byText } from '#messages/environment.ts';
import { originText, stateText } from '#messages/qovery-terms.ts';
import { durationText } from '#messages/relative-time.ts';
import { ExternalLink } from '#ui/external-link.tsx';
import { OriginIcon } from '#ui/origin-icon.tsx';
import { EXTERNAL_LINK, StrokeIcon } from '#ui/stroke-icon.tsx';
import { ToneIcon } from '#ui/tone-icon.tsx';
import { Source, Version } from './entry-parts.tsx';

/** The columns of the stream from 1,024 pixels on. Below, a row has three lines. */
export const COLUMNS =
  'lg:grid lg:grid-cols-[72px_176px_minmax(0,1.1fr)_minmax(0,1fr)_minmax(0,1fr)_84px_104px_24px] xl:grid-cols-[72px_220px_minmax(0,1.1fr)_minmax(0,1fr)_minmax(0,1fr)_84px_104px_24px] lg:items-center lg:gap-x-2 lg:px-4';

type Props = {
  readonly entry: ActivityEntry;
  readonly environment: BoardEnvironment | undefined;
  readonly change: Change;
  readonly onOpen: (id: string) => void;
};

const RESULT_COLOUR = {
  failed: 'text-failing',
  running: 'text-busy',
  well: 'text-ink',
  cancelled: 'text-mute',
  other: 'text-mute',
} as const satisfies Record<Result, string>;

/** A line of a row on a narrow screen. */
const LINE = 'flex min-w-0 items-center gap-2 lg:contents';

const ROW_TINT = {
  failed: 'bg-failing-soft',
  running: 'bg-busy-soft',
  well: '',
  cancelled: '',
  other: '',
} as const satisfies Record<Result, string>;

function OpenInQovery({ entry, environment }: Pick<Props, 'entry' | 'environment'>) {
  const { timeZone } = useSettings();
  const { deploymentId, at, environmentId } = entry;
  const { info } = environment ?? {};
  if (!info || deploymentId === undefined) return null;
  const { organizationId, projectId } = info;
  return (
    <ExternalLink
      href={consoleDeploymentUrl({ organizationId, projectId, environmentId, deploymentId })}
      title={DETAILS_WORDS.openInQovery}
      aria-label={entryLinkText(dateTimeText(at, timeZone))}
      className="-m-1 grid size-7 place-items-center rounded-md text-mute hover:bg-idle-soft hover:text-ink touch:size-11"
    >
      <StrokeIcon path={EXTERNAL_LINK} className="size-4" />
    </ExternalLink>
  );
}

/** Renders one entry: a row of eight columns, or three lines on a narrow screen. */
export const EntryRow = memo(function EntryRow({ entry, environment, change, onOpen }: Props) {
  const { timeZone, hidesPeople } = useSettings();
  const { at, state, environmentId, origin, triggeredBy, durationSeconds, sources } = entry;
  const tone = toneOf(state);
  const result = resultOf(state);
  const name = nameOf({ id: environmentId, ...environment });
  return (
    <div
      data-environment-id={environmentId}
      data-state={state}
      data-result={result}
      translate="no"
      className={`relative flex flex-col gap-y-0.5 border-line border-t py-2.5 pr-4 pl-11.5 lg:h-9 lg:py-0 ${COLUMNS} ${ROW_TINT[result]}`}
    >
      <span className={LINE}>
        <span className="flex min-w-0 grow gap-2 lg:order-3">
          <button
            type="button"
            className="min-h-0 min-w-0 truncate text-left font-semibold hover:underline"
            onClick={() => onOpen(environmentId)}
          >
            {name}
          </button>
          <span className="min-w-0 shrink-[1000] truncate text-mute">{environment?.info?.projectName}</span>
        </span>
        <time
          dateTime={new Date(at).toISOString()}
          title={dateTimeText(at, timeZone)}
          className="flex-none whitespace-nowrap text-mute lg:order-1"
        >
          {entryTimeText(at, timeZone)}
        </time>
      </span>
      <span className={LINE}>
        <span className="flex min-w-0 flex-none items-center gap-2 lg:order-2">
          <span className="flex *:[svg]:size-4 max-lg:absolute max-lg:top-3 max-lg:left-4">
            <ToneIcon tone={tone} />
          </span>
          <span className={`truncate font-semibold ${RESULT_COLOUR[result]}`}>{stateText(state)}</span>
        </span>
        <span className="flex min-w-0 grow items-center gap-2 max-lg:justify-end lg:order-4">
          <Version change={change} />
        </span>
      </span>
      <span className={`${LINE} max-lg:text-mute max-lg:text-xs`}>
        <span className="flex min-w-0 grow items-center gap-1.5 lg:order-5">
          {origin !== undefined && <OriginIcon origin={origin} />}
          {origin !== undefined && <span className="min-w-0 truncate">{originText(origin)}</span>}
          {triggeredBy !== undefined && !hidesPeople && (
            <span title={triggeredBy} className="min-w-0 shrink-[1000] truncate text-mute">
              {byText(shortPerson(triggeredBy))}
            </span>
          )}
          {durationSeconds !== undefined && (
            <span className="whitespace-nowrap lg:hidden">{`· ${durationText(durationSeconds)}`}</span>
          )}
        </span>
        <span className="flex-none lg:order-7 lg:pl-3">
          <Source sources={sources} />
        </span>
      </span>
      <span className="whitespace-nowrap text-right max-lg:hidden lg:order-6">
        {durationSeconds === undefined ? '' : durationText(durationSeconds)}
      </span>
      <span className="flex justify-end max-lg:hidden lg:order-8">
        <OpenInQovery entry={entry} environment={environment} />
      </span>
    </div>
  );
});
