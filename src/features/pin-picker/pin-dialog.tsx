import { useState } from 'react';
import { readPastedPins } from '#domain/pasted-pins.ts';
import { type Pin, samePin } from '#domain/pin.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { plural } from '#ui/text.ts';

type Props = {
  readonly pins: readonly Pin[];
  readonly onPin: (pins: readonly Pin[]) => void;
  readonly onClose: () => void;
};

/** Pins what is pasted: environment ids or Qovery console links, one or many. */
export function PinDialog({ pins, onPin, onClose }: Props) {
  const [text, setText] = useState('');
  const { pins: pasted, unreadable } = readPastedPins(text);
  const added = pasted.filter((pin) => !pins.some((old) => samePin(old, pin)));
  const known = pasted.length - added.length;
  return (
    <Dialog title="Pin environments" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (added.length === 0) return;
          onPin(added);
          onClose();
        }}
      >
        <div className="px-[22px]">
          <label htmlFor="pasted" className="text-[13.5px] text-mute">
            Paste environment ids or Qovery console links, one or many.
          </label>
          <textarea
            id="pasted"
            rows={5}
            value={text}
            onChange={(event) => setText(event.target.value)}
            className="mt-3 mb-3 block w-full rounded-[10px] border border-line bg-bg px-3.5 py-2.5"
          />
          <p role="status" className="min-h-6 text-[13.5px] text-mute">
            {known > 0 && `${known} already on this board. `}
            {unreadable.length > 0 && `Not an id or a console link: ${unreadable.slice(0, 3).join(', ').slice(0, 120)}`}
          </p>
        </div>
        <div className="mt-3 flex justify-end gap-2.5 border-line border-t px-[22px] py-3.5">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" disabled={added.length === 0} className="disabled:opacity-60">
            {added.length === 0 ? 'Pin' : `Pin ${plural(added.length, 'environment')}`}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
