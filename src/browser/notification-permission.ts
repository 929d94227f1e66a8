import { useSyncExternalStore } from 'react';

/** What the browser says to notifications from this page. `unsupported` also where they need an installed app. */
export type NotificationPermissionState = NotificationPermission | 'unsupported';

let isRefusedByBrowser = false;
const listeners = new Set<() => void>();

const tell = () => {
  for (const listener of listeners) listener();
};

function readPermission(): NotificationPermissionState {
  if (isRefusedByBrowser) return 'unsupported';
  try {
    return Notification.permission ?? 'unsupported';
  } catch {
    return 'unsupported';
  }
}

/** Calls `listener` when the user changes the permission in the browser's own settings, where the browser tells. */
async function followPermission(listener: () => void, signal: AbortSignal): Promise<void> {
  try {
    const status = await navigator.permissions.query({ name: 'notifications' });
    status.addEventListener('change', listener, { signal });
  } catch {
    // This browser does not tell; `askForPermission` still does.
  }
}

function subscribe(listener: () => void): () => void {
  const ending = new AbortController();
  listeners.add(listener);
  void followPermission(listener, ending.signal);
  return () => {
    listeners.delete(listener);
    ending.abort();
  };
}

/** Follows what the reader answers, here or in the browser's own settings. */
export const useNotificationPermission = (): NotificationPermissionState =>
  useSyncExternalStore(subscribe, readPermission);

/** Asks the reader, if they have not answered yet. Call it on a click: browsers refuse otherwise. Never throws. */
export async function requestPermission(): Promise<NotificationPermissionState> {
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
