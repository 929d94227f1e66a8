import { useId, useRef, useState } from 'react';
import { matchesMedia } from '#browser/media.ts';
import { FILTER, FILTER_HINT, TOKEN_IN_FILTER } from '#messages/toolbar.ts';
import { NOT_A_CREDENTIAL } from './not-a-credential.ts';
import { stillHoldsToken } from './use-held-token.ts';

type Props = {
  readonly query: string;
  readonly label?: string;
  readonly hint?: string;
  readonly onChange: (query: string, options: { readonly replace: boolean }) => void;
};

/** Renders the filter by name. Its text is in the address, except a token, which stays in the field. */
export function FilterField({ query, label = FILTER, hint = FILTER_HINT, onChange }: Props) {
  const id = useId();
  const typing = useRef(false);
  const [held, setHeld] = useState<string>();
  const change = (text: string) => {
    const isHeld = stillHoldsToken(text, held !== undefined);
    setHeld(isHeld ? text : undefined);
    const next = isHeld ? '' : text;
    if (next === query) return;
    // The first letter adds a history entry for Back; further letters replace it.
    onChange(next, { replace: typing.current });
    typing.current = true;
  };
  return (
    <>
      <input
        type="search"
        aria-label={label}
        aria-describedby={held === undefined ? undefined : id}
        // The hint names a key.
        placeholder={matchesMedia('(pointer: coarse)') ? label : hint}
        value={held ?? query}
        {...NOT_A_CREDENTIAL}
        className="w-40 grow rounded-lg border border-line bg-surface px-3 py-[7px] placeholder:text-mute sm:w-60 sm:grow-0"
        onBlur={() => {
          typing.current = false;
        }}
        onChange={({ target }) => change(target.value)}
      />
      {held !== undefined && (
        <p id={id} role="alert" className="max-w-120 text-[13px] text-warning">
          {TOKEN_IN_FILTER}
        </p>
      )}
    </>
  );
}
