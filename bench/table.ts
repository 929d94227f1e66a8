import { type Figure, type Figures, METRIC_NAMES, METRICS, type Metric } from './metrics.ts';

/** The figures of one page under one workload, over all runs. */
export type Result = {
  readonly page: 'app' | 'limit' | 'before';
  readonly workload: string;
  readonly slowdown: number;
  readonly figures: Figures;
};

const number = (value: number): string =>
  value < 10 && !Number.isInteger(value) ? value.toFixed(1) : String(Math.round(value));

/** Returns the ratio to another page; empty when that is zero or missing. */
const ratioText = (sign: string, app: number, other: Figure | undefined, digits: number): string =>
  other !== undefined && other.median > 0 ? ` ${sign}${(app / other.median).toFixed(digits)}` : '';

function cell(app: Figure | undefined, limit: Figure | undefined, before: Figure | undefined): string {
  if (!app) return '';
  const span = app.min === app.max ? '' : ` (${number(app.min)} to ${number(app.max)})`;
  return `${number(app.median)}${span}${ratioText('×', app.median, limit, 1)}${ratioText('÷', app.median, before, 2)}`;
}

const labelOf = (name: Metric): string => {
  const { label, unit } = METRICS[name];
  return unit === '' || unit === 'kB' ? label : `${label}, ${unit}`;
};

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/**
 * Returns a table: one row a metric, one column a workload, with median, minimum, maximum, the ratio to the limit page (×) and
 * the ratio to the app of the earlier commit (÷).
 */
export function tableOf(results: readonly Result[]): string {
  const apps = results.filter(({ page }) => page === 'app');
  const figuresOf = (page: Result['page'], { workload, slowdown }: Result) =>
    results.find((one) => one.page === page && one.workload === workload && one.slowdown === slowdown)?.figures;
  const head = apps.map(({ workload, slowdown }) => `${workload}, ${slowdown}×`);
  const lines = METRIC_NAMES.filter((name) => apps.some(({ figures }) => figures[name])).map((name) =>
    row([
      labelOf(name),
      ...apps.map((app) => cell(app.figures[name], figuresOf('limit', app)?.[name], figuresOf('before', app)?.[name])),
    ]),
  );
  return [row(['', ...head]), row(['---', ...head.map(() => '---:')]), ...lines].join('\n');
}
