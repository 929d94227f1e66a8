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
        <fieldset
          aria-describedby={describedBy}
          className="flex flex-none overflow-hidden rounded-lg border border-line has-focus-visible:outline-2 has-focus-visible:outline-busy"
        >
          <legend className="sr-only">{label}</legend>
          {choices.map(([choice, text]) => (
            <label
              key={choice}
              className="cursor-pointer px-[13px] py-[7px] text-mute has-checked:bg-idle-soft has-checked:font-semibold has-checked:text-ink touch:py-3"
            >
              <input
                type="radio"
                name={label}
                className="sr-only"
                checked={value === choice}
                onChange={() => onChoose(choice)}
              />
              <span>{text}</span>
            </label>
          ))}
        </fieldset>
      )}
    </Setting>
  );
}
