import type { FileProblem } from '#domain/board/boards-file.ts';
import { fileProblemText } from '#messages/boards-file.ts';
import { moreProblemsText, TEAM_PROBLEMS } from '#messages/saved-boards.ts';

const LISTED = 20;

/** Lists the problems of `boards.json`, each with its line and its field; nothing where there are none. */
export function TeamBoardProblems({ problems }: { readonly problems: readonly FileProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <div className="mt-1 text-[13.5px] text-mute">
      <p>{TEAM_PROBLEMS}</p>
      <ul className="max-h-40 list-disc overflow-y-auto pl-5">
        {problems.slice(0, LISTED).map((problem, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two problems may be equal, and none keeps state.
          <li key={index}>{fileProblemText(problem)}</li>
        ))}
        {problems.length > LISTED && <li>{moreProblemsText(problems.length - LISTED)}</li>}
      </ul>
    </div>
  );
}
