/** All metrics of a page, in the order of the table. */
export const METRICS = {
  scriptBytes: { label: 'JavaScript of the first five seconds, kB over the wire', unit: 'kB' },
  bytes: { label: 'all files of the first five seconds, kB over the wire', unit: 'kB' },
  requests: { label: 'requests for files in the first five seconds', unit: '' },
  fcp: { label: 'first contentful paint', unit: 'ms' },
  lcp: { label: 'largest contentful paint', unit: 'ms' },
  firstCard: { label: 'first card, cold', unit: 'ms' },
  allCards: { label: 'all states, cold', unit: 'ms' },
  blocking: { label: 'total blocking time, cold', unit: 'ms' },
  longest: { label: 'longest task, cold', unit: 'ms' },
  loadTask: { label: 'main thread in the first five seconds, processor time', unit: 'ms' },
  loadScript: { label: 'script in the first five seconds, processor time', unit: 'ms' },
  keptFirstCard: { label: 'first card, persisted readings', unit: 'ms' },
  keptAllCards: { label: 'all states, persisted readings', unit: 'ms' },
  keptBlocking: { label: 'total blocking time, persisted readings', unit: 'ms' },
  lateScript: { label: 'script from the 3rd to the 11th second after all states', unit: 'ms' },
  secondScript: { label: 'a second at rest, script', unit: 'ms' },
  restScript: { label: 'poll of one source at rest, no change, script', unit: 'ms' },
  sameScript: { label: 'poll of all sources, no change, script', unit: 'ms' },
  sameScriptEach: { label: 'poll of all sources, no change, script for each request', unit: 'ms' },
  sameLayout: { label: 'poll of all sources, no change, style and layout', unit: 'ms' },
  sameTask: { label: 'poll of all sources, no change, main thread in total', unit: 'ms' },
  sameCommits: { label: 'poll of all sources, no change, React commits, ages excluded', unit: '' },
  sameCards: { label: 'poll of all sources, no change, cards rendered', unit: '' },
  changeScript: { label: 'poll of all sources, 5 % change, script', unit: 'ms' },
  changeScriptEach: { label: 'poll of all sources, 5 % change, script for each request', unit: 'ms' },
  changeLayout: { label: 'poll of all sources, 5 % change, style and layout', unit: 'ms' },
  changeTask: { label: 'poll of all sources, 5 % change, main thread in total', unit: 'ms' },
  changeCommits: { label: 'poll of all sources, 5 % change, React commits, ages excluded', unit: '' },
  changeCards: { label: 'poll of all sources, 5 % change, cards rendered', unit: '' },
  letter: { label: 'a letter in the filter during a poll, to paint', unit: 'ms' },
  dropped: { label: 'frames dropped in 2 s of scrolling', unit: '' },
  nodes: { label: 'elements in the document', unit: '' },
  heap: { label: 'heap', unit: 'MB' },
} as const satisfies Record<string, { readonly label: string; readonly unit: string }>;

export type Metric = keyof typeof METRICS;
/** The figures of one run, without the metrics that the page does not have. */
export type Sample = Partial<Record<Metric, number>>;

export type Figure = { readonly median: number; readonly min: number; readonly max: number };
export type Figures = Partial<Record<Metric, Figure>>;

/** Returns the middle value, or the mean of the two middle ones. NaN for an empty list. */
export function median(values: readonly number[]): number {
  const inOrder = values.toSorted((a, b) => a - b);
  const middle = Math.floor(inOrder.length / 2);
  const upper = inOrder[middle] ?? Number.NaN;
  return inOrder.length % 2 === 1 ? upper : (upper + (inOrder[middle - 1] ?? Number.NaN)) / 2;
}

export const METRIC_NAMES = Object.keys(METRICS) as readonly Metric[];

/** Returns median, minimum and maximum of each metric over the runs that have it. */
export function figuresOf(samples: readonly Sample[]): Figures {
  const entries = METRIC_NAMES.flatMap((name) => {
    const values = samples.flatMap((sample) => sample[name] ?? []);
    if (values.length === 0) return [];
    return [[name, { median: median(values), min: Math.min(...values), max: Math.max(...values) }] as const];
  });
  return Object.fromEntries(entries);
}
