import { barsOf } from '#domain/environment/bar-scale.ts';
import type { Deployment } from '#domain/environment/deployment.ts';
import { toneOf } from '#domain/environment/tone.ts';
import { groupBy } from '#domain/group-by.ts';
import { deploymentsText, NO_DEPLOYMENTS } from '#messages/deployments.ts';
import { LOOKS, segmentsOf } from './bar-segments.ts';
import { TONE_TEXT } from './tone-icon.tsx';

const SHOWN = 10;

type Sizes = { readonly width: number; readonly gap: number; readonly height: number; readonly mark: number };

const COMFORTABLE_PX: Sizes = { width: 6, gap: 3, height: 24, mark: 3 };
const TIGHT_PX: Sizes = { width: 5, gap: 2, height: 16, mark: 2 };

type Props = {
  readonly history: readonly Deployment[] | undefined;
  readonly isTight?: boolean;
};

/** Renders all segments of the same tone and look as one path: a card then has a third fewer elements. */
function renderPaths(history: readonly Deployment[], { width, gap, height: fullHeight, mark }: Sizes) {
  const rectangles = barsOf(history).bars.flatMap((bar, index) =>
    segmentsOf(bar, fullHeight, mark).map(({ y, height, look }) => {
      const line = LOOKS[look].strokeWidth;
      const d = `M${index * (width + gap) + line / 2} ${y + line / 2}h${width - line}v${height - line}h${line - width}z`;
      return { className: TONE_TEXT[toneOf(bar.deployment.state)], look, d };
    }),
  );
  return [...groupBy(rectangles, ({ className, look }) => className + look)].map(([key, group]) => {
    const [{ className, look }] = group;
    return <path key={key} className={className} {...LOOKS[look]} d={group.map(({ d }) => d).join('')} />;
  });
}

/**
 * Renders the last ten deployments as small bars, oldest first: height is duration, colour is result. Renders a base
 * line of the same size while `history` is undefined, because a history that is not fetched yet does not mean
 * "no deployments".
 */
export function DeploymentBars({ history, isTight = false }: Props) {
  const sizes = isTight ? TIGHT_PX : COMFORTABLE_PX;
  const { width, gap, height } = sizes;
  const widthOf = (bars: number) => bars * (width + gap) - gap;
  if (!history)
    return <span className="block flex-none border-line border-b" style={{ width: widthOf(SHOWN), height }} />;
  if (history.length === 0) return <span className="flex-none text-mute text-xs">{NO_DEPLOYMENTS}</span>;
  const last = history.slice(-SHOWN);
  return (
    <svg
      role="img"
      width={widthOf(last.length)}
      height={height}
      className="flex-none"
      fill="currentColor"
      stroke="currentColor"
      strokeLinejoin="round"
    >
      <title>{deploymentsText(last)}</title>
      {renderPaths(last, sizes)}
    </svg>
  );
}
