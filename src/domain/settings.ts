export const THEMES = ['system', 'light', 'dark'] as const;

/** What a reader chooses for this browser: no part of a board, so never in a link. */
export type Settings = {
  readonly theme: (typeof THEMES)[number];
  /** How often calm sources are asked, in milliseconds, as far as the budget allows. */
  readonly intervalMs: number;
  /** Goes on asking while the page is hidden. The wall always does. */
  readonly pollsWhenHidden: boolean;
  /** Leaves out who triggered a deployment, which can be a name or an e-mail address. */
  readonly hidesPeople: boolean;
  /** Notifies of transitions, with the browser's permission. */
  readonly notifies: boolean;
  readonly sounds: boolean;
  /** The IANA name of the zone that moments are told in; empty for the device's own. */
  readonly timeZone: string;
  /** Tells moments by date and time, rather than by how long ago they were. */
  readonly absoluteTimes: boolean;
};

/** How the reader wants moments told. */
export type TimeFormat = Pick<Settings, 'timeZone' | 'absoluteTimes'>;

/** The quickest and the slowest pace a reader may choose, in milliseconds. */
export const INTERVAL_MS = { min: 10_000, max: 600_000 } as const;

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  intervalMs: 30_000,
  pollsWhenHidden: false,
  hidesPeople: false,
  notifies: false,
  sounds: false,
  timeZone: '',
  absoluteTimes: false,
};
