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
const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

const IN_WORD = /[\p{L}\p{N}]/u;

function startsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !IN_WORD.test(text.charAt(at - 1))) return true;
  }
  return false;
}

/** Returns the rank of a match, lower is better; undefined without a match. The start of a word ranks first. */
function rankOfWord(word: string, title: string, details: string): number | undefined {
  if (startsWord(title, word)) return 0;
  if (startsWord(details, word)) return 1;
  if (title.includes(word)) return 2;
  return details.includes(word) ? 3 : undefined;
}

function rankOf(words: readonly string[], title: string, details: string): number | undefined {
  let sum = title.startsWith(words.join(' ')) ? -1 : 0;
  for (const word of words) {
    const rank = rankOfWord(word, title, details);
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
    title: folded(command.title),
    details: folded(`${command.detail} ${command.also ?? ''}`),
  }));
  return (query) => {
    const words = folded(query)
      .split(/\s+/)
      .filter((word) => word !== '');
    if (words.length === 0) return commands;
    return entries
      .flatMap(({ command, title, details }) => {
        const rank = rankOf(words, title, details);
        return rank === undefined ? [] : { command, rank };
      })
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ command }) => command);
  };
}
