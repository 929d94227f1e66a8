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

const schemas: { readonly [Name in keyof Settings]: v.GenericSchema<unknown, Settings[Name]> } = {
  theme: v.picklist(THEMES),
  language: v.picklist(LANGUAGE_CHOICES),
  density: v.picklist(DENSITIES),
  intervalMs: v.pipe(v.number(), v.integer(), v.minValue(INTERVAL_MS.min), v.maxValue(INTERVAL_MS.max)),
  pollsWhenHidden: v.boolean(),
  hidesPeople: v.boolean(),
  notifies: v.boolean(),
  sounds: v.boolean(),
  timeZone: v.pipe(v.string(), v.check(isTimeZone)),
  absoluteTimes: v.boolean(),
  changeFeed: v.picklist(FEED_CHOICES),
};

/** Reads each setting by itself: a missing or unreadable one takes its default, and the others stay as they are. */
const schema = v.pipe(
  v.record(v.string(), v.unknown()),
  v.transform(
    (stored): Settings => ({
      ...DEFAULT_SETTINGS,
      ...Object.fromEntries(
        Object.entries(schemas).flatMap(([name, one]) => (v.is(one, stored[name]) ? [[name, stored[name]]] : [])),
      ),
    }),
  ),
);

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
