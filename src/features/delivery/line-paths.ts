import type { DurationPoint } from '#domain/delivery/duration-series.ts';

/** Distances between the lines of the scale, in seconds. */
const STEPS = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 43_200, 86_400] as const;
const MAX_LINES = 4;

/** Returns the lines of a scale from 0, in seconds, and its end. */
export function ticksOf(points: readonly DurationPoint[]): { readonly ticks: readonly number[]; readonly max: number } {
  const longest = points.reduce((most, { p90Seconds = 0 }) => Math.max(most, p90Seconds), 0);
  const step = STEPS.find((one) => one * MAX_LINES >= longest) ?? Math.ceil(longest / MAX_LINES);
  const count = Math.max(1, Math.ceil(longest / step));
  return { ticks: Array.from({ length: count + 1 }, (_, index) => index * step), max: count * step };
}

/** Returns the paths of a line, which ends where a value is missing. */
export function pathsOf(
  points: readonly DurationPoint[],
  secondsOf: (point: DurationPoint) => number | undefined,
  x: (index: number) => number,
  y: (value: number) => number,
): readonly string[] {
  const paths: string[] = [];
  let path = '';
  for (const [index, point] of points.entries()) {
    const value = secondsOf(point);
    if (value === undefined) {
      if (path !== '') paths.push(path);
      path = '';
    } else path += `${path === '' ? 'M' : 'L'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
  }
  return path === '' ? paths : [...paths, path];
}
