/** Shown when the browser blocks the page's storage. */
export const KEEPS_NOTHING =
  'Este navegador no guarda nada de esta página: los tableros, ajustes y estados se pierden al cerrar esta pestaña.';
/** Shown when the browser lacks the locks or channels with which tabs share their work. */
export const SHARES_NOTHING =
  'En este navegador las pestañas no pueden compartir el trabajo: cada una envía sus propias solicitudes.';

export const SETTINGS = 'Ajustes';
export const WHERE_KEPT = 'Se guardan en este navegador, nunca en un enlace.';

export const THEME = 'Tema';
export const THEME_HINT = 'Se aplica de inmediato en todas las pestañas.';
export const LANGUAGE_LABEL = 'Idioma';
export const LANGUAGE_HINT = 'Se aplica de inmediato en todas las pestañas. Los nombres de Qovery quedan como están.';
export const BROWSER_LANGUAGE = 'Como el navegador';
export const DENSITY = 'Tamaño de las tarjetas';
export const DENSITY_HINT =
  '«Automático» usa tarjetas compactas en un teléfono y en un tablero con más de 24 entornos.';
export const INTERVAL_HINT =
  'Los entornos en curso se comprueban cada 10 s. Las comprobaciones se espacian cuando superarían el límite de solicitudes por hora.';
export const POLLS_WHEN_HIDDEN = 'Seguir comprobando en segundo plano';
export const POLLS_WHEN_HIDDEN_HINT =
  'Si no, el tablero se pausa mientras su pestaña está oculta, y se comprueba en cuanto vuelve a mostrarse. El mural nunca se pausa.';
export const HIDES_PEOPLE = 'Ocultar los nombres de personas';
export const HIDES_PEOPLE_HINT = 'Oculta quién inició un despliegue, para una pantalla que otros pueden ver.';
export const SOUND = 'Sonido';
export const SOUND_HINT =
  'Reproduce un tono corto con los mismos cambios. La tecla m lo activa o desactiva. Los navegadores guardan silencio hasta el primer clic o la primera tecla en la página.';

export const TIME_ZONE = 'Zona horaria';
export const TIME_ZONE_HINT =
  'Se aplica a todas las fechas y horas de la página. Con una zona elegida, las horas también indican la zona.';
/** `zone` is undefined when the browser does not report its time zone. */
export const ownZoneText = (zone: string | undefined): string =>
  zone === undefined ? 'La de este dispositivo' : `La de este dispositivo (${zone})`;
export const TIMES = 'Horas';
export const TIMES_HINT =
  'Muestra las horas como antigüedad o como fecha. Señale una hora para ver su fecha, hora y zona.';
export const HOW_LONG_AGO = 'Hace cuánto';
export const DATE_AND_TIME = 'Fecha y hora';

export const NOTIFICATIONS = 'Notificaciones';
export const NOTIFICATIONS_HINT =
  'Para un entorno que falla, tiene un aviso, tarda más de lo habitual o se recupera. Los entornos silenciados no envían ninguna. Llega una para todas las pestañas, y ninguna al abrir el tablero.';
/** Explains the browser's permission; undefined when the permission is granted. */
export const PERMISSION_WORDS = {
  granted: undefined,
  default: 'El navegador pide permiso primero.',
  denied: 'El navegador bloquea las notificaciones de esta página: permítalas en los ajustes del sitio.',
  unsupported: 'Este navegador no puede mostrar notificaciones de esta página.',
} as const;
export const ON_WHILE_HIDDEN = 'El navegador las permite. El tablero también se comprueba mientras está oculto.';
export const ON_WHEN_BACK =
  'El tablero no se comprueba mientras está oculto: las notificaciones llegan al volver a mostrarlo.';
export const STAYS_OFF = 'Las notificaciones siguen desactivadas: el navegador no las permitió.';

export const FORGET = 'Olvidar este dispositivo';
export const FORGET_HINT =
  'Quita de este navegador: todos los tableros y ajustes, y los tokens, silencios, nombres, estados y despliegues de esta API. El recuento de solicitudes queda, porque protege el límite de Qovery. La dirección de esta página conserva el tablero.';
export const SHARED_ON_HOST =
  'Otro Envboard en este host usa los mismos tableros y ajustes. Los tokens y los estados no se comparten.';
export const FORGET_NOTE = 'No se puede deshacer.';
export const FORGET_ASK = 'Olvidar…';
export const FORGET_KEEP = 'Conservar';
export const FORGET_EVERYTHING = 'Olvidar todo';
export const FORGOTTEN = 'Todo olvidado.';
