import type { Pin } from './pin.ts';

/** Returns the pins in the order of `ids`. Project pins, and pins that `ids` lacks, follow in their present order. */
export function reorderPins(pins: readonly Pin[], ids: readonly string[]): readonly Pin[] {
  const indexById = new Map(ids.map((id, index) => [id, index]));
  const indexOf = ({ kind, id }: Pin): number => (kind === 'environment' ? indexById.get(id) : undefined) ?? ids.length;
  return pins.toSorted((a, b) => indexOf(a) - indexOf(b));
}

/** Returns `ids` with `id` moved to the present position of `target`; unchanged when either is missing. */
export function moveTo(ids: readonly string[], id: string, target: string): readonly string[] {
  const to = ids.indexOf(target);
  return to < 0 || !ids.includes(id) ? ids : ids.filter((other) => other !== id).toSpliced(to, 0, id);
}
