import type { ReactNode } from 'react';
import type { Condition, GroupCondition } from '#domain/view/attention.ts';
import { environmentsText, figures } from '#messages/common.ts';
import { groupConditionText } from '#messages/group-conditions.ts';
import { ARROW_UP, CHEVRON_DOWN, CHEVRON_RIGHT, NOT_REACHED, StrokeIcon } from './stroke-icon.tsx';
import { ToneIcon } from './tone-icon.tsx';
import { WhereItFits } from './where-it-fits.tsx';

type Props = {
  readonly title: string;
  /** Rendered after the title in a quiet colour where it fits, such as the organization of a project. */
  readonly parent?: string | undefined;
  readonly count: number;
  readonly worst: GroupCondition;
  readonly isCollapsed: boolean;
  readonly onToggle: () => void;
};

const stroke = (path: string): ReactNode => <StrokeIcon path={path} className="size-3.5 flex-none" />;

/** Colour and icon of a condition. Only a condition that needs attention has a colour. */
const LOOK_OF_CONDITION = {
  failing: ['font-semibold text-failing', <ToneIcon key="" tone="failing" />],
  warning: ['font-semibold text-warning', <ToneIcon key="" tone="warning" />],
  stuck: ['font-semibold text-warning', <ToneIcon key="" tone="busy" />],
  busy: ['font-semibold text-busy', <ToneIcon key="" tone="busy" />],
  queued: ['font-semibold text-queued', <ToneIcon key="" tone="queued" />],
  unreachable: ['font-semibold text-warning', stroke(NOT_REACHED)],
  outOfDate: ['font-semibold text-warning', stroke(ARROW_UP)],
  unknown: ['text-mute', <ToneIcon key="" tone="unknown" />],
  ok: ['text-mute', <ToneIcon key="" tone="ok" />],
  idle: ['text-mute', <ToneIcon key="" tone="idle" />],
  snoozed: ['text-mute', null],
} as const satisfies Record<Condition, readonly [colours: string, icon: ReactNode]>;

/** Renders a group's name, its size and its most urgent condition; a click collapses or expands the group. As high as its parent. */
export function GroupHeading({ title, parent, count, worst, isCollapsed, onToggle }: Props) {
  const [colours, icon] = LOOK_OF_CONDITION[worst.condition];
  return (
    <h2 className="h-full text-[13px]">
      <button
        type="button"
        translate="no"
        aria-expanded={!isCollapsed}
        onClick={onToggle}
        className="flex h-full min-h-0 w-full items-center gap-1.5 text-left leading-5"
      >
        <StrokeIcon path={isCollapsed ? CHEVRON_RIGHT : CHEVRON_DOWN} className="size-3.5 flex-none text-mute" />
        <span className="min-w-0 truncate font-semibold">{title}</span>
        <span className="sr-only">{environmentsText(count)}</span>
        <span aria-hidden="true" className="flex-none text-mute">
          {figures(count)}
        </span>
        {parent !== undefined && (
          <span className="flex min-w-0 shrink-[1000000000] text-mute">
            <WhereItFits>{`· ${parent}`}</WhereItFits>
          </span>
        )}
        <span className="grow" />
        <span className={`flex flex-none items-center gap-1.5 text-xs *:[svg]:size-4 ${colours}`}>
          {icon}
          <span>{groupConditionText(worst, count)}</span>
        </span>
      </button>
    </h2>
  );
}
