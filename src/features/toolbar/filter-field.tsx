import { useId, useRef, useState } from 'react';
import { holdsToken } from '#domain/tokens/credential.ts';
import { FILTER, FILTER_HINT, TOKEN_IN_FILTER } from '#messages/toolbar.ts';

type Props = {
  readonly query: string;
  readonly onChange: (query: string, options: { readonly replace: boolean }) => void;
};

/** The filter by name. Its text lives in the address, but for a token, which stays in the field alone. */
export function FilterField({ query, onChange }: Props) {
  const id = useId();
  const typing = useRef(false);
  // Kept until the field is empty: half a token that is edited looks like a token no longer.
  const [held, setHeld] = useState<string>();
  const change = (text: string) => {
    const isHeld = text !== '' && (held !== undefined || holdsToken(text));
    setHeld(isHeld ? text : undefined);
    const next = isHeld ? '' : text;
    if (next === query) return;
    // The first letter is a step of its own for Back; the rest belong to it.
    onChange(next, { replace: typing.current });
    typing.current = true;
  };
  return (
    <>
      <input
        type="search"
        aria-label={FILTER}
        aria-describedby={held === undefined ? undefined : id}
        placeholder={FILTER_HINT}
        value={held ?? query}
        autoComplete="off"
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
