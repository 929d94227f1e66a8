import { RadioSwitch } from '#ui/radio-switch.tsx';
import { Setting } from './setting.tsx';

type Props<T extends string> = {
  readonly label: string;
  readonly hint: string;
  readonly value: T;
  readonly choices: readonly (readonly [value: T, text: string])[];
  readonly onChoose: (value: T) => void;
};

/** Renders a setting with a few visible options. */
export function ChoiceSetting<T extends string>({ label, hint, value, choices, onChoose }: Props<T>) {
  return (
    <Setting label={label} hint={hint}>
      {(describedBy) => (
        <RadioSwitch
          label={label}
          value={value}
          choices={choices}
          className="flex-none"
          {...{ describedBy, onChoose }}
        />
      )}
    </Setting>
  );
}
