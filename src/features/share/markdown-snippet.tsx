import { useState } from 'react';
import { sorted } from '#domain/attention.ts';
import type { BoardAddress } from '#domain/board-address.ts';
import { boardMarkdown } from '#domain/markdown.ts';
import type { WatchedEnvironment } from '#domain/reading.ts';
import { matches } from '#domain/view.ts';
import { configurationText, stateText } from '#ui/words/qovery.ts';
import { CopyField } from './copy-field.tsx';

type Props = {
  /** As it is shared: its filters say which environments go along. */
  readonly board: BoardAddress;
  readonly watched: readonly WatchedEnvironment[];
  readonly href: string;
};

/** The states as they were when this was opened: text that changes while it is being selected is of no use. */
export function MarkdownSnippet({ board, watched, href }: Props) {
  const [seen] = useState(() => ({ at: Date.now(), watched }));
  const { name, sort, isReversed } = board;
  const listed = sorted(seen.watched, sort, isReversed).filter((one) => matches(one, board));
  const value = boardMarkdown({ name, at: seen.at, link: href }, listed, {
    state: stateText,
    configuration: configurationText,
  });
  return <CopyField label="Markdown" value={value} action="Copy Markdown" done="Markdown copied." rows={9} />;
}
