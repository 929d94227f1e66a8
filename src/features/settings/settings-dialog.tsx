import { playSound } from '#data/notify-sound.ts';
import { changeSettings, useSettings } from '#data/settings.ts';
import { THEMES } from '#domain/settings.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { THEME_WORDS } from '#ui/words/theme.ts';
import { ChoiceSetting } from './choice-setting.tsx';
import { ForgetSetting } from './forget-setting.tsx';
import { NotificationSetting } from './notification-setting.tsx';
import { Setting, Toggle } from './setting.tsx';
import { TimeSettings } from './time-settings.tsx';

type Props = { readonly onClose: () => void };

const PACES_MS = [10_000, 30_000, 60_000, 120_000, 300_000, 600_000] as const;
const paceText = (ms: number): string => (ms < 60_000 ? `${ms / 1_000} s` : `${ms / 60_000} min`);

function ThemeSetting() {
  const { theme } = useSettings();
  return (
    <ChoiceSetting
      label="Theme"
      hint="Followed at once, in every tab."
      value={theme}
      choices={THEMES.map((one) => [one, THEME_WORDS[one]] as const)}
      onChoose={(chosen) => changeSettings({ theme: chosen })}
    />
  );
}

function IntervalSetting() {
  const { intervalMs } = useSettings();
  const choices = [...new Set([...PACES_MS, intervalMs])].toSorted((a, b) => a - b);
  return (
    <Setting
      label="Check what is calm every"
      hint="What moves is checked every 10 s. Both wait longer when an hour’s requests would not last."
    >
      {(describedBy) => (
        <select
          aria-label="Check what is calm every"
          aria-describedby={describedBy}
          value={intervalMs}
          className="flex-none rounded-lg border border-line bg-surface px-3 py-[7px] max-sm:min-h-11"
          onChange={({ target }) => changeSettings({ intervalMs: Number(target.value) })}
        >
          {choices.map((ms) => (
            <option key={ms} value={ms}>
              {paceText(ms)}
            </option>
          ))}
        </select>
      )}
    </Setting>
  );
}

/** What this browser remembers of its reader's wishes. */
export function SettingsDialog({ onClose }: Props) {
  const { pollsWhenHidden, hidesPeople, sounds } = useSettings();
  return (
    <Dialog title="Settings" onClose={onClose}>
      <div className="overflow-y-auto px-[22px] pt-1 pb-2">
        <p className="text-mute">Kept in this browser, never in a link.</p>
        <ThemeSetting />
        <TimeSettings />
        <IntervalSetting />
        <Toggle
          label="Keep polling while hidden"
          hint="Else the board pauses while its tab is out of sight, and is checked at once when you come back. The wall never pauses."
          isOn={pollsWhenHidden}
          onChange={(isOn) => changeSettings({ pollsWhenHidden: isOn })}
        />
        <Toggle
          label="Hide names of people"
          hint="Leaves out who triggered a deployment: for a screen that others see."
          isOn={hidesPeople}
          onChange={(isOn) => changeSettings({ hidesPeople: isOn })}
        />
        <NotificationSetting />
        <Toggle
          label="Sound"
          hint="A short tone with the same changes; the key m mutes it. Browsers stay silent until the first click or key on the page."
          isOn={sounds}
          onChange={(isOn) => {
            changeSettings({ sounds: isOn });
            if (isOn) playSound('recovery');
          }}
        />
        <ForgetSetting />
      </div>
      <footer className="flex justify-end border-line border-t px-[22px] py-3.5">
        <Button className="max-sm:min-h-11" onClick={onClose}>
          Done
        </Button>
      </footer>
    </Dialog>
  );
}
