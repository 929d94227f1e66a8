import type { UrlProblems } from '#domain/board/board-url.ts';
import { counted, figures } from './common.ts';

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
    cappedPins > 0 &&
      `${counted(cappedPins, { one: '# épingle ignorée', other: '# épingles ignorées' })} : un tableau en contient ${figures(8_000)} au plus.`,
    newerVersion && 'Une version plus récente d’Envboard a créé ce lien. Celle-ci affiche ce qu’elle sait lire.',
    unreadable.length > 0 && `Ignoré, car Envboard ne peut pas le lire : ${unreadable.join(', ')}.`,
  ]
    .filter((part) => part !== false)
    .join(' ');
}

export const LOST_FRAGMENT = 'Le tableau de votre lien s’est perdu pendant la connexion. Ouvrez le lien à nouveau.';
