import type { MarkdownWords } from '#domain/board/board-markdown.ts';
import type { ProjectLink } from '#domain/board/share-link.ts';
import { counted, figures, PRODUCT, plural } from './common.ts';
import { configurationText } from './qovery-terms.ts';

/** Texts of the Markdown snippet besides names and times. */
export const MARKDOWN_WORDS: Omit<MarkdownWords, 'state'> = {
  configuration: configurationText,
  notes: {
    fresh: '',
    late: ' (respuesta con retraso)',
    unreachable: ' (inaccesible)',
    kept: ' (último estado conocido)',
  },
  untitled: PRODUCT,
  statesAt: (time) => `Estados a fecha de ${time}:`,
  columns: ['Entorno', 'Proyecto', 'Estado', 'Configuración', 'Último despliegue'],
  open: 'Abrir el tablero',
};

export const SHARE_BOARD = 'Compartir este tablero';
export const LINK = 'Enlace';
export const COPY_LINK = 'Copiar el enlace';
export const LINK_COPIED = 'Enlace copiado.';
export const WITH_FILTERS = 'Con los filtros';
export const NO_FILTERS = 'Con los filtros (no hay ninguno)';
export const IN_THIS_LANGUAGE = 'Abrir en español';
export const AS_WALL = 'Abrir como mural';
/** Activity and Delivery have no wall of their own. */
export const NO_WALL_HERE = 'Esta página no tiene mural. Se abre el mural del tablero.';

/** The needs of another user who opens the link, for each kind of connection. */
export const NEEDS = {
  token:
    'Otras personas necesitan acceso a esta dirección y un token de Qovery que pueda leer estos entornos. Su token no está en el enlace.',
  gateway:
    'Otras personas necesitan acceso a esta dirección. No necesitan token, porque lo tiene la pasarela. El enlace no contiene ningún secreto.',
  demo: 'Otras personas necesitan acceso a esta dirección. Los entornos son datos de demo. Si Envboard pide un token, la demo no lo necesita.',
} as const;

const lengthText = (length: number): string => `El enlace tiene ${figures(length)} caracteres`;
export const EMPTY_BOARD = 'Aún no hay nada fijado: el enlace abre un tablero vacío.';
export const fragmentText = (length: number): string =>
  `${lengthText(length)}, demasiados para algunos servidores, así que el tablero va después de «#». Una página de inicio de sesión puede perder esa parte. Fije proyectos enteros para acortar el enlace.`;
export const longText = (length: number): string =>
  `${lengthText(length)}. Algunos programas de chat cortan los enlaces largos.`;
export const tooLongText = (length: number): string =>
  `${lengthText(length)}. Algunos programas cortan un enlace tras ${figures(10_000)} caracteres. Fije proyectos enteros para acortar el enlace.`;
export const thisMachineText = (host: string): string =>
  `Solo este equipo puede abrir ${host}. Para compartir el tablero, abra Envboard en una dirección accesible para otras personas.`;

export const QR_CODE = 'Código QR';
export const MAKING_QR_CODE = 'Creando el código QR…';
export const QR_LABEL = 'Código QR del enlace';
export const QR_HINT = 'Apunte al código con la cámara de un teléfono.';
export const QR_TOO_DENSE =
  'El enlace es demasiado largo para un código QR que las cámaras puedan leer en esta pantalla. Fije proyectos enteros o copie el enlace.';
const wholeProjects = (projects: number): string =>
  counted(projects, { one: '# proyecto entero', other: '# proyectos enteros' });
export const pinProjectsText = (projects: number): string => `Mostrar un código que fija ${wholeProjects(projects)}`;
/** Says how the board of the code differs from the open board. */
export const projectCodeText = ({ projects, environments }: ProjectLink): string =>
  `Este código fija ${wholeProjects(projects)} en lugar de ${plural(environments, 'entorno')}. El tablero muestra entonces todos los entornos de esos proyectos.`;

export const MARKDOWN = 'Markdown';
export const COPY_MARKDOWN = 'Copiar el Markdown';
export const MARKDOWN_COPIED = 'Markdown copiado.';
export const COPY_BY_HAND =
  'Este navegador no permite copiar. El texto está seleccionado: pulse Ctrl+C, o ⌘C en un Mac.';
