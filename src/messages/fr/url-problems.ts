import type { UrlProblems } from '#domain/board/board-url.ts';
import { counted, figures } from './common.ts';

const cappedText = (cappedPins: number): string =>
  cappedPins > 0
    ? `${counted(cappedPins, { one: '# épingle ignorée', other: '# épingles ignorées' })} : un tableau en contient ${figures(8_000)} au plus.`
    : '';
const leftOutText = (keys: readonly string[]): string =>
  keys.length > 0 ? `Ignoré, car Envboard ne peut pas le lire : ${keys.join(', ')}.` : '';

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
    isUnreadable && 'Envboard ne peut pas lire ce lien. Copiez-le à nouveau.',
    isCut &&
      'Ce lien n’a pas de fin : il a été coupé, ou une ancienne version d’Envboard l’a créé. Il est peut-être incomplet.',
    unreadablePins > 0 &&
      counted(unreadablePins, {
        one: '# épingle de ce lien n’a pas pu être lue.',
        other: '# épingles de ce lien n’ont pas pu être lues.',
      }),
    cappedText(cappedPins),
    newerVersion && 'Une version plus récente d’Envboard a créé ce lien. Celle-ci affiche ce qu’elle sait lire.',
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
    isUnreadable && 'Envboard ne peut pas lire ce tableau enregistré.',
    unreadablePins > 0 &&
      counted(unreadablePins, {
        one: '# épingle de ce tableau enregistré n’a pas pu être lue.',
        other: '# épingles de ce tableau enregistré n’ont pas pu être lues.',
      }),
    unreadablePins > 0 &&
      counted(unreadablePins, {
        one: 'Elle reste enregistrée tant que vous ne changez pas les épingles.',
        other: 'Elles restent enregistrées tant que vous ne changez pas les épingles.',
      }),
    cappedText(cappedPins),
    newerVersion &&
      'Une version plus récente d’Envboard a enregistré ce tableau. Celle-ci affiche ce qu’elle sait lire.',
    leftOutText(unreadable),
  ]
    .filter(Boolean)
    .join(' ');
}

export const LOST_FRAGMENT = 'Le tableau de votre lien s’est perdu pendant la connexion. Ouvrez le lien à nouveau.';
