import { useState } from 'react';
import { useLocalNow } from '#browser/use-now.ts';
import type { DetailsQuery } from '#data/history/use-environment-details.ts';
import { DETAILS_WORDS } from '#messages/details.ts';
import { failureText } from '#messages/failures.ts';
import { Button } from '#ui/button.tsx';

type Props = {
  readonly part: DetailsQuery<unknown>;
  /** Texts while the first response is in flight, and after a failure. */
  readonly loading: string;
  readonly failed: string;
};

/**
 * Explains why a part of the details is missing or outdated, and offers a retry. Renders nothing after a success. The
 * button stays during a retry, so that keyboard users do not lose the focus.
 */
export function QueryMessage({ part: { data, failure, failedAt, isFetching, retry }, loading, failed }: Props) {
  const [hasTried, setHasTried] = useState(false);
  const waitMs = useLocalNow((now) => {
    const retryAfterMs = failure && 'retryAfterMs' in failure ? failure.retryAfterMs : 0;
    return Math.max(0, Math.ceil((failedAt + retryAfterMs - now) / 1_000)) * 1_000;
  });
  if (!failure && data !== undefined) return null;
  const why = failure && ('retryAfterMs' in failure ? { ...failure, retryAfterMs: waitMs } : failure);
  const mayTry = !isFetching && waitMs === 0;
  return (
    <div className="mb-2.5 flex flex-wrap items-center justify-between gap-x-3 gap-y-2">
      <p role="status" className={`min-w-0 grow basis-60 ${why ? 'text-warning' : 'text-mute'}`}>
        {why
          ? [failed, failureText(why), data !== undefined && DETAILS_WORDS.showingLastKnown].filter(Boolean).join(' ')
          : loading}
      </p>
      {(why || hasTried) && (
        <Button
          aria-disabled={!mayTry}
          className="max-sm:min-h-11 aria-disabled:opacity-60"
          onClick={() => {
            if (!mayTry) return;
            setHasTried(true);
            retry();
          }}
        >
          {isFetching ? DETAILS_WORDS.trying : DETAILS_WORDS.tryAgain}
        </Button>
      )}
    </div>
  );
}
