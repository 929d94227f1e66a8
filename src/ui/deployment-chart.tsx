import { barsOf } from '#domain/environment/bar-scale.ts';
import type { Deployment } from '#domain/environment/deployment.ts';
import { toneOf } from '#domain/environment/tone.ts';
import { deploymentsText, usuallyText } from '#messages/deployments.ts';
import { stateText } from '#messages/qovery-terms.ts';
import { durationText } from '#messages/relative-time.ts';
import { LOOKS, segmentsOf } from './bar-segments.ts';
import { TONE_TEXT } from './tone-icon.tsx';

const SLOTS = 20;
const STEP_PERCENT = 100 / SLOTS;
const WIDTH_PERCENT = 0.8 * STEP_PERCENT;
const HEIGHT_PX = 112;
const MARK_PX = 5;

type Props = {
  /** Oldest first; the chart shows the last twenty. */
  readonly history: readonly Deployment[];
  /** A dashed line marks this duration, in seconds. */
  readonly usualSeconds: number | undefined;
};

/** Renders the last deployments as bars by duration. The list beside the chart has the same facts as text. */
export function DeploymentChart({ history, usualSeconds }: Props) {
  const last = history.slice(-SLOTS);
  const { bars, fullSeconds } = barsOf(last);
  const usual = usualSeconds === undefined || fullSeconds === undefined ? undefined : usualSeconds / fullSeconds;
  const usualY = usual === undefined ? undefined : HEIGHT_PX * Math.max(0, 1 - usual);
  const words = `${deploymentsText(last)}${usualSeconds === undefined ? '' : `; ${usuallyText(usualSeconds)}`}`;
  return (
    <svg role="img" aria-label={words} width="100%" height={HEIGHT_PX + 1} className="block border-line border-b">
      {bars.map((bar, index) => (
        <g
          key={bar.deployment.id}
          className={TONE_TEXT[toneOf(bar.deployment.state)]}
          fill="currentColor"
          stroke="currentColor"
        >
          <title>
            {bar.deployment.durationSeconds === undefined
              ? stateText(bar.deployment.state)
              : `${stateText(bar.deployment.state)}, ${durationText(bar.deployment.durationSeconds)}`}
          </title>
          {segmentsOf(bar, HEIGHT_PX, MARK_PX).map(({ y, height, look }) => {
            // `rx` rounds these corners, so a filled segment needs no line.
            const line = look === 'outlined' ? LOOKS.outlined.strokeWidth : 0;
            return (
              <rect
                key={y}
                {...LOOKS[look]}
                x={`${index * STEP_PERCENT}%`}
                y={y + line / 2}
                width={`${WIDTH_PERCENT}%`}
                height={height - line}
                rx="3"
                strokeWidth={line}
              />
            );
          })}
        </g>
      ))}
      {usualY !== undefined && (
        <line x1="0" x2="100%" y1={usualY} y2={usualY} className="stroke-mute" strokeDasharray="4 3" />
      )}
    </svg>
  );
}
