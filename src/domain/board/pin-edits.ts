import { cleanLabel, type Pin } from './pin.ts';

/** The pins in the order of `ids`; pins that `ids` does not name, project pins among them, keep their order at the end. */
export function reorderPins(pins: readonly Pin[], ids: readonly string[]): readonly Pin[] {
  const place = new Map(ids.map((id, index) => [id, index]));
  const placeOf = ({ kind, id }: Pin): number => (kind === 'environment' ? place.get(id) : undefined) ?? ids.length;
  return pins.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** `ids` with one of them moved to where `target` stands now. Unchanged when either is not there. */
export function moveTo(ids: readonly string[], id: string, target: string): readonly string[] {
  const to = ids.indexOf(target);
  return to < 0 || !ids.includes(id) ? ids : ids.filter((one) => one !== id).toSpliced(to, 0, id);
}

/** The pins with another label for one of them; an empty label gives Qovery's name back. */
export function setLabel(pins: readonly Pin[], id: string, text: string): readonly Pin[] {
  const label = cleanLabel(text);
  return pins.map((pin) => {
    if (pin.id !== id) return pin;
    return label === '' ? { kind: pin.kind, id } : { kind: pin.kind, id, label };
  });
}
