import { useId } from 'react';
import { isComposing } from '#browser/use-shortcuts.ts';
import { BOARD_NAME, TOKEN_IN_NAME } from '#messages/header.ts';
import { boardTitle } from '#messages/titles.ts';
import { NOT_A_CREDENTIAL } from '#ui/not-a-credential.ts';
import { useHeldToken } from '#ui/use-held-token.ts';

type Props = { readonly name: string; readonly onRename: (name: string) => void };

const FIELD_ID = 'board-name';

/** Selects the name in the header. Later, because a dialog that closes returns the focus first. */
export const selectBoardName = (): void => {
  setTimeout(() => {
    const field = document.getElementById(FIELD_ID);
    if (!(field instanceof HTMLInputElement)) return;
    field.focus();
    field.select();
  });
};

/** The width of a browser without `field-sizing`, in characters of mean width. Other browsers ignore it. */
const widthOf = (name: string): number => Math.min(40, Math.max(name.length, boardTitle('').length));

/**
 * Renders the board's name as an editable field. A token typed here is never saved, because the name is part of the
 * address.
 */
export function BoardName({ name, onRename }: Props) {
  const id = useId();
  const { isHeld, check } = useHeldToken();
  return (
    <>
      <input
        id={FIELD_ID}
        {...NOT_A_CREDENTIAL}
        defaultValue={name}
        aria-label={BOARD_NAME}
        aria-describedby={isHeld ? id : undefined}
        placeholder={boardTitle('')}
        maxLength={120}
        className="field-sizing-content min-w-0 max-w-full truncate rounded-md bg-transparent px-1 py-1 font-semibold tracking-tight placeholder:text-mute hover:bg-idle-soft"
        size={widthOf(name)}
        onChange={({ target }) => {
          check(target.value);
          target.size = widthOf(target.value);
        }}
        onBlur={({ target }) => !isHeld && target.value !== name && onRename(target.value)}
        onKeyDown={({ key, currentTarget, nativeEvent }) =>
          key === 'Enter' && !isComposing(nativeEvent) && currentTarget.blur()
        }
      />
      {isHeld && (
        <span
          id={id}
          role="alert"
          className="absolute top-full left-4 z-10 max-w-120 rounded-b-lg border border-line bg-surface px-3 py-1.5 font-normal text-[13px] text-warning"
        >
          {TOKEN_IN_NAME}
        </span>
      )}
    </>
  );
}
