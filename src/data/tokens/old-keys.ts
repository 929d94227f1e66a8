import { removeText } from '#browser/storage.ts';

/** Keys that an older version wrote, and of which this version knows the content. */
export const OLD_CONNECTION = 'envboard.connection';
export const LAST_BOARD = 'envboard.last-board';

export const STORAGE_AREAS = ['local', 'session'] as const;

/** Removes the token that an older version stored, for any API. */
export function forgetOldToken(): void {
  for (const area of STORAGE_AREAS) removeText(area, OLD_CONNECTION);
}
