import { useState } from 'react';
import { playSound } from '#browser/alert-sound.ts';
import { canShareTabs, canStore } from '#browser/page-limits.ts';
import { isStorageShared } from '#data/api-scope.ts';
import { changeSettings, useSettings } from '#data/preferences/settings-store.ts';
import { DENSITIES, FEED_CHOICES, INTERVAL_CHOICES_MS, THEMES } from '#domain/settings.ts';
import { CHANGE_FEED, CHANGE_FEED_HINT, FEED_CHOICE_WORDS } from '#messages/change-feed.ts';
import { DENSITY_WORDS, THEME_WORDS } from '#messages/choices.ts';
import { DONE } from '#messages/common.ts';
import { CHECK_EVERY, intervalChoiceText } from '#messages/polling.ts';
import {
  DENSITY,
  DENSITY_HINT,
  HIDES_PEOPLE,
  HIDES_PEOPLE_HINT,
  INTERVAL_HINT,
  KEEPS_NOTHING,
  POLLS_WHEN_HIDDEN,
  POLLS_WHEN_HIDDEN_HINT,
  SETTINGS,
  SHARED_ON_HOST,
  SHARES_NOTHING,
  SOUND,
  SOUND_HINT,
  THEME,
  THEME_HINT,
  WHERE_KEPT,
} from '#messages/settings.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { ChoiceSetting } from './choice-setting.tsx';
import { ClearDeviceSetting } from './clear-device-setting.tsx';
import { LanguageSetting } from './language-setting.tsx';
import { NotificationSetting } from './notification-setting.tsx';
import { Setting, Toggle } from './setting.tsx';
import { TimeSettings } from './time-settings.tsx';

type Props = { readonly onClose: () => void };

function ThemeSetting() {
  const { theme } = useSettings();
  return (
    <ChoiceSetting
      label={THEME}
      hint={THEME_HINT}
      value={theme}
      choices={THEMES.map((theme) => [theme, THEME_WORDS[theme]] as const)}
      onChoose={(chosen) => changeSettings({ theme: chosen })}
    />
  );
}

function DensitySetting() {
  const { density } = useSettings();
  return (
    <ChoiceSetting
      label={DENSITY}
      hint={DENSITY_HINT}
      value={density}
      choices={DENSITIES.map((choice) => [choice, DENSITY_WORDS[choice]] as const)}
      onChoose={(chosen) => changeSettings({ density: chosen })}
    />
  );
}

function FeedSetting() {
  const { changeFeed } = useSettings();
  return (
    <ChoiceSetting
      label={CHANGE_FEED}
      hint={CHANGE_FEED_HINT}
      value={changeFeed}
      choices={FEED_CHOICES.map((choice) => [choice, FEED_CHOICE_WORDS[choice]] as const)}
      onChoose={(chosen) => changeSettings({ changeFeed: chosen })}
    />
  );
}

function IntervalSetting() {
  const { intervalMs } = useSettings();
  const choices = [...new Set([...INTERVAL_CHOICES_MS, intervalMs])].toSorted((a, b) => a - b);
  return (
    <Setting label={CHECK_EVERY} hint={INTERVAL_HINT}>
      {(describedBy) => (
        <select
          aria-label={CHECK_EVERY}
          aria-describedby={describedBy}
          value={intervalMs}
          className="flex-none rounded-lg border border-line bg-surface px-3 py-[7px] max-sm:min-h-11"
          onChange={({ target }) => changeSettings({ intervalMs: Number(target.value) })}
        >
          {choices.map((ms) => (
            <option key={ms} value={ms}>
              {intervalChoiceText(ms)}
            </option>
          ))}
        </select>
      )}
    </Setting>
  );
}

/** Explains where the settings are stored, or that they are not. */
function WhereKept() {
  const [limits] = useState(() => ({ keeps: canStore(), shares: canShareTabs() }));
  return (
    <>
      {limits.keeps ? <p className="text-mute">{WHERE_KEPT}</p> : <p className="text-warning">{KEEPS_NOTHING}</p>}
      {!limits.shares && <p className="text-warning">{SHARES_NOTHING}</p>}
    </>
  );
}

/** Renders the user's settings, which this browser stores. */
export function SettingsDialog({ onClose }: Props) {
  const { pollsWhenHidden, hidesPeople, sounds } = useSettings();
  return (
    <Dialog title={SETTINGS} onClose={onClose}>
      <div className="overflow-y-auto px-[22px] pt-1 pb-2">
        <WhereKept />
        {isStorageShared() && <p className="text-mute">{SHARED_ON_HOST}</p>}
        <ThemeSetting />
        <LanguageSetting />
        <DensitySetting />
        <TimeSettings />
        <IntervalSetting />
        <FeedSetting />
        <Toggle
          label={POLLS_WHEN_HIDDEN}
          hint={POLLS_WHEN_HIDDEN_HINT}
          isOn={pollsWhenHidden}
          onChange={(isOn) => changeSettings({ pollsWhenHidden: isOn })}
        />
        <Toggle
          label={HIDES_PEOPLE}
          hint={HIDES_PEOPLE_HINT}
          isOn={hidesPeople}
          onChange={(isOn) => changeSettings({ hidesPeople: isOn })}
        />
        <NotificationSetting />
        <Toggle
          label={SOUND}
          hint={SOUND_HINT}
          isOn={sounds}
          onChange={(isOn) => {
            changeSettings({ sounds: isOn });
            if (isOn) void playSound('recovery');
          }}
        />
        <ClearDeviceSetting />
      </div>
      <footer className="flex justify-end border-line border-t px-[22px] py-3.5">
        <Button className="max-sm:min-h-11" onClick={onClose}>
          {DONE}
        </Button>
      </footer>
    </Dialog>
  );
}
