import { problemsTextOf } from '#languages/problems-text.ts';
import { counted, figures } from './common.ts';

const SHARED = {
  cappedPins: (count: number) =>
    `${counted(count, { one: '# épingle ignorée', other: '# épingles ignorées' })} : un tableau en contient ${figures(8_000)} au plus.`,
  leftOut: (keys: string) => `Ignoré, car Envboard ne peut pas le lire : ${keys}.`,
};

/** The parts of a link that could not be used; empty when there are none. */
export const addressProblemText = problemsTextOf({
  ...SHARED,
  unreadable: 'Envboard ne peut pas lire ce lien. Copiez-le à nouveau.',
  cut: 'Ce lien n’a pas de fin : il a été coupé, ou une ancienne version d’Envboard l’a créé. Il est peut-être incomplet.',
  unreadablePins: (count) =>
    counted(count, {
      one: '# épingle de ce lien n’a pas pu être lue.',
      other: '# épingles de ce lien n’ont pas pu être lues.',
    }),
  newerVersion: 'Une version plus récente d’Envboard a créé ce lien. Celle-ci affiche ce qu’elle sait lire.',
});

/** The parts of a saved board that could not be used; empty when there are none. */
export const savedProblemText = problemsTextOf({
  ...SHARED,
  unreadable: 'Envboard ne peut pas lire ce tableau enregistré.',
  unreadablePins: (count) =>
    `${counted(count, {
      one: '# épingle de ce tableau enregistré n’a pas pu être lue.',
      other: '# épingles de ce tableau enregistré n’ont pas pu être lues.',
    })} ${counted(count, {
      one: 'Elle reste enregistrée tant que vous ne changez pas les épingles.',
      other: 'Elles restent enregistrées tant que vous ne changez pas les épingles.',
    })}`,
  newerVersion: 'Une version plus récente d’Envboard a enregistré ce tableau. Celle-ci affiche ce qu’elle sait lire.',
});

export const LOST_FRAGMENT = 'Le tableau de votre lien s’est perdu pendant la connexion. Ouvrez le lien à nouveau.';
