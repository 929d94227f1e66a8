import { type BoardEnvironment, nameOf } from '#domain/environment/board-environment.ts';
import { cleanText } from '#domain/text.ts';
import type { Announcement, ChangeKind } from '#domain/view/alerts.ts';
import type { Headline } from '#domain/view/headline.ts';
import { counted, figures, PRODUCT, plural } from './common.ts';
import { failingText } from './environment.ts';
import { stateText } from './qovery-terms.ts';

const CHANGE_WORDS = {
  failing: ['est en échec', 'sont en échec'],
  warning: ['est en alerte', 'sont en alerte'],
  stuck: ['prend plus de temps que d’habitude', 'prennent plus de temps que d’habitude'],
  recovered: ['est rétabli', 'sont rétablis'],
} as const satisfies Record<ChangeKind, readonly [singular: string, plural: string]>;

const MAX_NAMED = 3;
const NAME_LENGTH = 60;

/** A name that comes from Qovery includes its project, because many environments are called "production". */
function changedName(environment: BoardEnvironment): string {
  const project = environment.label === undefined ? environment.info?.projectName : undefined;
  const name = cleanText(nameOf(environment), NAME_LENGTH);
  return project ? `${name} (${cleanText(project, NAME_LENGTH)})` : name;
}

function listText(names: readonly string[], more: number): string {
  const last = more > 0 ? plural(more, 'autre') : names.at(-1);
  const others = more > 0 ? names : names.slice(0, -1);
  return others.length === 0 ? `${last}` : `${others.join(', ')} et ${last}`;
}

/** The change in one sentence: `4 environnements sont en échec : a, b, c et 1 autre.` */
export function announcementText({ kind, members }: Announcement): string {
  const [singular, many] = CHANGE_WORDS[kind];
  const [first] = members;
  if (first !== undefined && members.length === 1) {
    return `${changedName(first)} ${singular} : ${stateText(first.status?.state)}.`;
  }
  const names = members.slice(0, MAX_NAMED).map(changedName);
  return `${figures(members.length)} environnements ${many} : ${listText(names, members.length - names.length)}.`;
}

/** The page's title, worst count first, because a tab shows only its beginning: `2 en échec · Release train`. */
export function pageTitle({ failing, warning, notReached, refused }: Headline, name: string): string {
  const board = name.trim() || PRODUCT;
  const parts = [
    failing > 0 && failingText(figures(failing)),
    warning > 0 && `${figures(warning)} en alerte`,
    notReached > 0 && counted(notReached, { one: '# injoignable', other: '# injoignables' }),
    refused > 0 && plural(refused, 'inconnu'),
  ].filter((part) => part !== false);
  return parts.length === 0 ? board : `${parts.join(', ')} · ${board}`;
}

export const SOUND_ON = 'Le son est activé.';
export const SOUND_OFF = 'Le son est coupé.';

/** Shown in the header and on the wall until the browser lets the page play sound. */
export const SOUND_WAITS = 'Le son attend un clic';
export const SOUND_WAITS_HINT =
  'Les navigateurs ne jouent aucun son avant le premier clic. Cliquez n’importe où, ou appuyez sur une touche.';
