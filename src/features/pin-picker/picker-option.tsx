import { memo } from 'react';
import type { PickerRow, ProjectRow } from '#domain/picker.ts';
import { toneOf } from '#domain/tone.ts';
import { modeText, stateText } from '#ui/text.ts';
import { TONE_TEXT, ToneIcon } from '#ui/tone-icon.tsx';
import { CheckBox } from './check-box.tsx';
import { placeText, projectText, wholeProjectText } from './words.ts';

/** `brought`: by its project, which is chosen. */
export type Mark = 'free' | 'chosen' | 'brought' | 'onBoard';

type Props = {
  readonly row: PickerRow;
  readonly place: number;
  readonly count: number;
  readonly mark: Mark;
  readonly isActive: boolean;
  readonly state: string | undefined;
  /** What to say of something pasted that has no name. */
  readonly stranger: string;
};

const MARK_TEXT = {
  free: '',
  chosen: '',
  brought: 'with its project',
  onBoard: 'on this board',
} as const satisfies Record<Mark, string>;

export const optionId = (key: string): string => `pick-${key}`;

function State({ state }: { readonly state: string | undefined }) {
  if (state === undefined) return <span className="text-mute">–</span>;
  const tone = toneOf(state);
  return (
    <span className={`flex min-w-0 items-center gap-1.5 [&>svg]:size-[15px] ${TONE_TEXT[tone]}`}>
      <ToneIcon tone={tone} />
      <span className="truncate">{stateText(state)}</span>
    </span>
  );
}

const joined = (parts: readonly (string | undefined)[]): string => parts.filter((part) => part).join(' · ');

function Environment({ name, place, mode, mark, state }: Facts) {
  const isAlone = place !== undefined;
  return (
    <>
      <span className="min-w-0 grow">
        <span className="flex items-baseline gap-2">
          <span className="truncate">{name}</span>
          <span className="hidden flex-none text-[12.5px] text-mute sm:block">{MARK_TEXT[mark]}</span>
        </span>
        <span className={`block truncate text-[12.5px] text-mute ${isAlone ? '' : 'sm:hidden'}`}>
          <span className="sm:hidden">{joined([MARK_TEXT[mark], modeText(mode), place])}</span>
          <span className="hidden sm:inline">{joined([modeText(mode), place])}</span>
        </span>
      </span>
      {!isAlone && <span className="hidden w-[110px] flex-none truncate text-mute sm:block">{modeText(mode)}</span>}
      <span className="max-w-[42%] flex-none text-[13px] sm:w-[150px]">
        <State state={state} />
      </span>
    </>
  );
}

function PastedProject({ row: { project, total }, mark }: { readonly row: ProjectRow; readonly mark: Mark }) {
  return (
    <span className="min-w-0 grow">
      <span className="block truncate">{projectText(project)}</span>
      <span className="block truncate text-[12.5px] text-mute">
        {mark === 'onBoard' ? MARK_TEXT.onBoard : wholeProjectText(total)}
      </span>
    </span>
  );
}

type Facts = {
  readonly name: string;
  /** Organization and project, where no heading says them. */
  readonly place?: string;
  readonly mode: string;
  readonly mark: Mark;
  readonly state: string | undefined;
};

function Heading({ row: { project, total }, mark }: { readonly row: ProjectRow; readonly mark: Mark }) {
  return (
    <span className="flex min-w-0 grow flex-col text-[13px] sm:flex-row sm:items-center sm:gap-3">
      <span className="min-w-0 grow truncate font-semibold">{projectText(project)}</span>
      {mark === 'onBoard' ? (
        <span className="text-mute">All, and new ones, are on this board</span>
      ) : (
        <span className="flex flex-none items-center gap-1.5 text-busy">
          {mark === 'chosen' && <CheckBox isChecked isFixed={false} />}
          {wholeProjectText(total)}
        </span>
      )}
    </span>
  );
}

function Stranger({ row, stranger }: Pick<Props, 'row' | 'stranger'>) {
  return (
    <span className="min-w-0 grow">
      <span className="block truncate font-mono text-[13px]">{row.pin.id}</span>
      <span className="block text-[12.5px] text-mute leading-tight">{stranger}</span>
    </span>
  );
}

function Content({ row, mark, state, stranger }: Props) {
  if (row.kind === 'project') return <Heading row={row} mark={mark} />;
  if (row.kind === 'pasted' && row.project) return <PastedProject row={row.project} mark={mark} />;
  const { environment } = row;
  if (environment === undefined) return <Stranger row={row} stranger={stranger} />;
  const { name, mode, organizationName, projectName } = environment;
  const place = row.kind === 'pasted' ? { place: placeText(organizationName, projectName) } : {};
  return <Environment name={name} mode={mode} mark={mark} state={state} {...place} />;
}

/** What a screen reader says of a row: the heading above it may be out of its sight. */
function labelOf({ row, mark, state, stranger }: Props): string {
  const says = (parts: readonly (string | undefined)[]) => parts.filter((part) => part).join(', ');
  const project = row.kind === 'project' ? row : row.kind === 'pasted' ? row.project : undefined;
  if (project) return says([`${projectText(project.project)}: ${wholeProjectText(project.total)}`, MARK_TEXT[mark]]);
  const environment = row.kind === 'project' ? undefined : row.environment;
  if (environment === undefined) return says([row.pin.id, stranger, MARK_TEXT[mark]]);
  const { name, mode, organizationName, projectName } = environment;
  const known = state === undefined ? undefined : stateText(state);
  return says([name, placeText(organizationName, projectName), modeText(mode), known, MARK_TEXT[mark]]);
}

/** One line of the list. The list around it takes the clicks, the field the keys. */
export const PickerOption = memo(function PickerOption(props: Props) {
  const { row, place, count, mark, isActive } = props;
  const isFixed = mark === 'onBoard' || mark === 'brought';
  const height = row.kind === 'pasted' ? 'min-h-[52px] py-1.5' : 'h-[52px] sm:h-[34px]';
  return (
    <div
      role="option"
      id={optionId(row.key)}
      data-key={row.key}
      tabIndex={-1}
      aria-label={labelOf(props)}
      aria-selected={mark !== 'free'}
      aria-disabled={isFixed}
      aria-posinset={place}
      aria-setsize={count}
      className={`mx-2.5 flex cursor-pointer select-none items-center gap-3 rounded-lg px-3 outline-none aria-disabled:cursor-default ${height} ${isActive ? 'bg-idle-soft' : 'hover:bg-idle-soft/60'}`}
    >
      {row.kind !== 'project' && <CheckBox isChecked={mark !== 'free'} isFixed={isFixed} />}
      <Content {...props} />
    </div>
  );
});
