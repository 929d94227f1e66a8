/** Something that can be found by typing a part of it. */
export type Command = {
  readonly id: string;
  readonly title: string;
  /** What is said beside the title; found as well, after it. */
  readonly detail: string;
  /** Further words that find it, shown nowhere. */
  readonly also?: string | undefined;
};

/** How many of those found are shown. */
export const MAX_SHOWN = 50;

/** Small letters without accents, so that `munchen` finds `München`. */
const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

const IN_WORD = /[\p{L}\p{N}]/u;

function startsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !IN_WORD.test(text.charAt(at - 1))) return true;
  }
  return false;
}

/** The lower, the better; undefined when the word is nowhere. The start of a word, in either text, comes first. */
function rankOfWord(word: string, title: string, rest: string): number | undefined {
  if (startsWord(title, word)) return 0;
  if (startsWord(rest, word)) return 1;
  if (title.includes(word)) return 2;
  return rest.includes(word) ? 3 : undefined;
}

function rankOf(words: readonly string[], title: string, rest: string): number | undefined {
  let sum = title.startsWith(words.join(' ')) ? -1 : 0;
  for (const word of words) {
    const rank = rankOfWord(word, title, rest);
    if (rank === undefined) return undefined;
    sum += rank;
  }
  return sum;
}

/**
 * A search over these commands: it gives those in which every word of the query stands, the best first, and all of
 * them for a query without words. Equals keep their order.
 */
export function createSearch<Found extends Command>(commands: readonly Found[]): (query: string) => readonly Found[] {
  const entries = commands.map((command) => ({
    command,
    title: folded(command.title),
    rest: folded(`${command.detail} ${command.also ?? ''}`),
  }));
  return (query) => {
    const words = folded(query)
      .split(/\s+/)
      .filter((word) => word !== '');
    if (words.length === 0) return commands;
    return entries
      .flatMap(({ command, title, rest }) => {
        const rank = rankOf(words, title, rest);
        return rank === undefined ? [] : { command, rank };
      })
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ command }) => command);
  };
}
