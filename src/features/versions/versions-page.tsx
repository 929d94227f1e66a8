import { useCallback, useDeferredValue, useState } from 'react';
import { useMedia } from '#browser/use-media.ts';
import { useLocalNow } from '#browser/use-now.ts';
import type { Board } from '#domain/board/board.ts';
import type { BoardEnvironment } from '#domain/environment/board-environment.ts';
import { waitReasonOf } from '#domain/polling/spare-wait.ts';
import { toggle } from '#domain/toggle.ts';
import type { ModePair } from '#domain/versions/mode-pair.ts';
import type { Matrix } from '#domain/versions/version-matrix.ts';
import { chosenOptions, withOption } from '#domain/versions/version-options.ts';
import { versionsSentence, VERSIONS_WORDS as WORDS } from '#messages/versions.ts';
import { Button } from '#ui/button.tsx';
import { CellPopover } from './lazy-popover.ts';
import type { Place } from './matrix-table.tsx';
import { PairChoice } from './pair-choice.tsx';
import { PhoneMatrix } from './phone-matrix.tsx';
import { ProjectMatrix } from './project-matrix.tsx';
import { useMatrices } from './use-matrices.ts';
import { VersionLegend } from './version-legend.tsx';
import { VersionTools } from './version-tools.tsx';
import { VersionsNote } from './versions-note.tsx';
import { WallVersions } from './wall-versions.tsx';

type Props = {
  readonly board: Board;
  /** The environments that pass the board's filters, in display order. */
  readonly shown: readonly BoardEnvironment[];
  readonly onChange: (part: Partial<Board>, options?: { readonly replace?: boolean }) => void;
};

const NARROW = '(max-width: 39.98rem)';
/** The projects that fit a high window. React renders those below it right after they are painted. */
const FIRST_PROJECTS = 6;

/** An answer may move rows and columns, so the opened cell is known by its service and its environment. */
type Opened = {
  readonly matrix: string;
  readonly row: string;
  readonly environment: string;
  readonly anchor: HTMLElement;
};

/** Renders which version of each service runs in which environment: a matrix for each project. */
export function VersionsPage({ board, shown, onChange }: Props) {
  const isNarrow = useMedia(NARROW) && board.view !== 'wall';
  const [chosenPair, setChosenPair] = useState<ModePair>();
  const versions = useMatrices(board, shown, { pair: isNarrow ? chosenPair : undefined, isNarrow });
  const { matrices, summary, modes, pair, environments, loaded, waiting, waitAt, commitsOf, retry } = versions;
  const lacksBudget = useLocalNow((now) => waiting > 0 && waitReasonOf(waitAt(now), now).kind === 'budget');
  const [opened, setOpened] = useState<Opened>();
  const openEnvironment = useCallback((details: string) => onChange({ details }), [onChange]);
  const renderedProjects = useDeferredValue(matrices.length, FIRST_PROJECTS);
  if (board.view === 'wall' && matrices.length > 0) return <WallVersions matrices={matrices} summary={summary} />;
  if (board.view === 'wall') return <EmptyState {...{ board, versions }} onChange={onChange} />;
  const openedMatrix = matrices.find(({ projectId }) => projectId === opened?.matrix);
  const openedRow = openedMatrix?.rows.find(({ key }) => key === opened?.row);
  const openedColumn = openedMatrix?.columns.findIndex(({ environment }) => environment.id === opened?.environment);
  const openCell = (matrix: Matrix, { row, column, anchor }: Place) => {
    const environment = matrix.columns[column]?.environment.id ?? '';
    setOpened({ matrix: matrix.projectId, row: row.key, environment, anchor });
  };
  const toggleProject = (id: string) => onChange({ collapsed: toggle(board.collapsed, id) });
  return (
    <>
      <div className="flex flex-col max-sm:flex-col-reverse">
        <VersionTools board={board} matrices={matrices} onChange={onChange}>
          {isNarrow && pair && modes.length > 1 && <PairChoice modes={modes} pair={pair} onChoose={setChosenPair} />}
        </VersionTools>
        <p data-versions-differing={summary.differing} data-versions-services={summary.services} className="mt-4">
          <b className="mr-2 font-semibold text-base tracking-tight">{`${versionsSentence(summary)} `}</b>
          <VersionsNote {...{ summary, environments, loaded, waiting, waitAt }} />
        </p>
      </div>
      <EmptyState {...{ board, versions }} onChange={onChange} />
      {matrices
        .slice(0, renderedProjects)
        .map((matrix) =>
          isNarrow ? (
            <PhoneMatrix
              key={matrix.projectId}
              matrix={matrix}
              isCollapsed={board.collapsed.includes(matrix.projectId)}
              onToggle={() => toggleProject(matrix.projectId)}
              onOpenCell={(place) => openCell(matrix, place)}
            />
          ) : (
            <ProjectMatrix
              key={matrix.projectId}
              matrix={matrix}
              isCollapsed={board.collapsed.includes(matrix.projectId)}
              lacksBudget={lacksBudget}
              opened={opened?.matrix === matrix.projectId ? opened : undefined}
              onToggle={() => toggleProject(matrix.projectId)}
              onOpenCell={(place) => openCell(matrix, place)}
              onOpenEnvironment={openEnvironment}
              onRetry={retry}
            />
          ),
        )}
      {matrices.length > 0 && !isNarrow && <VersionLegend compareWith={chosenOptions(board.versions).compareWith} />}
      {opened && openedMatrix && openedRow && openedColumn !== undefined && (
        <CellPopover
          matrix={openedMatrix}
          row={openedRow}
          column={openedColumn}
          anchor={opened.anchor}
          commitsOf={commitsOf}
          onClose={() => setOpened(undefined)}
        />
      )}
    </>
  );
}

type EmptyProps = {
  readonly board: Board;
  readonly versions: ReturnType<typeof useMatrices>;
  readonly onChange: (part: Partial<Board>) => void;
};

/** Explains why there is no matrix, or no row, with one next step. */
function EmptyState({ board, versions, onChange }: EmptyProps) {
  const { matrices, environments, previews } = versions;
  if (matrices.length > 0) return null;
  const hasQuery = board.query.trim() !== '';
  const clear = () => onChange({ query: '', tones: [], outOfDate: false });
  const [text, action, act] =
    environments > 0 && hasQuery
      ? [WORDS.nothingMatches, WORDS.clear, clear]
      : previews > 0
        ? [
            WORDS.onlyPreviews,
            WORDS.showPreviews,
            () => onChange({ versions: withOption(board.versions, 'previews', true) }),
          ]
        : [WORDS.noEnvironments, WORDS.clear, clear];
  return (
    <div className="mt-4 flex flex-wrap items-center gap-3 rounded-xl border border-line bg-surface px-4 py-6">
      <p>{text}</p>
      <Button data-clears onClick={act}>
        {action}
      </Button>
    </div>
  );
}
