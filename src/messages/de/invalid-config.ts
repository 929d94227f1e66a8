import { type ConfigIssue, type ContentIssue, isLoadIssue, type LoadIssue } from '#domain/app-config.ts';

const BROKEN_CONFIG = 'config.json kann nicht verwendet werden';
const NOT_LOADED = 'Die Einstellungen konnten nicht geladen werden';

export const configTitleText = (issue: ConfigIssue): string => (isLoadIssue(issue) ? NOT_LOADED : BROKEN_CONFIG);

export const CONFIG_FILE = 'config.json';

/** Text before and after the name of the file, which is set as code. */
type AroundFile = { readonly before: string; readonly after: string };

const CONTENT = {
  notJson: 'Sie ist kein gültiges JSON',
  shape: 'Sie enthält kein JSON-Objekt',
  api: '„api“ ist kein Text',
  apiAddress: '„api“ ist weder eine https-Adresse noch ein Pfad, der mit „/“ beginnt',
  auth: '„auth“ ist weder "token" noch "gateway" noch "demo"',
  data: '„data“ ist nicht "demo"',
} as const satisfies Record<ContentIssue, string>;

const RELOAD_TO_SIGN_IN = 'Vielleicht müssen Sie sich anmelden: Laden Sie diese Seite neu.';
const NOTHING_TO_DO = 'Sie müssen nichts tun.';

const LOAD = {
  unloaded:
    'Das Netz oder ein Programm zwischen diesem Browser und dem Server hat die Anfrage blockiert. Prüfen Sie die Verbindung.',
  signOn: `Der Server hat mit einer Weiterleitung oder einer Webseite geantwortet, vermutlich zur Anmeldung. ${RELOAD_TO_SIGN_IN}`,
  unauthorized: `Der Server hat die Anfrage abgelehnt. ${RELOAD_TO_SIGN_IN}`,
  forbidden:
    'Der Server hat die Anfrage abgelehnt. Laden Sie diese Seite neu, um sich erneut anzumelden, oder bitten Sie die Person, die diesen Server betreibt, um Zugriff.',
  busy: `Der Server erhält zu viele Anfragen. ${NOTHING_TO_DO}`,
  serverError: `Der Server hat eine Störung oder startet neu. ${NOTHING_TO_DO}`,
  refused: 'Der Server hat die Anfrage abgelehnt. Wenden Sie sich an die Person, die diesen Server betreibt.',
} as const satisfies Record<LoadIssue, string>;

/** The problem with the file, and what the user can do. `status` is the HTTP status of the response. */
export function issueText(issue: ConfigIssue, status?: number): AroundFile {
  if (!isLoadIssue(issue))
    return { before: 'Envboard kann', after: `nicht verwenden. ${CONTENT[issue]}. Korrigieren Sie die Datei.` };
  return {
    before: 'Envboard konnte',
    after: `nicht laden${status === undefined ? '' : ` (Status ${status})`}. ${LOAD[issue]}`,
  };
}

export const TRYING_NOW = 'Versuch läuft…';
/** Shown while the page waits to load the file again by itself. */
export const nextConfigTryText = (seconds: number): string =>
  `Envboard versucht es in ${seconds} s erneut. Das Board öffnet sich, sobald die Datei verwendbar ist.`;
