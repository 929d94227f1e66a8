import { useId, useMemo, useState } from 'react';
import { useLocalNow } from '#browser/use-now.ts';
import { type PickerDirectory, usePickerDirectory } from '#data/directory/use-picker-directory.ts';
import type { Pin } from '#domain/board/pin.ts';
import type { PickerRow } from '#domain/picker/picker-index.ts';
import { CANCEL } from '#messages/common.ts';
import {
  cappedText,
  countText,
  footText,
  KEYS_HINT,
  PICK_TITLE,
  PIN_AND_LABEL,
  passedOverText,
  pinButtonText,
  projectsAdvice,
  unknownText,
} from '#messages/pin-picker.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { PickingContext, usePickerContext } from './picker-context.ts';
import { PickerField } from './picker-field.tsx';
import { emptyStatus, failedOf, nothingFound, partialStatus } from './picker-status.ts';
import { EmptyList, Shortcoming } from './picker-status-message.tsx';
import { ResultsList } from './results-list.tsx';
import { usePicking } from './use-picker-state.ts';

type Props = {
  readonly pins: readonly Pin[];
  /** Environments of the board's pinned projects that the board does not show. */
  readonly hidden?: readonly string[];
  readonly onPin: (pins: readonly Pin[]) => void;
  /** Opens the dialog that labels these environments, in place of this one. */
  readonly onLabel: (ids: readonly string[]) => void;
  readonly onClose: () => void;
};

const SLOW_MS = 5_000;
const NONE: readonly string[] = [];
/** Above this number of single environments, project pins take far fewer requests. */
const MANY_PINS = 60;
/** The skeleton has the list's height, so that the dialog does not move when the list arrives. */
const EMPTY =
  'grid h-[391px] min-h-24 shrink place-content-center justify-items-center overflow-y-auto px-[22px] text-center';

/** Returns a retry function, and true once a response is so late that the user needs a message. */
function useRetry({ isFetching, retry }: PickerDirectory) {
  const [requestedAt, setRequestedAt] = useState(Date.now);
  const isLate = useLocalNow((now) => now - requestedAt > SLOW_MS);
  const requestAgain = () => {
    setRequestedAt(Date.now());
    retry();
  };
  return { isSlow: isLate && isFetching, requestAgain };
}

function Results({ names }: { readonly names: PickerDirectory }) {
  const { rows, text, passedOver, capped } = usePickerContext();
  const { isSlow, requestAgain } = useRetry(names);
  const lacking = partialStatus(names, isSlow);
  const isRead = names.failure === undefined && failedOf(names).length === 0;
  const unknownTextOf = (row: PickerRow) => (row.kind === 'pasted' ? unknownText(row, isRead, names.isFetching) : '');
  const environments = useMemo(() => rows.filter(({ pin }) => pin.kind === 'environment').length, [rows]);
  return (
    <>
      <div role="status">{lacking && <Shortcoming situation={lacking} onRetry={requestAgain} />}</div>
      <p role="status" className="px-[22px] text-[13px] text-warning">
        {passedOver.length > 0 && <span className="block pb-2">{passedOverText(passedOver)}</span>}
        {capped > 0 && <span className="block pb-2">{cappedText(capped)}</span>}
      </p>
      {rows.length > 0 && <ResultsList unknownTextOf={unknownTextOf} />}
      <div role="status" className={rows.length > 0 ? 'sr-only' : EMPTY}>
        {rows.length > 0 ? (
          countText(environments, rows.length - environments)
        ) : (
          <EmptyList situation={emptyStatus(names, isSlow) ?? nothingFound(text.trim())} onRetry={requestAgain} />
        )}
      </div>
    </>
  );
}

/** Renders a dialog that searches all environments the token can see, and pins selected or pasted environments. */
export function PinDialog({ pins, hidden = NONE, onPin, onLabel, onClose }: Props) {
  const names = usePickerDirectory();
  const picking = usePicking(names, pins, hidden);
  const hintId = useId();
  const { added, chosen, rows, onBoard } = picking;
  const pin = () => {
    if (added.length === 0) return;
    onPin(added);
    onClose();
  };
  const ids = added.filter(({ kind }) => kind === 'environment').map(({ id }) => id);
  // Pins first, so that a user who cancels the labels keeps what is chosen.
  const pinAndLabel = () => {
    onPin(added);
    onLabel(ids);
  };
  const shownKeys = useMemo(() => new Set(rows.map(({ key }) => key)), [rows]);
  const already = useMemo(
    () => rows.filter(({ key, kind }) => kind !== 'project' && onBoard.has(key)).length,
    [rows, onBoard],
  );
  const isMany =
    added.length > 0 && [...pins, ...added].filter(({ kind }) => kind === 'environment').length > MANY_PINS;
  const elsewhere = [...chosen.keys()].filter((key) => !shownKeys.has(key)).length;
  return (
    <Dialog title={PICK_TITLE} onClose={onClose}>
      <PickingContext value={picking}>
        <PickerField hintId={hintId} onPin={pin} />
        <Results names={names} />
      </PickingContext>
      <footer className="border-line border-t px-[22px] py-3.5">
        <div role="status">
          {isMany && <p className="mb-2.5 text-[13px] text-warning">{projectsAdvice(MANY_PINS)}</p>}
        </div>
        <div className="flex flex-wrap items-center gap-2.5">
          <p className="min-w-0 grow text-mute empty:hidden max-sm:basis-full">{footText(already, elsewhere)}</p>
          <Button onClick={onClose} className="max-sm:grow sm:ml-auto">
            {CANCEL}
          </Button>
          {ids.length > 0 && (
            <Button onClick={pinAndLabel} className="max-sm:order-first max-sm:basis-full">
              {PIN_AND_LABEL}
            </Button>
          )}
          <Button
            variant="primary"
            disabled={added.length === 0}
            onClick={pin}
            className="disabled:opacity-60 max-sm:min-w-0 max-sm:grow-2 max-sm:whitespace-normal"
          >
            {pinButtonText(added)}
          </Button>
        </div>
        <p id={hintId} className="mt-2 hidden text-[12.5px] text-mute sm:block pointer-coarse:hidden">
          {KEYS_HINT}
        </p>
      </footer>
    </Dialog>
  );
}
