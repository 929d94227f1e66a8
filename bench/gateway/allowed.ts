/** The requests that nginx's configuration lets through: `atOnce`, then `perSecond`. */
export type Allowance = { readonly atOnce: number; readonly perSecond: number };

/**
 * Reads nginx's configuration. nginx counts in thousandths of a request a second, rounded down; burst + 1 pass at once.
 */
export function allowanceOf(configuration: string): Allowance {
  const perMinute = Number(/zone=budget:\w+ rate=(\d+)r\/m/.exec(configuration)?.[1]);
  const burst = Number(/zone=budget burst=(\d+) nodelay/.exec(configuration)?.[1]);
  return { atOnce: burst + 1, perSecond: Math.floor((perMinute * 1_000) / 60) / 1_000 };
}

export const allowedIn = ({ atOnce, perSecond }: Allowance, seconds: number): number =>
  Math.floor(atOnce + perSecond * seconds);

/** Returns the highest number of times within any span of `stretchMs`. The times must be in order. */
export function mostWithin(timesMs: readonly number[], stretchMs: number): number {
  let most = 0;
  let first = 0;
  for (const [index, at] of timesMs.entries()) {
    while ((timesMs[first] ?? at) <= at - stretchMs) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return most;
}
