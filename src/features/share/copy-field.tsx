import { type ComponentProps, useId, useRef, useState } from 'react';
import { copyText } from '#browser/clipboard.ts';
import { COPY_BY_HAND } from '#messages/share.ts';
import { Button } from '#ui/button.tsx';

type Props = {
  readonly label: string;
  readonly value: string;
  /** The button's text: `Copy link`. */
  readonly action: string;
  /** Announcement after copying: `Link copied.` */
  readonly done: string;
  /** More than one row shows a long text completely. */
  readonly rows?: number;
  readonly variant?: ComponentProps<typeof Button>['variant'];
};

const FIELD = 'min-w-0 grow rounded-[10px] border border-line bg-bg px-3.5 py-2.5';

/** Renders text to copy: with the button, or selected for manual copying where the browser refuses the clipboard. */
export function CopyField({ label, value, action, done, rows = 1, variant = 'plain' }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const [last, setLast] = useState<{ readonly value: string; readonly text: string }>();
  const copy = async () => {
    if (await copyText(value)) return setLast({ value, text: done });
    const field = input.current ?? area.current;
    field?.focus();
    field?.select();
    setLast({ value, text: COPY_BY_HAND });
  };
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block font-semibold text-[13.5px]">
        {label}
      </label>
      <div className={rows > 1 ? 'flex flex-col items-start gap-2.5' : 'flex gap-2.5 max-sm:flex-col'}>
        {rows > 1 ? (
          <textarea
            id={id}
            ref={area}
            readOnly
            rows={rows}
            value={value}
            wrap="off"
            className={`${FIELD} block w-full font-mono text-[12.5px]`}
          />
        ) : (
          <input
            id={id}
            ref={input}
            readOnly
            value={value}
            className={FIELD}
            onFocus={({ target }) => target.select()}
          />
        )}
        <Button variant={variant} onClick={() => void copy()} className="max-sm:min-h-11">
          {action}
        </Button>
      </div>
      <p role="status" className="min-h-[22px] pt-0.5 text-[13px] text-mute">
        {last?.value === value && last.text}
      </p>
    </div>
  );
}
