import { type ComponentProps, useState } from 'react';
import { type PageOptions, PERIOD_DAYS } from '#domain/board/delivery-options.ts';
import { ALL_MODES } from '#domain/delivery/delivery-scope.ts';
import { DELIVERY_WORDS, periodText } from '#messages/delivery.ts';
import { modeText } from '#messages/qovery-terms.ts';
import { FilterField } from '#ui/filter-field.tsx';
import { PillSelect } from '#ui/pill-select.tsx';
import { RadioSwitch } from '#ui/radio-switch.tsx';

type Props = {
  readonly options: PageOptions;
  readonly projects: readonly (readonly [id: string, name: string])[];
  readonly modes: readonly string[];
  readonly mode: string;
  readonly onChange: (part: Partial<PageOptions>) => void;
};

type FilterProps = {
  readonly query: string;
  readonly onChange: ComponentProps<typeof FilterField>['onChange'];
};

/**
 * Renders the filter field once the board is filtered by a text: measures of a filtered board must not look like those of
 * the whole board. The field stays when a user clears it, because it has the focus then.
 */
export function DeliveryFilter({ query, onChange }: FilterProps) {
  const [wasUsed, setWasUsed] = useState(false);
  if (query !== '' && !wasUsed) setWasUsed(true);
  return (
    wasUsed && (
      <span className={`contents ${query === '' ? 'print:hidden' : ''}`}>
        <FilterField query={query} onChange={onChange} />
      </span>
    )
  );
}

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
