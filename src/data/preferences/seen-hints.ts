import { readJson, writeJson } from '#browser/json-storage.ts';

const SEEN = 'envboard.hints';

/** True after this browser has stored that the user needs no hints. */
export const areHintsSeen = (): boolean => readJson('local', SEEN) !== undefined;

export function markHintsSeen(): void {
  if (!areHintsSeen()) writeJson('local', SEEN, true);
}
