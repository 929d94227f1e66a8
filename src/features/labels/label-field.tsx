import { useId } from 'react';
import { type BoardEnvironment, nameOf } from '#domain/environment/board-environment.ts';
import { projectPathText, UNKNOWN_PROJECT } from '#messages/environment.ts';
import { LABEL, TOKEN_IN_LABEL } from '#messages/labels.ts';
import { NOT_A_CREDENTIAL } from '#ui/not-a-credential.ts';
import { stillHoldsToken } from '#ui/use-held-token.ts';

/** A label that the user has typed but not saved. A label that holds a token is not saved. */
export type LabelEdit = { readonly text: string; readonly isHeld: boolean };

type Props = {
  readonly environment: BoardEnvironment;
  readonly edit: LabelEdit | undefined;
  /** True for the only field of the dialog, whose title names the environment. */
  readonly isAlone: boolean;
  readonly onEdit: (edit: LabelEdit) => void;
};

/** Renders the field for the label of one environment. */
export function LabelField({ environment, edit, isAlone, onEdit }: Props) {
  const id = useId();
  const { info } = environment;
  const isHeld = edit?.isHeld === true;
  const project = info ? projectPathText(info) : UNKNOWN_PROJECT;
  return (
    <div className={isAlone ? '' : 'flex flex-col gap-1 py-1.5 sm:flex-row sm:items-center sm:gap-3'}>
      <label htmlFor={id} className={isAlone ? 'mb-1.5 block font-semibold text-[13.5px]' : 'min-w-0 flex-1'}>
        {isAlone ? (
          LABEL
        ) : (
          <span translate="no">
            <span className="block break-words font-semibold leading-snug">{nameOf({ id: environment.id, info })}</span>
            <span className="block break-words text-[12.5px] text-mute leading-snug">{project}</span>
          </span>
        )}
      </label>
      <div className={isAlone ? '' : 'sm:w-60'}>
        <input
          id={id}
          {...NOT_A_CREDENTIAL}
          maxLength={60}
          value={edit?.text ?? environment.label ?? ''}
          aria-describedby={isHeld ? `${id}-token` : undefined}
          onChange={({ target: { value } }) => onEdit({ text: value, isHeld: stillHoldsToken(value, isHeld) })}
          placeholder={info?.name ?? ''}
          className={`block w-full rounded-[10px] border border-line bg-bg px-3.5 ${isAlone ? 'py-2.5' : 'py-1.5'}`}
        />
        {isHeld && (
          <p id={`${id}-token`} role="alert" className="mt-1.5 text-[13px] text-warning">
            {TOKEN_IN_LABEL}
          </p>
        )}
      </div>
    </div>
  );
}
