import { decodeWords } from './word-list-codec.ts';

/** The words of `PageOptions` in a link. The initial chunk holds this pattern alone; the pages decode the words. */
export const ONLY_WORD =
  /^(?:failed|well|cancelled|running|other|24h|(?:7|14|30|90)d|o[A-Z_]{1,40}|p[0-9a-z]{1,8}|[ej][\w-]{22}|d\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])?|m(?:all|[A-Z_]{1,40})|r(?:project|environment))$/;

/** Returns the words of a list that Envboard can read. */
export const readOnlyWords = (list: string) => decodeWords(list, (word) => (ONLY_WORD.test(word) ? word : undefined));
