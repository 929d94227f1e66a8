import { useRef } from 'react';
import { useSettings } from '#data/preferences/settings-store.ts';
import { removeToken } from '#data/tokens/credential-actions.ts';
import { forgetAllTokens } from '#data/tokens/credential-store.ts';
import type { HeldToken } from '#domain/tokens/held-token.ts';
import { dateTimeText } from '#messages/date-time.ts';
import { tokenText, tokenTitle } from '#messages/token-names.ts';
import { TOKEN_WORDS } from '#messages/tokens.ts';
import { Button } from '#ui/button.tsx';

const stateText = ({ scope, isRefused, endsAt }: HeldToken, timeZone: string): string =>
  [
    scope === 'device' ? TOKEN_WORDS.onDevice : TOKEN_WORDS.inTab,
    isRefused && TOKEN_WORDS.refused,
    endsAt !== undefined && !isRefused && TOKEN_WORDS.endsAt(dateTimeText(endsAt, timeZone)),
  ]
    .filter((part) => part !== false)
    .join(' · ');

/** Renders the board's tokens, each with its purpose and a button to remove it. */
export function TokenList({ tokens }: { readonly tokens: readonly HeldToken[] }) {
  const { timeZone } = useSettings();
  const list = useRef<HTMLUListElement>(null);
  const remove = (key: string) => {
    if (tokens.length === 1) return forgetAllTokens();
    removeToken(key);
    // The pressed button disappears with its token.
    list.current?.focus();
  };
  return (
    <ul ref={list} tabIndex={-1} aria-label={TOKEN_WORDS.tokens} className="mb-4 outline-none">
      {tokens.map((token) => (
        <li key={token.key} className="flex items-center gap-3 border-line border-b py-2.5">
          <span className="min-w-0 grow">
            <span className="block break-words font-semibold">{tokenTitle(token)}</span>
            <span className="block text-[13px] text-mute">{stateText(token, timeZone)}</span>
          </span>
          <Button aria-label={TOKEN_WORDS.removing(tokenText(token))} onClick={() => remove(token.key)}>
            {TOKEN_WORDS.remove}
          </Button>
        </li>
      ))}
    </ul>
  );
}
