import { useId } from 'react';

type Props<T extends string | number> = {
  /** The switch's name for screen readers. */
  readonly label: string;
  readonly value: T;
  readonly choices: readonly (readonly [value: T, text: string])[];
  readonly className?: string;
  readonly describedBy?: string;
  readonly onChoose: (value: T) => void;
};

/** Renders a few options side by side, of which one is chosen. */
export function RadioSwitch<T extends string | number>(props: Props<T>) {
  const { label, value, choices, className = '', describedBy, onChoose } = props;
  // Two switches with the same label stay two groups.
  const group = useId();
  return (
    <fieldset
      aria-describedby={describedBy}
      className={`flex overflow-hidden rounded-lg border border-line bg-surface ${className}`}
    >
      <legend className="sr-only">{label}</legend>
      {choices.map(([choice, text]) => (
        <label key={choice} className="cursor-pointer text-center text-mute max-sm:grow">
          <input
            type="radio"
            name={group}
            className="peer sr-only"
            checked={value === choice}
            onChange={() => onChoose(choice)}
          />
          {/* Styled as a sibling: Chromium before 105 has no `:has()`. */}
          <span className="block rounded-[7px] px-[13px] py-[7px] max-sm:px-1.5 -outline-offset-2 peer-checked:bg-idle-soft peer-checked:font-semibold peer-checked:text-ink peer-focus-visible:outline-2 peer-focus-visible:outline-busy touch:py-3">
            {text}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
