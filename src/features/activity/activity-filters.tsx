import type { ReactNode } from 'react';
import { type Counts, totalOf } from '#domain/activity/filter-entries.ts';
import type { PageOptions } from '#domain/board/delivery-options.ts';
import { RESULTS, type Result } from '#domain/environment/deployment-result.ts';
import type { Tone } from '#domain/environment/tone.ts';
import { ACTIVITY_WORDS, RESULT_WORDS } from '#messages/activity.ts';
import { figures } from '#messages/common.ts';
import { PillSelect } from '#ui/pill-select.tsx';
import { ToneIcon } from '#ui/tone-icon.tsx';

const TONE_OF_RESULT = {
  failed: 'failing',
  well: 'ok',
  cancelled: 'idle',
  running: 'busy',
  other: 'unknown',
} as const satisfies Record<Result, Tone>;

function Chip({
  isOn,
  count,
  onClick,
  children,
}: {
  readonly isOn: boolean;
  readonly count: number;
  readonly onClick: () => void;
  readonly children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onClick}
      className={`flex h-8 flex-none items-center gap-1.5 whitespace-nowrap rounded-full border border-line bg-surface px-2.5 text-mute max-sm:px-2 *:[svg]:size-3.5 aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-bg touch:h-11 [&[aria-pressed=false]_b]:text-ink ${isOn ? '' : 'print:hidden'}`}
    >
      {children}
      <b translate="no" className="font-semibold">
        {figures(count)}
      </b>
    </button>
  );
}

export type Choices = readonly (readonly [value: string, text: string])[];

type Props = {
  readonly options: PageOptions;
  readonly counts: Counts;
  readonly environments: Choices;
  readonly origins: Choices;
  /** Undefined while the user hides people. */
  readonly people: Choices | undefined;
  readonly onChange: (part: Partial<PageOptions>) => void;
};

const ANY: readonly [string, string] = ['', ACTIVITY_WORDS.any];
/** Results that a board without them does not offer. */
const RARE: ReadonlySet<Result> = new Set(['running', 'other']);

/** Renders the filters by result, environment, origin and person. */
export function ActivityFilters({ options, counts, environments, origins, people, onChange }: Props) {
  const { result, environment = '', origin = '', person = '' } = options;
  const selects = [
    [ACTIVITY_WORDS.environment, 'environment', environment, environments],
    [ACTIVITY_WORDS.origin, 'origin', origin, origins],
    [ACTIVITY_WORDS.person, 'person', person, people],
  ] as const;
  return (
    <>
      <fieldset className="contents">
        <legend className="sr-only">{ACTIVITY_WORDS.results}</legend>
        <Chip isOn={result === undefined} count={totalOf(counts)} onClick={() => onChange({ result: undefined })}>
          <span>{ACTIVITY_WORDS.all}</span>
        </Chip>
        {RESULTS.filter((one) => !RARE.has(one) || counts[one] > 0 || one === result).map((one) => (
          <Chip
            key={one}
            isOn={result === one}
            count={counts[one]}
            onClick={() => onChange({ result: result === one ? undefined : one })}
          >
            <ToneIcon tone={TONE_OF_RESULT[one]} />
            <span>{RESULT_WORDS[one]}</span>
          </Chip>
        ))}
      </fieldset>
      <span aria-hidden="true" className="h-5 w-px flex-none bg-line max-sm:hidden print:hidden" />
      {selects.map(
        ([label, key, value, choices]) =>
          choices && (
            <PillSelect
              key={key}
              label={label}
              value={value}
              width={value === '' ? 'narrow' : 'wide'}
              choices={[ANY, ...choices]}
              onChoose={(chosen) => onChange({ [key]: chosen === '' ? undefined : chosen })}
            />
          ),
      )}
    </>
  );
}
