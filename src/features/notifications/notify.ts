import { playSound } from '#browser/alert-sound.ts';
import { answerInTime } from '#browser/answer-in-time.ts';
import { showNotification } from '#browser/notification-permission.ts';
import { serverNow } from '#browser/server-now.ts';
import { readSettings } from '#data/preferences/settings-store.ts';
import { claimNotifications } from '#data/tabs/notification-claims.ts';
import { type Announcement, type Change, groupChanges, notifiedChangeOf } from '#domain/view/alerts.ts';
import { byText } from '#messages/environment.ts';
import { announcementText } from '#messages/notifications.ts';
import { describeServices, type Reach } from './describe-services.ts';

type Open = (id: string) => void;
let opener: Open | undefined;

/** A notification outlives the view that showed it, so a click opens the details through the currently mounted view. */
export function onNotificationClick(open: Open): () => void {
  opener = open;
  return () => {
    if (opener === open) opener = undefined;
  };
}

/** Milliseconds for which a notification waits for the names of the failing services. */
const SERVICES_WAIT_MS = 3_000;

/** Returns the failing services of the only member in words; an empty text when they are not known in time. */
async function servicesOf({ kind, members }: Announcement, reach: Reach): Promise<string> {
  const [first] = members;
  if (first === undefined || members.length > 1 || (kind !== 'failing' && kind !== 'warning')) return '';
  return answerInTime(describeServices(reach, first.id, kind), SERVICES_WAIT_MS).catch(() => '');
}

/**
 * Notifies and plays a sound according to the settings, unless another tab already did. `name` is the board's name. Only
 * the tab that notifies requests the services, so that a change costs these requests once.
 */
export async function notify(changes: readonly Change[], name: string, reach: Reach): Promise<void> {
  const settings = readSettings();
  if (!settings.notifies && !settings.sounds) return;
  const now = serverNow();
  const pairs = changes.map((change) => ({ change, notification: notifiedChangeOf(change, now) }));
  const mine = new Set(await claimNotifications(pairs.map(({ notification }) => notification)));
  const own = pairs.filter(({ notification }) => mine.has(notification)).map(({ change }) => change);
  if (own.length === 0) return;
  if (settings.sounds) void playSound(own.every(({ kind }) => kind === 'recovered') ? 'recovery' : 'trouble');
  if (!settings.notifies) return;
  const announcements = groupChanges(own);
  const services = await Promise.all(announcements.map((announcement) => servicesOf(announcement, reach)));
  for (const [index, announcement] of announcements.entries()) {
    const [first] = announcement.members;
    const id = announcement.members.length === 1 ? first?.id : undefined;
    const by = id !== undefined && !settings.hidesPeople && first?.status?.triggeredBy;
    showNotification({
      title: announcementText(announcement),
      body: [services[index], by && byText(by), name].filter(Boolean).join(' · '),
      tag: `envboard.${id ?? announcement.kind}`,
      onOpen: () => id !== undefined && opener?.(id),
    });
  }
}
