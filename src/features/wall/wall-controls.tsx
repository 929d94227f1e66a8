import { useEffect, useRef } from 'react';
import { canFullScreen, setFullScreen, useFullScreen } from '#browser/use-fullscreen.ts';
import { useUserIdle } from '#browser/use-idle.ts';
import { dwellText, WORDS } from '#messages/wall.ts';
import { Button } from '#ui/button.tsx';

type Props = {
  readonly isShown: boolean;
  readonly rotateSeconds: number | undefined;
  readonly canRotate: boolean;
  readonly onRotate: (seconds: number | undefined) => void;
  readonly onLeave: () => void;
};

/** Milliseconds after the last key until the bar disappears: it covers tiles of an unattended wall. */
const HOLD_MS = 30_000;
const FULL_SCREEN_KEY = 'f';
const DWELLS = [10, 30, 60, 300] as const;

/** Names what a button does and the key that does it. A touch screen has no keys. */
function WithKey({ label, keyName }: { readonly label: string; readonly keyName: string }) {
  return (
    <>
      <span>{label}</span>
      <span className="pointer-coarse:hidden">{` (${keyName})`}</span>
    </>
  );
}

/** Renders the wall's controls. Hidden until the pointer moves or the bar receives the keyboard focus. */
export function WallControls({ isShown, rotateSeconds, canRotate, onRotate, onLeave }: Props) {
  const isFull = useFullScreen();
  const isLeftAlone = useUserIdle(HOLD_MS);
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    const { activeElement } = document;
    if (isLeftAlone && activeElement instanceof HTMLElement && bar.current?.contains(activeElement)) {
      activeElement.blur();
    }
  }, [isLeftAlone]);
  const isOther = rotateSeconds !== undefined && !DWELLS.some((seconds) => seconds === rotateSeconds);
  const dwells = isOther ? [...DWELLS, rotateSeconds].toSorted((a, b) => a - b) : DWELLS;
  return (
    <section
      ref={bar}
      aria-label={WORDS.controls}
      className={`fixed inset-x-4 bottom-[max(1rem,2vh)] z-10 mx-auto flex w-fit max-w-full flex-wrap items-center gap-2.5 rounded-2xl border border-line bg-surface p-2.5 text-[max(16px,0.75em)] shadow-xl transition-opacity has-focus-visible:pointer-events-auto has-focus-visible:opacity-100 motion-reduce:transition-none print:hidden ${isShown ? '' : 'pointer-events-none opacity-0'}`}
    >
      <Button className="min-h-11" onClick={onLeave}>
        <WithKey label={WORDS.leave} keyName={WORDS.escape} />
      </Button>
      {canFullScreen() && (
        <Button className="min-h-11" onClick={() => void setFullScreen(!isFull)}>
          <WithKey label={isFull ? WORDS.leaveFullScreen : WORDS.fullScreen} keyName={FULL_SCREEN_KEY} />
        </Button>
      )}
      {canRotate || rotateSeconds !== undefined ? (
        <label className="flex min-h-11 items-center gap-1.5 rounded-lg border border-line pr-2 pl-3 text-mute">
          <span>{WORDS.rotate}</span>
          <select
            className="bg-surface text-ink"
            value={rotateSeconds ?? ''}
            onChange={({ target }) => onRotate(target.value === '' ? undefined : Number(target.value))}
          >
            <option value="">{WORDS.rotateNever}</option>
            {dwells.map((seconds) => (
              <option key={seconds} value={seconds}>
                {dwellText(seconds)}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <p className="px-2 text-mute">{WORDS.rotateNeedsTwo}</p>
      )}
    </section>
  );
}
