import { decodeWords } from './word-list-codec.ts';

const ONLY_WORD =
  /^(?:failed|well|cancelled|running|other|24h|(?:7|14|30|90)d|o[A-Z_]{1,40}|p[0-9a-z]{1,8}|[ej][\w-]{22}|d[12]\d{3}(?:0[1-9]|1[0-2])\d\d(?:[01]\d|2[0-3])?|m(?:all|[A-Z_]{1,40})|r(?:project|environment))$/;

/** False for a day that its month does not have: a `Date` would show a day of the next month in its place. */
const hasDay = (word: string): boolean => {
  const [year, month, day] = [word.slice(1, 5), word.slice(5, 7), word.slice(7, 9)].map(Number);
  return new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day)).getUTCDate() === day;
};

/** True for a word of `PageOptions` in a link. The initial chunk holds this check alone; the pages decode the words. */
export const isOnlyWord = (word: string): boolean => ONLY_WORD.test(word) && (!word.startsWith('d') || hasDay(word));

/** Returns the words of a list that Envboard can read. */
export const readOnlyWords = (list: string) => decodeWords(list, (word) => (isOnlyWord(word) ? word : undefined));
