import { useState } from 'react';
import { CLOSE } from '#messages/common.ts';
import { DEFINITIONS, DELIVERY_WORDS, MEASURE_WORDS, type Measure } from '#messages/delivery.ts';
import { Dialog } from '#ui/dialog.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { CLOSE as CROSS, StrokeIcon } from '#ui/stroke-icon.tsx';

const INFO = 'M8 2.8a5.2 5.2 0 1 1 0 10.4A5.2 5.2 0 0 1 8 2.8M8 7.4v3.2M8 5.4h.01';

/** Renders a button that shows the definition of a measure. Not a popover, which Chromium lacks before version 114. */
export function Definition({ measure }: { readonly measure: Measure }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        className="flex items-center gap-1 rounded-md text-mute text-xs hover:text-ink touch:-my-3 print:hidden"
        onClick={() => setIsOpen(true)}
      >
        <StrokeIcon path={INFO} className="size-3.5" />
        <span>{DELIVERY_WORDS.definition}</span>
        <span className="sr-only">{MEASURE_WORDS[measure]}</span>
      </button>
      {isOpen && (
        <Dialog
          title={MEASURE_WORDS[measure]}
          variant="small"
          actions={<IconButton label={CLOSE} path={CROSS} className="-mt-1 -mr-2" onClick={() => setIsOpen(false)} />}
          onClose={() => setIsOpen(false)}
        >
          <p className="px-[22px] pt-1 pb-[22px] font-normal text-ink">{DEFINITIONS[measure]}</p>
        </Dialog>
      )}
    </>
  );
}
