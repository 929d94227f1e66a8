import { choiceLabel } from '#messages/toolbar.ts';

/** Renders a list to choose one value from, with its name in front. */
export function Choice<T extends string>({
  label,
  value,
  choices,
  words,
  className,
  onChoose,
}: {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly T[];
  readonly words: Readonly<Record<T, string>>;
  readonly className: string;
  readonly onChoose: (value: T) => void;
}) {
  return (
    <label
      className={`flex min-w-0 items-center gap-1.5 rounded-lg border border-line bg-surface py-[7px] pr-2 pl-3 text-mute touch:py-0 ${className}`}
    >
      <span>{choiceLabel(label)}</span>
      <select
        className="min-w-0 grow truncate bg-surface text-ink"
        value={value}
        onChange={({ target }) => {
          const chosen = choices.find((key) => key === target.value);
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        {choices.map((key) => (
          <option key={key} value={key}>
            {words[key]}
          </option>
        ))}
      </select>
    </label>
  );
}
