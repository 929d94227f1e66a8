import { type MouseEvent, useEffect } from 'react';
import { WORDS } from '#messages/command-palette.ts';
import { KeyCap } from '#ui/key-cap.tsx';
import { CHEVRON_RIGHT, StrokeIcon } from '#ui/stroke-icon.tsx';
import { TONE_TEXT, ToneIcon } from '#ui/tone-icon.tsx';
import type { PaletteCommand } from './commands.ts';

export const LIST_ID = 'palette-list';
export const optionId = (id: string): string => `palette-${id}`;

/** Icon of a board: four tiles. */
const BOARD = 'M2.5 3h4.5v4.5H2.5zM9 3h4.5v4.5H9zM2.5 9.5h4.5v3.5H2.5zM9 9.5h4.5v3.5H9z';

function Icon({ kind, tone }: Pick<PaletteCommand, 'kind' | 'tone'>) {
  if (tone) return <ToneIcon tone={tone} />;
  return (
    <span className="grid size-[18px] flex-none place-items-center text-mute">
      <StrokeIcon path={kind === 'board' ? BOARD : CHEVRON_RIGHT} className="size-3.5" />
    </span>
  );
}

function Option({ command, isActive }: { readonly command: PaletteCommand; readonly isActive: boolean }) {
  const { id, kind, title, detail, tone, hint, keyCap } = command;
  return (
    <div
      role="option"
      id={optionId(id)}
      data-command={id}
      translate={kind === 'action' ? undefined : 'no'}
      tabIndex={-1}
      aria-selected={isActive}
      className={`mx-2.5 flex min-h-11 cursor-pointer select-none items-center gap-2.5 rounded-lg px-3 outline-none sm:min-h-[34px] ${isActive ? 'bg-idle-soft' : 'hover:bg-idle-soft/60'}`}
    >
      <Icon kind={kind} tone={tone} />
      <span className="flex min-w-0 grow flex-col sm:flex-row sm:items-baseline sm:gap-2">
        <span className="min-w-0 truncate sm:max-w-[60%] sm:flex-none">{title}</span>
        {detail !== '' && <span className="min-w-0 truncate text-[12.5px] text-mute">{detail}</span>}
      </span>
      {hint !== undefined && (
        <span className={`max-w-[40%] flex-none truncate text-[12.5px] ${tone ? TONE_TEXT[tone] : 'text-mute'}`}>
          {hint}
        </span>
      )}
      {keyCap !== undefined && (
        <span className="pointer-coarse:hidden">
          <KeyCap>{keyCap}</KeyCap>
        </span>
      )}
    </div>
  );
}

type Props = {
  readonly commands: readonly PaletteCommand[];
  readonly active: PaletteCommand | undefined;
  readonly onChoose: (command: PaletteCommand) => void;
};

/** Renders the matching commands. The field keeps the focus and announces the active option. */
export function CommandList({ commands, active, onChoose }: Props) {
  const activeId = active?.id;
  useEffect(() => {
    if (activeId !== undefined) document.getElementById(optionId(activeId))?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);
  const choose = ({ target }: MouseEvent) => {
    const chosen = target instanceof Element && target.closest<HTMLElement>('[data-command]')?.dataset.command;
    const command = commands.find(({ id }) => id === chosen);
    if (command) onChoose(command);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and handles the list's keys.
    <div
      role="listbox"
      id={LIST_ID}
      aria-label={WORDS.list}
      tabIndex={-1}
      onClick={choose}
      // Keeps the focus in the field; a press on the scroll bar must still work.
      onMouseDown={(event) => event.target !== event.currentTarget && event.preventDefault()}
      className="max-h-[min(420px,0.6*var(--window-height))] min-h-24 max-sm:max-h-none shrink scroll-py-1 overflow-y-auto overscroll-contain pb-2.5 outline-none"
    >
      {commands.map((command) => (
        <Option key={command.id} command={command} isActive={command === active} />
      ))}
    </div>
  );
}
