import { figures } from './plural.ts';

export const SHARED = 'Shared board';
export const SHARED_TITLE = 'Shared board.';
export const SHARED_WHY = 'Your own boards stay as they are.';
export const DELETED = 'Deleted board';
export const DELETED_TITLE = 'No longer among your boards.';
export const DELETED_WHY = 'It was deleted there; its address still shows it.';
export const SAVE_TO_MINE = 'Save to my boards';
export const SAVED = 'Saved to my boards.';
export const SAVED_FOR_NOW =
  'Saved until this page is closed: this browser’s storage is full or blocked. Export your boards to keep them.';
export const notSavedText = (most: number): string => `Not saved: ${figures(most)} boards are the most that is kept.`;
