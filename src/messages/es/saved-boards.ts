import { counted, figures, plural } from './common.ts';

export const MANAGE = 'Administrar los tableros…';
/** Opens the dialog that labels the environments of this board. */
export const LABELS = 'Etiquetas…';
export const NEW_BOARD = 'Tablero nuevo';
export const DUPLICATE_THIS = 'Duplicar este tablero';

export const NONE_YET =
  'Aún no hay tableros. Fije entornos para crear el primero. Un tablero compartido aparece aquí al guardarlo.';
export const NOT_KEPT =
  'Este navegador no guarda datos de esta página: sus tableros se pierden al cerrarla. Expórtelos para conservarlos.';

/** Boards that this browser stores, of which a part is damaged. */
export const unreadBoardsText = (boards: number): string =>
  counted(boards, {
    one: 'No se pudo leer # tablero guardado. Permanece en este navegador. Expórtelo a un archivo que pueda reparar e importar. Después podrá quitarlo aquí.',
    other:
      'No se pudieron leer # tableros guardados. Permanecen en este navegador. Expórtelos a un archivo que pueda reparar e importar. Después podrá quitarlos aquí.',
  });
export const EXPORT_UNREAD = 'Exportar los datos ilegibles';
export const REMOVE_UNREAD = 'Quitar los datos ilegibles';
export const REMOVED_UNREAD = 'Datos ilegibles quitados.';

/** The name of a copy. */
export const copyOf = (name: string): string => `${name} (copia)`.trim();
const limitText = (max: number): string => `Envboard guarda ${figures(max)} tableros como máximo`;
export const addedText = (title: string): string => `${title} añadido.`;
export const fullText = (max: number): string => `${limitText(max)}. Elimine uno antes.`;
export const placedText = (title: string, position: number, all: number): string =>
  `${title} está ahora en la posición ${figures(position)} de ${figures(all)}.`;
export const deletedText = (title: string): string => `${title} eliminado.`;

export const NEW_NAME = 'Nombre nuevo';
export const OPEN_NOW = ' · abierto';
export const pinsText = (pins: number): string =>
  pins === 0 ? 'Nada fijado' : counted(pins, { one: '# elemento fijado', other: '# elementos fijados' });
export const renameText = (title: string): string => `Cambiar el nombre de ${title}`;
export const duplicateText = (title: string): string => `Duplicar ${title}`;
export const moveUpText = (title: string): string => `Subir ${title}`;
export const moveDownText = (title: string): string => `Bajar ${title}`;
export const deleteText = (title: string): string => `Eliminar ${title}`;

export const EXPORT = 'Exportar';
export const exportedText = (boards: number, file: string): string =>
  `${counted(boards, { one: '# tablero exportado', other: '# tableros exportados' })} a ${file}.`;
export const NOT_EXPORTED = 'No se exportó: este navegador no permite que la página guarde un archivo.';
export const IMPORT_FILE = 'Importar…';
export const DROP_HINT = 'También puede soltar aquí un archivo. Los archivos no contienen tokens.';

export const IMPORT = 'Importar';
export const importText = (boards: number): string => `Importar ${plural(boards, 'tablero')}`;
export const importedText = (boards: number): string =>
  counted(boards, { one: '# tablero importado.', other: '# tableros importados.' });
export const TOO_LARGE = 'el archivo supera el límite de 1 MB.';
export const UNREADABLE = 'el navegador no pudo leer este archivo.';
export const NOTHING_USABLE = 'el archivo no contiene ningún tablero que Envboard pueda usar.';
export const NO_BOARDS = 'el archivo no contiene tableros.';
export const usableText = (boards: number, titles: string): string =>
  counted(boards, {
    one: `Se puede importar # tablero: ${titles}.`,
    other: `Se pueden importar # tableros: ${titles}.`,
  });
export const duplicatesText = (duplicates: number): string =>
  `Omitidos, porque ya están en «Mis tableros»: ${figures(duplicates)}.`;
/** All boards of a file are there already. */
export const nothingNewText = (boards: number): string =>
  boards === 1
    ? 'Nada que añadir: el tablero de este archivo ya está en «Mis tableros».'
    : `Nada que añadir: los ${figures(boards)} tableros de este archivo ya están en «Mis tableros».`;
/** Follows the number of pins: the most urgent condition in this browser's last readings of the board. */
export const lastSeenText = (condition: string): string => ` · visto por última vez: ${condition}`;
export const roomText = (room: number, limit: number): string =>
  `Queda sitio para ${figures(room)}: ${limitText(limit)}.`;
/** `«A», «B» y 3 más`. */
export const titlesText = (titles: readonly string[], more: number): string => {
  const named = titles.map((title) => `«${title}»`).join(', ');
  return more > 0 ? `${named} y ${figures(more)} más` : named;
};
export const moreProblemsText = (more: number): string => `y ${figures(more)} más.`;

export const SHARED = 'Tablero compartido';
export const SHARED_TITLE = 'Tablero compartido.';
export const SHARED_WHY = 'Sus propios tableros quedan como están.';
export const DELETED = 'Tablero eliminado';
export const DELETED_TITLE = 'Este tablero se eliminó.';
export const DELETED_WHY = 'Ya no está en «Mis tableros», pero su dirección todavía lo muestra.';
/** A board of which damaged data may be stored. */
export const MISSING = 'Tablero ausente';
export const MISSING_TITLE = 'Este tablero no está en «Mis tableros».';
export const MISSING_WHY = 'Se eliminó, o su copia guardada no se pudo leer. Su dirección aún lo muestra.';
export const SAVE_TO_MINE = 'Guardar en mis tableros';
export const TEAM_BOARDS = 'Tableros de equipo';
export const TEAM_BOARD = 'Tablero de equipo';
export const TEAM_TITLE = 'Tablero de equipo.';
export const TEAM_WHY = 'Sigue el archivo de este servidor. Si hace un cambio, obtiene un tablero propio.';
export const TEAM_MISSING_TITLE = 'No existe ese tablero de equipo.';
export const teamMissingText = (slug: string): string =>
  `Este servidor no tiene el tablero de equipo «${slug}». El menú «Mis tableros» muestra los que tiene.`;
export const TEAM_PROBLEMS = 'Problemas en el archivo boards.json del servidor:';
export const SAVED = 'Guardado en mis tableros.';
export const SAVED_FOR_NOW =
  'Guardado solo hasta cerrar esta página, porque el almacenamiento de este navegador está lleno o bloqueado. Exporte sus tableros para conservarlos.';
export const notSavedText = (max: number): string => `No se guardó: ${limitText(max)}. Elimine uno antes.`;
