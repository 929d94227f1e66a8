import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useBoardUrl } from '#data/boards/use-board-url.ts';
import { startDemo } from '#data/tokens/credential-actions.ts';
import { TokenForm } from '#features/tokens/token-form.tsx';
import { NO_TOKEN, TITLE, WHAT_IT_IS, waitingText } from '#messages/tokens.ts';
import { MessagePage } from '#ui/message-page.tsx';

/** Requests a token from the user. After a shared link, the page also describes the board that waits behind it. */
export function ConnectPage({ api }: { readonly api: string }) {
  const {
    board: { name, pins },
  } = useBoardUrl();
  const client = useQueryClient();
  // The next token must not see the data that the previous token fetched.
  useEffect(() => client.clear(), [client]);
  const projects = pins.filter(({ kind }) => kind === 'project').length;
  return (
    <MessagePage title={TITLE}>
      <p className="mb-5 text-[15px] text-mute">
        {pins.length > 0 ? waitingText(name, pins.length - projects, projects) : WHAT_IT_IS}
      </p>
      <TokenForm api={api} onDemo={startDemo} />
      <p className="mt-8 border-line border-t pt-5 text-mute">{NO_TOKEN}</p>
    </MessagePage>
  );
}
