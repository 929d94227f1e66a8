import { type JsonValue, parseJson } from './json-parser.ts';
import { ID_WORD, KINDS } from './pasted-ids.ts';
import { tableRows } from './pasted-table.ts';

const IS_ID = new RegExp(`^\\s*${ID_WORD}\\s*$`, 'i');
const HAS_ID = new RegExp(ID_WORD, 'i');
const ENVIRONMENT_KEY = /^env(?:ironment)?s?[-_ ]?(?:ids?)?$/i;
const KIND_KEY = new RegExp(`^(?:${KINDS})s?$`, 'i');
const KIND_ID_KEY = new RegExp(`(?:${KINDS})s?[-_ ]?ids?$`, 'i');
const ID_KEY = /(?:^|[-_ ])(?:id|ID)s?$|[a-z]I[dD]s?$/;
/** Keys of a service or an event, which may not name its environment. */
const PART_KEY = /^(?:service|event|target)_?type$/i;

type Place = {
  /** The key of the value, or of the list that contains it. */
  readonly key: string;
  /** The key of the object that contains the value. */
  readonly owner: string;
  /** True when the object has another id that counts first: ids without a known key then name other things. */
  readonly isPart: boolean;
};

/** Returns the word that announces an id in a text. It is `service` for each thing that a board cannot pin. */
function kindAt({ key, owner, isPart }: Place): 'environment' | 'project' | 'service' {
  if (ENVIRONMENT_KEY.test(key)) return 'environment';
  if (KIND_ID_KEY.test(key)) return 'service';
  if (KIND_KEY.test(key)) return /^projects?$/i.test(key) && !isPart ? 'project' : 'service';
  if (!ID_KEY.test(key) || ENVIRONMENT_KEY.test(owner)) return 'environment';
  if (KIND_KEY.test(owner)) return /^projects$/i.test(owner) ? 'project' : 'service';
  return isPart ? 'service' : 'environment';
}

/** True for the key of an environment with its id. `"environment": "staging"` is only a name. */
function namesEnvironment([key, value]: readonly [string, JsonValue]): boolean {
  const first = value.kind === 'list' ? value.items[0] : value;
  const id = first?.kind === 'object' ? first.members.get('id') : first;
  return ENVIRONMENT_KEY.test(key) && id?.kind === 'text' && IS_ID.test(id.value);
}

function writeValue(value: JsonValue, place: Place, lines: string[]): void {
  if (value.kind === 'text') lines.push(IS_ID.test(value.value) ? `${kindAt(place)} ${value.value}` : value.value);
  if (value.kind === 'list') for (const item of value.items) writeValue(item, place, lines);
  if (value.kind !== 'object') return;
  const members = [...value.members];
  const isPart = place.isPart || members.some((member) => PART_KEY.test(member[0]) || namesEnvironment(member));
  const hasId = value.members.has('id');
  for (const [key, member] of members) {
    if (HAS_ID.test(key)) lines.push(key);
    writeValue(member, { key, owner: place.key, isPart: isPart || (hasId && key !== 'id') }, lines);
  }
}

function asLines(value: JsonValue): string {
  const lines: string[] = [];
  writeValue(value, { key: '', owner: '', isPart: false }, lines);
  return lines.join('\n');
}

/**
 * Replaces the JSON of a text by its lines: from the first line that starts with a bracket to the last bracket. Returns
 * a text without JSON unchanged.
 */
function withoutJson(text: string): string {
  const start = text.search(/^[ \t]*[[{]/m);
  const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']')) + 1;
  if (start < 0 || end < start) return text;
  const parsed = parseJson(text.slice(start, end));
  return 'value' in parsed ? `${text.slice(0, start)}\n${asLines(parsed.value)}\n${text.slice(end)}` : text;
}

/**
 * Writes each id of JSON, of a line in JSON and of a table with a header on a line of its own, after the word of its
 * kind: the keys and the columns decide which ids name an environment. Returns other text unchanged.
 */
export const withoutRecords = (text: string): string =>
  tableRows(withoutJson(text))
    .map((row) => (typeof row === 'string' ? withoutJson(row) : asLines(row)))
    .join('\n');
