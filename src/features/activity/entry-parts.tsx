import type { ActivityEntry, ActivitySource } from '#domain/activity/activity-entry.ts';
import type { Change } from '#domain/activity/changed-services.ts';
import type { DeployedService } from '#domain/environment/deployment.ts';
import { ACTIVITY_WORDS, knownFromText, moreText, SOURCE_WORDS } from '#messages/activity.ts';
import { StrokeIcon } from '#ui/stroke-icon.tsx';
import { WhereItFits } from '#ui/where-it-fits.tsx';

const SOURCE_PATHS = {
  feed: 'M4 12a7 7 0 0 1 0-8M12 4a7 7 0 0 1 0 8M6.2 10a3.2 3.2 0 0 1 0-4M9.8 6a3.2 3.2 0 0 1 0 4M8 8h.01',
  history: 'M3 8a5 5 0 1 0 1.6-3.7L3 5.8M3 3v2.8h2.8M8 5.5V8l1.8 1.2',
  seen: 'M1.8 8S4 4 8 4s6.2 4 6.2 4S12 12 8 12 1.8 8 1.8 8M8 6.6a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 0 1 0-2.8',
} as const satisfies Record<ActivitySource, string>;

const shortVersion = ({ kind, version = '' }: DeployedService): string =>
  kind === 'commit' ? version.slice(0, 7) : version;

/** Renders the first changed service with its version, and the number of further ones. */
export function Version({ change }: { readonly change: Change }) {
  if (change.kind === 'unknown') return null;
  if (change.kind === 'all') return <span>{ACTIVITY_WORDS.allServices}</span>;
  const { first } = change;
  return (
    <>
      <span className="min-w-0 truncate">{first.name}</span>
      <span
        title={first.version}
        className={`max-w-40 flex-none truncate font-mono text-[12.5px] ${change.kind === 'services' ? '' : 'text-mute'}`}
      >
        {shortVersion(first)}
      </span>
      {change.kind !== 'services' && (
        <WhereItFits>
          <span className="text-mute">
            {change.kind === 'same' ? ACTIVITY_WORDS.sameVersion : ACTIVITY_WORDS.sameMovingTag}
          </span>
        </WhereItFits>
      )}
      {change.kind === 'services' && change.more > 0 && (
        <span className="flex-none text-mute">{moreText(change.more)}</span>
      )}
    </>
  );
}

/** Renders the best source of an entry; its tooltip names all of them. */
export function Source({ sources }: Pick<ActivityEntry, 'sources'>) {
  const [best = 'history'] = sources;
  return (
    <span title={knownFromText(sources)} className="flex items-center gap-1.5 whitespace-nowrap text-mute text-xs">
      <StrokeIcon path={SOURCE_PATHS[best]} className="size-3.5 flex-none" />
      <span>{SOURCE_WORDS[best]}</span>
      {sources.length > 1 && <span className="sr-only">{knownFromText(sources)}</span>}
    </span>
  );
}
