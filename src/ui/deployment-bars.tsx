import { barsOf } from '#domain/environment/bar-scale.ts';
import type { Deployment } from '#domain/environment/deployment.ts';
import { deploymentsText, NO_DEPLOYMENTS } from '#messages/deployments.ts';
import { DeploymentBar } from './deployment-bar.tsx';

const SHOWN = 9;
const HEIGHT_PX = 22;
const WIDTH_PX = 6;
const STEP_PX = 9;

/**
 * Renders the last nine deployments as small bars, oldest first: height is duration, colour is result. Renders an empty
 * space while `history` is undefined, because a history that is not fetched yet does not mean "no deployments".
 */
export function DeploymentBars({ history }: { readonly history: readonly Deployment[] | undefined }) {
  if (!history) return <span className="block h-[22px]" />;
  if (history.length === 0) return <span className="text-mute">{NO_DEPLOYMENTS}</span>;
  const last = history.slice(-SHOWN);
  const words = deploymentsText(last);
  return (
    <svg
      role="img"
      aria-label={words}
      width={last.length * STEP_PX - (STEP_PX - WIDTH_PX)}
      height={HEIGHT_PX}
      className="flex-none"
    >
      <title>{words}</title>
      {barsOf(last).bars.map((bar, index) => (
        <DeploymentBar
          key={bar.deployment.id}
          bar={bar}
          x={index * STEP_PX}
          width={WIDTH_PX}
          full={HEIGHT_PX}
          mark={2.5}
          radius={1.5}
        />
      ))}
    </svg>
  );
}
