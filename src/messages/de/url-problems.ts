import type { UrlProblems } from '#domain/board/board-url.ts';
import { counted, figures, plural } from './common.ts';

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
    cappedPins > 0 && `${plural(cappedPins, 'Pin', 'Pins')} weggelassen: Ein Board fasst höchstens ${figures(8_000)}.`,
    newerVersion &&
      'Eine neuere Version von Envboard hat diesen Link erstellt. Diese Version zeigt die Teile, die sie lesen kann.',
    unreadable.length > 0 && `Weggelassen, weil Envboard es nicht lesen kann: ${unreadable.join(', ')}.`,
  ]
    .filter((part) => part !== false)
    .join(' ');
}

export const LOST_FRAGMENT =
  'Das Board in Ihrem Link ging bei der Anmeldung verloren, weil dieser Browser seine Adresse nicht behalten hat. Öffnen Sie den Link noch einmal.';
