import { decodeBoard } from './board-url.ts';
import { idsIn } from './pasted-ids.ts';
import { innerLink, PASTED_LINK } from './pasted-links.ts';
import { withoutRecords } from './pasted-records.ts';
import { withLines, withoutEscapes } from './pasted-text.ts';
import { MAX_PINS, type Pin } from './pin.ts';
import { withoutWrapping } from './wrapped-ids.ts';

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
  const lines = withoutWrapping(withoutRecords(withLines(text)));
  const rest = lines.replaceAll(PASTED_LINK, (link, at: number) => {
    // Two links without a blank between them are two links. A link in the query of another one is a part of it.
    const gap = /^http/i.test(link) && lines.charAt(at - 1) !== '=' ? ' ' : '';
    if (!/pins(?:=|%(?:25)*3D)/i.test(link)) return gap + innerLink(link);
    const { board, problems } = decodeBoard(link);
    board.pins.forEach(add);
    if (problems.isCut || problems.unreadablePins > 0 || board.pins.length === 0) passedOver.add(link);
    return ' ';
  });
  const plain = withoutEscapes(rest);
  const words: string[] = [];
  const others: { readonly id: string; readonly text: string }[] = [];
  let read = 0;
  for (const { kind, id, start, end } of idsIn(plain)) {
    if (start > read) words.push(plain.slice(read, start));
    if (kind === 'other') others.push({ id, text: plain.slice(start, end) });
    else add({ kind, id });
    read = end;
  }
  // The id of an event's target may also be an environment's id.
  for (const { id, text: other } of others) if (!pins.has(id)) passedOver.add(other);
  for (const word of [...words, plain.slice(read)].flatMap(wordsIn)) passedOver.add(word);
  const all = [...pins.values()];
  return { pins: all.slice(0, MAX_PINS), passedOver: [...passedOver], capped: Math.max(0, all.length - MAX_PINS) };
}

const wordsIn = (text: string): readonly string[] =>
  text.split(/[\s"'`<>()[\]{},;|*“”‘’«»]+/).filter((word) => /[\p{L}\p{N}]/u.test(word) && !LABEL.test(word));
/** Words that only announce an id or a link, and the tags of HTML. */
const LABEL =
  /^(?:(?:organization|project|environment|cluster|service)s?(?:_?id)?|ids?|url|href|results|https?|\/?[a-z]):?=?$/i;
