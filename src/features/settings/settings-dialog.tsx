import { Dialog } from '#ui/dialog.tsx';

type Props = { readonly onClose: () => void };

/** What this browser remembers of its reader's wishes. */
export function SettingsDialog({ onClose }: Props) {
  return (
    <Dialog title="Settings" onClose={onClose}>
      <p />
    </Dialog>
  );
}
