import { Dialog } from '#ui/dialog.tsx';
import { ANOTHER_TOKEN, ANOTHER_TOKEN_WHY } from '#ui/words/connect.ts';
import { ConnectForm } from './connect-form.tsx';

type Props = { readonly api: string; readonly onClose: () => void };

/** Asks for another token over the board, which stays as it is and goes on where it was. */
export function TokenDialog({ api, onClose }: Props) {
  return (
    <Dialog title={ANOTHER_TOKEN} look="small" onClose={onClose}>
      <div className="px-[22px] pt-3 pb-[18px]">
        <p className="mb-4 text-mute">{ANOTHER_TOKEN_WHY}</p>
        <ConnectForm api={api} onConnected={onClose} />
      </div>
    </Dialog>
  );
}
