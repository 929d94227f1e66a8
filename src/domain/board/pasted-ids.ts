/** An id in a text. `kind` is `other` for the id of a service, a cluster, …, which a board cannot pin. */
export type PastedId = {
  readonly kind: 'environment' | 'project' | 'other';
  /** A lower-case uuid. */
  readonly id: string;
  /** The range of the link or the word that contains the id. */
  readonly start: number;
  readonly end: number;
};

/** The characters that a text may have for the hyphens of an id. */
export const HYPHENS = '-\\u2010-\\u2013\\u2212\\uFE63\\uFF0D';
const DASH = `[${HYPHENS}]`;
/** The pattern of a uuid with hyphens of any kind. */
export const HYPHENATED_ID = `[0-9a-f]{8}(?:${DASH}[0-9a-f]{4}){3}${DASH}[0-9a-f]{12}`;
/** A uuid with hyphens or without. Letters and digits beside it belong to another word. */
export const ID_WORD = `(?<![0-9a-z])(?:${HYPHENATED_ID}|[0-9a-f]{32})(?![0-9a-z])`;
const ID = new RegExp(ID_WORD, 'gi');
export const KINDS =
  'organization|project|environment|cluster|service|application|container|job|database|helm|terraform|deployment|execution';
/** The word that names the kind of the next id, as in `/environment/`, `"project_id": "` and `Cluster: `. */
const KIND_BEFORE = new RegExp(
  `(?:/(?<path>${KINDS})s?/|(?<![/a-z])(?<word>${KINDS})s?(?<id>_?id)?(?<marks>[^0-9a-z\\n]{0,12})(?<key>id[^0-9a-z\\n]{1,6})?)$`,
  'i',
);
/** The start of a name that only ends in such a word, as in `payment-service: `, and of `environments of this cluster: `. */
const NAME_BEFORE = /(?:[\p{L}\p{N}][-_.]|environments?\s(?:of|in|on)\s(?:\p{L}+\s)?)$/iu;
/** Words that announce an environment too: `Deployment X`, but not `deployment_id: X`. */
const EVENT = /^(?:deployment|execution)$/i;
/** Maximum distance of that word from its id: an indented document has blanks between them. */
const KIND_DISTANCE = 120;

/** The characters between two ids of one link. A comma, a quotation mark or a bracket ends it. */
const LINK_TEXT = /^[/?#&][^\s"'`<>()[\]{},;|*]*$/;
const IS_LINK_END = /[\s"'`<>()[\]{},;|*“”‘’«»]/;
const MAX_LINK_LENGTH = 2_000;

function startOfLink(text: string, from: number): number {
  let at = from;
  while (at > 0 && from - at < MAX_LINK_LENGTH && !IS_LINK_END.test(text.charAt(at - 1))) at -= 1;
  return at;
}

function endOfLink(text: string, from: number): number {
  let at = from;
  while (at < text.length && at - from < MAX_LINK_LENGTH && !IS_LINK_END.test(text.charAt(at))) at += 1;
  return at;
}

type Found = { readonly id: string; readonly start: number; readonly end: number; readonly before: string };

function normalized(id: string): string {
  const digits = id.toLowerCase().replaceAll(/[^0-9a-f]/g, '');
  const cut = (from: number, to: number) => digits.slice(from, to);
  return `${cut(0, 8)}-${cut(8, 12)}-${cut(12, 16)}-${cut(16, 20)}-${cut(20, 32)}`;
}

/** Groups the ids that one link contains. */
function linksOf(text: string): readonly (readonly Found[])[] {
  const links: Found[][] = [];
  let end = -1;
  for (const match of text.matchAll(ID)) {
    const { 0: written, index: start } = match;
    const between = end < 0 ? '' : text.slice(end, start);
    const isSameLink = between.length < MAX_LINK_LENGTH && LINK_TEXT.test(between);
    const before = isSameLink ? between : text.slice(Math.max(end, start - KIND_DISTANCE, 0), start);
    end = start + written.length;
    const found = { id: normalized(written), start, end, before };
    const link = links.at(-1);
    if (isSameLink && link) link.push(found);
    else links.push([found]);
  }
  return links;
}

/**
 * The paths of a project's own pages and of its API: a link that is cut inside an environment's id must not pin the
 * project.
 */
const PROJECT_PAGE =
  /^\/*(?:overview|environments|environments\/general|environment\/(?:status|overview))?\/*(?:[?#]|$)/i;

type Kind = { readonly name?: string | undefined; readonly isPath: boolean; readonly isReference: boolean };

/** A reference, `"project": {"id": …}` or `project_id`, names what another thing belongs to. */
function kindOf({ before }: Found): Kind {
  const text = before.replaceAll(/([{:,[])\s+/g, '$1');
  const match = KIND_BEFORE.exec(text);
  const { path, word, id, marks = '', key } = match?.groups ?? {};
  const isReference = id !== undefined || marks.includes('{');
  const isKey = isReference || key !== undefined;
  if (word && !isKey && (EVENT.test(word) || NAME_BEFORE.test(text.slice(0, match?.index))))
    return { isPath: false, isReference: false };
  return { name: (path ?? word)?.toLowerCase(), isPath: path !== undefined, isReference };
}

/** True for a link to a page of the project itself, and for a project that a text names: `project X`. */
function namesProject(text: string, found: Found): boolean {
  const { isPath, isReference } = kindOf(found);
  return isPath ? PROJECT_PAGE.test(text.slice(found.end, endOfLink(text, found.end))) : !isReference;
}

/** Returns the ids that a link names: its environment, or its project, or every id when no word names their kind. */
function idsOf(text: string, link: readonly Found[]): readonly PastedId[] {
  const start = startOfLink(text, link[0]?.start ?? 0);
  const end = endOfLink(text, link.at(-1)?.end ?? 0);
  const as = (kind: PastedId['kind'], { id }: Found): PastedId => ({ kind, id, start, end });
  const environment = link.find((found) => kindOf(found).name === 'environment');
  if (environment) return [as('environment', environment)];
  const project = link.findLast((found) => kindOf(found).name === 'project');
  if (project) return [as(namesProject(text, project) ? 'project' : 'other', project)];
  return link.map((found) => as(kindOf(found).name === undefined ? 'environment' : 'other', found));
}

/** Returns every id anywhere in a text, in its order. A link counts for the environment or the project that it names. */
export const idsIn = (text: string): readonly PastedId[] => linksOf(text).flatMap((link) => idsOf(text, link));
