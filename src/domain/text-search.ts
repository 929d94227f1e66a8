/** An entry that a search can find. */
export type Command = {
  readonly id: string;
  readonly title: string;
  /** The text beside the title. A match in it ranks after a match in the title. */
  readonly detail: string;
  /** Further search words that are not shown. */
  readonly also?: string | undefined;
};

/** Maximum number of results shown. */
export const MAX_SHOWN = 50;

/** Returns a text in lower case without accents, so that `munchen` finds `München`. */
export const foldText = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Returns the words of a query, folded. A slash, comma or semicolon separates words too, as in `acme / checkout`. */
export const wordsOf = (query: string): readonly string[] =>
  foldText(query)
    .split(/[\s/,;]+/)
    .filter((word) => word !== '');

/** An entry's texts, all folded. */
export type SearchText = {
  readonly title: string;
  /** Searched after the title. */
  readonly details: string;
  readonly id?: string;
};

const IN_WORD = /[\p{L}\p{N}]/u;
/** Minimum length of a word that is compared with ids: fewer characters would match too many of them. */
const MIN_ID_LENGTH = 4;

function startsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!IN_WORD.test(text.charAt(at - 1))) return true;
  }
  return false;
}

function rankOfWord(word: string, { title, details, id = '' }: SearchText): number | undefined {
  if (startsWord(title, word)) return 0;
  if (startsWord(details, word)) return 1;
  if (title.includes(word)) return 2;
  if (details.includes(word)) return 3;
  return word.length >= MIN_ID_LENGTH && id.startsWith(word) ? 1 : undefined;
}

/**
 * Returns the rank of a match, lower is better; undefined when a word does not match. The start of a word ranks before
 * its middle, the title before the details, and a title that starts with the query ranks first.
 */
export function rankOf(words: readonly string[], text: SearchText): number | undefined {
  let sum = text.title.startsWith(words.join(' ')) ? -1 : 0;
  for (const word of words) {
    const rank = rankOfWord(word, text);
    if (rank === undefined) return undefined;
    sum += rank;
  }
  return sum;
}

/**
 * Returns a search function for these commands.
 *
 * Its results contain every word of the query, best match first; equal matches keep their order. A query without words
 * returns all commands.
 */
export function createSearch<Found extends Command>(commands: readonly Found[]): (query: string) => readonly Found[] {
  const entries = commands.map((command) => ({
    command,
    title: foldText(command.title),
    details: foldText(`${command.detail} ${command.also ?? ''}`),
  }));
  return (query) => {
    const words = wordsOf(query);
    if (words.length === 0) return commands;
    return entries
      .flatMap(({ command, ...text }) => {
        const rank = rankOf(words, text);
        return rank === undefined ? [] : { command, rank };
      })
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ command }) => command);
  };
}
