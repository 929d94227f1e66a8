import type { Failure } from '#domain/environment/failure.ts';

/** One or two sentences for each kind of failure of an environment. */
export function failureText(failure: Failure): string {
  switch (failure.kind) {
    case 'offline':
      return 'Ce navigateur est hors ligne.';
    case 'unreachable':
      return failure.path === undefined
        ? 'Qovery est injoignable : le réseau ou la règle CORS du navigateur a bloqué la requête.'
        : `Le serveur derrière ${failure.path} n’a pas répondu.`;
    case 'timeout':
      return `Qovery n’a pas répondu en ${failure.afterMs / 1_000} s.`;
    case 'unauthorized':
      return failure.credential === 'token'
        ? 'Qovery a refusé le jeton.'
        : 'Vous êtes déconnecté de ce serveur. Rechargez la page pour vous reconnecter.';
    case 'tokenRefused':
      return 'Qovery a refusé le jeton qui peut lire cet environnement.';
    case 'gatewayToken':
      return 'Qovery a refusé le jeton de la passerelle. Demandez à la personne qui la gère de le renouveler.';
    case 'gatewaySpent':
      return 'La passerelle a épuisé ses requêtes de l’heure. Elle reprendra dès qu’elle en aura.';
    case 'gatewayUnreachable':
      return 'La passerelle n’arrive pas à joindre Qovery.';
    case 'gatewayUnusable':
      return 'La passerelle ne peut pas utiliser la réponse de Qovery : ce n’est pas du JSON, ou elle est trop grande.';
    case 'denied':
      return 'Environnement inexistant, ou accès refusé.';
    case 'rateLimited':
      return `Trop de requêtes : Qovery accepte la suivante dans ${Math.ceil(failure.retryAfterMs / 1_000)} s.`;
    case 'budgetSpent':
      return `Les requêtes de l’heure sont épuisées. Il y en aura de nouvelles dans ${Math.ceil(failure.retryAfterMs / 1_000)} s.`;
    case 'server':
    case 'refused':
      return `Qovery a répondu ${failure.status}.`;
    case 'malformed':
      return failure.at === undefined
        ? 'Envboard ne peut pas lire la réponse de Qovery : ce n’est pas du JSON.'
        : `Envboard ne peut pas lire la réponse de Qovery : ${failure.at || 'le contenu'} n’est pas comme prévu.`;
    case 'signOn':
      return 'Le serveur a répondu par une redirection ou une page web, sans doute pour vous connecter. Rechargez cette page.';
    case 'otherEnvironment':
      return 'Qovery a envoyé l’état d’un autre environnement.';
    case 'missing':
      return 'Plus dans la liste de son projet : supprimé, ou accès refusé.';
    default:
      return failure satisfies never;
  }
}

/** The sentence for a failure to read a list. */
export const listFailureText = (failure: Failure): string =>
  failure.kind === 'denied' ? 'Introuvable, ou accès refusé.' : failureText(failure);
