import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { FileFailure } from '#browser/lazy-component.tsx';
import { CLOSE, TRY_AGAIN } from '#messages/common.ts';
import { brokenText, fetchingText, notFetchedText, TRYING, UNKNOWN_ERROR } from '#messages/errors.ts';
import { Button } from './button.tsx';
import { ErrorBoundary } from './error-boundary.tsx';

/** A component that threw is rendered again after this time: an unattended screen has no user to press the button. */
const RENDER_AGAIN_MS = 60_000;

const BOX = 'flex-wrap items-center gap-x-3 gap-y-2 rounded-[10px] border border-line bg-surface px-4 py-[11px]';
const OVER = 'fixed inset-x-4 bottom-4 z-20 mx-auto w-fit max-w-full shadow-lg';

function openModally(dialog: HTMLDialogElement | null) {
  // What throws here would throw again in each attempt to say what failed.
  if (dialog?.isConnected) dialog.showModal();
  // Gives the focus back, which removing an open dialog does not.
  return () => dialog?.close();
}

type FrameProps = {
  /** Only a part that opens over the board can be closed. */
  readonly onClose?: (() => void) | undefined;
  readonly children: ReactNode;
};

/** Names a part whose file takes long. Out of sight for a second: most files are here by then. */
export function SlowPart({ name, onClose }: { readonly name: string } & Omit<FrameProps, 'children'>) {
  return (
    <div className={`flex animate-[appear_0s_1s_backwards] ${BOX} ${onClose ? OVER : 'mt-4'}`}>
      <p className="text-mute">{fetchingText(name)}</p>
      {onClose && <Button onClick={onClose}>{CLOSE}</Button>}
    </div>
  );
}

/** In place of an overlay a dialog, in place of another part a box. */
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

/** Says what is missing and why, and tries again when asked and by itself. */
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
  const said = (
    <Frame onClose={onClose}>
      <p role="alert" className="min-w-0 grow basis-60 break-words">
        {file ? notFetchedText(name, hasTried) : brokenText(name, message)}
      </p>
      {/* It stays while trying, so that the keyboard does not lose its place. */}
      <Button aria-disabled={isTrying} className="aria-disabled:opacity-60" onClick={() => void tryAgain()}>
        {isTrying ? TRYING : TRY_AGAIN}
      </Button>
    </Frame>
  );
  return instead ? instead(said) : said;
}

type Props = {
  /** What the part is called when it is missing. */
  readonly name: string;
  /** The data that the part shows: after an error it is rendered again when this changes. */
  readonly of?: unknown;
  /** Closes a part that opens over the board. */
  readonly onClose?: (() => void) | undefined;
  /** Another part of the same file already says that the file could not be fetched. */
  readonly isQuiet?: boolean;
  /** In place of the part while its file is fetched; by default its name, after a second. */
  readonly waiting?: ReactNode;
  /** Renders something of use around the message that the part is missing. */
  readonly instead?: ((message: ReactNode) => ReactNode) | undefined;
  readonly children: ReactNode;
};

/** Keeps what fails in one part of the page to that part: a file that could not be fetched, a component that threw. */
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
