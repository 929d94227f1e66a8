import type { Bar } from '#domain/environment/bar-scale.ts';
import { isRunning } from '#domain/environment/deployment.ts';
import { type Tone, toneOf } from '#domain/environment/tone.ts';
import { TONE_TEXT } from './tone-icon.tsx';

type Props = {
  readonly bar: Bar;
  /** Left edge and width of the bar: pixels, or a percentage such as `4%`. */
  readonly x: number | string;
  readonly width: number | string;
  /** Height of a bar of ratio 1, in pixels. All bars share its lower edge. */
  readonly full: number;
  /** Height of the marks (dot and gap), in pixels. */
  readonly mark: number;
  readonly radius: number;
};

/** True when the bar is an outline: the result is neither a success nor a failure, or it is unknown. */
const isHollow = (tone: Tone): boolean => tone === 'idle' || tone === 'unknown' || tone === 'warning';

/**
 * Renders one deployment as a bar: its height is the duration. Shapes repeat the colour's meaning: a failed deployment
 * has a dot below its bar, as an exclamation mark has; a running one is faint in its upper half; a neutral or unknown
 * result is an outline; a shortened bar has a gap near its top.
 */
export function DeploymentBar({ bar: { deployment, ratio, isCut }, x, width, full, mark, radius }: Props) {
  const tone = toneOf(deployment.state);
  const isFailing = tone === 'failing';
  const height = Math.max(ratio * full, isFailing ? 3 * mark : mark);
  const top = full - height;
  const renderSegment = (y: number, segmentHeight: number, opacity?: number) => (
    <rect x={x} width={width} y={y} height={segmentHeight} rx={radius} fill="currentColor" opacity={opacity} />
  );
  return (
    <g className={TONE_TEXT[tone]} opacity={isHollow(tone) ? 0.9 : 0.8}>
      {isHollow(tone) ? (
        <rect
          x={x}
          width={width}
          y={top + 0.75}
          height={height - 1.5}
          rx={radius}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
        />
      ) : isFailing ? (
        <>
          {renderSegment(top, height - 2 * mark)}
          {renderSegment(full - mark, mark)}
        </>
      ) : isRunning(deployment) ? (
        <>
          {renderSegment(top, height, 0.35)}
          {renderSegment(full - height / 2, height / 2)}
        </>
      ) : (
        renderSegment(top, height)
      )}
      {isCut && <rect x={x} width={width} y={top + 2 * mark} height={mark / 1.5} fill="var(--surface)" />}
    </g>
  );
}
