import { decodePin, encodePin } from './pin.ts';

/** Returns an id as 22 characters. */
export const packId = (id: string): string => encodePin({ kind: 'environment', id });

/** Returns the id of 22 characters; undefined for a project pin, a label and any other text. */
export function unpackId(text: string): string | undefined {
  const pin = decodePin(text);
  return pin?.kind === 'environment' && packId(pin.id) === text ? pin.id : undefined;
}
