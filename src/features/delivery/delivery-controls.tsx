import { type PageOptions, PERIOD_DAYS } from '#domain/board/delivery-options.ts';
import { ALL_MODES } from '#domain/delivery/delivery-scope.ts';
import { DELIVERY_WORDS, periodText } from '#messages/delivery.ts';
import { modeText } from '#messages/qovery-terms.ts';
import { PillSelect } from '#ui/pill-select.tsx';

type Props = {
  readonly options: PageOptions;
  readonly projects: readonly (readonly [id: string, name: string])[];
  readonly modes: readonly string[];
  readonly mode: string;
  readonly onChange: (part: Partial<PageOptions>) => void;
};

/** Renders the choice of the period, the project and the mode. */
export function DeliveryControls({ options: { periodDays, project = '' }, projects, modes, mode, onChange }: Props) {
  return (
    <>
      <fieldset className="flex overflow-hidden rounded-lg border border-line bg-surface has-focus-visible:outline-2 has-focus-visible:outline-busy max-sm:w-full">
        <legend className="sr-only">{DELIVERY_WORDS.period}</legend>
        {PERIOD_DAYS.map((days) => (
          <label
            key={days}
            className="cursor-pointer px-[13px] py-[7px] text-center text-mute max-sm:grow touch:py-3 has-checked:bg-idle-soft has-checked:font-semibold has-checked:text-ink"
          >
            <input
              type="radio"
              name="period"
              className="sr-only"
              checked={days === periodDays}
              onChange={() => onChange({ periodDays: days })}
            />
            <span>{periodText(days)}</span>
          </label>
        ))}
      </fieldset>
      <PillSelect
        width="wide"
        label={DELIVERY_WORDS.of}
        value={project}
        choices={[['', DELIVERY_WORDS.wholeBoard], ...projects]}
        onChoose={(id) => onChange({ project: id === '' ? undefined : id })}
      />
      <PillSelect
        width="wide"
        label={DELIVERY_WORDS.environments}
        value={mode}
        choices={[...modes.map((one) => [one, modeText(one)] as const), [ALL_MODES, DELIVERY_WORDS.allModes]]}
        onChoose={(chosen) => onChange({ mode: chosen })}
      />
    </>
  );
}
