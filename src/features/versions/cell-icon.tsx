import type { Tone } from '#domain/environment/tone.ts';
import { TONE_TEXT, ToneIcon } from '#ui/tone-icon.tsx';

/** A disc with a hole in the form of a tick. */
const TICKED_DISC = 'M10 2a8 8 0 0 0 0 16 8 8 0 0 0 0-16M5 10.7l1.4-1.4 2.3 2.3 4.7-5.3 1.5 1.3-6.1 6.6z';

type Props = { readonly tone: Tone; readonly label: string };

/**
 * Renders the tone of a cell. Most of the hundreds of cells are `ok`, so this icon has two elements where `ToneIcon` and
 * its text have four.
 */
export function CellIcon({ tone, label }: Props) {
  if (tone === 'ok')
    return (
      <svg viewBox="0 0 20 20" role="img" aria-label={label} className={`flex-none ${TONE_TEXT.ok}`}>
        <path d={TICKED_DISC} fill="currentColor" fillRule="evenodd" />
      </svg>
    );
  return (
    <>
      <ToneIcon tone={tone} />
      <span className="sr-only">{label}</span>
    </>
  );
}
