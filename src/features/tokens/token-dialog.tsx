import { useState } from 'react';
import { useTokens } from '#data/tokens/use-tokens.ts';
import { ANOTHER_TOKEN, ANOTHER_TOKEN_WHY, TOKEN_WORDS } from '#messages/tokens.ts';
import { Dialog } from '#ui/dialog.tsx';
import { TokenForm } from './token-form.tsx';
import { TokenList } from './token-list.tsx';

type Props = { readonly api: string; readonly onClose: () => void };

/**
 * Renders the board's tokens in a dialog; the board stays as it is. A pasted token replaces tokens that Qovery refused
 * or that are about to expire; without such tokens it is added.
 */
export function TokenDialog({ api, onClose }: Props) {
  const tokens = useTokens();
  // Fixed on opening: the verification of a token must not change whether it replaces another token.
  const [replaced] = useState(() =>
    tokens.filter((token) => token.isRefused || token.ending !== undefined).map(({ key }) => key),
  );
  // Without a known token there is none to add to.
  const isReplacing = replaced.length > 0 || tokens.length === 0;
  return (
    <Dialog title={isReplacing ? ANOTHER_TOKEN : TOKEN_WORDS.tokens} variant="small" onClose={onClose}>
      <div className="overflow-y-auto px-[22px] pt-3 pb-[18px]">
        <p className="mb-4 text-mute">{isReplacing ? ANOTHER_TOKEN_WHY : TOKEN_WORDS.several}</p>
        {(!isReplacing || tokens.length > 1) && <TokenList tokens={tokens} />}
        <TokenForm
          api={api}
          replaced={replaced}
          submitText={isReplacing ? undefined : TOKEN_WORDS.add}
          onConnected={onClose}
        />
      </div>
    </Dialog>
  );
}
