/** Replaces an environment whose component threw an error. */
export const cannotBeShown = (name: string): string => `${name} no se puede mostrar.`;

/** Shown while the chunk of a part of the page loads slowly. */
export const fetchingText = (part: string): string => `${part}: cargando…`;
/** Shown when the chunk of a part could not be loaded. `isAgain` is true after a failed retry. */
export const notFetchedText = (part: string, isAgain: boolean): string =>
  `${part}: ${isAgain ? 'sigue sin poder cargarse' : 'no se pudo cargar'}. Compruebe la conexión.`;
/** Shown in place of a part of the page that threw an error. */
export const brokenText = (part: string, message: string): string => `${part}: dejó de funcionar: ${message}`;
export const TRYING = 'Reintentando…';

// Names of the parts, for the sentences above.
export const PART_PAGE = 'La página';
export const PART_HEADER = 'La cabecera';
export const PART_FRESHNESS = 'El estado de las comprobaciones';
export const PART_TOOLS = 'La barra de herramientas';
export const PART_SUMMARY = 'El resumen';
export const PART_VIEW = 'El tablero';
export const PART_WALL = 'El mural';
export const PART_NOTICE = 'Un aviso';
export const PART_SLOWDOWN = 'El aviso de comprobaciones menos frecuentes';
export const PART_ATTENTION = 'Título, icono y notificaciones';
/** The parts in the overlays chunk. */
export const PART_OVERLAYS = 'Avisos, diálogos, teclas y notificaciones';
export const PART_MENU = 'El menú';
export const PART_BOARDS = '«Mis tableros»';
export const PART_COLUMNS = 'Las columnas';
export const PART_DETAILS = 'Los detalles';
export const PART_LABEL = 'La etiqueta';
export const PART_QR_CODE = 'El código QR';
export const PART_PINS = '«Fijar entornos»';
export const PART_SHARE = '«Compartir»';
export const PART_SETTINGS = 'Los ajustes';
export const PART_TOKEN = 'Los tokens';
export const PART_PALETTE = 'La paleta de comandos';
export const PART_KEYS = 'La lista de teclas';

export const CRASH_TITLE = 'Envboard dejó de funcionar';
export const UNKNOWN_ERROR = 'Un error desconocido.';
export const NOTHING_LOST = 'La dirección de esta página contiene su tablero: no se pierde nada.';
export const RELOAD_PAGE = 'Recargar la página';
export const OPEN_EMPTY = 'Abrir un tablero vacío';
export const EMPTY_BOARD_NAME = 'Tablero vacío';
export const versionText = (version: string): string => `Envboard ${version}`;
