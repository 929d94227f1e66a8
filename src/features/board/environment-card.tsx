import { memo, type ReactNode } from 'react';
import { consoleDeploymentUrl, consoleEnvironmentUrl } from '#domain/console-link.ts';
import { nameOf, type WatchedEnvironment } from '#domain/reading.ts';
import { durationText } from '#domain/time.ts';
import { isInProgress, toneOf } from '#domain/tone.ts';
import { ConfigurationPill } from '#ui/configuration-pill.tsx';
import { failureText, modeText, originText, stateText } from '#ui/text.ts';
import { TONE_TEXT, ToneIcon } from '#ui/tone-icon.tsx';
import { Ago, Checked } from './moments.tsx';

function Row({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-mute">{term}</dt>
      <dd className="min-w-0 truncate">{children}</dd>
    </>
  );
}

function Facts({ watched }: { readonly watched: WatchedEnvironment }) {
  const { status, tone } = watched;
  if (!status) return null;
  const { lastDeploymentAt, durationSeconds, origin, triggeredBy, state, lastDeploymentState } = status;
  const running = isInProgress(tone);
  return (
    <dl className="grid grid-cols-[72px_1fr] gap-x-2.5 gap-y-[3px] text-[13px]">
      <Row term="Deployed">
        {running ? 'in progress' : lastDeploymentAt === undefined ? '—' : <Ago at={lastDeploymentAt} />}
      </Row>
      <Row term="Duration">{running || durationSeconds === undefined ? '—' : durationText(durationSeconds)}</Row>
      <Row term="Origin">
        {origin === undefined ? '—' : originText(origin)}
        {triggeredBy !== undefined && <span className="text-mute"> by {triggeredBy}</span>}
      </Row>
      {state !== lastDeploymentState && (
        <Row term="Last result">
          <span className={TONE_TEXT[toneOf(lastDeploymentState)]}>{stateText(lastDeploymentState)}</span>
        </Row>
      )}
    </dl>
  );
}

function ConsoleLinks({ watched: { environment, status } }: { readonly watched: WatchedEnvironment }) {
  if (!environment) return null;
  const place = {
    organizationId: environment.organizationId,
    projectId: environment.projectId,
    environmentId: environment.id,
  };
  const deployment = status?.lastDeploymentId;
  return (
    <a
      className="text-mute underline decoration-line underline-offset-2 hover:text-ink"
      href={
        deployment === undefined
          ? consoleEnvironmentUrl(place)
          : consoleDeploymentUrl({ ...place, deploymentId: deployment })
      }
      target="_blank"
      rel="noreferrer"
    >
      {deployment === undefined ? 'Open in Qovery' : 'Last deployment'}
    </a>
  );
}

type Props = {
  readonly watched: WatchedEnvironment;
  readonly onEdit: (id: string) => void;
  readonly onUnpin: (id: string) => void;
};

const QUIET = 'text-mute underline decoration-line underline-offset-2 hover:text-ink';

/** One pinned environment. Renders again only when something it shows has changed. */
export const EnvironmentCard = memo(function EnvironmentCard({ watched, onEdit, onUnpin }: Props) {
  const { id, environment, status, tone, freshness, failure } = watched;
  const name = nameOf(watched);
  const border = freshness === 'fresh' ? 'border-solid' : 'border-dashed';
  const ground = tone === 'failing' ? 'border-failing/40 bg-failing-soft' : 'border-line bg-surface';
  return (
    <article
      aria-label={`${name}, ${environment?.projectName ?? 'unknown project'}: ${stateText(status?.state)}`}
      data-environment-id={id}
      data-state={status?.state ?? ''}
      data-tone={tone}
      data-configuration={status?.configuration ?? ''}
      data-freshness={freshness}
      className={`group flex flex-col rounded-xl border px-4 pt-[15px] pb-3 ${border} ${ground}`}
    >
      <header className="flex justify-between gap-2.5">
        <div className="min-w-0">
          <h3 className="truncate font-semibold text-base leading-tight tracking-tight" title={name}>
            {name}
          </h3>
          <p className="truncate text-[13px] text-mute">
            {environment ? `${environment.organizationName} / ${environment.projectName}` : id}
          </p>
        </div>
        {environment?.mode && (
          <span className="h-fit rounded-md border border-line px-1.5 text-mute text-xs">
            {modeText(environment.mode)}
          </span>
        )}
      </header>
      <div className="mt-[13px] mb-[11px] flex flex-wrap items-center gap-1.5">
        <ToneIcon tone={tone} />
        <strong className={`font-semibold text-[15px] ${TONE_TEXT[tone]}`}>{stateText(status?.state)}</strong>
        {status?.configuration !== undefined && (
          <span className="ml-auto">
            <ConfigurationPill configuration={status.configuration} />
          </span>
        )}
      </div>
      <Facts watched={watched} />
      {failure && <p className="mt-2 text-[13px] text-warning">{failureText(failure)}</p>}
      <footer className="mt-auto flex flex-wrap items-end justify-between gap-x-3 pt-3 text-[12.5px]">
        <span className="flex gap-3">
          <ConsoleLinks watched={watched} />
          <button type="button" className={QUIET} aria-label={`Edit ${name}`} onClick={() => onEdit(id)}>
            Edit
          </button>
          <button type="button" className={QUIET} aria-label={`Unpin ${name}`} onClick={() => onUnpin(id)}>
            Unpin
          </button>
        </span>
        <Checked watched={watched} />
      </footer>
    </article>
  );
});
