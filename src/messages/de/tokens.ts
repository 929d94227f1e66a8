import type { Failure } from '#domain/environment/failure.ts';
import { figures, plural } from './common.ts';
import { failureText } from './failures.ts';

export const TITLE = 'Mit Qovery verbinden';
export const WHAT_IT_IS =
  'Envboard zeigt den Status Ihrer Qovery-Umgebungen. Fügen Sie ein Token hinzu, das sie lesen kann.';
/** Describes the shared board that appears once a token is added. */
export function waitingText(name: string, environments: number, projects: number): string {
  const pins = [
    environments > 0 && plural(environments, 'Umgebung', 'Umgebungen'),
    projects > 0 && plural(projects, 'Projekt', 'Projekte'),
  ]
    .filter((part) => part !== false)
    .join(' und ');
  return `${name === '' ? 'Dieses Board' : `„${name}“`} zeigt ${pins}. Fügen Sie ein Token hinzu, das sie lesen kann. Das Board bleibt, wie es geteilt wurde.`;
}
export const NO_TOKEN = 'Kein Token? Die Demo läuft in dieser Seite und sendet keine Anfragen an Qovery.';

export const ANOTHER_TOKEN = 'Anderes Token verwenden';
export const ANOTHER_TOKEN_WHY =
  'Das Board und sein letzter bekannter Stand bleiben. Die Prüfungen laufen mit dem neuen Token weiter.';

export const TOKEN = 'Qovery-Token';
const serverText = (api: string): string =>
  api.startsWith('/') ? `diesen Server (${api})` : api.replace('https://', '');
export const hintText = (api: string): string =>
  `Ein API-Token mit der Rolle Viewer genügt. Es wird nur an ${serverText(api)} gesendet. Links enthalten es nie.`;
export const WHICH = 'Art des Tokens';
export const SCHEME_WORDS = { Token: 'Ein API-Token', Bearer: 'Ein Sitzungstoken der Qovery-Konsole' } as const;
export const REMEMBER = 'Auf diesem Gerät merken';
export const CONNECT = 'Verbinden';
export const CHECKING = 'Wird geprüft…';
export const DEMO = 'Mit Demodaten umsehen';

export const EMPTY = 'Fügen Sie zuerst ein Qovery-Token ein.';
export const UNUSABLE = 'Dieser Text enthält Zeichen, die kein Token hat. Kopieren Sie das Token noch einmal.';

export function refusalText(failure: Failure): string {
  if (failure.kind === 'unauthorized')
    return 'Qovery hat dieses Token abgelehnt. Prüfen Sie, ob es vollständig kopiert und nicht widerrufen wurde.';
  if (failure.kind === 'denied') return 'Dieses Token darf die Liste der Organisationen nicht lesen.';
  if (failure.kind === 'unreachable' && failure.path === undefined)
    return 'Qovery ist von dieser Seite aus nicht erreichbar: Das Netz oder die CORS-Regel des Browsers hat die Anfrage blockiert. Um CORS zu vermeiden, stellen Sie Envboard und die API unter derselben Herkunft bereit: siehe „Use it with your account“ in der README.';
  return `${failureText(failure)} Versuchen Sie es gleich noch einmal.`;
}

const MAX_NAMED = 3;

const someOf = (names: readonly string[]): string =>
  names.length <= MAX_NAMED
    ? names.join(', ')
    : `${names.slice(0, MAX_NAMED).join(', ')} und ${figures(names.length - MAX_NAMED)} weitere`;

/** Texts about tokens on an open board. */
export const TOKEN_WORDS = {
  tokens: 'Tokens',
  add: 'Token hinzufügen',
  dismiss: 'Schließen',
  remove: 'Entfernen',
  removing: (token: string) => `${token} entfernen`,
  onDevice: 'auf diesem Gerät gemerkt',
  inTab: 'nur für diesen Tab',
  unkept:
    'Dieses Token bleibt, bis Sie diesen Tab schließen, weil der Speicher dieses Browsers voll oder gesperrt ist.',
  refused: 'von Qovery abgelehnt',
  endsAt: (time: string) => `läuft ab: ${time}`,
  several: `Envboard liest jede Organisation mit dem Token, das Zugriff auf sie hat. Jedes Token erlaubt ${figures(1_000)} Anfragen pro Stunde.`,
  endsSoon: (token: string, minutes: number, time: string) =>
    `Das ${token} läuft in ${plural(minutes, 'Minute', 'Minuten')} ab, um ${time}. Fügen Sie ein anderes Token hinzu: Das Board bleibt, wie es ist.`,
  hasEnded: (token: string, time: string) =>
    `Das ${token} ist um ${time} abgelaufen. Die Karten zeigen den letzten bekannten Status.`,
  unseen: (names: readonly string[], tokens: number) =>
    `${tokens > 1 ? 'Keines der Tokens kann' : 'Das Token kann'} ${plural(names.length, 'Pin', 'Pins')}${tokens > 1 ? '' : ' nicht'} lesen: ${someOf(names)}.`,
} as const;
