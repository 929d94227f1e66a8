import { choiceLabel, NOT_LISTED } from '#messages/toolbar.ts';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (readonly [value: string, text: string])[];
  /** `narrow` for a filter that selects nothing, which paper leaves out; `wide` shows its choices in full. */
  readonly width: keyof typeof WIDTHS;
  readonly onChoose: (value: string) => void;
};

/** A list is as wide as its longest choice where nothing limits it. */
const WIDTHS = { narrow: 'w-16 touch:w-17', wide: 'max-w-40' } as const;

/** Renders a choice among many values, in the shape of a chip. The browser renders the list. */
export function PillSelect({ label, value, choices, width, onChoose }: Props) {
  return (
    <label
      className={`flex h-8 min-w-0 flex-none items-center gap-1 rounded-full border border-line bg-surface pr-1.5 pl-2.5 text-mute max-sm:pr-1 max-sm:pl-2 touch:h-11 ${width === 'narrow' ? 'print:hidden' : ''}`}
    >
      <span className="whitespace-nowrap">{choiceLabel(label)}</span>
      <select
        translate="no"
        className={`h-full min-h-0 min-w-0 truncate bg-transparent text-ink ${WIDTHS[width]}`}
        value={value}
        onChange={({ target }) => onChoose(target.value)}
      >
        {/* Without an option of its own, the browser would show the first choice in place of the value of a link. */}
        {!choices.some(([choice]) => choice === value) && <option value={value}>{NOT_LISTED}</option>}
        {choices.map(([choice, text]) => (
          <option key={choice} value={choice}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
