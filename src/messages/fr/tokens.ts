import type { Failure } from '#domain/environment/failure.ts';
import { counted, figures, plural } from './common.ts';
import { failureText } from './failures.ts';

export const TITLE = 'Se connecter à Qovery';
export const WHAT_IT_IS = 'Envboard montre l’état de vos environnements Qovery. Ajoutez un jeton qui peut les lire.';
/** Describes the shared board that appears once a token is added. */
export function waitingText(name: string, environments: number, projects: number): string {
  const pins = [environments > 0 && plural(environments, 'environnement'), projects > 0 && plural(projects, 'projet')]
    .filter((part) => part !== false)
    .join(' et ');
  return `${name === '' ? 'Ce tableau' : `« ${name} »`} montre ${pins}. Ajoutez un jeton qui peut les lire. Le tableau reste tel qu’il a été partagé.`;
}
export const NO_TOKEN = 'Pas de jeton ? La démo tourne dans cette page et n’envoie aucune requête à Qovery.';

export const ANOTHER_TOKEN = 'Utiliser un autre jeton';
export const ANOTHER_TOKEN_WHY =
  'Le tableau et ses derniers états connus restent. Les vérifications continuent avec le nouveau jeton.';

export const TOKEN = 'Jeton Qovery';
const serverText = (api: string): string => (api.startsWith('/') ? `ce serveur (${api})` : api.replace('https://', ''));
export const hintText = (api: string): string =>
  `Un jeton d’API avec le rôle Viewer suffit. Il n’est envoyé qu’à ${serverText(api)}. Les liens ne le contiennent jamais.`;
export const WHICH = 'Type de jeton';
export const SCHEME_WORDS = { Token: 'Un jeton d’API', Bearer: 'Un jeton de session de la console Qovery' } as const;
export const REMEMBER = 'Mémoriser sur cet appareil';
export const CONNECT = 'Se connecter';
export const CHECKING = 'Vérification…';
export const DEMO = 'Essayer avec des données de démo';

export const EMPTY = 'Collez d’abord un jeton Qovery.';
export const UNUSABLE = 'Ce texte contient des caractères qu’aucun jeton n’a. Copiez le jeton à nouveau.';

export function refusalText(failure: Failure): string {
  if (failure.kind === 'unauthorized')
    return 'Qovery a refusé ce jeton. Vérifiez qu’il a été copié en entier et n’a pas été révoqué.';
  if (failure.kind === 'denied') return 'Ce jeton ne peut pas lire la liste des organisations.';
  if (failure.kind === 'unreachable' && failure.path === undefined)
    return 'Qovery est injoignable depuis cette page : le réseau ou la règle CORS du navigateur a bloqué la requête. Pour éviter CORS, servez Envboard et l’API depuis la même origine : voir « Use it with your account » dans le README.';
  return `${failureText(failure)} Réessayez dans un instant.`;
}

const MAX_NAMED = 3;

const someOf = (names: readonly string[]): string =>
  names.length <= MAX_NAMED
    ? names.join(', ')
    : `${names.slice(0, MAX_NAMED).join(', ')} et ${plural(names.length - MAX_NAMED, 'autre')}`;

/** Texts about tokens on an open board. */
export const TOKEN_WORDS = {
  tokens: 'Jetons',
  add: 'Ajouter un jeton',
  dismiss: 'Ignorer',
  remove: 'Supprimer',
  removing: (token: string) => `Supprimer le ${token}`,
  onDevice: 'mémorisé sur cet appareil',
  inTab: 'pour cet onglet seulement',
  unkept: 'Ce jeton dure jusqu’à la fermeture de cet onglet, car le stockage de ce navigateur est plein ou bloqué.',
  refused: 'refusé par Qovery',
  endsAt: (time: string) => `expire le ${time}`,
  several: `Envboard lit chaque organisation avec le jeton qui y a accès. Chaque jeton permet ${figures(1_000)} requêtes par heure.`,
  endsSoon: (token: string, minutes: number, time: string) =>
    `Le ${token} expire dans ${plural(minutes, 'minute')}, à ${time}. Ajoutez un autre jeton : le tableau reste tel quel.`,
  hasEnded: (token: string, time: string) =>
    `Le ${token} a expiré à ${time}. Les cartes montrent les derniers états connus.`,
  unseen: (names: readonly string[], tokens: number) =>
    `${tokens > 1 ? 'Aucun des jetons ne peut lire' : 'Le jeton ne peut pas lire'} ${counted(names.length, { one: '# épingle', other: '# épingles' })} : ${someOf(names)}.`,
} as const;
