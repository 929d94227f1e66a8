import { useSyncExternalStore } from 'react';
import type { DeletedBoard } from './saved-board-actions.ts';

/** What was deleted, the latest last, and can still be taken back. */
export type DeletedBoards = readonly DeletedBoard[];

let offered: DeletedBoards = [];
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Deletions of this tab that the page may still take back, once the dialog that made them is closed. */
export const useDeletedBoards = (): DeletedBoards => useSyncExternalStore(subscribe, () => offered);

export function setUndoable(deleted: DeletedBoards): void {
  offered = deleted;
  for (const listener of listeners) listener();
}
