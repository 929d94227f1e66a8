import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { isComposing } from '#browser/use-shortcuts.ts';

type Props = {
  readonly title: string;
  /** The content of the heading, when it is more than the title. */
  readonly heading?: ReactNode;
  /** The title is a name, so page translators must not translate it. */
  readonly isName?: boolean;
  readonly onClose: () => void;
  /**
   * `side` is a panel along the right edge. On a phone, `centre` and `side` fill the screen, and `small` is a sheet.
   * `full` fills the screen; in landscape its title and actions are a column, so that the content has the whole height.
   */
  readonly variant?: keyof typeof CLASSES_OF_VARIANT;
  /** Buttons beside the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

const CLASSES_OF_VARIANT = {
  centre:
    'm-0 h-(--window-height) max-h-none w-full max-w-none sm:mx-auto sm:mt-[min(72px,4vh)] sm:h-fit sm:max-h-[calc(var(--window-height)-2*min(72px,4vh))] sm:w-[min(720px,calc(100vw-32px))] sm:rounded-2xl sm:border max-sm:[&>footer]:mt-auto',
  small:
    'mx-0 mt-auto mb-0 w-full max-w-none rounded-t-2xl border-t sm:m-auto sm:max-h-[calc(var(--window-height)-32px)] sm:w-[min(480px,calc(100vw-32px))] sm:rounded-2xl sm:border',
  full: 'm-0 h-(--window-height) max-h-none w-screen max-w-none border-0 landscape:flex-row landscape:[&>header]:w-44 landscape:[&>header]:flex-none landscape:[&>header]:flex-col landscape:[&>header]:pb-[18px] landscape:[&>header]:pr-0 [&>header]:pb-3',
  side: 'mr-0 ml-auto h-(--window-height) max-h-(--window-height) w-[min(560px,100vw)] max-w-none border-l',
} as const;

const CONTROL = 'button:enabled, input:not([type=radio]):enabled, :checked, select:enabled, textarea:enabled, a[href]';

/** An Enter or Escape that ends a composition neither submits a form nor closes the dialog. */
function ignoreComposition(event: KeyboardEvent): void {
  if ((event.key === 'Enter' || event.key === 'Escape') && isComposing(event.nativeEvent)) event.preventDefault();
}

/**
 * Renders a modal dialog that is open while it is mounted. The native `<dialog>` traps the focus, closes on Escape and
 * restores the focus. A click on the backdrop closes the dialog too.
 */
export function Dialog({ title, heading, isName = false, onClose, variant = 'centre', actions, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    element?.showModal();
    // Browsers may focus a scrollable `<div>` first and outline it. The first control is more useful, and among radio
    // buttons the checked radio button is.
    if (document.activeElement instanceof HTMLDivElement) element?.querySelector<HTMLElement>(CONTROL)?.focus();
    // Unmounting does not close a `<dialog>`, so the browser would not restore the focus.
    return () => {
      element?.close();
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-label={title}
      // React passes the `close` event of a dialog inside this one on to it, although the event does not bubble.
      onClose={({ target, currentTarget }) => target === currentTarget && onClose()}
      onClick={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}
      onKeyDown={ignoreComposition}
      className={`flex-col overflow-auto border-line bg-surface p-0 text-ink shadow-2xl backdrop:bg-black/45 open:flex ${CLASSES_OF_VARIANT[variant]}`}
    >
      <header className="flex items-start gap-3 px-[22px] pt-[18px]">
        <h2
          translate={isName ? 'no' : undefined}
          className="min-w-0 grow break-words font-semibold text-lg leading-snug tracking-tight"
        >
          {heading ?? title}
        </h2>
        {actions}
      </header>
      {children}
    </dialog>
  );
}
