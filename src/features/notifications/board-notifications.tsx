import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { setFavicon } from '#browser/favicon.ts';
import { useShortcuts } from '#browser/use-shortcuts.ts';
import { useBoardUrl } from '#data/boards/use-board-url.ts';
import { changeSettings, readSettings } from '#data/preferences/settings-store.ts';
import type { Board } from '#domain/board/board.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { type Change, groupChanges } from '#domain/view/alerts.ts';
import { headlineOf } from '#domain/view/headline.ts';
import { PRODUCT } from '#messages/common.ts';
import { announcementText, pageTitle, SOUND_OFF, SOUND_ON } from '#messages/notifications.ts';
import { type ChangeWatcher, createChangeWatcher } from './change-watcher.ts';
import { faviconSvg } from './favicon-svg.ts';
import { useNotifier } from './use-notifier.ts';

type Props = {
  readonly board: Board;
  readonly environments: readonly BoardEnvironment[];
};

type Announced = { readonly text: string; readonly isSeen: boolean };

const NOTHING: Announced = { text: '', isSeen: false };
/** Lifetime of an announcement in the live region: later it may be outdated. */
const ANNOUNCED_MS = 20_000;
const SEEN_MS = 4_000;

async function playRecovery(): Promise<void> {
  const { playSound } = await import('#browser/alert-sound.ts');
  await playSound('recovery');
}

const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof Element && target.closest('input, textarea, select, dialog, [role="menu"]') !== null;

/** Sets the page's title and icon to the worst state of the board. */
function useHeadline({ name }: Board, environments: readonly BoardEnvironment[]): void {
  const headline = useMemo(() => headlineOf(environments), [environments]);
  const title = pageTitle(headline, name);
  const icon = headline.mark && faviconSvg(headline.mark);
  // Sets `document.title`, because index.html already has a `<title>` and browsers use the first title element.
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => setFavicon(icon), [icon]);
  useEffect(
    () => () => {
      document.title = PRODUCT;
      setFavicon();
    },
    [],
  );
}

/** Reports each change once, in batches. */
function useChanges(environments: readonly BoardEnvironment[], onChanges: (changes: readonly Change[]) => void): void {
  const watcher = useRef<ChangeWatcher>(undefined);
  const reportChanges = useEffectEvent(onChanges);
  useEffect(() => {
    const mine = createChangeWatcher((changes) => reportChanges(changes));
    watcher.current = mine;
    return () => mine.stop();
  }, []);
  useEffect(() => watcher.current?.see(environments), [environments]);
}

/** Reports the board's state outside the board: title, icon, notifications, sound, and a polite live region. */
export function Notifications({ board, environments }: Props) {
  const { change } = useBoardUrl();
  const [{ text, isSeen }, announce] = useState(NOTHING);

  useHeadline(board, environments);
  const notify = useNotifier((id) => {
    // The wall has no details, so this leaves the wall; Back returns to it.
    change({ details: id, ...(board.view === 'wall' && { view: 'cards' }) });
  });
  useChanges(environments, (changes) => {
    announce({ text: groupChanges(changes).map(announcementText).join(' '), isSeen: false });
    notify(changes, board.name);
  });
  useEffect(() => {
    if (text === '') return;
    const timer = setTimeout(() => announce(NOTHING), isSeen ? SEEN_MS : ANNOUNCED_MS);
    return () => clearTimeout(timer);
  }, [text, isSeen]);
  useShortcuts({
    m: (event) => {
      if (isTyping(event)) return;
      const sounds = !readSettings().sounds;
      changeSettings({ sounds });
      // Without the file the page is silent, and the announcement still says that sounds are on.
      if (sounds) playRecovery().catch(() => {});
      announce({ text: sounds ? SOUND_ON : SOUND_OFF, isSeen: true });
    },
  });
  return (
    <p
      role="status"
      className={
        isSeen
          ? 'fixed bottom-4 left-4 z-20 rounded-xl border border-line bg-surface px-4 py-2 text-base text-ink shadow-lg'
          : 'sr-only'
      }
    >
      {text}
    </p>
  );
}
