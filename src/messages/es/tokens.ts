import type { Failure } from '#domain/environment/failure.ts';
import { counted, figures, plural } from './common.ts';
import { failureText } from './failures.ts';

export const TITLE = 'Conectar con Qovery';
export const WHAT_IT_IS = 'Envboard muestra el estado de sus entornos de Qovery. Añada un token que pueda leerlos.';
/** Describes the shared board that appears once a token is added. */
export function waitingText(name: string, environments: number, projects: number): string {
  const pins = [environments > 0 && plural(environments, 'entorno'), projects > 0 && plural(projects, 'proyecto')]
    .filter((part) => part !== false)
    .join(' y ');
  return `${name === '' ? 'Este tablero' : `«${name}»`} muestra ${pins}. Añada un token que pueda leerlos. El tablero queda como se compartió.`;
}
export const NO_TOKEN = '¿Sin token? La demo funciona en esta página y no envía solicitudes a Qovery.';

export const ANOTHER_TOKEN = 'Usar otro token';
export const ANOTHER_TOKEN_WHY =
  'El tablero y sus últimos estados conocidos quedan. Las comprobaciones siguen con el token nuevo.';

export const TOKEN = 'Token de Qovery';
const serverText = (api: string): string =>
  api.startsWith('/') ? `este servidor (${api})` : api.replace('https://', '');
export const hintText = (api: string): string =>
  `Basta un token de API con el rol Viewer. Solo se envía a ${serverText(api)}. Los enlaces nunca lo contienen.`;
export const WHICH = 'Tipo de token';
export const SCHEME_WORDS = { Token: 'Un token de API', Bearer: 'Un token de sesión de la consola de Qovery' } as const;
export const REMEMBER = 'Recordar en este dispositivo';
export const CONNECT = 'Conectar';
export const CHECKING = 'Comprobando…';
export const DEMO = 'Explorar con datos de demo';

export const EMPTY = 'Pegue primero un token de Qovery.';
export const UNUSABLE = 'Este texto tiene caracteres que ningún token tiene. Copie el token de nuevo.';

export function refusalText(failure: Failure): string {
  if (failure.kind === 'unauthorized')
    return 'Qovery rechazó este token. Compruebe que se copió entero y que no se ha revocado.';
  if (failure.kind === 'denied') return 'Este token no puede leer la lista de organizaciones.';
  if (failure.kind === 'unreachable' && failure.path === undefined)
    return 'No se pudo acceder a Qovery desde esta página: la red o la regla CORS del navegador bloqueó la solicitud. Para evitar CORS, sirva Envboard y la API desde el mismo origen: véase «Use it with your account» en el README.';
  return `${failureText(failure)} Inténtelo de nuevo en un momento.`;
}

const MAX_NAMED = 3;

const someOf = (names: readonly string[]): string =>
  names.length <= MAX_NAMED
    ? names.join(', ')
    : `${names.slice(0, MAX_NAMED).join(', ')} y ${figures(names.length - MAX_NAMED)} más`;

/** Texts about tokens on an open board. */
export const TOKEN_WORDS = {
  tokens: 'Tokens',
  add: 'Añadir un token',
  dismiss: 'Descartar',
  remove: 'Quitar',
  removing: (token: string) => `Quitar el ${token}`,
  onDevice: 'recordado en este dispositivo',
  inTab: 'solo para esta pestaña',
  unkept:
    'Este token dura hasta cerrar esta pestaña, porque el almacenamiento de este navegador está lleno o bloqueado.',
  refused: 'rechazado por Qovery',
  endsAt: (time: string) => `caduca: ${time}`,
  several: `Envboard lee cada organización con el token que tiene acceso a ella. Cada token permite ${figures(1_000)} solicitudes por hora.`,
  endsSoon: (token: string, minutes: number, time: string) =>
    `El ${token} caduca en ${plural(minutes, 'minuto')}, a las ${time}. Añada otro token: el tablero queda como está.`,
  hasEnded: (token: string, time: string) =>
    `El ${token} caducó a las ${time}. Las tarjetas muestran los últimos estados conocidos.`,
  unseen: (names: readonly string[], tokens: number) =>
    `${tokens > 1 ? 'Ninguno de los tokens puede leer' : 'El token no puede leer'} ${counted(names.length, { one: '# elemento fijado', other: '# elementos fijados' })}: ${someOf(names)}.`,
} as const;
