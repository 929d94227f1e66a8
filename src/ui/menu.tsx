import { CSPProvider } from '@base-ui/react/csp-provider';
import { Menu as Base } from '@base-ui/react/menu';
import { type ReactNode, useState } from 'react';

const ITEM =
  'flex w-full cursor-pointer select-none items-center gap-2.5 rounded-lg px-2.5 py-1.5 outline-none data-highlighted:bg-idle-soft touch:min-h-11';

/** Places the menu along the lower edge of a narrow screen, at any position that Base UI computed. */
const SHEET = 'max-sm:fixed! max-sm:inset-x-0! max-sm:top-auto! max-sm:bottom-0! max-sm:transform-none!';

type Props = {
  /** The element that opened the menu: the menu is placed beside it and restores the focus to it. */
  readonly anchor: HTMLElement;
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/**
 * Renders a menu that is open while it is mounted. Import it in lazy components only: it is not in the initial chunk.
 */
export function Menu({ anchor, label, onClose, children }: Props) {
  // A poll may move the card of an open menu. An item that moves away under the pointer would be missed. A resize of the
  // window moves the button itself, so each width has its own place.
  const [place] = useState(() => {
    const boxes: Record<number, DOMRect> = {};
    const getBoundingClientRect = () => (boxes[innerWidth] ??= anchor.getBoundingClientRect());
    return { getBoundingClientRect, contextElement: anchor };
  });
  return (
    <CSPProvider disableStyleElements>
      <Base.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
        {/* Inside a landmark, so that users of screen readers find it. */}
        <Base.Portal container={document.querySelector('main')}>
          <Base.Backdrop className="fixed inset-0 z-20 bg-black/45 sm:hidden" />
          <Base.Positioner anchor={place} align="end" sideOffset={6} className={`z-20 outline-none ${SHEET}`}>
            <Base.Popup
              aria-label={label}
              finalFocus={() => anchor}
              className="max-h-(--available-height) min-w-52 max-w-80 overflow-y-auto rounded-xl border border-line bg-surface p-1 text-ink shadow-xl outline-none max-sm:max-h-[calc(0.75*var(--window-height))] max-sm:max-w-none max-sm:rounded-b-none max-sm:pb-[max(4px,env(safe-area-inset-bottom))]"
            >
              {children}
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </CSPProvider>
  );
}

export function MenuItem({
  children,
  hint,
  isDisabled = false,
  isNarrowOnly = false,
  onSelect,
}: {
  readonly children: ReactNode;
  /** Muted text at the right: a key or a number. */
  readonly hint?: string;
  readonly isDisabled?: boolean;
  /** The menu has this item only on screens that have no room for its button. */
  readonly isNarrowOnly?: boolean;
  readonly onSelect: () => void;
}) {
  return (
    <Base.Item
      className={`${ITEM} data-disabled:opacity-60 ${isNarrowOnly ? 'sm:hidden' : ''}`}
      disabled={isDisabled}
      onClick={onSelect}
    >
      <span className="min-w-0 grow truncate">{children}</span>
      {hint !== undefined && (
        <span translate="no" className="text-[12.5px] text-mute">
          {hint}
        </span>
      )}
    </Base.Item>
  );
}

/** Opens an external page in a new tab. */
export function MenuLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <Base.LinkItem className={ITEM} href={href} target="_blank" rel="noreferrer" closeOnClick>
      {children}
    </Base.LinkItem>
  );
}

/** Renders a group of items of which exactly one is checked. */
export function MenuChoices<T extends string | number>({
  label,
  hint,
  value,
  choices,
  onChoose,
}: {
  readonly label: string;
  /** A note that the user needs before choosing. */
  readonly hint?: string | undefined;
  readonly value: T;
  readonly choices: readonly (readonly [value: T, text: string])[];
  readonly onChoose: (value: T) => void;
}) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2.5 pt-1.5 pb-1 text-[12.5px] text-mute">
        <span className="font-semibold">{label}</span>
        {hint !== undefined && <span className="block">{hint}</span>}
      </Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={onChoose}>
        {choices.map(([choice, text]) => (
          <Base.RadioItem key={choice} value={choice} closeOnClick className={ITEM}>
            <span className="w-4 flex-none" aria-hidden="true">
              {choice === value ? '✓' : ''}
            </span>
            {/* A name or a number, so page translators must not translate it. */}
            <span translate="no" className="min-w-0 truncate">
              {text}
            </span>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}

/** Renders an item that is on or off. The menu stays open, because users often change several of these items. */
export function MenuCheckbox({
  isChecked,
  onChange,
  children,
}: {
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
  readonly children: string;
}) {
  return (
    <Base.CheckboxItem checked={isChecked} onCheckedChange={onChange} className={ITEM}>
      <span className="w-4" aria-hidden="true">
        {isChecked ? '✓' : ''}
      </span>
      <span>{children}</span>
    </Base.CheckboxItem>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="mx-2 my-1 h-px bg-line" />;
}
