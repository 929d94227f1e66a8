import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { tinykeys } from 'tinykeys';
import { playSound } from '#browser/alert-sound.ts';
import { showFavicon } from '#browser/favicon.ts';
import { useBoardAddress } from '#data/boards/use-board-url.ts';
import { changeSettings, readSettings } from '#data/preferences/settings-store.ts';
import type { BoardAddress } from '#domain/board/board.ts';
import type { WatchedEnvironment } from '#domain/environment/board-environment.ts';
import { announcementsOf, type Change } from '#domain/view/alerts.ts';
import { headlineOf } from '#domain/view/headline.ts';
import { PRODUCT } from '#messages/common.ts';
import { announcementText, pageTitle, SOUND_OFF, SOUND_ON } from '#messages/notifications.ts';
import { type ChangeWatcher, createChangeWatcher } from './change-watcher.ts';
import { markIcon } from './favicon-svg.ts';
import { offerToOpen, tellElsewhere } from './notify.ts';

type Props = {
  readonly board: BoardAddress;
  readonly watched: readonly WatchedEnvironment[];
};

type Said = { readonly text: string; readonly isSeen: boolean };

const NOTHING: Said = { text: '', isSeen: false };
/** What was said is not left for somebody who comes by later: it may hold no more. */
const SAID_MS = 20_000;
const SEEN_MS = 4_000;

const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof Element && target.closest('input, textarea, select, dialog, [role="menu"]') !== null;

/** The page's title and icon say the worst. */
function useHeadline({ name }: BoardAddress, watched: readonly WatchedEnvironment[]): void {
  const headline = useMemo(() => headlineOf(watched), [watched]);
  const title = pageTitle(headline, name);
  const icon = headline.mark && markIcon(headline.mark);
  // Not a <title> element: index.html has one, and the first of two is the one that counts.
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => showFavicon(icon), [icon]);
  useEffect(
    () => () => {
      document.title = PRODUCT;
      showFavicon();
    },
    [],
  );
}

/** Hands each change on once, gathered. */
function useChanges(watched: readonly WatchedEnvironment[], onChanges: (changes: readonly Change[]) => void): void {
  const watcher = useRef<ChangeWatcher>(undefined);
  const tell = useEffectEvent(onChanges);
  useEffect(() => {
    const mine = createChangeWatcher((changes) => tell(changes));
    watcher.current = mine;
    return () => mine.stop();
  }, []);
  useEffect(() => watcher.current?.see(watched), [watched]);
}

/** Says elsewhere what the board says: title, icon, notifications, sound, and a polite live region. */
export function Attention({ board, watched }: Props) {
  const { change } = useBoardAddress();
  const [{ text, isSeen }, say] = useState(NOTHING);

  useHeadline(board, watched);
  const open = useEffectEvent((id: string) => {
    // The wall has no details; Back leads to it again.
    change({ details: id, ...(board.view === 'wall' && { view: 'cards' }) });
  });
  useChanges(watched, (changes) => {
    say({ text: announcementsOf(changes).map(announcementText).join(' '), isSeen: false });
    void tellElsewhere(changes, board.name);
  });
  useEffect(() => offerToOpen((id) => open(id)), []);
  useEffect(() => {
    if (text === '') return;
    const timer = setTimeout(() => say(NOTHING), isSeen ? SEEN_MS : SAID_MS);
    return () => clearTimeout(timer);
  }, [text, isSeen]);
  useEffect(
    () =>
      tinykeys(window, {
        m: (event) => {
          if (isTyping(event)) return;
          const sounds = !readSettings().sounds;
          changeSettings({ sounds });
          if (sounds) void playSound('recovery');
          say({ text: sounds ? SOUND_ON : SOUND_OFF, isSeen: true });
        },
      }),
    [],
  );
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
