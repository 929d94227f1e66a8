import { useSyncExternalStore } from 'react';
import { createEmitter } from '#domain/emitter.ts';
import type { DeletedBoard } from './saved-board-actions.ts';

/** Deleted boards that the user can still restore, the latest last. */
export type DeletedBoards = readonly DeletedBoard[];

let offered: DeletedBoards = [];
const emitter = createEmitter();

/** Returns the boards deleted in this tab that an Undo notice offers to restore, after the dialog is closed. */
export const useDeletedBoards = (): DeletedBoards => useSyncExternalStore(emitter.subscribe, () => offered);

/** Sets the boards that the Undo notice offers to restore. */
export function setUndoable(deleted: DeletedBoards): void {
  offered = deleted;
  emitter.notify();
}
