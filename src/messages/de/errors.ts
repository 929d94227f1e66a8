/** Replaces an environment whose component threw an error. */
export const cannotBeShown = (name: string): string => `${name} kann nicht angezeigt werden.`;

/** Shown while the chunk of a part of the page loads slowly. */
export const fetchingText = (part: string): string => `${part}: wird geladen…`;
/** Shown when the chunk of a part could not be loaded. `isAgain` is true after a failed retry. */
export const notFetchedText = (part: string, isAgain: boolean): string =>
  `${part}: Laden ${isAgain ? 'erneut ' : ''}fehlgeschlagen. Prüfen Sie die Verbindung.`;
/** Shown in place of a part of the page that threw an error. */
export const brokenText = (part: string, message: string): string => `${part}: durch einen Fehler beendet: ${message}`;
export const TRYING = 'Neuer Versuch…';

// Names of the parts, for the sentences above.
export const PART_PAGE = 'Die Seite';
export const PART_HEADER = 'Die Kopfzeile';
export const PART_FRESHNESS = 'Der Stand der Prüfungen';
export const PART_TOOLS = 'Die Werkzeugleiste';
export const PART_SUMMARY = 'Die Zusammenfassung';
export const PART_VIEW = 'Das Board';
export const PART_WALL = 'Die Wand';
export const PART_NOTICE = 'Ein Hinweis';
export const PART_SLOWDOWN = 'Der Hinweis auf seltenere Prüfungen';
export const PART_ATTENTION = 'Titel, Symbol und Benachrichtigungen';
/** The parts in the overlays chunk. */
export const PART_OVERLAYS = 'Hinweise, Dialoge, Tasten und Benachrichtigungen';
export const PART_MENU = 'Das Menü';
export const PART_BOARDS = '„Meine Boards“';
export const PART_COLUMNS = 'Die Spalten';
export const PART_DETAILS = 'Die Details';
export const PART_LABEL = 'Die Bezeichnung';
export const PART_QR_CODE = 'Der QR-Code';
export const PART_PINS = '„Umgebungen anheften“';
export const PART_SHARE = '„Teilen“';
export const PART_SETTINGS = 'Die Einstellungen';
export const PART_TOKEN = 'Die Tokens';
export const PART_PALETTE = 'Die Befehlspalette';
export const PART_KEYS = 'Die Liste der Tasten';

export const CRASH_TITLE = 'Envboard wurde beendet';
export const UNKNOWN_ERROR = 'Ein unbekannter Fehler.';
export const NOTHING_LOST = 'Die Adresse dieser Seite enthält Ihr Board: Es ist nichts verloren.';
export const RELOAD_PAGE = 'Seite neu laden';
export const OPEN_EMPTY = 'Leeres Board öffnen';
export const EMPTY_BOARD_NAME = 'Leeres Board';
export const versionText = (version: string): string => `Envboard ${version}`;
