import { type ReactNode, useState } from 'react';
import { copyText } from '#browser/clipboard.ts';
import { usePageActions } from '#browser/page-actions.ts';
import type { Board, VersionOption } from '#domain/board/board.ts';
import { versionsCsv, versionsMarkdown } from '#domain/versions/version-export.ts';
import type { Matrix } from '#domain/versions/version-matrix.ts';
import { COMPARISONS, chosenOptions, ROW_ORDERS, withOption } from '#domain/versions/version-options.ts';
import { EXPORT_WORDS } from '#messages/version-export.ts';
import { COMPARE_CHOICES, PREVIEW_CHOICES, ROW_CHOICES, VERSIONS_WORDS as WORDS } from '#messages/versions.ts';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { FilterField } from '#ui/filter-field.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Notice } from '#ui/notice.tsx';

const COPY = 'M6 5.5h7.5V13H6zM10 3H2.5v7.5H4';

type Props = {
  readonly board: Board;
  readonly matrices: readonly Matrix[];
  /** The lists of a narrow screen. */
  readonly children: ReactNode;
  readonly onChange: (part: Partial<Board>, options?: { readonly replace?: boolean }) => void;
};

/** Renders the filter, the options of the matrices, and the two ways to copy them. */
export function VersionTools({ board, matrices, children, onChange }: Props) {
  const [done, setDone] = useState<string>();
  const copy = async (text: string, copied: string) => setDone((await copyText(text)) ? copied : WORDS.notCopied);
  const copyCsv = () => copy(versionsCsv(matrices, EXPORT_WORDS), WORDS.csvCopied);
  const copyMarkdown = () => copy(versionsMarkdown(matrices, EXPORT_WORDS), WORDS.markdownCopied);
  usePageActions([
    { id: 'copy-markdown', title: WORDS.copyMarkdown, run: copyMarkdown },
    { id: 'copy-csv', title: WORDS.copyCsv, run: copyCsv },
  ]);
  const { compareWith, rowOrder, hasPreviews } = chosenOptions(board.versions);
  const set = (option: VersionOption, isOn: boolean) =>
    onChange({ versions: withOption(board.versions, option, isOn) });
  return (
    <section aria-label={WORDS.tools} className="flex flex-wrap items-center gap-2 pt-4">
      <div className={board.query === '' ? 'max-sm:hidden print:hidden' : 'max-sm:w-full'}>
        <FilterField
          query={board.query}
          label={WORDS.filter}
          hint={WORDS.filterHint}
          onChange={(query, options) => onChange({ query }, options)}
        />
      </div>
      <Choice
        label={WORDS.compare}
        value={compareWith}
        choices={COMPARISONS}
        words={COMPARE_CHOICES}
        className="max-sm:hidden"
        onChoose={(choice) => set('last', choice === 'last')}
      />
      <Choice
        label={WORDS.rows}
        value={rowOrder}
        choices={ROW_ORDERS}
        words={ROW_CHOICES}
        className="max-sm:hidden"
        onChoose={(choice) => set('name', choice === 'name')}
      />
      <Choice
        label={WORDS.previews}
        value={hasPreviews ? 'shown' : 'hidden'}
        choices={['hidden', 'shown']}
        words={PREVIEW_CHOICES}
        className="max-sm:hidden"
        onChoose={(choice) => set('previews', choice === 'shown')}
      />
      {children}
      <span className="grow max-sm:hidden" />
      <Button className="max-sm:hidden print:hidden" onClick={copyMarkdown}>
        {WORDS.copyMarkdown}
      </Button>
      <Button className="max-sm:hidden print:hidden" onClick={copyCsv}>
        {WORDS.copyCsv}
      </Button>
      <IconButton label={WORDS.copy} path={COPY} className="sm:hidden" onClick={copyMarkdown} />
      {done !== undefined && <Notice onDismiss={() => setDone(undefined)}>{done}</Notice>}
    </section>
  );
}
