import type { UrlProblems } from '#domain/board/board-url.ts';
import { addressProblemText } from '#messages/url-problems.ts';

/** Lists all parts of a link that could not be used, in one notice. */
export function UrlProblemsNotice({ problems }: { readonly problems: UrlProblems }) {
  const text = addressProblemText(problems);
  if (text === '') return null;
  return (
    <p role="status" className="mt-4 rounded-[10px] border border-line bg-surface px-4 py-2.5">
      {text}
    </p>
  );
}
