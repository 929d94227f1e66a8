import { useState } from 'react';
import { useTokens } from '#data/tokens/use-tokens.ts';
import { ANOTHER_TOKEN, ANOTHER_TOKEN_WHY, TOKEN_WORDS } from '#messages/tokens.ts';
import { Dialog } from '#ui/dialog.tsx';
import { TokenForm } from './token-form.tsx';
import { TokenList } from './token-list.tsx';

type Props = { readonly api: string; readonly onClose: () => void };

/**
 * The tokens of this board, over the board, which stays as it is and goes on where it was. A token that was refused, or
 * is about to end, makes way for the one that is pasted; else that one is added.
 */
export function TokenDialog({ api, onClose }: Props) {
  const tokens = useTokens();
  // Known when it opened: while a token is checked nothing may change what becomes of it.
  const [replaced] = useState(() =>
    tokens.filter((one) => one.isRefused || one.ending !== undefined).map(({ key }) => key),
  );
  // Where none is known, there is none to keep beside it.
  const isReplacing = replaced.length > 0 || tokens.length === 0;
  return (
    <Dialog title={isReplacing ? ANOTHER_TOKEN : TOKEN_WORDS.tokens} look="small" onClose={onClose}>
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
