/** Shown when the browser blocks the page's storage. */
export const KEEPS_NOTHING =
  'This browser stores nothing for this page: boards, settings and states are lost when you close this tab.';
/** Shown when the browser lacks the locks or channels with which tabs share their work. */
export const SHARES_NOTHING = 'Tabs cannot share their work in this browser: each tab sends its own requests.';

export const SETTINGS = 'Settings';
export const WHERE_KEPT = 'Stored in this browser, never in a link.';

export const THEME = 'Theme';
export const THEME_HINT = 'Applies at once in every tab.';
export const LANGUAGE_LABEL = 'Language';
export const LANGUAGE_HINT = 'Applies at once in every tab. Names from Qovery stay as they are.';
export const BROWSER_LANGUAGE = 'Same as the browser';
export const DENSITY = 'Size of the cards';
export const DENSITY_HINT = 'Automatic makes cards compact on a phone and on a board with more than 24 environments.';
export const INTERVAL_HINT =
  'Environments in progress are checked every 10 s. Checks slow down when they would exceed the hourly request limit.';
export const POLLS_WHEN_HIDDEN = 'Keep checking while hidden';
export const POLLS_WHEN_HIDDEN_HINT =
  'When this is off, the board pauses while its tab is hidden, and is checked at once when you come back. The wall never pauses.';
export const HIDES_PEOPLE = 'Hide names of people';
export const HIDES_PEOPLE_HINT = 'Hides who triggered a deployment, for a screen that others can see.';
export const SOUND = 'Sound';
export const SOUND_HINT =
  'Plays a short tone for the same changes. The key m turns it on or off. Browsers stay silent until the first click or key press on the page.';

export const TIME_ZONE = 'Time zone';
export const TIME_ZONE_HINT =
  'Applies to every date and time on the page. With a zone of your choice, times also name the zone.';
/** `zone` is undefined when the browser does not report its time zone. */
export const ownZoneText = (zone: string | undefined): string =>
  zone === undefined ? 'This device’s' : `This device’s (${zone})`;
export const TIMES = 'Times';
export const TIMES_HINT = 'Shows times as an age or as a date. Point at a time to see its date, time and zone.';
export const HOW_LONG_AGO = 'How long ago';
export const DATE_AND_TIME = 'Date and time';

export const NOTIFICATIONS = 'Notifications';
export const NOTIFICATIONS_HINT =
  'For an environment that fails, has a warning, takes longer than usual or recovers. Snoozed environments send none. You get one for all tabs, and none when you open the board.';
/** Explains the browser's permission; undefined when the permission is granted. */
export const PERMISSION_WORDS = {
  granted: undefined,
  default: 'Your browser asks you first.',
  denied: 'Your browser blocks notifications from this page: allow them in its site settings.',
  unsupported: 'This browser cannot show notifications from this page.',
} as const;
export const ON_WHILE_HIDDEN = 'Allowed by your browser. The board is also checked while hidden.';
export const ON_WHEN_BACK = 'The board is not checked while hidden, so notifications arrive when you come back.';
export const STAYS_OFF = 'Notifications stay off: your browser did not allow them.';

export const FORGET = 'Forget this device';
export const FORGET_HINT =
  'Removes from this browser: all boards and settings, and the tokens, snoozes, names, states and deployments of this API. The count of requests stays, because it protects Qovery’s limit. The address of this page still holds the board.';
export const SHARED_ON_HOST =
  'Another Envboard on this host uses the same boards and settings. Tokens and states are not shared.';
export const FORGET_NOTE = 'This cannot be undone.';
export const FORGET_ASK = 'Forget…';
export const FORGET_KEEP = 'Keep';
export const FORGET_EVERYTHING = 'Forget everything';
export const FORGOTTEN = 'Forgotten.';
