import type { EnvironmentInfo } from '#domain/environment/directory.ts';
import type { EnvironmentStatus } from '#domain/environment/status.ts';

export type Kept = {
  readonly names: readonly EnvironmentInfo[];
  readonly statuses: readonly EnvironmentStatus[];
  /** Epoch milliseconds. */
  readonly at: number;
};

const KEY = 'limit';

/** What this page wrote itself: read without a look. */
export const readKept = (): Kept | undefined => JSON.parse(localStorage.getItem(KEY) ?? 'null') ?? undefined;

export function keep(kept: Kept): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Too large for this browser's storage, as the app's own would be.
  }
}
