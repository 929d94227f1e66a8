import type { Failure } from '#domain/environment/failure.ts';

/** One or two sentences for each kind of failure of an environment. */
export function failureText(failure: Failure): string {
  switch (failure.kind) {
    case 'offline':
      return 'Dieser Browser ist offline.';
    case 'unreachable':
      return failure.path === undefined
        ? 'Qovery ist nicht erreichbar: Das Netz oder die CORS-Regel des Browsers hat die Anfrage blockiert.'
        : `Der Server hinter ${failure.path} hat nicht geantwortet.`;
    case 'timeout':
      return `Qovery hat nicht innerhalb von ${failure.afterMs / 1_000} s geantwortet.`;
    case 'unauthorized':
      return failure.credential === 'token'
        ? 'Qovery hat das Token abgelehnt.'
        : 'Sie sind von diesem Server abgemeldet. Laden Sie die Seite neu, um sich anzumelden.';
    case 'tokenRefused':
      return 'Qovery hat das Token abgelehnt, das diese Umgebung lesen kann.';
    case 'gatewayToken':
      return 'Qovery hat das Token des Gateways abgelehnt. Bitten Sie die Person, die das Gateway betreibt, es zu erneuern.';
    case 'gatewaySpent':
      return 'Das Gateway hat die Anfragen dieser Stunde verbraucht. Die Prüfungen gehen weiter, sobald neue verfügbar sind.';
    case 'gatewayUnreachable':
      return 'Das Gateway erreicht Qovery nicht.';
    case 'gatewayUnusable':
      return 'Das Gateway kann die Antwort von Qovery nicht verwenden: Sie ist kein JSON oder zu groß.';
    case 'denied':
      return 'Keine solche Umgebung, oder kein Zugriff darauf.';
    case 'rateLimited':
      return `Zu viele Anfragen: Qovery erlaubt die nächste in ${Math.ceil(failure.retryAfterMs / 1_000)} s.`;
    case 'budgetSpent':
      return `Die Anfragen dieser Stunde sind verbraucht. Neue gibt es in ${Math.ceil(failure.retryAfterMs / 1_000)} s.`;
    case 'server':
    case 'refused':
      return `Qovery hat mit ${failure.status} geantwortet.`;
    case 'malformed':
      return failure.at === undefined
        ? 'Envboard kann die Antwort von Qovery nicht lesen: Sie ist kein JSON.'
        : `Envboard kann die Antwort von Qovery nicht lesen: ${failure.at || 'der Inhalt'} ist nicht wie erwartet.`;
    case 'signOn':
      return 'Der Server hat mit einer Weiterleitung oder einer Webseite geantwortet, vermutlich zur Anmeldung. Laden Sie diese Seite neu, um sich anzumelden.';
    case 'otherEnvironment':
      return 'Qovery hat den Status einer anderen Umgebung gesendet.';
    case 'missing':
      return 'Nicht mehr in der Liste des Projekts: gelöscht oder kein Zugriff.';
    default:
      return failure satisfies never;
  }
}

/** The sentence for a failure to read a list. */
export const listFailureText = (failure: Failure): string =>
  failure.kind === 'denied' ? 'Nicht gefunden, oder kein Zugriff.' : failureText(failure);
