import { type BoardEnvironment, nameOf } from '#domain/environment/board-environment.ts';
import { cleanText } from '#domain/text.ts';

/** The texts of the snippet. The caller passes them, because the domain contains no interface text. */
export type MarkdownWords = {
  readonly state: (environment: BoardEnvironment) => string;
  readonly configuration: (configuration: string) => string;
  /** The text after a state that is not fresh. */
  readonly notes: Readonly<Record<BoardEnvironment['freshness'], string>>;
  readonly untitled: string;
  readonly statesAt: (time: string) => string;
  readonly columns: readonly [name: string, project: string, state: string, configuration: string, deployed: string];
  /** The text of the link. */
  readonly open: string;
};

const MAX_TEXT_LENGTH = 120;
/** Characters of Markdown's syntax, and those that turn plain text into a link, a mention or an image. */
const MARKS = /[\\`*_{}[\]<>|~#&!@]|:(?=\/\/)|(?<=www)\./gi;

/** Escapes a text so that Markdown shows it unchanged, in one line of at most 120 characters. */
export const escapeMarkdown = (text: string): string =>
  cleanText(text.replaceAll(/\s+/g, ' ').trim(), MAX_TEXT_LENGTH).replaceAll(MARKS, '\\$&');

/** Escapes parentheses: one in the path of the page would end the Markdown link early. */
const escapeLink = (link: string): string => link.replaceAll('(', '%28').replaceAll(')', '%29');

/** Returns an ISO time in UTC with whole seconds; empty when `at` is outside the range of `Date`. */
function isoTime(at: number): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? '' : time.toISOString().replace(/\.\d{3}Z$/, 'Z');
}

function rowOf(environment: BoardEnvironment, { state, configuration, notes }: MarkdownWords): string {
  const { info, status, freshness } = environment;
  const location = [info?.organizationName, info?.projectName].filter(Boolean).join(' / ');
  const cells = [
    nameOf(environment),
    location,
    `${state(environment)}${status ? notes[freshness] : ''}`,
    status?.configuration === undefined ? '' : configuration(status.configuration),
    status?.lastDeploymentAt === undefined ? '' : isoTime(status.lastDeploymentAt),
  ];
  return `| ${cells.map((cell) => escapeMarkdown(cell) || '–').join(' | ')} |`;
}

/**
 * Returns a board's present states as a Markdown table, followed by a link to the board. `at` is epoch milliseconds.
 */
export function boardMarkdown(
  { name, at, link }: { readonly name: string; readonly at: number; readonly link: string },
  environments: readonly BoardEnvironment[],
  words: MarkdownWords,
): string {
  return [
    `### ${escapeMarkdown(name) || words.untitled}`,
    '',
    words.statesAt(isoTime(at)),
    '',
    `| ${words.columns.join(' | ')} |`,
    '| --- | --- | --- | --- | --- |',
    ...environments.map((environment) => rowOf(environment, words)),
    '',
    `[${words.open}](${escapeLink(link)})`,
    '',
  ].join('\n');
}
