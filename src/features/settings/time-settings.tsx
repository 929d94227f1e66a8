import { useClockSkew } from '#browser/server-now.ts';
import { listTimeZones, ownTimeZone } from '#browser/time-zones.ts';
import { changeSettings, useSettings } from '#data/preferences/settings-store.ts';
import { skewText } from '#messages/polling.ts';
import {
  DATE_AND_TIME,
  HOW_LONG_AGO,
  ownZoneText,
  TIME_ZONE,
  TIME_ZONE_HINT,
  TIMES,
  TIMES_HINT,
} from '#messages/settings.ts';
import { ChoiceSetting } from './choice-setting.tsx';
import { Setting } from './setting.tsx';

const OWN_ZONE = ownTimeZone();
const ZONES = listTimeZones();

/** Returns the device's zone, UTC, then all zones that this browser supports; always includes the stored zone. */
function TimeZoneSetting() {
  const { timeZone } = useSettings();
  const skewMs = useClockSkew();
  const zones = [...new Set(['UTC', ...(timeZone === '' ? [] : [timeZone]), ...ZONES])];
  return (
    <Setting label={TIME_ZONE} hint={TIME_ZONE_HINT} note={skewMs === undefined ? undefined : skewText(skewMs)}>
      {(describedBy) => (
        <select
          aria-label={TIME_ZONE}
          aria-describedby={describedBy}
          value={timeZone}
          className="max-w-64 flex-none rounded-lg border border-line bg-surface px-3 py-[7px] max-sm:min-h-11 max-sm:max-w-full"
          onChange={({ target }) => changeSettings({ timeZone: target.value })}
        >
          <option value="">{ownZoneText(OWN_ZONE)}</option>
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

const CHOICES = [
  ['relative', HOW_LONG_AGO],
  ['absolute', DATE_AND_TIME],
] as const;

/** Renders the settings of time zone and time format. */
export function TimeSettings() {
  const { absoluteTimes } = useSettings();
  return (
    <>
      <TimeZoneSetting />
      <ChoiceSetting
        label={TIMES}
        hint={TIMES_HINT}
        value={absoluteTimes ? 'absolute' : 'relative'}
        choices={CHOICES}
        onChoose={(chosen) => changeSettings({ absoluteTimes: chosen === 'absolute' })}
      />
    </>
  );
}
