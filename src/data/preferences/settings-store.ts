import * as v from 'valibot';
import { createPersistentStore, usePersistentStore } from '#browser/persistent-store.ts';
import { isTimeZone } from '#browser/time-zones.ts';
import {
  DEFAULT_SETTINGS,
  DENSITIES,
  FEED_CHOICES,
  INTERVAL_MS,
  LANGUAGE_CHOICES,
  type Settings,
  THEMES,
} from '#domain/settings.ts';

/** Returns the schema of one setting. A missing or unreadable one takes its default, and the others stay as they are. */
const setting = <Name extends keyof Settings>(name: Name, schema: v.GenericSchema<unknown, Settings[Name]>) =>
  v.fallback(schema, DEFAULT_SETTINGS[name]);

const schema = v.object({
  theme: setting('theme', v.picklist(THEMES)),
  language: setting('language', v.picklist(LANGUAGE_CHOICES)),
  density: setting('density', v.picklist(DENSITIES)),
  intervalMs: setting(
    'intervalMs',
    v.pipe(v.number(), v.integer(), v.minValue(INTERVAL_MS.min), v.maxValue(INTERVAL_MS.max)),
  ),
  pollsWhenHidden: setting('pollsWhenHidden', v.boolean()),
  hidesPeople: setting('hidesPeople', v.boolean()),
  notifies: setting('notifies', v.boolean()),
  sounds: setting('sounds', v.boolean()),
  timeZone: setting('timeZone', v.pipe(v.string(), v.check(isTimeZone))),
  absoluteTimes: setting('absoluteTimes', v.boolean()),
  changeFeed: setting('changeFeed', v.picklist(FEED_CHOICES)),
});

const settings = createPersistentStore<Settings>({
  key: 'envboard.settings',
  version: 1,
  schema,
  initial: DEFAULT_SETTINGS,
});

/** Returns the settings of this browser, and re-renders when any tab changes them. */
export const useSettings = (): Settings => usePersistentStore(settings);

/** Returns the settings now. */
export const readSettings = (): Settings => settings.get();

/** Calls the listener after each change in any tab. Returns a function that ends the subscription. */
export const subscribeToSettings = settings.subscribe;

/** Stores a part of the settings. The others stay unchanged. */
export function changeSettings(part: Partial<Settings>): void {
  settings.set({ ...settings.get(), ...part });
}
