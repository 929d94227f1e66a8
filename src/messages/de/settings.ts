/** Shown when the browser blocks the page's storage. */
export const KEEPS_NOTHING =
  'Dieser Browser speichert nichts für diese Seite: Boards, Einstellungen und Status sind verloren, wenn Sie diesen Tab schließen.';
/** Shown when the browser lacks the locks or channels with which tabs share their work. */
export const SHARES_NOTHING =
  'In diesem Browser können sich Tabs die Arbeit nicht teilen: Jeder Tab sendet eigene Anfragen.';

export const SETTINGS = 'Einstellungen';
export const WHERE_KEPT = 'In diesem Browser gespeichert, nie in einem Link.';

export const THEME = 'Design';
export const THEME_HINT = 'Gilt sofort in allen Tabs.';
export const LANGUAGE_LABEL = 'Sprache';
export const LANGUAGE_HINT = 'Gilt sofort in allen Tabs. Namen aus Qovery bleiben, wie sie sind.';
export const BROWSER_LANGUAGE = 'Wie der Browser';
export const DENSITY = 'Größe der Karten';
export const DENSITY_HINT =
  '„Automatisch“ zeigt kompakte Karten auf dem Telefon und auf einem Board mit mehr als 24 Umgebungen.';
export const INTERVAL_HINT =
  'Umgebungen, in denen etwas läuft, werden alle 10 s geprüft. Geprüft wird seltener, wenn sonst die Grenze der Anfragen pro Stunde überschritten würde.';
export const POLLS_WHEN_HIDDEN = 'Im Hintergrund weiter prüfen';
export const POLLS_WHEN_HIDDEN_HINT =
  'Sonst hält das Board an, solange sein Tab verborgen ist, und wird bei Ihrer Rückkehr sofort geprüft. Die Wand hält nie an.';
export const HIDES_PEOPLE = 'Personennamen ausblenden';
export const HIDES_PEOPLE_HINT =
  'Blendet aus, wer ein Deployment ausgelöst hat: für einen Bildschirm, den andere sehen.';
export const SOUND = 'Ton';
export const SOUND_HINT =
  'Spielt bei denselben Änderungen einen kurzen Ton. Die Taste m schaltet ihn ein oder aus. Browser bleiben bis zum ersten Klick oder Tastendruck auf der Seite stumm.';

export const TIME_ZONE = 'Zeitzone';
export const TIME_ZONE_HINT =
  'Gilt für alle Datums- und Zeitangaben der Seite. Bei einer selbst gewählten Zone nennen Zeiten auch die Zone.';
/** `zone` is undefined when the browser does not report its time zone. */
export const ownZoneText = (zone: string | undefined): string =>
  zone === undefined ? 'Die dieses Geräts' : `Die dieses Geräts (${zone})`;
export const TIMES = 'Zeiten';
export const TIMES_HINT =
  'Zeigt Zeiten als Alter oder als Datum. Zeigen Sie auf eine Zeit, um Datum, Uhrzeit und Zone zu sehen.';
export const HOW_LONG_AGO = 'Wie lange her';
export const DATE_AND_TIME = 'Datum und Uhrzeit';

export const NOTIFICATIONS = 'Benachrichtigungen';
export const NOTIFICATIONS_HINT =
  'Für eine Umgebung, die fehlschlägt, eine Warnung hat, länger als üblich braucht oder wieder in Ordnung ist. Stumme Umgebungen senden keine. Sie erhalten eine für alle Tabs und keine beim Öffnen des Boards.';
/** Explains the browser's permission; undefined when the permission is granted. */
export const PERMISSION_WORDS = {
  granted: undefined,
  default: 'Ihr Browser fragt Sie zuerst.',
  denied: 'Ihr Browser blockiert Benachrichtigungen dieser Seite: Erlauben Sie sie in den Website-Einstellungen.',
  unsupported: 'Dieser Browser kann keine Benachrichtigungen dieser Seite zeigen.',
} as const;
export const ON_WHILE_HIDDEN = 'Von Ihrem Browser erlaubt. Das Board wird auch im Hintergrund geprüft.';
export const ON_WHEN_BACK =
  'Im Hintergrund wird das Board nicht geprüft, daher kommen Benachrichtigungen bei Ihrer Rückkehr.';
export const STAYS_OFF = 'Benachrichtigungen bleiben aus: Ihr Browser hat sie nicht erlaubt.';

export const FORGET = 'Dieses Gerät vergessen';
export const FORGET_HINT =
  'Entfernt aus diesem Browser: alle Boards und Einstellungen sowie die Tokens, Stummschaltungen, Namen, Status und Deployments dieser API. Die Zählung der Anfragen bleibt, weil sie die Grenze von Qovery schützt. Die Adresse dieser Seite enthält das Board weiterhin.';
export const SHARED_ON_HOST =
  'Ein anderes Envboard auf diesem Host verwendet dieselben Boards und Einstellungen. Tokens und Status werden nicht geteilt.';
export const FORGET_NOTE = 'Das lässt sich nicht rückgängig machen.';
export const FORGET_ASK = 'Vergessen…';
export const FORGET_KEEP = 'Behalten';
export const FORGET_EVERYTHING = 'Alles vergessen';
export const FORGOTTEN = 'Alles vergessen.';
