import type { UrlProblems } from '#domain/board/board-url.ts';
import { counted, figures, plural } from './common.ts';

const cappedText = (cappedPins: number): string =>
  cappedPins > 0
    ? `${plural(cappedPins, 'Pin', 'Pins')} weggelassen: Ein Board fasst höchstens ${figures(8_000)}.`
    : '';
const leftOutText = (keys: readonly string[]): string =>
  keys.length > 0 ? `Weggelassen, weil Envboard es nicht lesen kann: ${keys.join(', ')}.` : '';

/** The parts of a link that could not be used; empty when there are none. */
export function addressProblemText({
  isUnreadable,
  isCut,
  unreadablePins,
  cappedPins,
  newerVersion,
  unreadable,
}: UrlProblems): string {
  return [
    isUnreadable &&
      'Envboard kann diesen Link nicht lesen. Kopieren Sie ihn dort, wo Sie ihn gefunden haben, noch einmal.',
    isCut &&
      'Diesem Link fehlt die Endmarke: Er wurde abgeschnitten, oder eine ältere Version von Envboard hat ihn erstellt. Vielleicht fehlen Umgebungen.',
    unreadablePins > 0 &&
      counted(unreadablePins, {
        one: '# Pin in diesem Link konnte nicht gelesen werden.',
        other: '# Pins in diesem Link konnten nicht gelesen werden.',
      }),
    cappedText(cappedPins),
    newerVersion &&
      'Eine neuere Version von Envboard hat diesen Link erstellt. Diese Version zeigt die Teile, die sie lesen kann.',
    leftOutText(unreadable),
  ]
    .filter(Boolean)
    .join(' ');
}

/** The parts of a saved board that could not be used; empty when there are none. */
export function savedProblemText({
  isUnreadable,
  unreadablePins,
  cappedPins,
  newerVersion,
  unreadable,
}: UrlProblems): string {
  return [
    isUnreadable && 'Envboard kann dieses gespeicherte Board nicht lesen.',
    unreadablePins > 0 &&
      counted(unreadablePins, {
        one: '# Pin dieses gespeicherten Boards konnte nicht gelesen werden.',
        other: '# Pins dieses gespeicherten Boards konnten nicht gelesen werden.',
      }),
    unreadablePins > 0 &&
      counted(unreadablePins, {
        one: 'Er bleibt gespeichert, bis Sie die Pins ändern.',
        other: 'Sie bleiben gespeichert, bis Sie die Pins ändern.',
      }),
    cappedText(cappedPins),
    newerVersion &&
      'Eine neuere Version von Envboard hat dieses Board gespeichert. Diese Version zeigt die Teile, die sie lesen kann.',
    leftOutText(unreadable),
  ]
    .filter(Boolean)
    .join(' ');
}

export const LOST_FRAGMENT =
  'Das Board in Ihrem Link ging bei der Anmeldung verloren, weil dieser Browser seine Adresse nicht behalten hat. Öffnen Sie den Link noch einmal.';
