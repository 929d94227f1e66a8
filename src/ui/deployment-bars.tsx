import { barsOf } from '#domain/environment/bar-scale.ts';
import type { Deployment } from '#domain/environment/deployment.ts';
import { deploymentsText, NO_DEPLOYMENTS } from '#messages/deployments.ts';
import { DeploymentBar } from './deployment-bar.tsx';

const SHOWN = 10;

/** Sizes in CSS pixels. `step` is the distance between the left edges of two bars. */
const SIZES_PX = {
  comfortable: { width: 6, step: 9, height: 24, mark: 3 },
  tight: { width: 5, step: 7, height: 16, mark: 2 },
} as const;

type Props = {
  readonly history: readonly Deployment[] | undefined;
  readonly isTight?: boolean;
};

/**
 * Renders the last ten deployments as small bars, oldest first: height is duration, colour is result. Renders a base
 * line of the same size while `history` is undefined, because a history that is not fetched yet does not mean
 * "no deployments".
 */
export function DeploymentBars({ history, isTight = false }: Props) {
  const { width, step, height, mark } = SIZES_PX[isTight ? 'tight' : 'comfortable'];
  const fullWidth = SHOWN * step - (step - width);
  if (!history) return <span className="block flex-none border-line border-b" style={{ width: fullWidth, height }} />;
  if (history.length === 0) return <span className="flex-none text-mute text-xs">{NO_DEPLOYMENTS}</span>;
  const last = history.slice(-SHOWN);
  const words = deploymentsText(last);
  return (
    <svg
      role="img"
      aria-label={words}
      width={last.length * step - (step - width)}
      height={height}
      className="flex-none"
    >
      <title>{words}</title>
      {barsOf(last).bars.map((bar, index) => (
        <DeploymentBar
          key={bar.deployment.id}
          bar={bar}
          x={index * step}
          width={width}
          full={height}
          mark={mark}
          radius={1}
        />
      ))}
    </svg>
  );
}
