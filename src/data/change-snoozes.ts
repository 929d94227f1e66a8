import { type SnoozedReading, type SnoozeLength, snoozeEnd } from '#domain/snooze.ts';
import { snoozes } from './snoozes.ts';

/** Silences an environment in every board of this browser; `reading` is the present one, undefined before the first. */
export function snooze(id: string, length: SnoozeLength, reading: SnoozedReading | undefined): void {
  snoozes.set({ ...snoozes.get(), [id]: { silenced: reading, until: snoozeEnd(length, Date.now()) } });
}

export function endSnooze(id: string): void {
  const { [id]: _, ...rest } = snoozes.get();
  snoozes.set(rest);
}
