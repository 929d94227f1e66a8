import { TRY_AGAIN } from '#messages/common.ts';
import { OPEN_CONSOLE } from '#messages/pin-picker.ts';
import { Button } from '#ui/button.tsx';
import { ExternalLink } from '#ui/external-link.tsx';
import type { PickerStatus } from './picker-status.ts';

type Props = { readonly situation: PickerStatus; readonly onRetry: () => void };

function Action({ situation: { action }, onRetry }: Props) {
  if (action === 'retry') return <Button onClick={onRetry}>{TRY_AGAIN}</Button>;
  if (action !== 'console') return null;
  return (
    <ExternalLink href="https://console.qovery.com" className="font-semibold text-busy underline underline-offset-2">
      {OPEN_CONSOLE}
    </ExternalLink>
  );
}

/** Renders, in place of the list, why there is no list and how to continue. */
export function EmptyList({ situation, onRetry }: Props) {
  return (
    <>
      <p className="text-pretty font-semibold text-[15px]">{situation.title}</p>
      {situation.next !== undefined && <p className="mt-1 text-pretty text-mute">{situation.next}</p>}
      <div className="mt-3.5">
        <Action situation={situation} onRetry={onRetry} />
      </div>
    </>
  );
}

/** Renders one line above a usable list that explains which entries it lacks. */
export function Shortcoming({ situation, onRetry }: Props) {
  return (
    <div className="mx-[22px] mb-2 flex items-center gap-3 rounded-lg bg-idle-soft px-3 py-1.5 text-[13px]">
      <p className="min-w-0 grow">{situation.title}</p>
      {situation.action === 'retry' && (
        <button type="button" onClick={onRetry} className="flex-none font-semibold text-busy pointer-coarse:min-h-11">
          {TRY_AGAIN}
        </button>
      )}
    </div>
  );
}
