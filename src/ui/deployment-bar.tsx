import type { Bar } from '#domain/environment/bar-scale.ts';
import { isRunning } from '#domain/environment/deployment.ts';
import { type Tone, toneOf } from '#domain/environment/tone.ts';
import { TONE_TEXT } from './tone-icon.tsx';

type Props = {
  readonly bar: Bar;
  /** Where it stands and how wide it is: pixels, or a share such as `4%`. */
  readonly x: number | string;
  readonly width: number | string;
  /** Height in pixels of a bar of ratio 1, on whose lower edge it stands. */
  readonly full: number;
  /** Pixels that the marks are high. */
  readonly mark: number;
  readonly radius: number;
};

/** A result that neither went well nor badly, or is not known, is drawn as an outline. */
const isHollow = (tone: Tone): boolean => tone === 'idle' || tone === 'unknown' || tone === 'warning';

/**
 * One deployment: height is duration, and colour is never the only sign. A failure stands on a dot, as an exclamation
 * mark does; one that runs is faint above; what was neither good nor bad is hollow; a bar that is cut has a gap on top.
 */
export function DeploymentBar({ bar: { deployment, ratio, isCut }, x, width, full, mark, radius }: Props) {
  const tone = toneOf(deployment.state);
  const isFailing = tone === 'failing';
  const height = Math.max(ratio * full, isFailing ? 3 * mark : mark);
  const top = full - height;
  const piece = (y: number, pieceHeight: number, opacity?: number) => (
    <rect x={x} width={width} y={y} height={pieceHeight} rx={radius} fill="currentColor" opacity={opacity} />
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
          {piece(top, height - 2 * mark)}
          {piece(full - mark, mark)}
        </>
      ) : isRunning(deployment) ? (
        <>
          {piece(top, height, 0.35)}
          {piece(full - height / 2, height / 2)}
        </>
      ) : (
        piece(top, height)
      )}
      {isCut && <rect x={x} width={width} y={top + 2 * mark} height={mark / 1.5} fill="var(--surface)" />}
    </g>
  );
}
