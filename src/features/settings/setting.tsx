import { type ReactNode, useId } from 'react';

type Props = {
  readonly label: string;
  /** The setting's effect, in one muted line. */
  readonly hint: string;
  /** The setting's current condition, such as a missing permission. */
  readonly note?: string | undefined;
};

function SettingTexts({ id, label, hint, note }: Props & { readonly id: string }) {
  return (
    <span className="min-w-0 grow">
      <span className="block font-semibold">{label}</span>
      <span id={id} className="block text-[13px] text-mute">
        <span>{hint}</span>
        {note !== undefined && <span className="block text-ink">{note}</span>}
      </span>
    </span>
  );
}

const ROW = 'flex items-center gap-4 border-line border-b py-3 last:border-b-0';

/** Renders a setting that is on or off. */
export function Toggle({
  isOn,
  isDisabled = false,
  onChange,
  ...texts
}: Props & {
  readonly isOn: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  const id = useId();
  return (
    <label className={`${ROW} ${isDisabled ? '' : 'cursor-pointer'}`}>
      <SettingTexts id={id} {...texts} />
      <input
        type="checkbox"
        aria-label={texts.label}
        aria-describedby={id}
        checked={isOn}
        disabled={isDisabled}
        className="size-5 flex-none accent-ink"
        onChange={({ target }) => onChange(target.checked)}
      />
    </label>
  );
}

/** Renders a setting with a custom control. */
export function Setting({
  children,
  ...texts
}: Props & {
  /** Renders the control; the argument is the id of the line that describes it. */
  readonly children: (describedBy: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className={`${ROW} max-sm:flex-col max-sm:items-start max-sm:gap-2`}>
      <SettingTexts id={id} {...texts} />
      {children(id)}
    </div>
  );
}
