import { useState } from 'react';
import { useNow } from '#browser/use-now.ts';
import { useSettings } from '#data/preferences/settings-store.ts';
import { useTokens } from '#data/tokens/use-tokens.ts';
import { clockText } from '#messages/short-date-time.ts';
import { tokenText } from '#messages/token-names.ts';
import { ANOTHER_TOKEN, TOKEN_WORDS } from '#messages/tokens.ts';
import { Button } from '#ui/button.tsx';

const MINUTE_MS = 60_000;

/**
 * Warns, once per session, that the token is about to expire or has expired. The failure banner reports refused tokens.
 */
export function TokenExpiryNotice({ onNewToken }: { readonly onNewToken: () => void }) {
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const ending = useTokens().find((token) => token.ending && !token.isRefused && !dismissed.includes(token.key));
  const timeFormat = useSettings();
  const { endsAt = 0 } = ending ?? {};
  const minutes = useNow((now) => Math.max(1, Math.ceil((endsAt - now) / MINUTE_MS)));
  if (!ending) return null;
  const { key } = ending;
  return (
    <div
      role="status"
      className="mt-4 flex flex-wrap items-center gap-3 rounded-[10px] border border-line bg-surface px-4 py-[11px]"
    >
      <p className="min-w-0 flex-1">
        {ending.ending === 'expiring'
          ? TOKEN_WORDS.endsSoon(tokenText(ending), minutes, clockText(endsAt, timeFormat))
          : TOKEN_WORDS.hasEnded(tokenText(ending), clockText(endsAt, timeFormat))}
      </p>
      <Button onClick={onNewToken}>{ANOTHER_TOKEN}</Button>
      <Button onClick={() => setDismissed([...dismissed, key])}>{TOKEN_WORDS.dismiss}</Button>
    </div>
  );
}
