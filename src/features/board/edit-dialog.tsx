import { type FormEvent, useEffect, useRef } from 'react';
import { nameOf, type WatchedEnvironment } from '#domain/reading.ts';
import { Button } from '#ui/button.tsx';

type Props = {
  readonly watched: WatchedEnvironment;
  /** The cards before and after it in its group, where there are any. */
  readonly earlier: string | undefined;
  readonly later: string | undefined;
  readonly onLabel: (text: string) => void;
  readonly onMove: (target: string) => void;
  readonly onClose: () => void;
};

/** Labels and moves one pin, by keyboard as well as by mouse. */
export function EditDialog({ watched, earlier, later, onLabel, onMove, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = new FormData(event.currentTarget).get('label');
    if (typeof text === 'string' && text !== (watched.label ?? '')) onLabel(text);
    dialog.current?.close();
  };
  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-labelledby="edit-title"
      className="m-auto w-[min(480px,calc(100vw-32px))] rounded-2xl border border-line bg-surface px-[22px] py-[18px] text-ink backdrop:bg-black/45"
    >
      <form onSubmit={submit}>
        <h2 id="edit-title" className="mb-3 font-semibold text-lg">
          {nameOf(watched)}
        </h2>
        <label htmlFor="label" className="mb-1.5 block font-semibold text-[13.5px]">
          Label
        </label>
        <input
          id="label"
          name="label"
          maxLength={60}
          defaultValue={watched.label ?? ''}
          placeholder={watched.environment?.name ?? ''}
          className="mb-1.5 block w-full rounded-[10px] border border-line bg-bg px-3.5 py-2.5"
        />
        <p className="mb-4 text-[13px] text-mute">Shown instead of Qovery’s name, on this board and in its link.</p>
        <div className="flex flex-wrap justify-end gap-2.5">
          {earlier !== undefined && <Button onClick={() => onMove(earlier)}>Move earlier</Button>}
          {later !== undefined && <Button onClick={() => onMove(later)}>Move later</Button>}
          <span className="grow" />
          <Button look="primary" type="submit">
            Done
          </Button>
        </div>
      </form>
    </dialog>
  );
}
