import { useState } from 'react';
import { serverNow } from '#browser/server-now.ts';
import type { Board } from '#domain/board/board.ts';
import { boardMarkdown } from '#domain/board/board-markdown.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { matches } from '#domain/view/filter.ts';
import { sortEnvironments } from '#domain/view/sort.ts';
import { COPY_MARKDOWN, MARKDOWN, MARKDOWN_COPIED, MARKDOWN_WORDS } from '#messages/share.ts';
import { currentStateText } from '#ui/current-state-text.ts';
import { CopyField } from './copy-field.tsx';

type Props = {
  /** The shared board: its filters decide which environments the text lists. */
  readonly board: Board;
  readonly environments: readonly BoardEnvironment[];
  readonly href: string;
};

/** Renders the states at the opening of the dialog: text must not change while the user selects it. */
export function MarkdownSnippet({ board, environments, href }: Props) {
  const [seen] = useState(() => ({ at: serverNow(), environments }));
  const { name, sort, isReversed } = board;
  const listed = sortEnvironments(seen.environments, sort, isReversed).filter((environment) =>
    matches(environment, board),
  );
  const value = boardMarkdown({ name, at: seen.at, link: href }, listed, {
    ...MARKDOWN_WORDS,
    state: currentStateText,
  });
  return <CopyField label={MARKDOWN} value={value} action={COPY_MARKDOWN} done={MARKDOWN_COPIED} rows={9} />;
}
