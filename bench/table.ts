import { type Figure, type Figures, METRIC_NAMES, METRICS, type Metric } from './metrics.ts';

/** The figures of one page under one workload, over all runs. */
export type Result = {
  readonly page: 'app' | 'limit';
  readonly workload: string;
  readonly slowdown: number;
  readonly figures: Figures;
};

const number = (value: number): string =>
  value < 10 && !Number.isInteger(value) ? value.toFixed(1) : String(Math.round(value));

/** Returns the ratio to the limit page; empty when that is zero or missing. */
const ratioText = (app: number, limit: number | undefined): string =>
  limit !== undefined && limit > 0 ? ` ×${(app / limit).toFixed(1)}` : '';

function cell(app: Figure | undefined, limit: Figure | undefined): string {
  if (!app) return '';
  const span = app.min === app.max ? '' : ` (${number(app.min)} to ${number(app.max)})`;
  return `${number(app.median)}${span}${ratioText(app.median, limit?.median)}`;
}

const labelOf = (name: Metric): string => {
  const { label, unit } = METRICS[name];
  return unit === '' || unit === 'kB' ? label : `${label}, ${unit}`;
};

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/**
 * Returns a table: one row a metric, one column a workload, with median, minimum, maximum and the ratio to the limit
 * page.
 */
export function tableOf(results: readonly Result[]): string {
  const apps = results.filter(({ page }) => page === 'app');
  const limitOf = ({ workload, slowdown }: Result) =>
    results.find((one) => one.page === 'limit' && one.workload === workload && one.slowdown === slowdown);
  const head = apps.map(({ workload, slowdown }) => `${workload}, ${slowdown}×`);
  const lines = METRIC_NAMES.filter((name) => apps.some(({ figures }) => figures[name])).map((name) =>
    row([labelOf(name), ...apps.map((app) => cell(app.figures[name], limitOf(app)?.figures[name]))]),
  );
  return [row(['', ...head]), row(['---', ...head.map(() => '---:')]), ...lines].join('\n');
}
