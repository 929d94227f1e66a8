import { memo } from 'react';
import { type BoardEnvironment, nameOf } from '#domain/environment/board-environment.ts';
import { lettersEm } from '#domain/view/letters-em.ts';
import { environmentLabel, projectPathText, UNKNOWN_PROJECT } from '#messages/environment.ts';
import { labelText, SNOOZED } from '#messages/table.ts';
import { ActionsButton } from '#ui/actions-button.tsx';
import { ClippedName } from '#ui/clipped-name.tsx';
import { currentStateText } from '#ui/current-state-text.ts';
import { environmentAttributes } from '#ui/environment-attributes.ts';
import { CELLS } from './cells.tsx';
import type { Heading } from './columns.ts';

const CELL = 'h-8 truncate border-line border-b px-2 py-0 pointer-coarse:h-11';

/** Width in ems up to which a name fits into the two lines of a row. The middle of a longer name is cut off. */
const TWO_LINES_EM = 14;

function Name({ name }: { readonly name: string }) {
  if (lettersEm(name) > TWO_LINES_EM) return <ClippedName name={name} />;
  return <span className="min-w-0 whitespace-normal py-0.5 leading-none break-words sm:line-clamp-2">{name}</span>;
}

function NameCell({
  environment,
  hasProject,
  onOpen,
}: {
  readonly environment: BoardEnvironment;
  /** True when a column shows the project. On a phone that column may be scrolled out of sight. */
  readonly hasProject: boolean;
  readonly onOpen: (id: string) => void;
}) {
  const { id, label, info, isSnoozed } = environment;
  const name = nameOf(environment);
  const projectText = info ? projectPathText(info) : UNKNOWN_PROJECT;
  const named = label !== undefined && info ? labelText(label, info.name) : name;
  return (
    <th scope="row" className={`${CELL} sticky left-0 z-1 bg-inherit text-left font-normal`}>
      <span className="flex items-baseline gap-1.5 pointer-coarse:flex-col pointer-coarse:items-start pointer-coarse:gap-0">
        <button
          type="button"
          title={info ? named : id}
          onClick={() => onOpen(id)}
          aria-label={name}
          className="flex min-w-0 text-left font-semibold before:absolute before:inset-0 hover:underline touch:min-h-0 pointer-coarse:max-w-full"
        >
          <Name name={name} />
        </button>
        <span
          className={`min-w-0 max-w-full truncate text-mute pointer-coarse:text-xs ${hasProject ? 'hidden pointer-coarse:line-clamp-2' : ''}`}
          title={projectText}
        >
          {projectText}
        </span>
        {isSnoozed && <span className="flex-none text-mute text-xs pointer-coarse:sr-only">{SNOOZED}</span>}
      </span>
    </th>
  );
}

type Props = {
  readonly environment: BoardEnvironment;
  readonly headings: readonly Heading[];
  /** Row number among all rows, from 1; set when only part of the rows is rendered. */
  readonly rowIndex: number | undefined;
  /** False while the row is empty; see `useTurn`. */
  readonly isTurn: boolean;
  readonly onOpen: (id: string) => void;
  readonly onMenu: (id: string, anchor: HTMLElement) => void;
};

function RowCells({ environment, headings, onOpen, onMenu }: Omit<Props, 'rowIndex' | 'isTurn'>) {
  return (
    <>
      {headings.map((heading) => {
        if (heading === 'environment')
          return <NameCell key={heading} {...{ environment, onOpen }} hasProject={headings.includes('project')} />;
        const Cell = CELLS[heading];
        return (
          <td key={heading} className={CELL}>
            <Cell environment={environment} />
          </td>
        );
      })}
      <td className={`${CELL} px-2`}>
        <ActionsButton
          environment={environment}
          className="-my-1 pointer-coarse:-mx-2 pointer-coarse:size-11"
          onMenu={onMenu}
        />
      </td>
    </>
  );
}

/** Renders one environment as a row. Re-renders only when a value that it shows has changed. */
export const EnvironmentRow = memo(function EnvironmentRow({
  environment,
  headings,
  rowIndex,
  isTurn,
  onOpen,
  onMenu,
}: Props) {
  const { info, tone, isSnoozed } = environment;
  const name = nameOf(environment);
  return (
    <tr
      aria-busy={isTurn ? undefined : true}
      aria-label={environmentLabel(name, info?.projectName, currentStateText(environment))}
      aria-rowindex={rowIndex}
      translate="no"
      {...environmentAttributes(environment)}
      className={tone === 'failing' && !isSnoozed ? 'bg-failing-soft' : 'bg-surface hover:bg-bg'}
    >
      {isTurn ? (
        <RowCells {...{ environment, headings, onOpen, onMenu }} />
      ) : (
        <td colSpan={headings.length + 1} className={CELL} />
      )}
    </tr>
  );
});
