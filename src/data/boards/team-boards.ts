import { useSyncExternalStore } from 'react';
import type { FileProblem } from '#domain/board/boards-file.ts';
import type { TeamBoard } from '#domain/board/team-board.ts';
import { createEmitter } from '#domain/emitter.ts';

/** The content of `boards.json`. Empty where the server has no such file. */
export type TeamBoards = {
  readonly boards: readonly TeamBoard[];
  readonly problems: readonly FileProblem[];
  /** `team-search.ts`, which arrives with the first team board: most pages show none. */
  readonly search?: {
    readonly read: (address: string, search: string) => string;
    readonly write: (board: TeamBoard, address: string) => string | undefined;
  };
};

let loaded: TeamBoards | undefined;
const emitter = createEmitter();

/** Returns the team boards; undefined until the file has been loaded once. */
export const useTeamBoards = (): TeamBoards | undefined => useSyncExternalStore(emitter.subscribe, () => loaded);

/** Replaces the team boards and notifies the components that show them. */
export function setTeamBoards(boards: TeamBoards | undefined): void {
  loaded = boards;
  emitter.notify();
}
