import { playSound } from '#browser/alert-sound.ts';
import { showNotification } from '#browser/notification-permission.ts';
import { serverNow } from '#browser/server-now.ts';
import { readSettings } from '#data/preferences/settings-store.ts';
import { claimNotifications } from '#data/tabs/notification-claims.ts';
import { type Change, groupChanges, notifiedChangeOf } from '#domain/view/alerts.ts';
import { byText } from '#messages/environment.ts';
import { announcementText } from '#messages/notifications.ts';

type Open = (id: string) => void;
let opener: Open | undefined;

/** A notification outlives the view that showed it, so a click opens the details through the currently mounted view. */
export function onNotificationClick(open: Open): () => void {
  opener = open;
  return () => {
    if (opener === open) opener = undefined;
  };
}

/** Notifies and plays a sound according to the settings, unless another tab already did. `name` is the board's name. */
export async function notify(changes: readonly Change[], name: string): Promise<void> {
  const settings = readSettings();
  if (!settings.notifies && !settings.sounds) return;
  const now = serverNow();
  const pairs = changes.map((change) => ({ change, notification: notifiedChangeOf(change, now) }));
  const mine = new Set(await claimNotifications(pairs.map(({ notification }) => notification)));
  const own = pairs.filter(({ notification }) => mine.has(notification)).map(({ change }) => change);
  if (own.length === 0) return;
  if (settings.sounds) void playSound(own.every(({ kind }) => kind === 'recovered') ? 'recovery' : 'trouble');
  if (!settings.notifies) return;
  for (const announcement of groupChanges(own)) {
    const [first] = announcement.members;
    const id = announcement.members.length === 1 ? first?.id : undefined;
    const by = id !== undefined && !settings.hidesPeople && first?.status?.triggeredBy;
    showNotification({
      title: announcementText(announcement),
      body: [by && byText(by), name].filter(Boolean).join(' · '),
      tag: `envboard.${id ?? announcement.kind}`,
      onOpen: () => id !== undefined && opener?.(id),
    });
  }
}
