import { memo } from 'react';
import type { PickerRow } from '#domain/picker/picker-index.ts';
import { projectPathText } from '#messages/environment.ts';
import { projectText, wholeProjectText } from '#messages/pin-picker.ts';
import { modeText, stateText } from '#messages/qovery-terms.ts';
import { CheckBox } from './check-box.tsx';
import { MARK_TEXT, OptionContent, type OptionState } from './option-content.tsx';

type Props = {
  readonly row: PickerRow;
  readonly position: number;
  readonly count: number;
  readonly mark: OptionState;
  readonly isActive: boolean;
  readonly state: string | undefined;
  /** Text for a pasted id whose name is unknown. */
  readonly unknown: string;
};

export const optionId = (key: string): string => `pick-${key}`;

/** Returns a row's accessible name, which repeats the heading: a screen reader user may not have heard the heading. */
function labelOf({ row, mark, state, unknown }: Props): string {
  const joined = (parts: readonly (string | undefined)[]) => parts.filter((part) => part).join(', ');
  const project = row.kind === 'project' ? row : row.kind === 'pasted' ? row.project : undefined;
  if (project) return joined([`${projectText(project.project)}: ${wholeProjectText(project.total)}`, MARK_TEXT[mark]]);
  const environment = row.kind === 'project' ? undefined : row.environment;
  if (environment === undefined) return joined([row.pin.id, unknown, MARK_TEXT[mark]]);
  const { name, mode } = environment;
  const stateWord = state === undefined ? undefined : stateText(state);
  return joined([name, projectPathText(environment), modeText(mode), stateWord, MARK_TEXT[mark]]);
}

/** Renders one row of the list. The list handles its clicks, the field its keys. */
export const PickerOption = memo(function PickerOption(props: Props) {
  const { row, position, count, mark, isActive } = props;
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
      aria-posinset={position}
      aria-setsize={count}
      className={`mx-2.5 flex cursor-pointer select-none items-center gap-3 rounded-lg px-3 outline-none aria-disabled:cursor-default ${height} ${isActive ? 'bg-idle-soft' : 'hover:bg-idle-soft/60'}`}
    >
      {row.kind !== 'project' && <CheckBox isChecked={mark !== 'free'} isFixed={isFixed} />}
      <OptionContent {...props} />
    </div>
  );
});
