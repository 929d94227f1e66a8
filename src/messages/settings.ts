/** Said where the browser refuses the page its storage. */
export const KEEPS_NOTHING =
  'This browser lets the page keep nothing: boards, settings and readings last until you close this tab.';
/** Said where the browser refuses what tabs need to share their work. */
export const SHARES_NOTHING = 'Tabs cannot share their work in this browser: each tab sends its own requests.';

export const SETTINGS = 'Settings';
export const WHERE_KEPT = 'Kept in this browser, never in a link.';

export const THEME = 'Theme';
export const THEME_HINT = 'Followed at once, in every tab.';
export const INTERVAL_HINT =
  'What moves is checked every 10 s. Both wait longer when an hour’s requests would not last.';
export const POLLS_WHEN_HIDDEN = 'Keep polling while hidden';
export const POLLS_WHEN_HIDDEN_HINT =
  'Else the board pauses while its tab is out of sight, and is checked at once when you come back. The wall never pauses.';
export const HIDES_PEOPLE = 'Hide names of people';
export const HIDES_PEOPLE_HINT = 'Leaves out who triggered a deployment: for a screen that others see.';
export const SOUND = 'Sound';
export const SOUND_HINT =
  'A short tone with the same changes; the key m mutes it. Browsers stay silent until the first click or key on the page.';

export const TIME_ZONE = 'Time zone';
export const TIME_ZONE_HINT = 'Of every date and time on the page. Times of day name it.';
/** `zone` is undefined where the browser does not tell which one it is. */
export const ownZoneText = (zone: string | undefined): string =>
  zone === undefined ? 'This device’s' : `This device’s (${zone})`;
export const TIMES = 'Times';
export const TIMES_HINT = 'How long ago something was, or when. The date, time and zone are always there on hover.';
export const HOW_LONG_AGO = 'How long ago';
export const DATE_AND_TIME = 'Date and time';

export const NOTIFICATIONS = 'Notifications';
export const NOTIFICATIONS_HINT =
  'When an environment fails, has a warning, takes longer than usual, or has recovered. Not on opening, not for snoozed ones, and once for all tabs.';
/** What the browser's permission means; undefined where it is given. */
export const PERMISSION_WORDS = {
  granted: undefined,
  default: 'Your browser asks you first.',
  denied: 'Your browser blocks notifications from this page: allow them in its site settings.',
  unsupported: 'This browser shows no notifications from a page like this one.',
} as const;
export const ON_WHILE_HIDDEN = 'Allowed by your browser. The board goes on polling while hidden.';
export const ON_WHEN_BACK = 'While hidden the board is not polled, so you are told when you come back.';
export const STAYS_OFF = 'Notifications stay off: your browser did not allow them.';

export const FORGET = 'Forget this device';
export const FORGET_HINT =
  'Removes tokens, snoozes, names and readings of this API, and all boards and settings, from this browser. The count of requests stays, because it protects Qovery’s limit. The board in this address stays in the address.';
export const SHARED_ON_HOST =
  'Boards and settings are shared with another Envboard on this host. Tokens and readings are not.';
export const FORGET_NOTE = 'This cannot be undone.';
export const FORGET_ASK = 'Forget…';
export const FORGET_KEEP = 'Keep';
export const FORGET_EVERYTHING = 'Forget everything';
export const FORGOTTEN = 'Forgotten.';
