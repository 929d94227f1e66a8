import { decodeBoard } from './board-url.ts';
import { idsIn } from './pasted-ids.ts';
import { MAX_PINS, type Pin } from './pin.ts';

/**
 * Parses pasted text into pins: every environment id, every console or API link, and every link to a board, anywhere in
 * the text.
 *
 * `pins` has each pin once. `passedOver` contains the links, ids and words that name no pin. `capped` counts the pins
 * beyond `MAX_PINS`. Never throws.
 */
export function readPastedPins(text: string): {
  readonly pins: readonly Pin[];
  readonly passedOver: readonly string[];
  readonly capped: number;
} {
  const pins = new Map<string, Pin>();
  const passedOver = new Set<string>();
  const add = (pin: Pin) => {
    // An environment's key is its id, without a new string: a user may paste a hundred thousand ids.
    const key = pin.kind === 'environment' ? pin.id : `project ${pin.id}`;
    if (!pins.has(key)) pins.set(key, pin);
  };
  const rest = text.replaceAll(BOARD_LINK, (link) => {
    if (!/pins(?:=|%(?:25)*3D)/i.test(link)) return link;
    const { board, problems } = decodeBoard(link);
    board.pins.forEach(add);
    if (problems.isCut || problems.unreadablePins > 0 || board.pins.length === 0) passedOver.add(link);
    return ' ';
  });
  const plain = plainText(rest);
  const words: string[] = [];
  let read = 0;
  for (const { kind, id, start, end } of idsIn(plain)) {
    if (start > read) words.push(plain.slice(read, start));
    if (kind === 'other') passedOver.add(plain.slice(start, end));
    else add({ kind, id });
    read = end;
  }
  for (const word of [...words, plain.slice(read)].flatMap(wordsIn)) passedOver.add(word);
  const all = [...pins.values()];
  return { pins: all.slice(0, MAX_PINS), passedOver: [...passedOver], capped: Math.max(0, all.length - MAX_PINS) };
}

const wordsIn = (text: string): readonly string[] =>
  text.split(/[\s"'`<>()[\]{},;|*“”‘’«»]+/).filter((word) => /[\p{L}\p{N}]/u.test(word) && !LABEL.test(word));
/** Words that only announce an id or a link, and the tags of HTML. */
const LABEL =
  /^(?:(?:organization|project|environment|cluster|service)s?(?:_?id)?|ids?|url|href|results|https?|\/?[a-z]):?=?$/i;

/** A link, up to a blank, a quotation mark or the next link. */
const BOARD_LINK = /(?:https?:\/\/|[?#])(?:(?!https?:\/\/)[^\s<>"“”«»])+/gi;

/** Removes invisible characters, and the escapes of addresses, JSON and HTML beside which an id looks like a longer word. */
const plainText = (text: string): string =>
  text
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\\(?:[nrtbf]|u00[0-9a-f]{2})|&(?:\w{2,6}|#x?[0-9a-f]{1,4});/gi, ' ')
    .replaceAll(/%(?:25)*([2-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
