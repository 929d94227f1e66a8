import { memo } from 'react';
import { useNow } from '#browser/use-now.ts';
import { type BoardEnvironment, nameOf } from '#domain/environment/board-environment.ts';
import type { VersionAnswer } from '#domain/versions/version-answer.ts';
import { failureText } from '#messages/failures.ts';
import { modeText } from '#messages/qovery-terms.ts';
import { answerAgeText, SEPARATOR, VERSIONS_WORDS as WORDS } from '#messages/versions.ts';
import { currentStateText } from '#ui/current-state-text.ts';
import { TONE_TEXT, ToneIcon } from '#ui/tone-icon.tsx';
import { StaleOutline, StateAge } from './state-age.tsx';

type Props = {
  readonly environment: BoardEnvironment;
  readonly answer: VersionAnswer;
  /** True while missing answers wait for requests that polling leaves. */
  readonly lacksBudget: boolean;
  readonly onOpen: (id: string) => void;
  readonly onRetry: (id: string) => void;
};

/** The age of the versions, which ticks without requests. */
function AnswerAge({ at }: { readonly at: number }) {
  return <span>{useNow((now) => answerAgeText(at, now))}</span>;
}

/** Renders an environment's name, mode and state, the ages of its state and of its versions, and why a request failed. */
export const ColumnHead = memo(function ColumnHead({ environment, answer, lacksBudget, onOpen, onRetry }: Props) {
  const { id, info, tone, freshness, failure } = environment;
  const why = answer.failure ?? (failure?.kind === 'missing' || failure?.kind === 'denied' ? failure : undefined);
  return (
    <th
      scope="col"
      data-environment-id={id}
      data-tone={tone}
      data-freshness={freshness}
      className="sticky top-0 z-10 h-14 border-line border-b border-l bg-strip px-4 py-2 text-left align-top font-normal"
    >
      <StaleOutline environment={environment} />
      <div className="flex h-5 items-center gap-1.5 whitespace-nowrap">
        <button type="button" translate="no" className="min-w-0 truncate font-semibold" onClick={() => onOpen(id)}>
          {nameOf(environment)}
        </button>
        {info?.mode && (
          <span className="rounded-[5px] border border-line bg-surface px-1.5 text-[11.5px] text-mute leading-4">
            {modeText(info.mode)}
          </span>
        )}
      </div>
      {/* What does not fit in the line is in the next one, which is hidden. */}
      <div
        className={`mt-0.5 flex h-5 items-center gap-1.5 overflow-hidden whitespace-nowrap text-mute text-xs leading-5 *:[svg]:size-3.5 ${why ? '' : 'flex-wrap'}`}
      >
        <ToneIcon tone={tone} />
        <span className={`min-w-0 truncate ${tone === 'ok' ? '' : `font-semibold ${TONE_TEXT[tone]}`}`}>
          {currentStateText(environment)}
        </span>
        {freshness !== 'fresh' && !why && <StateAge environment={environment} />}
        <span aria-hidden="true">{SEPARATOR}</span>
        {why && (
          <>
            <span className="min-w-0 truncate text-warning" title={failureText(why)}>
              {failureText(why)}
            </span>
            <button type="button" className="underline" onClick={() => onRetry(id)}>
              {WORDS.tryAgain}
            </button>
          </>
        )}
        {answer.observedAt !== undefined ? (
          <AnswerAge at={answer.observedAt} />
        ) : (
          !why && <span className="truncate">{lacksBudget ? WORDS.waitingForBudget : WORDS.loading}</span>
        )}
        {freshness === 'fresh' && !why && <StateAge environment={environment} />}
      </div>
    </th>
  );
});
