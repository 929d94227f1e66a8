import { type Comparison, isApart, type Relation } from '#domain/versions/compare-versions.ts';
import { comparisonText } from '#messages/version-comparison.ts';
import { ARROW_UP, StrokeIcon } from '#ui/stroke-icon.tsx';

const ARROW_DOWN = 'M8 3v9M4.2 8.4 8 12.2l3.8-3.8';
const DIFFERS = 'M3 6h10M3 10h10M10.5 3l-5 10';
const OTHER_SOURCE = 'M3 5.5h9M9.5 3 12 5.5 9.5 8M13 10.5H4M6.5 8 4 10.5 6.5 13';
const NOT_KNOWN = 'M5.5 6a2.5 2.5 0 1 1 3.6 2.2C8.3 8.6 8 9 8 10M8 13h.01';
const SAME_TAG = 'M3 6h10M3 10h10';

const ICON_OF_RELATION: Readonly<Record<Relation, string>> = {
  ahead: ARROW_UP,
  behind: ARROW_DOWN,
  different: DIFFERS,
  otherSource: OTHER_SOURCE,
  sameMovingTag: SAME_TAG,
  equal: SAME_TAG,
  unknown: DIFFERS,
};

const CHIP = 'inline-flex h-5 items-center gap-1 whitespace-nowrap rounded-[5px] pr-[7px] pl-[5px] text-xs';

const LOOK = {
  apart: 'bg-warning-soft font-semibold text-warning ring-1 ring-warning/30 ring-inset',
  pending: 'border border-warning border-dashed font-medium text-warning',
  quiet: 'text-mute ring-1 ring-line ring-inset',
} as const;

type ComparisonProps = { readonly comparison: Comparison; readonly className?: string };

/** Renders how a cell relates to the cell that it is compared with. Renders nothing for cells in step. */
export function ComparisonChip({ comparison, className = '' }: ComparisonProps) {
  const text = comparisonText(comparison);
  if (text === undefined) return null;
  return (
    <span
      data-chip
      title={text}
      className={`${CHIP} ${className} min-w-0 ${LOOK[isApart(comparison) ? 'apart' : 'quiet']}`}
    >
      <StrokeIcon path={ICON_OF_RELATION[comparison.relation]} className="size-[13px] flex-none" />
      <span className="min-w-0 truncate">{text}</span>
    </span>
  );
}

type PendingProps = {
  readonly children: string;
  /** False where it is not known whether the version is deployed. */
  readonly isKnown?: boolean;
  /** The tooltip, when it tells more than the chip. */
  readonly title?: string;
  /** True where the chip has a line to itself. */
  readonly isWide?: boolean;
  readonly className?: string;
};

/** Renders a version that is configured and not deployed, or not known to be deployed. */
export function PendingChip({
  children,
  isKnown = true,
  title = children,
  isWide = false,
  className = '',
}: PendingProps) {
  return (
    <span
      data-chip
      title={title}
      className={`${CHIP} ${className} min-w-0 max-w-full ${LOOK[isKnown ? 'pending' : 'quiet']}`}
    >
      <StrokeIcon path={isKnown ? ARROW_UP : NOT_KNOWN} className="size-[13px] flex-none" />
      <span className={`min-w-0 truncate ${isWide ? '' : 'max-w-40'}`}>{children}</span>
    </span>
  );
}
