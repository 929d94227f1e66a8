import { useState } from 'react';
import { copyText } from '#browser/clipboard.ts';
import { type Board, COMPARISONS, ROW_ORDERS } from '#domain/board/board.ts';
import { versionsCsv, versionsMarkdown } from '#domain/versions/version-export.ts';
import type { CommitsOf, Matrix } from '#domain/versions/version-matrix.ts';
import {
  COMPARE_CHOICES,
  EXPORT_WORDS,
  PREVIEW_CHOICES,
  ROW_CHOICES,
  VERSIONS_WORDS as WORDS,
} from '#messages/versions.ts';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { FilterField } from '#ui/filter-field.tsx';
import { Notice } from '#ui/notice.tsx';

type Props = {
  readonly board: Board;
  readonly matrices: readonly Matrix[];
  readonly commitsOf: CommitsOf;
  readonly onChange: (part: Partial<Board>, options?: { readonly replace?: boolean }) => void;
};

/** Renders the filter, the options of the matrices, and the two ways to copy them. */
export function VersionTools({ board, matrices, onChange }: Props) {
  const [done, setDone] = useState<string>();
  const copy = async (text: string, copied: string) => setDone((await copyText(text)) ? copied : WORDS.notCopied);
  const previews = board.hasPreviews ? 'shown' : 'hidden';
  return (
    <section aria-label={WORDS.tools} className="flex flex-wrap items-center gap-2 pt-4">
      <FilterField
        query={board.query}
        label={WORDS.filter}
        hint={WORDS.filterHint}
        onChange={(query, options) => onChange({ query }, options)}
      />
      <Choice
        label={WORDS.compare}
        value={board.compareWith}
        choices={COMPARISONS}
        words={COMPARE_CHOICES}
        className="max-sm:hidden"
        onChoose={(compareWith) => onChange({ compareWith })}
      />
      <Choice
        label={WORDS.rows}
        value={board.rowOrder}
        choices={ROW_ORDERS}
        words={ROW_CHOICES}
        className="max-sm:hidden"
        onChoose={(rowOrder) => onChange({ rowOrder })}
      />
      <Choice
        label={WORDS.previews}
        value={previews}
        choices={['hidden', 'shown']}
        words={PREVIEW_CHOICES}
        className="max-sm:hidden"
        onChoose={(choice) => onChange({ hasPreviews: choice === 'shown' })}
      />
      <span className="grow" />
      <Button onClick={() => copy(versionsMarkdown(matrices, EXPORT_WORDS), WORDS.markdownCopied)}>
        {WORDS.copyMarkdown}
      </Button>
      <Button className="max-sm:hidden" onClick={() => copy(versionsCsv(matrices, EXPORT_WORDS), WORDS.csvCopied)}>
        {WORDS.copyCsv}
      </Button>
      {done !== undefined && <Notice onDismiss={() => setDone(undefined)}>{done}</Notice>}
    </section>
  );
}
