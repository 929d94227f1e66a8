import { isUuid, MAX_PINS, type Pin } from './pin.ts';

/**
 * Reads environment ids and Qovery console links out of pasted text: one or many, between white space, commas or
 * semicolons. Duplicates collapse to the first. What is neither is handed back as it was written. Words past as many pins
 * as a board holds are counted, and not looked at. Never throws.
 */
export function readPastedPins(text: string): {
  readonly pins: readonly Pin[];
  readonly unreadable: readonly string[];
  readonly capped: number;
} {
  const pins = new Map<string, Pin>();
  const unreadable = new Set<string>();
  let capped = 0;
  for (const word of text.split(/[\s,;]+/)) {
    if (word === '') continue;
    if (pins.size >= MAX_PINS) {
      capped += 1;
      continue;
    }
    const pin = readWord(word);
    if (pin === undefined) unreadable.add(word);
    else {
      // No new text for the many: a hundred thousand ids may be pasted.
      const key = pin.kind === 'environment' ? pin.id : `project ${pin.id}`;
      if (!pins.has(key)) pins.set(key, pin);
    }
  }
  return { pins: [...pins.values()], unreadable: [...unreadable], capped };
}

function readWord(word: string): Pin | undefined {
  if (isUuid(word)) return { kind: 'environment', id: word };
  const bare = word
    .toLowerCase()
    .replace(/^[<("'[]/, '')
    .replace(/[>)"'\]]$/, '');
  return isUuid(bare) ? { kind: 'environment', id: bare } : readLink(bare);
}

const CONSOLE = /^(?:https?:\/\/)?console\.qovery\.com\//;

/** The environment of a console link of any depth; else the project, where the link is to a project's own page. */
function readLink(link: string): Pin | undefined {
  if (!CONSOLE.test(link)) return undefined;
  const [path = ''] = link.replace(CONSOLE, '').split(/[?#]/, 1);
  const segments = path.split('/').filter((segment) => segment !== '');
  const environmentId = idAfter(segments, 'environment');
  if (environmentId !== undefined) return { kind: 'environment', id: environmentId };
  const projectId = idAfter(segments, 'project');
  if (projectId === undefined || !isProjectPage(segments.slice(segments.indexOf(projectId) + 1))) return undefined;
  return { kind: 'project', id: projectId };
}

const idAfter = (segments: readonly string[], word: string): string | undefined =>
  segments.find((segment, at) => isUuid(segment) && (segments[at - 1] === word || segments[at - 1] === `${word}s`));

/** A link cut off inside an environment's id must not pin the whole project instead. */
const isProjectPage = (rest: readonly string[]): boolean =>
  ['', 'overview', 'environments', 'environments/general'].includes(rest.join('/'));
