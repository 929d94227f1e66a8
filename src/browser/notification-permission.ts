import { useSyncExternalStore } from 'react';
import { createEmitter } from '#domain/emitter.ts';

/** The browser's permission for notifications. `unsupported` includes browsers that only let installed apps show them. */
export type NotificationPermissionState = NotificationPermission | 'unsupported';

let isRefusedByBrowser = false;
const emitter = createEmitter();

function readPermission(): NotificationPermissionState {
  if (isRefusedByBrowser) return 'unsupported';
  try {
    return Notification.permission ?? 'unsupported';
  } catch {
    return 'unsupported';
  }
}

/** Calls `listener` when the user changes the permission in the browser's settings, where the browser reports that. */
async function followPermission(listener: () => void, signal: AbortSignal): Promise<void> {
  try {
    const status = await navigator.permissions.query({ name: 'notifications' });
    status.addEventListener('change', listener, { signal });
  } catch {
    // This browser reports no changes. `requestPermission` still notifies the listeners.
  }
}

function subscribe(listener: () => void): () => void {
  const ending = new AbortController();
  const unsubscribe = emitter.subscribe(listener);
  void followPermission(listener, ending.signal);
  return () => {
    unsubscribe();
    ending.abort();
  };
}

/** Returns the permission, and re-renders when the user changes it on the page or in the browser's settings. */
export const useNotificationPermission = (): NotificationPermissionState =>
  useSyncExternalStore(subscribe, readPermission);

/** Requests the permission unless the user has decided. Call it on a click, because browsers refuse otherwise. Never rejects. */
export async function requestPermission(): Promise<NotificationPermissionState> {
  try {
    if (readPermission() === 'default') await Notification.requestPermission();
  } catch {
    isRefusedByBrowser = true;
  }
  emitter.notify();
  return readPermission();
}

type NotificationContent = {
  readonly title: string;
  readonly body: string;
  /** A later notification with the same tag replaces this one. */
  readonly tag: string;
  readonly onOpen: () => void;
};

/** Shows one notification without the system's sound, because the page has its own. Returns false when the browser refuses. */
export function showNotification({ title, body, tag, onOpen }: NotificationContent): boolean {
  if (readPermission() !== 'granted') return false;
  try {
    // `renotify`, missing in TypeScript's types, shows a notification again when it replaces another one.
    const options: NotificationOptions & { renotify: true } = { body, tag, silent: true, renotify: true };
    const notification = new Notification(title, options);
    notification.onclick = () => {
      window.focus();
      notification.close();
      onOpen();
    };
    return true;
  } catch {
    // Phones let only service workers show notifications.
    isRefusedByBrowser = true;
    emitter.notify();
    return false;
  }
}
