import { Button } from './button.tsx';

/** Says what was done and offers to take it back. Stays until it is answered: nobody is raced. */
export function UndoNotice({
  children,
  onUndo,
  onDismiss,
}: {
  readonly children: string;
  readonly onUndo: () => void;
  readonly onDismiss: () => void;
}) {
  return (
    <div className="fixed inset-x-4 bottom-4 z-10 mx-auto flex w-fit max-w-full flex-wrap items-center gap-2.5 rounded-xl border border-line bg-surface py-2 pr-2 pl-4 shadow-lg">
      <p role="status">{children}</p>
      <Button onClick={onUndo}>Undo</Button>
      <Button onClick={onDismiss}>Dismiss</Button>
    </div>
  );
}
