import { ID_WORD } from './pasted-ids.ts';

/** A link, up to a blank, a quotation mark or the next link. */
export const PASTED_LINK = /(?:https?:\/\/|[?#])(?:(?!https?:\/\/)[^\s<>"“”«»])+/gi;

const ID = new RegExp(ID_WORD, 'i');
/** 32 hexadecimal digits in a query, where most are a trace or a tenant, unless their key names an environment. */
const DIGITS_IN_QUERY =
  /(?<![0-9a-z])(?<!env(?:ironments?)?(?:_?id)?(?:[=/]|%(?:25)*(?:2F|3D)))[0-9a-f]{32}(?![0-9a-z])/gi;
/** Mail filters nest one link checker in another. */
const MAX_NESTING = 3;

const decodedOnce = (text: string): string =>
  text.replaceAll(/%([2-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/**
 * Returns the address that a link checker, such as Outlook Safe Links, contains in its query. Other values of such a
 * query identify the recipient. Hides words of digits in the query of a link without an id in its path.
 */
export function innerLink(link: string, depth = 0): string {
  const start = link.indexOf('?');
  if (start < 0 || !/^http/i.test(link) || ID.test(link.slice(0, start))) return link;
  const values = link.slice(start + 1).split(/[?&](?:amp;)?/);
  const inner = values
    .map((value) => decodedOnce(value.slice(value.indexOf('=') + 1)))
    .find((value) => /^https?:\/\//i.test(value));
  if (inner !== undefined) return depth < MAX_NESTING ? innerLink(inner, depth + 1) : inner;
  return link.slice(0, start) + link.slice(start).replaceAll(DIGITS_IN_QUERY, '…');
}
