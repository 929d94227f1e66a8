import { escapeMarkdown } from '#domain/board/board-markdown.ts';
import { withoutFormula } from '#domain/csv-field.ts';
import { nameOf } from '#domain/environment/board-environment.ts';
import { cleanText } from '#domain/text.ts';
import type { Comparison } from './compare-versions.ts';
import { shortVersion } from './version.ts';
import type { Cell, Matrix } from './version-matrix.ts';

/** The texts of the copies. The caller passes them, because the domain contains no interface text. */
export type ExportWords = {
  readonly kind: (kind: string) => string;
  readonly comparison: (comparison: Comparison) => string | undefined;
  readonly configured: (version: string) => string;
  readonly service: string;
  readonly absent: string;
  readonly unknown: string;
  readonly columns: readonly string[];
};

function textOf(cell: Cell, words: ExportWords): string {
  if (cell.kind !== 'service') return cell.kind === 'absent' ? words.absent : words.unknown;
  const { running, comparison } = cell;
  const notes = [
    comparison && words.comparison(comparison),
    running.pending && words.configured(shortVersion(running.pending)),
  ].filter(Boolean);
  const version = running.deployed ? shortVersion(running.deployed) : words.unknown;
  return notes.length === 0 ? version : `${version} (${notes.join(', ')})`;
}

/** Returns the matrices as Markdown tables, for release notes: a heading and a table for each project. */
export function versionsMarkdown(matrices: readonly Matrix[], words: ExportWords): string {
  return matrices
    .map(({ projectName, columns, rows }) =>
      [
        `### ${escapeMarkdown(projectName)}`,
        '',
        lineOf([words.service, ...columns.map(({ environment }) => nameOf(environment))].map(escapeMarkdown)),
        lineOf(['---', ...columns.map(() => '---')]),
        ...rows.map(({ name, kind, cells }) =>
          lineOf([`${name} (${words.kind(kind)})`, ...cells.map((cell) => textOf(cell, words))].map(escapeMarkdown)),
        ),
        '',
      ].join('\n'),
    )
    .join('\n');
}

const lineOf = (cells: readonly string[]): string => `| ${cells.map((cell) => cell || '–').join(' | ')} |`;

const MAX_FIELD = 1_000;

/** Quotes a field as RFC 4180 requires. */
const quote = (text: string): string => `"${withoutFormula(cleanText(text, MAX_FIELD)).replaceAll('"', '""')}"`;

const isoTime = (at: number | undefined): string => {
  const time = new Date(at ?? Number.NaN);
  return Number.isNaN(time.getTime()) ? '' : time.toISOString();
};

/** Returns the matrices as CSV with a line for each service of each environment, and whole commit ids. */
export function versionsCsv(matrices: readonly Matrix[], words: ExportWords): string {
  const lines = matrices.flatMap(({ projectName, columns, rows }) =>
    rows.flatMap(({ name, kind, cells }) =>
      cells.flatMap((cell, index) => {
        const environment = columns[index]?.environment;
        if (cell.kind !== 'service' || !environment) return [];
        const { deployed, pending, state = '', deployedAt } = cell.running;
        return [
          [
            projectName,
            name,
            kind,
            nameOf(environment),
            environment.info?.mode ?? '',
            deployed?.text ?? '',
            pending?.text ?? '',
            isoTime(deployedAt),
            state,
            cell.comparison?.relation ?? '',
          ],
        ];
      }),
    ),
  );
  return [words.columns, ...lines].map((line) => line.map(quote).join(',')).join('\r\n');
}
