import { useState } from 'react';
import { areHintsSeen } from '#data/preferences/seen-hints.ts';
import {
  CLEAR_FILTERS,
  NOTHING_MATCHES,
  NOTHING_PINNED,
  NOTHING_PINNED_WHY,
  noneMatchesText,
} from '#messages/empty-states.ts';
import { PIN_ENVIRONMENTS } from '#messages/header.ts';
import { Button } from '#ui/button.tsx';
import { PartBoundary } from '#ui/part-boundary.tsx';
import { FirstRunHints } from './lazy-hints.ts';

/** Renders the message of an empty board and its next step, with hints until this browser has had a board with pins. */
export function NothingPinned({ onPin }: { readonly onPin: () => void }) {
  const [hasHints] = useState(() => !areHintsSeen());
  return (
    <section className="mx-auto mt-[9vh] max-w-md text-center">
      <h2 className="font-semibold text-xl">{NOTHING_PINNED}</h2>
      <p className="mt-1 mb-4 text-mute">{NOTHING_PINNED_WHY}</p>
      <Button variant="primary" onClick={onPin}>
        {PIN_ENVIRONMENTS}
      </Button>
      {hasHints && (
        <PartBoundary name={NOTHING_PINNED} isQuiet>
          <FirstRunHints />
        </PartBoundary>
      )}
    </section>
  );
}

/** Renders the message of a board whose filters match nothing. `all` is the number of its environments. */
export function NothingMatches({ all, onClear }: { readonly all: number; readonly onClear: () => void }) {
  return (
    <section className="mx-auto mt-[9vh] max-w-md text-center">
      <h2 className="font-semibold text-xl">{NOTHING_MATCHES}</h2>
      <p className="mt-1 mb-4 text-mute">{noneMatchesText(all)}</p>
      <Button data-clears onClick={onClear}>
        {CLEAR_FILTERS}
      </Button>
    </section>
  );
}
