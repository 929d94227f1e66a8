import { fetchInTime } from '#browser/fetch-in-time.ts';
import { besidePage } from '#browser/page-address.ts';
import { MAX_FILE_BYTES } from '#domain/board/boards-file.ts';
import { readTeamBoards } from '#domain/board/team-boards-file.ts';
import { readTeamSearch, teamSearch } from '#domain/board/team-search.ts';
import { setTeamBoards, type TeamBoards } from './team-boards.ts';

const FOLLOW_EVERY_MS = 120_000;
const RETRY_AFTER_MS = 10_000;

const SEARCH = { read: readTeamSearch, write: teamSearch };
const NONE: TeamBoards = { boards: [], problems: [] };

let lastText: string | undefined;

/**
 * Fetches `boards.json` beside the page. Returns false when the response does not show the file's content: then the
 * boards stay unchanged.
 */
export async function loadTeamBoards(send: typeof fetch = fetchInTime): Promise<boolean> {
  try {
    const response = await send(besidePage('boards.json'), { cache: 'no-cache', redirect: 'manual' });
    if (response.status !== 404 && !response.ok) return false;
    const text = response.ok ? await response.text() : '';
    const isPage = text.trimStart().startsWith('<');
    // Some hosts return their page for a missing file. After a file was there, a page is probably one to sign in.
    if (isPage && lastText) return false;
    const isFile = text !== '' && !isPage && text.length <= MAX_FILE_BYTES;
    const next = isFile ? text : '';
    if (next === lastText) return true;
    lastText = next;
    setTeamBoards(isFile ? { ...readTeamBoards(text), search: SEARCH } : NONE);
    return true;
  } catch {
    return false;
  }
}

/** Loads the team boards now and every two minutes. Returns a function that ends this. */
export function watchTeamBoards(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hasEnded = false;
  const load = async () => {
    const isLoaded = await loadTeamBoards();
    if (!hasEnded) timer = setTimeout(load, isLoaded ? FOLLOW_EVERY_MS : RETRY_AFTER_MS);
  };
  void load();
  return () => {
    hasEnded = true;
    clearTimeout(timer);
  };
}
