import { type FileProblem, readBoardsFile } from './boards-file.ts';
import type { TeamBoard } from './team-board.ts';

const MAX_SLUG_LENGTH = 50;
const MARKS = /\p{M}/gu;

/** Returns a name as lower-case letters, digits and hyphens, which no program takes for the end of a link. */
function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(MARKS, '').toLowerCase();
  return plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_SLUG_LENGTH)
    .replaceAll(/^-+|-+$/g, '');
}

/**
 * Parses the text of `boards.json`, which has the form of an export. Each board gets a slug from its name, followed by a
 * number where an earlier board has the same. Valid boards are returned even when others have problems. Never throws.
 */
export function readTeamBoards(text: string): {
  readonly boards: readonly TeamBoard[];
  readonly problems: readonly FileProblem[];
} {
  const { boards, problems } = readBoardsFile(text);
  const taken = new Set<string>();
  const named = boards.map(({ name, address }): TeamBoard => {
    const plain = slugOf(name) || 'board';
    let slug = plain;
    for (let number = 2; taken.has(slug); number += 1) slug = `${plain}-${number}`;
    taken.add(slug);
    return { slug, name, address };
  });
  return { boards: named, problems };
}
