/** Names up to this number of characters are not split. */
const MAX_WHOLE = 14;
/** Number of characters at the end of a long name that stay visible: environments often differ only there. */
const TAIL = 7;

/** Splits a long name into a part that may be cut off and a part that may not. */
export function splitName(name: string): readonly [head: string, tail: string] {
  const characters = [...name];
  return characters.length <= MAX_WHOLE
    ? [name, '']
    : [characters.slice(0, -TAIL).join(''), characters.slice(-TAIL).join('')];
}
