import { type SnoozeLength, snoozeEnd } from '#domain/snooze.ts';
import { snoozes } from './snoozes.ts';

/** Silences an environment in the state it is in now, in every board of this browser. */
export function snooze(id: string, length: SnoozeLength, state: string | undefined): void {
  snoozes.set({ ...snoozes.get(), [id]: { state, until: snoozeEnd(length, Date.now()) } });
}

export function endSnooze(id: string): void {
  const { [id]: _, ...rest } = snoozes.get();
  snoozes.set(rest);
}
