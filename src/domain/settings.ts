import { LANGUAGES } from './language.ts';

export const THEMES = ['system', 'light', 'dark'] as const;

/** `automatic` has small cards on a phone and on a board with more than 24 environments. */
export const DENSITIES = ['automatic', 'comfortable', 'compact'] as const;
/** `automatic` is the language of the browser. */
export const LANGUAGE_CHOICES = ['automatic', ...LANGUAGES] as const;
/** `auto`: the change feed is requested where it may be read. */
export const FEED_CHOICES = ['auto', 'off'] as const;

/** The user's settings for this browser. They are not part of a board, so no link contains them. */
export type Settings = {
  readonly theme: (typeof THEMES)[number];
  readonly language: (typeof LANGUAGE_CHOICES)[number];
  /** Size of the cards. */
  readonly density: (typeof DENSITIES)[number];
  /** Interval of idle sources in milliseconds; longer when the budget requires it. */
  readonly intervalMs: number;
  /** Continues polling while the page is hidden. The wall always does. */
  readonly pollsWhenHidden: boolean;
  /** Hides the user that triggered a deployment: it can be a name or an e-mail address. */
  readonly hidesPeople: boolean;
  /** Shows notifications of transitions, with the browser's permission. */
  readonly notifies: boolean;
  readonly sounds: boolean;
  /** IANA name of the time zone for all times shown; empty for the device's own. */
  readonly timeZone: string;
  /** Shows times as date and time, instead of as an age. */
  readonly absoluteTimes: boolean;
  /** Whether events of Qovery bring polls forward. */
  readonly changeFeed: (typeof FEED_CHOICES)[number];
};

/** The settings for the display of times. */
export type TimeFormat = Pick<Settings, 'timeZone' | 'absoluteTimes'>;

/** The shortest and the longest interval that a user can choose, in milliseconds. */
export const INTERVAL_MS = { min: 10_000, max: 600_000 } as const;

/** The intervals that the page offers, in milliseconds. */
export const INTERVAL_CHOICES_MS = [INTERVAL_MS.min, 30_000, 60_000, 120_000, 300_000, INTERVAL_MS.max] as const;

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  language: 'automatic',
  density: 'automatic',
  intervalMs: 30_000,
  pollsWhenHidden: false,
  hidesPeople: false,
  notifies: false,
  sounds: false,
  timeZone: '',
  absoluteTimes: false,
  changeFeed: 'auto',
};
