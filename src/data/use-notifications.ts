import { useSyncExternalStore } from 'react';

/** What the browser says to notifications from this page. `unsupported` also where they need an installed app. */
export type NotificationPermissionState = NotificationPermission | 'unsupported';

let isRefusedByBrowser = false;
const listeners = new Set<() => void>();

const tell = () => {
  for (const listener of listeners) listener();
};

const readPermission = (): NotificationPermissionState =>
  typeof Notification === 'undefined' || isRefusedByBrowser ? 'unsupported' : Notification.permission;

function subscribe(listener: () => void): () => void {
  let isWanted = true;
  let status: PermissionStatus | undefined;
  listeners.add(listener);
  navigator.permissions?.query({ name: 'notifications' }).then(
    (found) => {
      if (!isWanted) return;
      status = found;
      status.addEventListener('change', listener);
    },
    () => {
      // This browser does not tell of changes; `askForPermission` still does.
    },
  );
  return () => {
    isWanted = false;
    listeners.delete(listener);
    status?.removeEventListener('change', listener);
  };
}

/** Follows what the reader answers, here or in the browser's own settings. */
export const usePermission = (): NotificationPermissionState => useSyncExternalStore(subscribe, readPermission);

/** Asks the reader, if they have not answered yet. Call it on a click: browsers refuse otherwise. Never throws. */
export async function askForPermission(): Promise<NotificationPermissionState> {
  try {
    if (readPermission() === 'default') await Notification.requestPermission();
  } catch {
    isRefusedByBrowser = true;
  }
  tell();
  return readPermission();
}

type Shown = {
  readonly title: string;
  readonly body: string;
  /** Of what it tells: a later one with the same tag takes its place. */
  readonly tag: string;
  readonly onOpen: () => void;
};

/** Shows one notification, in silence: the only sound is our own. Returns false when the browser does not let us. */
export function showNotification({ title, body, tag, onOpen }: Shown): boolean {
  if (readPermission() !== 'granted') return false;
  try {
    // `renotify`, which TypeScript does not know: one that takes another's place is seen as well.
    const options: NotificationOptions & { renotify: true } = { body, tag, silent: true, renotify: true };
    const shown = new Notification(title, options);
    shown.onclick = () => {
      window.focus();
      shown.close();
      onOpen();
    };
    return true;
  } catch {
    // On phones pages may not show them by themselves.
    isRefusedByBrowser = true;
    tell();
    return false;
  }
}
