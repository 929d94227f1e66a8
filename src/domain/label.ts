import { cleanLabel, type Pin } from './pin.ts';

/** The pins with another label for one of them; an empty label gives Qovery's name back. */
export function labelled(pins: readonly Pin[], id: string, text: string): readonly Pin[] {
  const label = cleanLabel(text);
  return pins.map((pin) => {
    if (pin.id !== id) return pin;
    return label === '' ? { kind: pin.kind, id } : { kind: pin.kind, id, label };
  });
}
