import { HYPHENATED_ID, HYPHENS, ID_WORD, KINDS } from './pasted-ids.ts';

/** A line end, with the mark of a quoted-printable break before it and the marks of a quoted mail after it. */
const LINE_END = /[ \t]?=?\n[ \t>]*/g;
/** A quoted-printable line: the mark `=` ends it, and its length is close to the limit of 76 characters. */
const QUOTED_PRINTABLE_LINE = /(?:^|\n).{65,75}$/;
const MAX_QUOTED_PRINTABLE_LENGTH = 76;

const ID_LENGTH = 36;
const ID_CHARACTER = `[0-9a-f${HYPHENS}]`;
const LAST_PART = new RegExp(`(?<![0-9a-z])${ID_CHARACTER}{1,${ID_LENGTH - 1}}$`, 'i');
const FIRST_PART = new RegExp(`^${ID_CHARACTER}{1,${ID_LENGTH - 1}}(?![0-9a-z])`, 'i');
const WHOLE_ID = new RegExp(`^${HYPHENATED_ID}$`, 'i');

/** The rest of a path that a line end cuts: `/environment/X`, `ment/X`, `/X` or `X`. */
const PATH_REST = new RegExp(`^(?:/?[a-z]{0,12}/)?${ID_WORD}`, 'i');
const PATH_LENGTH = 60;
const PATH = new RegExp(`/(?:${KINDS})s?/${ID_WORD}$`, 'i');
/** A link to an organization or a project, which the path of a part of it on the next line continues. */
const PARENT_LINK = new RegExp(`://\\S{0,300}/(?:organization|project)s?/${ID_WORD}$`, 'i');
const PARENT_LINK_LENGTH = 400;

function isIdCut(head: string, tail: string): boolean {
  const last = LAST_PART.exec(head)?.[0];
  const first = FIRST_PART.exec(tail)?.[0];
  return last !== undefined && first !== undefined && WHOLE_ID.test(last + first);
}

function isPathCut(text: string, at: number, tail: string): boolean {
  const rest = PATH_REST.exec(tail)?.[0];
  if (rest === undefined) return false;
  const head = text.slice(Math.max(0, at - PATH_LENGTH), at);
  if (!head.includes('/')) return false;
  const path = PATH.exec(head + rest)?.[0] ?? '';
  if (path.length > rest.length) return true;
  return (
    /^\/(?:project|environment)s?\//i.test(rest) &&
    PARENT_LINK.test(text.slice(Math.max(0, at - PARENT_LINK_LENGTH), at))
  );
}

/**
 * Removes the line ends inside an id or a link, as a mail program breaks them. An id is joined only from two parts that
 * are exactly one id with hyphens, so that digits of two ids never make a third.
 */
export const withoutWrapping = (text: string): string =>
  text.replaceAll(LINE_END, (end, at: number) => {
    const next = at + end.length;
    const tail = text.slice(next, next + PATH_LENGTH);
    const head = text.slice(Math.max(0, at - ID_LENGTH - 1), at);
    const isQuotedPrintable =
      end === '=\n' && QUOTED_PRINTABLE_LINE.test(text.slice(Math.max(0, at - MAX_QUOTED_PRINTABLE_LENGTH), at));
    return isQuotedPrintable || isIdCut(head, tail) || isPathCut(text, at, tail) ? '' : end;
  });
