import { useSyncExternalStore } from 'react';
import { createEmitter } from '#domain/emitter.ts';
import type { DeletedBoard } from './saved-board-actions.ts';

/** What was deleted, the latest last, and can still be taken back. */
export type DeletedBoards = readonly DeletedBoard[];

let offered: DeletedBoards = [];
const emitter = createEmitter();

/** Deletions of this tab that the page may still take back, once the dialog that made them is closed. */
export const useDeletedBoards = (): DeletedBoards => useSyncExternalStore(emitter.subscribe, () => offered);

export function setUndoable(deleted: DeletedBoards): void {
  offered = deleted;
  emitter.notify();
}
