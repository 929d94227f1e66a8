import { type MouseEvent, memo, useState } from 'react';
import { useSettings } from '#data/preferences/settings-store.ts';
import type { AppConfig } from '#domain/app-config.ts';
import type { Board } from '#domain/board/board.ts';
import { PollingStatus } from '#features/polling/polling-status.tsx';
import { PART_BOARDS, PART_FRESHNESS, PART_MENU, PART_OVERLAYS } from '#messages/errors.ts';
import { DEMO_DATA, MORE, MY_BOARDS, PIN, PIN_ENVIRONMENTS, SHARE } from '#messages/header.ts';
import { boardTitle } from '#messages/titles.ts';
import { Button } from '#ui/button.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Logo } from '#ui/logo.tsx';
import { PageSwitch } from '#ui/page-switch.tsx';
import { PartBoundary } from '#ui/part-boundary.tsx';
import { CHEVRON_DOWN, DOTS } from '#ui/stroke-icon.tsx';
import { BoardName } from './board-name.tsx';
import { BoardsMenu, HeaderMenu, SoundNotice } from './lazy-components.ts';
import { PrintTime } from './print-time.tsx';
import type { Overlay } from './use-overlay.ts';

type Props = {
  readonly board: Board;
  readonly access: AppConfig['auth'];
  /** True when the environments are those of a simulated account. */
  readonly isDemo: boolean;
  readonly onForget: (() => void) | undefined;
  readonly onChange: (part: Partial<Board>) => void;
  readonly onOpen: (overlay: Overlay) => void;
};

type Opened = { readonly menu: 'boards' | 'more'; readonly anchor: HTMLElement };

/** Re-renders only when the board itself changes, not with each answer. */
export const Header = memo(function Header({ board, access, isDemo, onForget, onChange, onOpen }: Props) {
  const [opened, setOpened] = useState<Opened>();
  const open = (menu: Opened['menu']) => (event: MouseEvent<HTMLElement>) =>
    setOpened({ menu, anchor: event.currentTarget });
  const close = () => setOpened(undefined);
  const { name, page } = board;
  const { sounds } = useSettings();
  const openPage = (next: Board['page']) => onChange({ page: next });
  return (
    <header className="relative -mx-4 flex min-h-14 flex-wrap items-center gap-x-1 border-line border-b bg-surface px-4 py-1 sm:-mx-6 sm:gap-x-3 sm:px-6 xl:flex-nowrap">
      <span className="hidden border-line border-r pr-3.5 lg:block">
        <Logo />
      </span>
      {/* A field is no text, so the heading is for screen readers only. */}
      <h1 translate="no" className="sr-only">
        {boardTitle(name)}
      </h1>
      <div className="flex min-w-0 grow basis-0 items-center text-[17px] xl:min-w-40 xl:grow-0 xl:basis-auto">
        <BoardName key={name} name={name} onRename={(renamed) => onChange({ name: renamed })} />
        <IconButton label={MY_BOARDS} path={CHEVRON_DOWN} className="print:hidden" onClick={open('boards')} />
      </div>
      <PrintTime />
      <PageSwitch
        page={page}
        className="-mb-[5px] flex max-xl:order-last sm:max-xl:-mx-2 max-xl:mt-1 max-xl:h-11 max-xl:basis-full xl:-mt-[3px] xl:grow xl:self-stretch"
        onChoose={openPage}
      />
      {isDemo && (
        <span className="whitespace-nowrap rounded-md border-line text-mute text-xs max-md:absolute max-md:top-9 max-md:left-5 md:border md:px-1.5">
          {DEMO_DATA}
        </span>
      )}
      {sounds && (
        <PartBoundary name={PART_OVERLAYS} isQuiet>
          <SoundNotice />
        </PartBoundary>
      )}
      <PartBoundary name={PART_FRESHNESS}>
        <PollingStatus />
      </PartBoundary>
      <Button className="max-sm:hidden" onClick={() => onOpen('share')}>
        {SHARE}
      </Button>
      <Button variant="primary" onClick={() => onOpen('pins')}>
        <span className="sm:hidden">{PIN}</span>
        <span className="hidden sm:inline">{PIN_ENVIRONMENTS}</span>
      </Button>
      <IconButton label={MORE} path={DOTS} onClick={open('more')} />
      {opened && (
        <PartBoundary name={opened.menu === 'boards' ? PART_BOARDS : PART_MENU} onClose={close}>
          {opened.menu === 'boards' && (
            <BoardsMenu board={board} anchor={opened.anchor} onLabels={() => onOpen('labels')} onClose={close} />
          )}
          {opened.menu === 'more' && (
            <HeaderMenu
              anchor={opened.anchor}
              isDemo={access === 'demo'}
              onOpen={onOpen}
              onForget={onForget}
              onClose={close}
            />
          )}
        </PartBoundary>
      )}
    </header>
  );
});
