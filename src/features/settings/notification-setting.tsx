import { useState } from 'react';
import { requestPermission, useNotificationPermission } from '#browser/notification-permission.ts';
import { changeSettings, useSettings } from '#data/preferences/settings-store.ts';
import {
  NOTIFICATIONS,
  NOTIFICATIONS_HINT,
  ON_WHEN_BACK,
  ON_WHILE_HIDDEN,
  PERMISSION_WORDS,
  STAYS_OFF,
} from '#messages/settings.ts';
import { Toggle } from './setting.tsx';

/** Renders the opt-in. The page requests the browser's permission only on the click that turns notifications on. */
export function NotificationSetting() {
  const { notifies, pollsWhenHidden } = useSettings();
  const permission = useNotificationPermission();
  const [isRefused, setRefused] = useState(false);
  const isOn = notifies && permission === 'granted';
  const turn = async (isRequested: boolean) => {
    if (!isRequested) return changeSettings({ notifies: false });
    const answer = await requestPermission();
    setRefused(answer !== 'granted');
    // A page that pauses while hidden has no changes to notify of.
    if (answer === 'granted') changeSettings({ notifies: true, pollsWhenHidden: true });
  };
  const onNote = pollsWhenHidden ? ON_WHILE_HIDDEN : ON_WHEN_BACK;
  return (
    <>
      <Toggle
        label={NOTIFICATIONS}
        hint={NOTIFICATIONS_HINT}
        note={isOn ? onNote : PERMISSION_WORDS[permission]}
        isOn={isOn}
        isDisabled={permission === 'unsupported'}
        onChange={(isRequested) => void turn(isRequested)}
      />
      <p role="status" className="sr-only">
        {isRefused && permission !== 'granted' && STAYS_OFF}
      </p>
    </>
  );
}
