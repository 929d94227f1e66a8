/** The size of a page after garbage collection. Heap in bytes. */
export type Size = {
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly timers: number;
};

const COUNTS = ['nodes', 'listeners', 'timers'] as const;
const MOST_GROWTH = 0.05;
/** The share of all sizes in each of the three windows: first, middle and last. */
const WINDOW = 1 / 5;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;

/** Returns the same number of sizes from the start, the middle and the end. */
function windowsOf(sizes: readonly Size[]) {
  const length = Math.ceil(sizes.length * WINDOW);
  const middle = Math.floor((sizes.length - length) / 2);
  return [sizes.slice(0, length), sizes.slice(middle, middle + length), sizes.slice(-length)] as const;
}

/**
 * Returns the values that grew from the first window to the last. A count varies with the states on the page, so it
 * counts as grown when half of the last window is above all of the first.
 */
export function grown(sizes: readonly Size[]): readonly (keyof Size)[] {
  const [first, , last] = windowsOf(sizes);
  const of = (window: readonly Size[], name: keyof Size) => window.map((size) => size[name]);
  const heap = median(of(last, 'heap')) / median(of(first, 'heap')) - 1;
  const counts = COUNTS.filter((name) => median(of(last, name)) > Math.max(...of(first, name)));
  return [...(heap < MOST_GROWTH ? [] : ['heap' as const]), ...counts];
}

export const SOAK_HEAD = [
  '| what | heap, MB: first → middle → last | nodes | listeners | timers | growth |',
  '| --- | --- | --- | --- | --- | --- |',
].join('\n');

const percent = (change: number): string => `${change >= 0 ? '+' : ''}${(change * 100).toFixed(1)} %`;

/** Returns a table row with the medians of the three windows. */
export function soakRow(what: string, sizes: readonly Size[]): string {
  const medians = (name: keyof Size) => windowsOf(sizes).map((window) => median(window.map((size) => size[name])));
  const heaps = medians('heap');
  const change = (heaps.at(-1) ?? 0) / (heaps[0] ?? 0) - 1;
  const cells = [
    what,
    `${heaps.map((heap) => (heap / 1_000_000).toFixed(2)).join(' → ')} (${percent(change)})`,
    ...COUNTS.map((name) => medians(name).join(' → ')),
    grown(sizes).join(', ') || 'none',
  ];
  return `| ${cells.join(' | ')} |`;
}
