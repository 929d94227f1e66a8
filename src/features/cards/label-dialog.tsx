import type { FormEvent } from 'react';
import type { Pin } from '#domain/board/pin.ts';
import { setLabel } from '#domain/board/pin-edits.ts';
import { type BoardEnvironment, nameOf } from '#domain/environment/board-environment.ts';
import { LABEL, LABEL_HINT, labelTitleText, TOKEN_IN_LABEL } from '#messages/cards.ts';
import { CANCEL, SAVE } from '#messages/common.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { NOT_A_CREDENTIAL } from '#ui/not-a-credential.ts';
import { useHeldToken } from '#ui/use-held-token.ts';

type Props = {
  readonly environment: BoardEnvironment;
  readonly pins: readonly Pin[];
  readonly onChange: (part: { readonly pins: readonly Pin[] }) => void;
  readonly onClose: () => void;
};

/** Renders a dialog in which the user labels one pin. */
export function LabelDialog({ environment, pins, onChange, onClose }: Props) {
  const { isHeld, check } = useHeldToken();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isHeld) return;
    const text = new FormData(event.currentTarget).get('label');
    if (typeof text === 'string' && text !== (environment.label ?? ''))
      onChange({ pins: setLabel(pins, environment.id, text) });
    onClose();
  };
  return (
    <Dialog title={labelTitleText(nameOf(environment))} variant="small" onClose={onClose}>
      <form onSubmit={submit} className="px-[22px] pt-3 pb-[18px]">
        <label htmlFor="label" className="mb-1.5 block font-semibold text-[13.5px]">
          {LABEL}
        </label>
        <input
          id="label"
          name="label"
          {...NOT_A_CREDENTIAL}
          maxLength={60}
          defaultValue={environment.label ?? ''}
          aria-describedby={isHeld ? 'label-token' : undefined}
          onChange={({ target }) => check(target.value)}
          placeholder={environment.info?.name ?? ''}
          className="mb-1.5 block w-full rounded-[10px] border border-line bg-bg px-3.5 py-2.5"
        />
        {isHeld && (
          <p id="label-token" role="alert" className="mb-1.5 text-[13px] text-warning">
            {TOKEN_IN_LABEL}
          </p>
        )}
        <p className="mb-4 text-[13px] text-mute">{LABEL_HINT}</p>
        <div className="flex justify-end gap-2.5">
          <Button onClick={onClose}>{CANCEL}</Button>
          <Button variant="primary" type="submit">
            {SAVE}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
