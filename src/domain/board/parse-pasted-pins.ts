import { isUuid, MAX_PINS, type Pin } from './pin.ts';

/**
 * Parses pasted text into pins. White space, commas and semicolons separate environment ids and Qovery console links.
 *
 * `pins` has each pin once. `unreadable` contains the other words unchanged. `capped` counts the words after `MAX_PINS`
 * pins; they are not parsed. Never throws.
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
      // An environment's key is its id, without a new string: a user may paste a hundred thousand ids.
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

/** Returns the environment in a console link of any depth, or the project when the link is a project's own page. */
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
  segments.find((segment, index) => {
    const previous = segments[index - 1];
    return isUuid(segment) && (previous === word || previous === `${word}s`);
  });

/**
 * True for the paths of a project's own pages: a link that is cut inside an environment's id must not pin the project.
 */
const isProjectPage = (segments: readonly string[]): boolean =>
  ['', 'overview', 'environments', 'environments/general'].includes(segments.join('/'));
