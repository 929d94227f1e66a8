import { useId } from 'react';
import { DEFINITIONS, DELIVERY_WORDS, MEASURE_WORDS, type Measure } from '#messages/delivery.ts';
import { StrokeIcon } from '#ui/stroke-icon.tsx';

const INFO = 'M8 2.8a5.2 5.2 0 1 1 0 10.4A5.2 5.2 0 0 1 8 2.8M8 7.4v3.2M8 5.4h.01';

/** Renders a button that shows the definition of a measure. The browser closes it with Escape or a click elsewhere. */
export function Definition({ measure }: { readonly measure: Measure }) {
  const id = useId();
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className="flex items-center gap-1 rounded-md text-mute text-xs hover:text-ink touch:-my-3"
      >
        <StrokeIcon path={INFO} className="size-3.5" />
        <span>{DELIVERY_WORDS.definition}</span>
        <span className="sr-only">{MEASURE_WORDS[measure]}</span>
      </button>
      <div
        id={id}
        popover="auto"
        className="m-auto max-w-90 rounded-xl border border-line bg-surface p-4 text-ink shadow-xl"
      >
        <h3 className="font-semibold">{MEASURE_WORDS[measure]}</h3>
        <p className="mt-1">{DEFINITIONS[measure]}</p>
      </div>
    </>
  );
}
