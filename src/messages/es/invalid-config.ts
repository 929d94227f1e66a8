import { type ConfigIssue, type ContentIssue, isLoadIssue, type LoadIssue } from '#domain/app-config.ts';

const BROKEN_CONFIG = 'config.json no se puede usar';
const NOT_LOADED = 'No se pudieron cargar los ajustes';

export const configTitleText = (issue: ConfigIssue): string => (isLoadIssue(issue) ? NOT_LOADED : BROKEN_CONFIG);

export const CONFIG_FILE = 'config.json';

/** Text before and after the name of the file, which is set as code. */
type AroundFile = { readonly before: string; readonly after: string };

const CONTENT = {
  notJson: 'no es JSON válido',
  shape: 'no contiene un objeto JSON',
  api: '«api» no es un texto',
  apiAddress: '«api» no es una dirección https ni una ruta que empiece por «/»',
  auth: '«auth» no es "token", "gateway" ni "demo"',
  data: '«data» no es "demo"',
} as const satisfies Record<ContentIssue, string>;

const RELOAD_TO_SIGN_IN = 'Quizá haya que iniciar sesión: recargue esta página.';
const NOTHING_TO_DO = 'No hace falta hacer nada.';

const LOAD = {
  unloaded:
    'porque la red, o un programa entre este navegador y el servidor, bloqueó la solicitud. Compruebe la conexión.',
  signOn: `porque el servidor respondió con una redirección o una página web, probablemente para iniciar sesión. ${RELOAD_TO_SIGN_IN}`,
  unauthorized: `porque el servidor rechazó la solicitud. ${RELOAD_TO_SIGN_IN}`,
  forbidden:
    'porque el servidor rechazó la solicitud. Recargue esta página para iniciar sesión de nuevo, o pida acceso a la persona que administra este servidor.',
  busy: `porque el servidor recibe demasiadas solicitudes. ${NOTHING_TO_DO}`,
  serverError: `porque el servidor tiene un fallo o se está reiniciando. ${NOTHING_TO_DO}`,
  refused: 'porque el servidor rechazó la solicitud. Consulte a la persona que administra este servidor.',
} as const satisfies Record<LoadIssue, string>;

/** The problem with the file, and what the user can do. `status` is the HTTP status of the response. */
export function issueText(issue: ConfigIssue, status?: number): AroundFile {
  if (!isLoadIssue(issue))
    return { before: 'Envboard no puede usar', after: `porque ${CONTENT[issue]}. Corrija el archivo.` };
  return {
    before: 'Envboard no pudo cargar',
    after: `${status === undefined ? '' : `(estado ${status}) `}${LOAD[issue]}`,
  };
}

export const TRYING_NOW = 'Reintentando…';
/** Shown while the page waits to load the file again by itself. */
export const nextConfigTryText = (seconds: number): string =>
  `Envboard lo intenta de nuevo en ${seconds} s. El tablero se abre en cuanto el archivo se pueda usar.`;
