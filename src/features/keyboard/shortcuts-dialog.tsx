import { Fragment, type KeyboardEvent } from 'react';
import { WORDS } from '#messages/command-palette.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { KeyCap } from '#ui/key-cap.tsx';
import { SHORTCUT_GROUPS, type Shortcut } from './shortcuts.ts';

function Keys({ keys, isTogether = false }: Pick<Shortcut, 'keys' | 'isTogether'>) {
  return keys.map((key, index) => (
    <Fragment key={key}>
      {index > 0 && <span className="px-0.5 text-mute">{isTogether ? '+' : ' '}</span>}
      <KeyCap>{key}</KeyCap>
    </Fragment>
  ));
}

/** Renders all shortcuts with their actions. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // Otherwise Escape would also leave the wall.
    event.preventDefault();
    onClose();
  };
  const close = (
    <Button className="max-sm:min-h-11" onClick={onClose} onKeyDown={press}>
      {WORDS.close}
    </Button>
  );
  return (
    <Dialog title={WORDS.keysTitle} actions={close} onClose={onClose}>
      <div className="overflow-y-auto px-[22px] pt-2 pb-[22px]">
        <p className="mb-1 text-mute">{WORDS.keysHint}</p>
        <div className="gap-x-9 sm:columns-2">
          {SHORTCUT_GROUPS.map(({ title, shortcuts }) => (
            <section key={title} className="break-inside-avoid pt-4">
              <h3 className="mb-1.5 font-semibold text-[13.5px]">{title}</h3>
              <dl className="grid grid-cols-[124px_1fr] items-baseline gap-x-3 gap-y-1.5">
                {shortcuts.map(({ keys, isTogether = false, does }) => (
                  <Fragment key={does}>
                    <dt className="whitespace-nowrap">
                      <Keys keys={keys} isTogether={isTogether} />
                    </dt>
                    <dd>{does}</dd>
                  </Fragment>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </div>
    </Dialog>
  );
}
