import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { readTeamBoards } from '#domain/board/team-boards-file.ts';
import { fileProblemText } from '#messages/boards-file.ts';

type BoardsFileReport = { readonly problems: readonly string[]; readonly isUsable: boolean };

/** Returns a sentence for each problem of a file of team boards, for the terminal. The file is usable with one board. */
export function boardsFileProblems(file: string): BoardsFileReport {
  const refused = (problem: string): BoardsFileReport => ({ problems: [problem], isUsable: false });
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return refused(`The boards file ${file} cannot be read: check its path and who may read it.`);
  }
  const { boards, problems } = readTeamBoards(text);
  if (boards.length === 0 && problems.length === 0) return refused(`The boards file ${file} holds no boards.`);
  return {
    problems: problems.map((problem) => `${file}: ${fileProblemText(problem)}`),
    isUsable: boards.length > 0,
  };
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
