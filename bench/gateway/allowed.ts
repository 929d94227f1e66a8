/** What nginx's configuration lets through: so many at once, then so many a second. */
export type Allowance = { readonly atOnce: number; readonly perSecond: number };

/** nginx counts thousandths of a request a second, rounded down; one and the burst pass at once. */
export function allowanceOf(configuration: string): Allowance {
  const perMinute = Number(/zone=budget:\w+ rate=(\d+)r\/m/.exec(configuration)?.[1]);
  const burst = Number(/zone=budget burst=(\d+) nodelay/.exec(configuration)?.[1]);
  return { atOnce: burst + 1, perSecond: Math.floor((perMinute * 1_000) / 60) / 1_000 };
}

export const allowedIn = ({ atOnce, perSecond }: Allowance, seconds: number): number =>
  Math.floor(atOnce + perSecond * seconds);

/** The most that lies within any stretch of so many milliseconds. The times are in order. */
export function mostWithin(timesMs: readonly number[], stretchMs: number): number {
  let most = 0;
  let first = 0;
  for (const [index, at] of timesMs.entries()) {
    while ((timesMs[first] ?? at) <= at - stretchMs) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return most;
}
