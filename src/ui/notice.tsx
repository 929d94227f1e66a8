import { DISMISS, UNDO } from '#messages/common.ts';
import { Button } from './button.tsx';

type Props = {
  readonly children: string;
  /** Present when the user can undo the action. */
  readonly onUndo?: (() => void) | undefined;
  readonly onDismiss: () => void;
};

/** Reports a finished action and offers to undo it. Stays until the user dismisses it, so no user has to hurry. */
export function Notice({ children, onUndo, onDismiss }: Props) {
  return (
    <div
      data-toast
      className="fixed inset-x-4 bottom-4 z-10 mx-auto flex w-fit max-w-full items-center gap-2.5 rounded-xl border border-line bg-surface py-2 pr-2 pl-4 shadow-lg print:hidden"
    >
      <p role="status" className="min-w-0 break-words">
        {children}
      </p>
      {onUndo && (
        <Button data-undo onClick={onUndo}>
          {UNDO}
        </Button>
      )}
      <Button onClick={onDismiss}>{DISMISS}</Button>
    </div>
  );
}
