import { type PageOptions, PERIOD_DAYS } from '#domain/board/delivery-options.ts';
import { ALL_MODES } from '#domain/delivery/delivery-scope.ts';
import { DELIVERY_WORDS, periodText } from '#messages/delivery.ts';
import { modeText } from '#messages/qovery-terms.ts';
import { PillSelect } from '#ui/pill-select.tsx';
import { RadioSwitch } from '#ui/radio-switch.tsx';

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
      <RadioSwitch
        label={DELIVERY_WORDS.period}
        value={periodDays}
        choices={PERIOD_DAYS.map((days) => [days, periodText(days)] as const)}
        className="max-sm:w-full"
        onChoose={(days) => onChange({ periodDays: days })}
      />
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
