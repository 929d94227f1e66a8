import { useState } from 'react';
import { changeSettings, useSettings } from '#data/settings.ts';
import { askForPermission, type NotificationPermissionState, usePermission } from '#data/use-notifications.ts';
import { Toggle } from './setting.tsx';

const PERMISSION_WORDS = {
  granted: undefined,
  default: 'Your browser asks you first.',
  denied: 'Your browser blocks notifications from this page: allow them in its site settings.',
  unsupported: 'This browser shows no notifications from a page like this one.',
} as const satisfies Record<NotificationPermissionState, string | undefined>;

/** Opt-in. The browser's permission is asked for on the click that turns it on, and at no other time. */
export function NotificationSetting() {
  const { notifies, pollsWhenHidden } = useSettings();
  const permission = usePermission();
  const [isRefused, setRefused] = useState(false);
  const isOn = notifies && permission === 'granted';
  const turn = async (wanted: boolean) => {
    if (!wanted) return changeSettings({ notifies: false });
    const answer = await askForPermission();
    setRefused(answer !== 'granted');
    // A page that pauses while it is hidden has nothing to notify of.
    if (answer === 'granted') changeSettings({ notifies: true, pollsWhenHidden: true });
  };
  const onNote = pollsWhenHidden
    ? 'Allowed by your browser. The board goes on polling while hidden.'
    : 'While hidden the board is not polled, so you are told when you come back.';
  return (
    <>
      <Toggle
        label="Notifications"
        hint="When an environment fails, has a warning, takes longer than usual, or has recovered. Not on opening, not for snoozed ones, and once for all tabs."
        note={isOn ? onNote : PERMISSION_WORDS[permission]}
        isOn={isOn}
        isDisabled={permission === 'unsupported'}
        onChange={(wanted) => void turn(wanted)}
      />
      <p role="status" className="sr-only">
        {isRefused && permission !== 'granted' && 'Notifications stay off: your browser did not allow them.'}
      </p>
    </>
  );
}
