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

const schema = v.object({
  theme: v.picklist(THEMES),
  intervalMs: v.pipe(v.number(), v.integer(), v.minValue(INTERVAL_MS.min), v.maxValue(INTERVAL_MS.max)),
  pollsWhenHidden: v.boolean(),
  hidesPeople: v.boolean(),
  notifies: v.boolean(),
  sounds: v.boolean(),
  // Settings of older versions lack these. Their absence must not reset the other settings.
  language: v.fallback(v.picklist(LANGUAGE_CHOICES), 'automatic'),
  density: v.fallback(v.picklist(DENSITIES), 'automatic'),
  timeZone: v.fallback(v.pipe(v.string(), v.check(isTimeZone)), ''),
  absoluteTimes: v.fallback(v.boolean(), false),
  changeFeed: v.fallback(v.picklist(FEED_CHOICES), 'auto'),
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
