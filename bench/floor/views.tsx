import { memo } from 'react';
import { nameOf } from '#domain/environment/board-environment.ts';
import { DETAILS_WORDS } from '#messages/details.ts';
import { byText } from '#messages/environment.ts';
import { configurationText, originText, stateText } from '#messages/qovery-terms.ts';
import { durationText } from '#messages/relative-time.ts';
import { Icon, type Props, useAges } from './card.tsx';
import { Age } from './clock.tsx';

const TICK = 'm3.5 8.4 3 3 6-6.6';
const DOTS = 'M3.5 8h.01M8 8h.01M12.5 8h.01';
const CELL = 'h-8 truncate border-line border-b px-2 py-0';
/** Rows of the details: with them, the dialog has as many elements as the details of the app. */
const DETAILS_ROWS = 20;

function Menu() {
  return (
    <button type="button" className="grid size-6 flex-none place-items-center text-mute">
      <Icon path={DOTS} className="size-4" />
    </button>
  );
}

/** Renders one environment with as many elements as a tile of the compact view: 23. */
export const Tile = memo(function Tile({ environment, onOpen }: Props) {
  const { id, info, status, tone } = environment;
  const { deployed, checked } = useAges(environment);
  return (
    <li
      data-environment-id={id}
      className={`relative flex h-[72px] min-w-0 flex-col rounded-md border border-line px-2 py-1 text-xs bg-${tone}-soft`}
    >
      <span className="flex items-center gap-1">
        <button type="button" onClick={() => onOpen(id)} className="flex min-w-0 text-left font-semibold text-[13px]">
          <span className="flex min-w-0">
            <span className="truncate">{nameOf(environment)}</span>
          </span>
        </button>
        <span className="grow" />
        <Icon path={TICK} className="size-[13px]" />
      </span>
      <span className="flex justify-between gap-1.5 text-mute">
        <span className="truncate">{info?.projectName}</span>
        <span className="flex-none">
          <Age derive={deployed} />
        </span>
      </span>
      <span className="flex items-center gap-1">
        <Icon path={TICK} className="size-3.5" />
        <span className="truncate">{stateText(status?.state)}</span>
        <span className="sr-only">
          <Age derive={checked} />
        </span>
      </span>
      <Menu />
    </li>
  );
});

/** Renders one environment with as many elements as a row of the table: 42. */
export const Row = memo(function Row({ environment, onOpen }: Props) {
  const { id, info, status, tone } = environment;
  const { deployed, checked } = useAges(environment);
  return (
    <tr data-environment-id={id} className={`bg-${tone}-soft`}>
      <th scope="row" className={`${CELL} text-left font-normal`}>
        <span className="flex items-baseline gap-1.5">
          <button type="button" onClick={() => onOpen(id)} className="flex min-w-0 text-left font-semibold">
            <span className="truncate">{nameOf(environment)}</span>
          </button>
        </span>
      </th>
      <td className={CELL}>
        <span className="flex items-center gap-2">
          <Icon path={TICK} className="size-4" />
          <span>
            <strong className="font-semibold">{stateText(status?.state)}</strong>
          </span>
        </span>
      </td>
      <td className={CELL}>
        <span className="flex items-center gap-1">
          <Icon path={TICK} className="size-[13px]" />
          <span>{configurationText(status?.configuration ?? '')}</span>
        </span>
      </td>
      <td className={CELL}>
        <Age derive={deployed} />
      </td>
      <td className={CELL}>
        <span>{durationText(status?.durationSeconds ?? 0)}</span>
      </td>
      <td className={CELL}>
        <span className="flex gap-1">
          <span>{status?.origin === undefined ? '' : originText(status.origin)}</span>
          <span className="truncate text-mute">
            {status?.triggeredBy === undefined ? '' : byText(status.triggeredBy)}
          </span>
        </span>
      </td>
      <td className={CELL}>
        <span className="flex">
          <span className="truncate">{info?.projectName}</span>
        </span>
      </td>
      <td className={CELL}>
        <span className="flex">
          <Icon path={TICK} className="size-[13px]" />
          <Age derive={checked} />
        </span>
      </td>
      <td className={CELL}>
        <Menu />
      </td>
    </tr>
  );
});

/** Renders one environment with as many elements as a tile of the wall in its usual form: 19. */
export const WallTile = memo(function WallTile({ environment }: Props) {
  const { id, info, status, tone } = environment;
  const { deployed, checked } = useAges(environment);
  return (
    <article
      data-environment-id={id}
      className={`flex min-w-0 flex-col overflow-hidden border border-line p-2 bg-${tone}-soft`}
    >
      <h2 className="flex min-w-0 font-semibold text-[1.5em]">
        <span className="truncate">{nameOf(environment)}</span>
      </h2>
      <div className="shrink-0 truncate text-mute">{info?.projectName}</div>
      <div className="mt-auto">
        <div className="flex min-w-0 items-center gap-[0.3em]">
          <Icon path={TICK} className="size-[1.2em]" />
          <strong className="truncate">{stateText(status?.state)}</strong>
        </div>
      </div>
      <div className="flex min-w-0 items-center gap-[0.5em]">
        <span className="flex">
          <Icon path={TICK} className="size-[1.2em]" />
          <Icon path={TICK} className="size-[1.2em]" />
        </span>
        <span className="truncate">
          <Age derive={deployed} />
          <Age derive={checked} />
        </span>
      </div>
    </article>
  );
});

/** Renders a modal dialog with as many elements as the details of the app: 146. */
export function Details({ environment, onClose }: Pick<Props, 'environment'> & { readonly onClose: () => void }) {
  const { info, status } = environment;
  return (
    <dialog
      ref={(dialog) => void (dialog?.isConnected && !dialog.open && dialog.showModal())}
      onClose={onClose}
      className="mr-0 ml-auto h-(--window-height) max-h-(--window-height) w-[560px] flex-col overflow-hidden bg-surface p-0 text-ink open:flex"
    >
      <header className="flex px-[22px] pt-[18px]">
        <h2 className="grow font-semibold text-lg">{nameOf(environment)}</h2>
        <button type="button" onClick={onClose}>
          {DETAILS_WORDS.close}
        </button>
      </header>
      <div className="min-h-0 grow overflow-y-auto px-[22px]">
        {Array.from({ length: DETAILS_ROWS }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows never change
          <div key={row} className="flex gap-2 border-line border-b py-2">
            <Icon path={TICK} className="size-4" />
            <strong className="grow truncate">{stateText(status?.state)}</strong>
            <span>{info?.projectName}</span>
            <span className="text-mute">{originText(status?.origin ?? '')}</span>
            <span>{durationText(status?.durationSeconds ?? 0)}</span>
          </div>
        ))}
      </div>
    </dialog>
  );
}
