import { environmentsText, figures } from '#messages/common.ts';
import { failingText } from '#messages/environment.ts';
import { CHEVRON_DOWN, CHEVRON_RIGHT, StrokeIcon } from './stroke-icon.tsx';

type Props = {
  readonly title: string;
  readonly count: number;
  readonly failing: number;
  readonly isCollapsed: boolean;
  readonly onToggle: () => void;
};

/** Renders a group's name, its number of environments and of failures; a click collapses or expands the group. */
export function GroupHeading({ title, count, failing, isCollapsed, onToggle }: Props) {
  return (
    <h2 className="mb-2.5 text-[13px]">
      <button
        type="button"
        translate="no"
        aria-expanded={!isCollapsed}
        onClick={onToggle}
        className="-ml-1.5 flex max-w-full items-center gap-1.5 rounded-md px-1.5 py-0.5 hover:bg-idle-soft"
      >
        <StrokeIcon path={isCollapsed ? CHEVRON_RIGHT : CHEVRON_DOWN} className="size-3.5 flex-none text-mute" />
        <span className="truncate font-semibold">{title}</span>
        <span className="ml-1 flex-none text-mute">{environmentsText(count)}</span>
        {failing > 0 && (
          <span className="ml-1 flex-none font-semibold text-failing">{failingText(figures(failing))}</span>
        )}
      </button>
    </h2>
  );
}
