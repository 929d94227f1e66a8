import { useNow } from '#browser/use-now.ts';
import { isUnknown, nameOf } from '#domain/environment/board-environment.ts';
import type { Column } from '#domain/versions/version-matrix.ts';
import { failureText } from '#messages/failures.ts';
import { shortAge } from '#messages/relative-time.ts';
import { SEPARATOR, VERSIONS_WORDS as WORDS } from '#messages/versions.ts';
import { TONE_TEXT, ToneIcon } from '#ui/tone-icon.tsx';
import { StateAge } from './state-age.tsx';

/** Dashed as a card's border, because colour must not be the only sign. A lower line would be clipped. */
const STALE = 'underline decoration-dashed decoration-2 underline-offset-2';

/** Renders the name and the state of an environment, and the age of its versions. */
export function PhoneColumn({ column: { environment, answer } }: { readonly column: Column }) {
  const { id, tone, freshness } = environment;
  const isStale = freshness !== 'fresh';
  const line = isStale ? `${STALE} ${freshness === 'unreachable' ? 'decoration-warning' : ''}` : '';
  const at = answer.observedAt;
  const age = useNow((now) => (at === undefined ? undefined : shortAge(now - at)));
  const failure = answer.failure ?? (isUnknown(environment) ? environment.failure : undefined);
  return (
    <span
      data-environment-id={id}
      data-freshness={freshness}
      title={failure && failureText(failure)}
      className={`flex min-w-0 items-center gap-1.5 text-xs *:[svg]:size-3.5 ${tone === 'ok' ? 'text-mute' : `font-semibold ${TONE_TEXT[tone]}`}`}
    >
      <ToneIcon tone={tone} />
      <span translate="no" className={`min-w-0 truncate ${line}`}>
        {nameOf(environment)}
      </span>
      {isStale && (
        // There is no room to show it.
        <span className="sr-only">
          <StateAge environment={environment} />
        </span>
      )}
      <span className="flex-none">{`${SEPARATOR} ${age ?? (failure ? WORDS.missing : WORDS.notAsked)}`}</span>
    </span>
  );
}
