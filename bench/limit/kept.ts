import type { EnvironmentInfo } from '#domain/environment/directory.ts';
import type { EnvironmentStatus } from '#domain/environment/status.ts';

export type Kept = {
  readonly names: readonly EnvironmentInfo[];
  readonly statuses: readonly EnvironmentStatus[];
  /** Epoch milliseconds. */
  readonly at: number;
};

const KEY = 'limit';

/** Reads without validation: only this page writes this key. */
export const readKept = (): Kept | undefined => JSON.parse(localStorage.getItem(KEY) ?? 'null') ?? undefined;

export function keep(kept: Kept): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Too large for this browser's storage. The app's own readings would be too large as well.
  }
}
