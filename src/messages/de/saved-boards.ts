import { counted, figures, plural } from './common.ts';

export const MANAGE = 'Boards verwalten…';
/** Opens the dialog that labels the environments of this board. */
export const LABELS = 'Bezeichnungen…';
export const NEW_BOARD = 'Neues Board';
export const DUPLICATE_THIS = 'Dieses Board duplizieren';

export const NONE_YET =
  'Noch keine Boards. Heften Sie Umgebungen an, um das erste anzulegen. Ein geteiltes Board erscheint hier, wenn Sie es speichern.';
export const NOT_KEPT =
  'Dieser Browser speichert nichts für diese Seite: Ihre Boards sind verloren, wenn Sie sie schließen. Exportieren Sie die Boards, um sie zu behalten.';

/** Boards that this browser stores, of which a part is damaged. */
export const unreadBoardsText = (boards: number): string =>
  counted(boards, {
    one: '# gespeichertes Board konnte nicht gelesen werden. Es bleibt in diesem Browser. Exportieren Sie es in eine Datei, die Sie reparieren und importieren können. Danach können Sie es hier entfernen.',
    other:
      '# gespeicherte Boards konnten nicht gelesen werden. Sie bleiben in diesem Browser. Exportieren Sie sie in eine Datei, die Sie reparieren und importieren können. Danach können Sie sie hier entfernen.',
  });
export const EXPORT_UNREAD = 'Unlesbare Daten exportieren';
export const REMOVE_UNREAD = 'Unlesbare Daten entfernen';
export const REMOVED_UNREAD = 'Unlesbare Daten entfernt.';

/** The name of a copy. */
export const copyOf = (name: string): string => `${name} (Kopie)`.trim();
const limitText = (max: number): string => `Envboard speichert höchstens ${figures(max)} Boards`;
export const addedText = (title: string): string => `${title} hinzugefügt.`;
export const fullText = (max: number): string => `${limitText(max)}. Löschen Sie zuerst eines.`;
export const placedText = (title: string, position: number, all: number): string =>
  `${title} steht jetzt auf Platz ${figures(position)} von ${figures(all)}.`;
export const deletedText = (title: string): string => `${title} gelöscht.`;

export const NEW_NAME = 'Neuer Name';
export const OPEN_NOW = ' · geöffnet';
export const pinsText = (pins: number): string => (pins === 0 ? 'Nichts angeheftet' : plural(pins, 'Pin', 'Pins'));
export const renameText = (title: string): string => `${title} umbenennen`;
export const duplicateText = (title: string): string => `${title} duplizieren`;
export const moveUpText = (title: string): string => `${title} nach oben`;
export const moveDownText = (title: string): string => `${title} nach unten`;
export const deleteText = (title: string): string => `${title} löschen`;

export const EXPORT = 'Exportieren';
export const exportedText = (boards: number, file: string): string =>
  `${plural(boards, 'Board', 'Boards')} nach ${file} exportiert.`;
export const NOT_EXPORTED = 'Nicht exportiert: Dieser Browser lässt die Seite keine Datei speichern.';
export const IMPORT_FILE = 'Importieren…';
export const DROP_HINT = 'Sie können eine Datei auch hier ablegen. Dateien enthalten keine Tokens.';

export const IMPORT = 'Import';
export const importText = (boards: number): string => `${plural(boards, 'Board', 'Boards')} importieren`;
export const importedText = (boards: number): string => `${plural(boards, 'Board', 'Boards')} importiert.`;
export const TOO_LARGE = 'Die Datei ist größer als die erlaubten 1 MB.';
export const UNREADABLE = 'Der Browser konnte diese Datei nicht lesen.';
export const NOTHING_USABLE = 'Die Datei enthält kein Board, das Envboard verwenden kann.';
export const NO_BOARDS = 'Die Datei enthält keine Boards.';
export const usableText = (boards: number, titles: string): string =>
  counted(boards, {
    one: `# Board kann importiert werden: ${titles}.`,
    other: `# Boards können importiert werden: ${titles}.`,
  });
export const duplicatesText = (duplicates: number): string =>
  `Ausgelassen, weil schon in „Meine Boards“: ${figures(duplicates)}.`;
/** All boards of a file are there already. */
export const nothingNewText = (boards: number): string =>
  boards === 1
    ? 'Nichts hinzuzufügen: Das Board dieser Datei ist schon in „Meine Boards“.'
    : `Nichts hinzuzufügen: Alle ${figures(boards)} Boards dieser Datei sind schon in „Meine Boards“.`;
/** Follows the number of pins: the most urgent condition in this browser's last readings of the board. */
export const lastSeenText = (condition: string): string => ` · zuletzt: ${condition}`;
export const roomText = (room: number, limit: number): string =>
  `Platz ist noch für ${figures(room)}: ${limitText(limit)}.`;
/** `„A“, „B“ und 3 weitere`. */
export const titlesText = (titles: readonly string[], more: number): string => {
  const named = titles.map((title) => `„${title}“`).join(', ');
  return more > 0 ? `${named} und ${figures(more)} weitere` : named;
};
export const moreProblemsText = (more: number): string => `und ${figures(more)} weitere.`;

export const SHARED = 'Geteiltes Board';
export const SHARED_TITLE = 'Geteiltes Board.';
export const SHARED_WHY = 'Ihre eigenen Boards bleiben, wie sie sind.';
export const DELETED = 'Gelöschtes Board';
export const DELETED_TITLE = 'Dieses Board wurde gelöscht.';
export const DELETED_WHY = 'Es ist nicht mehr in „Meine Boards“, aber seine Adresse zeigt es noch.';
/** A board of which damaged data may be stored. */
export const MISSING = 'Fehlendes Board';
export const MISSING_TITLE = 'Dieses Board ist nicht in „Meine Boards“.';
export const MISSING_WHY =
  'Es wurde gelöscht, oder seine gespeicherte Kopie konnte nicht gelesen werden. Seine Adresse zeigt es weiterhin.';
export const SAVE_TO_MINE = 'In meinen Boards speichern';
export const TEAM_BOARDS = 'Team-Boards';
export const TEAM_BOARD = 'Team-Board';
export const TEAM_TITLE = 'Team-Board.';
export const TEAM_WHY = 'Es folgt der Datei dieses Servers. Wenn Sie etwas ändern, erhalten Sie ein eigenes Board.';
export const TEAM_MISSING_TITLE = 'Kein solches Team-Board.';
export const teamMissingText = (slug: string): string =>
  `Dieser Server hat kein Team-Board „${slug}“. Das Menü „Meine Boards“ listet die vorhandenen auf.`;
export const TEAM_PROBLEMS = 'Probleme in der boards.json des Servers:';
export const SAVED = 'In meinen Boards gespeichert.';
export const SAVED_FOR_NOW =
  'Nur gespeichert, bis Sie diese Seite schließen, weil der Speicher dieses Browsers voll oder gesperrt ist. Exportieren Sie Ihre Boards, um sie zu behalten.';
export const notSavedText = (max: number): string => `Nicht gespeichert: ${limitText(max)}. Löschen Sie zuerst eines.`;
