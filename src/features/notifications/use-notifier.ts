import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { LazyFile } from '#browser/lazy-component.tsx';
import { useSettings } from '#data/preferences/settings-store.ts';
import { useSession } from '#data/session.ts';
import type { Change } from '#domain/view/alerts.ts';

/** Fetched when notifications or sounds are on, which they are not by default. A failed request is sent again. */
const file = new LazyFile(() => import('./notify.ts'));

/**
 * Returns a function that notifies of changes according to the settings; `name` is the board's name. `onOpen` is called
 * with the id of the environment whose notification was clicked.
 */
export function useNotifier(onOpen: (id: string) => void): (changes: readonly Change[], name: string) => void {
  const { notifies, sounds } = useSettings();
  const isOn = notifies || sounds;
  const session = useSession();
  const client = useQueryClient();
  const open = useEffectEvent(onOpen);
  useEffect(() => {
    if (!isOn) return;
    let end: (() => void) | undefined;
    let isEnded = false;
    file.load().catch(() => {});
    void file.whenLoaded.then(({ onNotificationClick }) => {
      if (!isEnded) end = onNotificationClick((id) => open(id));
    });
    return () => {
      isEnded = true;
      end?.();
    };
  }, [isOn]);
  return (changes, name) => void file.content?.notify(changes, name, { session, client });
}
