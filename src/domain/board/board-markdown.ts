import { type BoardEnvironment, nameOf } from '#domain/environment/board-environment.ts';
import { cleanText } from '#domain/text.ts';

/** What the snippet says besides names and times; the domain has no language. */
export type MarkdownWords = {
  readonly state: (state: string | undefined) => string;
  readonly configuration: (configuration: string) => string;
  /** Said after a state that is not of now. */
  readonly notes: Readonly<Record<BoardEnvironment['freshness'], string>>;
  readonly untitled: string;
  readonly statesAt: (time: string) => string;
  readonly columns: readonly [name: string, project: string, state: string, configuration: string, deployed: string];
  /** The text of the link. */
  readonly open: string;
};

const LENGTH = 120;
/** What Markdown gives a meaning to, and what makes a link, a person or a picture of plain text. */
const MARKS = /[\\`*_{}[\]<>|~#&!@]|:(?=\/\/)|(?<=www)\./gi;

/** A name as Markdown shows it letter by letter, in one line, whatever it holds. */
export const escapeMarkdown = (text: string): string =>
  cleanText(text.replaceAll(/\s+/g, ' ').trim(), LENGTH).replaceAll(MARKS, '\\$&');

/** Brackets in the folder of the page would end the link early. */
const escapeLink = (link: string): string => link.replaceAll('(', '%28').replaceAll(')', '%29');

/** To the second, in UTC; empty for what is beyond any calendar. */
function isoTime(at: number): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? '' : time.toISOString().replace(/\.\d{3}Z$/, 'Z');
}

function rowOf(environment: BoardEnvironment, { state, configuration, notes }: MarkdownWords): string {
  const { info, status, freshness } = environment;
  const place = info ? `${info.organizationName} / ${info.projectName}` : '';
  const cells = [
    nameOf(environment),
    place,
    `${state(status?.state)}${status ? notes[freshness] : ''}`,
    status?.configuration === undefined ? '' : configuration(status.configuration),
    status?.lastDeploymentAt === undefined ? '' : isoTime(status.lastDeploymentAt),
  ];
  return `| ${cells.map((cell) => escapeMarkdown(cell) || '–').join(' | ')} |`;
}

/** The states of now as a table, with the link to the board at its end. `at` is in epoch milliseconds. */
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
    ...environments.map((one) => rowOf(one, words)),
    '',
    `[${words.open}](${escapeLink(link)})`,
    '',
  ].join('\n');
}
