import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { readTeamBoards } from '#domain/board/team-boards-file.ts';
import { fileProblemText } from '#messages/boards-file.ts';

/** Returns a sentence for each problem of a file of team boards, for the terminal; none when every board can be used. */
export function boardsFileProblems(file: string): readonly string[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return [`The boards file ${file} cannot be read: check its path and who may read it.`];
  }
  const { boards, problems } = readTeamBoards(text);
  if (boards.length === 0 && problems.length === 0) return [`The boards file ${file} holds no boards.`];
  return problems.map((problem) => `${file}: ${fileProblemText(problem)}`);
}

/**
 * Answers with the file as it is now, so that a change reaches open pages. A file that cannot be read at the moment
 * gives a 503, and open pages then retain their boards.
 */
export async function serveBoardsFile(file: string, response: ServerResponse): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  response.writeHead(text === undefined ? 503 : 200, {
    'content-type': 'application/json',
    'cache-control': 'no-cache',
  });
  response.end(text);
}
