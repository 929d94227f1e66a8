import { Dialog } from '#ui/dialog.tsx';
import { ConnectForm } from './connect-form.tsx';

type Props = { readonly api: string; readonly onClose: () => void };

/** Asks for another token over the board, which stays as it is and goes on where it was. */
export function TokenDialog({ api, onClose }: Props) {
  return (
    <Dialog title="Use another token" look="small" onClose={onClose}>
      <div className="px-[22px] pt-3 pb-[18px]">
        <p className="mb-4 text-mute">The board and its readings stay. Checking goes on with the new token.</p>
        <ConnectForm api={api} onConnected={onClose} />
      </div>
    </Dialog>
  );
}
