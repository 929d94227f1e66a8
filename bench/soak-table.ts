/** What a page holds at one moment, once nothing is left that can be collected. Heap in bytes. */
export type Size = {
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly timers: number;
};

const COUNTS = ['nodes', 'listeners', 'timers'] as const;
const MOST_GROWTH = 0.05;
/** Of the sizes, each in the first, the middle and the last window. */
const WINDOW = 1 / 5;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;

/** The same number of sizes at the start, in the middle and at the end. */
function windowsOf(sizes: readonly Size[]) {
  const length = Math.ceil(sizes.length * WINDOW);
  const middle = Math.floor((sizes.length - length) / 2);
  return [sizes.slice(0, length), sizes.slice(middle, middle + length), sizes.slice(-length)] as const;
}

/**
 * What grew from the first window to the last. A count varies with what the page shows at the moment: it grew when half
 * of the last window lies above all of the first.
 */
export function grown(sizes: readonly Size[]): readonly (keyof Size)[] {
  const [first, , last] = windowsOf(sizes);
  const of = (window: readonly Size[], name: keyof Size) => window.map((size) => size[name]);
  const heap = median(of(last, 'heap')) / median(of(first, 'heap')) - 1;
  const counts = COUNTS.filter((name) => median(of(last, name)) > Math.max(...of(first, name)));
  return [...(heap < MOST_GROWTH ? [] : ['heap' as const]), ...counts];
}

export const SOAK_HEAD = [
  '| what | heap, MB: first → middle → last | nodes | listeners | timers | grew |',
  '| --- | --- | --- | --- | --- | --- |',
].join('\n');

const percent = (change: number): string => `${change >= 0 ? '+' : ''}${(change * 100).toFixed(1)} %`;

/** The medians of the three windows. */
export function soakRow(what: string, sizes: readonly Size[]): string {
  const medians = (name: keyof Size) => windowsOf(sizes).map((window) => median(window.map((size) => size[name])));
  const heaps = medians('heap');
  const change = (heaps.at(-1) ?? 0) / (heaps[0] ?? 0) - 1;
  const cells = [
    what,
    `${heaps.map((heap) => (heap / 1_000_000).toFixed(2)).join(' → ')} (${percent(change)})`,
    ...COUNTS.map((name) => medians(name).join(' → ')),
    grown(sizes).join(', ') || 'nothing',
  ];
  return `| ${cells.join(' | ')} |`;
}
