/**
 * Returns a percentile by its nearest rank: the least value that is at least as great as `percent` percent of all. It is
 * always one of the values. The median is the 50th. Undefined without values.
 */
export function percentile(values: readonly number[], percent: number): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
}
