import type { Failure } from '#domain/environment/failure.ts';

/** One or two sentences for each kind of failure of an environment. */
export function failureText(failure: Failure): string {
  switch (failure.kind) {
    case 'offline':
      return 'Este navegador está sin conexión.';
    case 'unreachable':
      return failure.path === undefined
        ? 'No se pudo acceder a Qovery: la red o la regla CORS del navegador bloqueó la solicitud.'
        : `El servidor detrás de ${failure.path} no respondió.`;
    case 'timeout':
      return `Qovery no respondió en ${failure.afterMs / 1_000} s.`;
    case 'unauthorized':
      return failure.credential === 'token'
        ? 'Qovery rechazó el token.'
        : 'Su sesión en este servidor ha terminado. Recargue la página para iniciar sesión.';
    case 'tokenRefused':
      return 'Qovery rechazó el token que puede leer este entorno.';
    case 'gatewayToken':
      return 'Qovery rechazó el token de la pasarela. Pida a la persona que la administra que lo renueve.';
    case 'gatewaySpent':
      return 'La pasarela ha agotado las solicitudes de esta hora. Las comprobaciones seguirán cuando haya más.';
    case 'gatewayUnreachable':
      return 'La pasarela no puede acceder a Qovery.';
    case 'gatewayUnusable':
      return 'La pasarela no puede usar la respuesta de Qovery: no es JSON, o es demasiado grande.';
    case 'denied':
      return 'No existe ese entorno, o no hay acceso a él.';
    case 'rateLimited':
      return `Demasiadas solicitudes: Qovery permite la siguiente en ${Math.ceil(failure.retryAfterMs / 1_000)} s.`;
    case 'budgetSpent':
      return `Las solicitudes de esta hora están agotadas. Habrá más en ${Math.ceil(failure.retryAfterMs / 1_000)} s.`;
    case 'server':
    case 'refused':
      return `Qovery respondió ${failure.status}.`;
    case 'malformed':
      return failure.at === undefined
        ? 'Envboard no puede leer la respuesta de Qovery: no es JSON.'
        : `Envboard no puede leer la respuesta de Qovery: ${failure.at || 'el contenido'} no es como se esperaba.`;
    case 'signOn':
      return 'El servidor respondió con una redirección o una página web, probablemente para iniciar sesión. Recargue esta página para iniciar sesión.';
    case 'otherEnvironment':
      return 'Qovery envió el estado de otro entorno.';
    case 'missing':
      return 'Ya no figura en su proyecto: eliminado, o sin acceso.';
    default:
      return failure satisfies never;
  }
}

/** The sentence for a failure to read a list. */
export const listFailureText = (failure: Failure): string =>
  failure.kind === 'denied' ? 'No encontrado, o sin acceso.' : failureText(failure);
