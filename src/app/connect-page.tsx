import { connect } from '#data/connection.ts';
import { useBoardAddress } from '#data/use-board-address.ts';
import { ConnectForm } from '#features/connect/connect-form.tsx';
import { MessagePage } from '#ui/message-page.tsx';
import { plural } from '#ui/words/plural.ts';

/** Asks for a token. A shared board waits behind this page, and the page says what it holds. */
export function ConnectPage({ api }: { readonly api: string }) {
  const { board } = useBoardAddress();
  return (
    <MessagePage title="Connect to Qovery">
      <p className="mb-5 text-[15.5px] text-mute">
        {board.pins.length > 0
          ? `${board.name === '' ? 'This board' : `“${board.name}”`} watches ${plural(board.pins.length, 'pin')}. Add a token that can read them; the board itself stays as it was shared.`
          : 'Envboard shows the state of your Qovery environments. Add a token that can read them.'}
      </p>
      <ConnectForm api={api} onDemo={() => connect({ kind: 'demo' }, false)} />
      <p className="mt-8 border-line border-t pt-5 text-mute">
        No token at hand? The demo runs in this page and asks nobody.
      </p>
    </MessagePage>
  );
}
