import { changeSettings, useSettings } from '#data/settings.ts';
import { ChoiceSetting } from './choice-setting.tsx';
import { Setting } from './setting.tsx';

const { timeZone: OWN_ZONE } = new Intl.DateTimeFormat().resolvedOptions();
const ZONES = Intl.supportedValuesOf('timeZone');

/** The device's zone, then UTC, then all that this browser knows; one that is kept and not among them all the same. */
function TimeZoneSetting() {
  const { timeZone } = useSettings();
  const zones = [...new Set(['UTC', ...(timeZone === '' ? [] : [timeZone]), ...ZONES])];
  return (
    <Setting label="Time zone" hint="Of every date and time on the page. Times of day name it.">
      {(describedBy) => (
        <select
          aria-label="Time zone"
          aria-describedby={describedBy}
          value={timeZone}
          className="min-w-0 max-w-64 rounded-lg border border-line bg-surface px-3 py-[7px] max-sm:min-h-11 max-sm:max-w-full"
          onChange={({ target }) => changeSettings({ timeZone: target.value })}
        >
          <option value="">This device’s ({OWN_ZONE})</option>
          {zones.map((zone) => (
            <option key={zone} value={zone}>
              {zone}
            </option>
          ))}
        </select>
      )}
    </Setting>
  );
}

const TIMES = [
  ['relative', 'How long ago'],
  ['absolute', 'Date and time'],
] as const;

/** In which zone, and in which manner, moments are told. */
export function TimeSettings() {
  const { absoluteTimes } = useSettings();
  return (
    <>
      <TimeZoneSetting />
      <ChoiceSetting
        label="Times"
        hint="How long ago something was, or when. The date, time and zone are always there on hover."
        value={absoluteTimes ? 'absolute' : 'relative'}
        choices={TIMES}
        onChoose={(chosen) => changeSettings({ absoluteTimes: chosen === 'absolute' })}
      />
    </>
  );
}
