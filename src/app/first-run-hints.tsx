import { useState } from 'react';
import { markHintsSeen } from '#data/preferences/seen-hints.ts';
import { HINT_WORDS as WORDS } from '#messages/hints.ts';
import { Button } from '#ui/button.tsx';
import { KeyCap, PALETTE_KEYS } from '#ui/key-cap.tsx';

const HELP_KEY = '?';

/**
 * Renders three hints until the user dismisses them. A touch screen has no keys, so it gets two.
 */
export function FirstRunHints() {
  const [isShown, setIsShown] = useState(true);
  if (!isShown) return null;
  const dismiss = () => {
    markHintsSeen();
    setIsShown(false);
  };
  return (
    <aside
      aria-label={WORDS.title}
      className="mx-auto mt-6 max-w-md rounded-xl border border-line bg-surface px-5 py-4 text-left text-[13px]"
    >
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
        <dt className="font-semibold">{WORDS.pin}</dt>
        <dd className="text-mute">{WORDS.pinHow}</dd>
        <dt className="font-semibold">{WORDS.share}</dt>
        <dd className="text-mute">{WORDS.shareHow}</dd>
        <dt className="font-semibold pointer-coarse:hidden">{WORDS.keys}</dt>
        <dd className="text-mute pointer-coarse:hidden">
          <KeyCap>{HELP_KEY}</KeyCap>
          <span>{` ${WORDS.allKeys} `}</span>
          {PALETTE_KEYS.map((key) => (
            <KeyCap key={key}>{key}</KeyCap>
          ))}
          <span>{` ${WORDS.find}`}</span>
        </dd>
      </dl>
      <Button className="mt-4 max-sm:min-h-11" onClick={dismiss}>
        {WORDS.dismiss}
      </Button>
    </aside>
  );
}
