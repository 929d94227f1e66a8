import { toneOf } from '#domain/environment/tone.ts';
import type { PickerRow, ProjectRow } from '#domain/picker/picker-index.ts';
import { projectPathText } from '#messages/environment.ts';
import { BY_PROJECT, ON_BOARD, PROJECT_ON_BOARD, projectText, wholeProjectText } from '#messages/pin-picker.ts';
import { modeText, stateText } from '#messages/qovery-terms.ts';
import { TONE_TEXT, ToneIcon } from '#ui/tone-icon.tsx';
import { CheckBox } from './check-box.tsx';

/** `brought` means that its selected project already includes the environment. */
export type OptionState = 'free' | 'chosen' | 'brought' | 'onBoard';

type Props = {
  readonly row: PickerRow;
  readonly mark: OptionState;
  readonly state: string | undefined;
  readonly unknown: string;
};

export const MARK_TEXT = {
  free: '',
  chosen: '',
  brought: BY_PROJECT,
  onBoard: ON_BOARD,
} as const satisfies Record<OptionState, string>;

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

function Environment({ name, parents, mode, mark, state }: Facts) {
  const isAlone = parents !== undefined;
  return (
    <>
      <span className="min-w-0 grow">
        <span className="flex items-baseline gap-2">
          <span className="truncate">{name}</span>
          <span className="hidden flex-none text-[12.5px] text-mute sm:block">{MARK_TEXT[mark]}</span>
        </span>
        <span className={`block truncate text-[12.5px] text-mute ${isAlone ? '' : 'sm:hidden'}`}>
          <span className="sm:hidden">{joined([MARK_TEXT[mark], modeText(mode), parents])}</span>
          <span className="hidden sm:inline">{joined([modeText(mode), parents])}</span>
        </span>
      </span>
      {!isAlone && <span className="hidden w-[110px] flex-none truncate text-mute sm:block">{modeText(mode)}</span>}
      <span className="max-w-[42%] flex-none text-[13px] sm:w-[150px]">
        <State state={state} />
      </span>
    </>
  );
}

function PastedProject({ row: { project, total }, mark }: { readonly row: ProjectRow; readonly mark: OptionState }) {
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
  /** Organization and project, in a list without headings. */
  readonly parents?: string;
  readonly mode: string;
  readonly mark: OptionState;
  readonly state: string | undefined;
};

function Heading({ row: { project, total }, mark }: { readonly row: ProjectRow; readonly mark: OptionState }) {
  return (
    <span className="flex min-w-0 grow flex-col text-[13px] sm:flex-row sm:items-center sm:gap-3">
      <span className="min-w-0 grow truncate font-semibold">{projectText(project)}</span>
      {mark === 'onBoard' ? (
        <span className="text-mute">{PROJECT_ON_BOARD}</span>
      ) : (
        <span className="flex flex-none items-center gap-1.5 text-busy">
          {mark === 'chosen' && <CheckBox isChecked isFixed={false} />}
          <span>{wholeProjectText(total)}</span>
        </span>
      )}
    </span>
  );
}

function UnknownEnvironment({ row, unknown }: Pick<Props, 'row' | 'unknown'>) {
  return (
    <span className="min-w-0 grow">
      <span className="block truncate font-mono text-[13px]">{row.pin.id}</span>
      <span className="block text-[12.5px] text-mute leading-tight">{unknown}</span>
    </span>
  );
}

/** Renders the content of a row of each kind. */
export function OptionContent({ row, mark, state, unknown }: Props) {
  if (row.kind === 'project') return <Heading row={row} mark={mark} />;
  if (row.kind === 'pasted' && row.project) return <PastedProject row={row.project} mark={mark} />;
  const { environment } = row;
  if (environment === undefined) return <UnknownEnvironment row={row} unknown={unknown} />;
  const { name, mode } = environment;
  const parents = row.kind === 'pasted' ? { parents: projectPathText(environment) } : {};
  return <Environment name={name} mode={mode} mark={mark} state={state} {...parents} />;
}
