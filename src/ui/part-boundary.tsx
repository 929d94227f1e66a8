import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { FileFailure } from '#browser/lazy-component.tsx';
import { CLOSE, TRY_AGAIN } from '#messages/common.ts';
import { brokenText, fetchingText, notFetchedText, TRYING, UNKNOWN_ERROR } from '#messages/errors.ts';
import { Button } from './button.tsx';
import { ErrorBoundary } from './error-boundary.tsx';

/** Time until the boundary renders a failed component again: an unattended screen has no user to press the button. */
const RENDER_AGAIN_MS = 60_000;

const BOX = 'flex-wrap items-center gap-x-3 gap-y-2 rounded-[10px] border border-line bg-surface px-4 py-[11px]';
const OVER = 'fixed inset-x-4 bottom-4 z-20 mx-auto w-fit max-w-full shadow-lg';

function openModally(dialog: HTMLDialogElement | null) {
  // An error in this code would recur in each attempt to report it.
  if (dialog?.isConnected) dialog.showModal();
  // Closing restores the focus; removing an open dialog does not.
  return () => dialog?.close();
}

type FrameProps = {
  /** Present only for an overlay: the user can close it. */
  readonly onClose?: (() => void) | undefined;
  readonly children: ReactNode;
};

/** Names a part whose file loads slowly. Hidden for the first second, in which most files arrive. */
export function SlowPart({ name, onClose }: { readonly name: string } & Omit<FrameProps, 'children'>) {
  return (
    <div className={`flex animate-[appear_0s_1s_backwards] ${BOX} ${onClose ? OVER : 'mt-4'}`}>
      <p className="text-mute">{fetchingText(name)}</p>
      {onClose && <Button onClick={onClose}>{CLOSE}</Button>}
    </div>
  );
}

/** Renders a dialog in place of an overlay, and a box in place of any other part. */
function Frame({ onClose, children }: FrameProps) {
  if (!onClose) return <div className={`mt-4 flex ${BOX}`}>{children}</div>;
  return (
    <dialog
      ref={openModally}
      onCancel={onClose}
      className={`m-auto w-[min(480px,calc(100vw-32px))] text-ink shadow-2xl backdrop:bg-black/45 open:flex ${BOX}`}
    >
      {children}
      <Button onClick={onClose}>{CLOSE}</Button>
    </dialog>
  );
}

type FailedProps = {
  readonly name: string;
  readonly error: unknown;
  readonly onClose?: (() => void) | undefined;
  readonly isQuiet?: boolean;
  readonly instead?: ((message: ReactNode) => ReactNode) | undefined;
  readonly renderAgain: () => void;
};

/** Names the missing part and the reason; tries again by itself and when the user presses the button. */
export function FailedPart({ name, error, onClose, isQuiet = false, instead, renderAgain }: FailedProps) {
  const [isTrying, setIsTrying] = useState(false);
  const [hasTried, setHasTried] = useState(false);
  const file = error instanceof FileFailure ? error : undefined;
  useEffect(() => {
    let isOver = false;
    const finish = () => isOver || renderAgain();
    void file?.fetched.then(finish);
    const timer = file ? undefined : setTimeout(finish, RENDER_AGAIN_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [file, renderAgain]);
  if (file && isQuiet) return null;
  const tryAgain = async () => {
    if (!file) return renderAgain();
    if (isTrying) return;
    setIsTrying(true);
    await file.retry();
    setIsTrying(false);
    setHasTried(true);
  };
  const message = error instanceof Error ? error.message : UNKNOWN_ERROR;
  const alert = (
    <Frame onClose={onClose}>
      <p role="alert" className="min-w-0 grow basis-60 break-words">
        {file ? notFetchedText(name, hasTried) : brokenText(name, message)}
      </p>
      {/* The button stays during a retry, so that keyboard users do not lose the focus. */}
      <Button aria-disabled={isTrying} className="aria-disabled:opacity-60" onClick={() => void tryAgain()}>
        {isTrying ? TRYING : TRY_AGAIN}
      </Button>
    </Frame>
  );
  return instead ? instead(alert) : alert;
}

type Props = {
  /** The part's name in the message that it is missing. */
  readonly name: string;
  /** The data that the part shows: after an error the boundary renders the part again when it changes. */
  readonly of?: unknown;
  /** Closes the part, if it is an overlay. */
  readonly onClose?: (() => void) | undefined;
  /** Renders no message, because another part of the same file already reports that the fetch failed. */
  readonly isQuiet?: boolean;
  /** Rendered while the part's file is being fetched; by default its name, after a second. */
  readonly waiting?: ReactNode;
  /** Adds useful content around the message that the part is missing. */
  readonly instead?: ((message: ReactNode) => ReactNode) | undefined;
  readonly children: ReactNode;
};

/** Confines a failure to one part of the page: a file that could not be fetched, or a component that threw. */
export function PartBoundary({ name, of, onClose, isQuiet = false, waiting, instead, children }: Props) {
  const slow = isQuiet ? null : <SlowPart name={name} onClose={onClose} />;
  return (
    <ErrorBoundary
      of={of}
      fallback={(error, renderAgain) => <FailedPart {...{ name, error, onClose, isQuiet, instead, renderAgain }} />}
    >
      <Suspense fallback={waiting === undefined ? slow : waiting}>{children}</Suspense>
    </ErrorBoundary>
  );
}
