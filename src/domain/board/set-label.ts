import { cleanLabel, type Pin } from './pin.ts';

/**
 * Returns the pins with a new label for the environment `id`. An empty `text` removes the label, so that Qovery's name
 * is shown. An environment of a pinned project gets a pin of its own, because only a pin holds a label.
 */
export function setLabel(pins: readonly Pin[], id: string, text: string): readonly Pin[] {
  const label = cleanLabel(text);
  if (label !== '' && !pins.some((pin) => pin.id === id)) return [...pins, { kind: 'environment', id, label }];
  return pins.map((pin) => {
    if (pin.id !== id) return pin;
    return label === '' ? { kind: pin.kind, id } : { kind: pin.kind, id, label };
  });
}
