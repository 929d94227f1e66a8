import { problemsTextOf } from '#languages/problems-text.ts';
import { counted, figures, plural } from './common.ts';

const SHARED = {
  cappedPins: (count: number) =>
    `${plural(count, 'Pin', 'Pins')} weggelassen: Ein Board fasst höchstens ${figures(8_000)}.`,
  leftOut: (keys: string) => `Weggelassen, weil Envboard es nicht lesen kann: ${keys}.`,
};

/** The parts of a link that could not be used; empty when there are none. */
export const addressProblemText = problemsTextOf({
  ...SHARED,
  unreadable: 'Envboard kann diesen Link nicht lesen. Kopieren Sie ihn dort, wo Sie ihn gefunden haben, noch einmal.',
  cut: 'Diesem Link fehlt die Endmarke: Er wurde abgeschnitten, oder eine ältere Version von Envboard hat ihn erstellt. Vielleicht fehlen Umgebungen.',
  unreadablePins: (count) =>
    counted(count, {
      one: '# Pin in diesem Link konnte nicht gelesen werden.',
      other: '# Pins in diesem Link konnten nicht gelesen werden.',
    }),
  newerVersion:
    'Eine neuere Version von Envboard hat diesen Link erstellt. Diese Version zeigt die Teile, die sie lesen kann.',
});

/** The parts of a saved board that could not be used; empty when there are none. */
export const savedProblemText = problemsTextOf({
  ...SHARED,
  unreadable: 'Envboard kann dieses gespeicherte Board nicht lesen.',
  unreadablePins: (count) =>
    `${counted(count, {
      one: '# Pin dieses gespeicherten Boards konnte nicht gelesen werden.',
      other: '# Pins dieses gespeicherten Boards konnten nicht gelesen werden.',
    })} ${counted(count, {
      one: 'Er bleibt gespeichert, bis Sie die Pins ändern.',
      other: 'Sie bleiben gespeichert, bis Sie die Pins ändern.',
    })}`,
  newerVersion:
    'Eine neuere Version von Envboard hat dieses Board gespeichert. Diese Version zeigt die Teile, die sie lesen kann.',
});

export const LOST_FRAGMENT =
  'Das Board in Ihrem Link ging bei der Anmeldung verloren, weil dieser Browser seine Adresse nicht behalten hat. Öffnen Sie den Link noch einmal.';
