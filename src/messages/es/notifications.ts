import { type BoardEnvironment, nameOf } from '#domain/environment/board-environment.ts';
import { cleanText } from '#domain/text.ts';
import type { Announcement, ChangeKind } from '#domain/view/alerts.ts';
import type { Headline } from '#domain/view/headline.ts';
import { figures, PRODUCT, plural } from './common.ts';
import { failingText } from './environment.ts';
import { stateText } from './qovery-terms.ts';

const CHANGE_WORDS = {
  failing: ['tiene un error', 'tienen un error'],
  warning: ['tiene un aviso', 'tienen un aviso'],
  stuck: ['tarda más de lo habitual', 'tardan más de lo habitual'],
  recovered: ['se ha recuperado', 'se han recuperado'],
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
  const last = more > 0 ? `${figures(more)} más` : names.at(-1);
  const others = more > 0 ? names : names.slice(0, -1);
  return others.length === 0 ? `${last}` : `${others.join(', ')} y ${last}`;
}

/** The change in one sentence: `4 entornos tienen un error: a, b, c y 1 más.` */
export function announcementText({ kind, members }: Announcement): string {
  const [singular, many] = CHANGE_WORDS[kind];
  const [first] = members;
  if (first !== undefined && members.length === 1) {
    return `${changedName(first)} ${singular}: ${stateText(first.status?.state)}.`;
  }
  const names = members.slice(0, MAX_NAMED).map(changedName);
  return `${figures(members.length)} entornos ${many}: ${listText(names, members.length - names.length)}.`;
}

/** The page's title, worst count first, because a tab shows only its beginning: `2 con error · Release train`. */
export function pageTitle({ failing, warning, notReached, refused }: Headline, name: string): string {
  const board = name.trim() || PRODUCT;
  const parts = [
    failing > 0 && failingText(figures(failing)),
    warning > 0 && plural(warning, 'aviso'),
    notReached > 0 && plural(notReached, 'inaccesible'),
    refused > 0 && plural(refused, 'desconocido'),
  ].filter((part) => part !== false);
  return parts.length === 0 ? board : `${parts.join(', ')} · ${board}`;
}

export const SOUND_ON = 'El sonido está activado.';
export const SOUND_OFF = 'El sonido está desactivado.';

/** Shown in the header and on the wall until the browser lets the page play sound. */
export const SOUND_WAITS = 'El sonido espera un clic';
export const SOUND_WAITS_HINT =
  'Los navegadores no reproducen sonido antes del primer clic o de la primera tecla en una página. Haga clic en cualquier lugar o pulse una tecla.';
