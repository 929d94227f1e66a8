import { type BoardEnvironment, nameOf } from '#domain/environment/board-environment.ts';
import { cleanText } from '#domain/text.ts';
import type { Announcement, ChangeKind } from '#domain/view/alerts.ts';
import type { Headline } from '#domain/view/headline.ts';
import { figures, PRODUCT, plural } from './common.ts';
import { failingText } from './environment.ts';
import { stateText } from './qovery-terms.ts';

const CHANGE_WORDS = {
  failing: ['ist fehlgeschlagen', 'sind fehlgeschlagen'],
  warning: ['hat eine Warnung', 'haben eine Warnung'],
  stuck: ['braucht länger als üblich', 'brauchen länger als üblich'],
  recovered: ['ist wieder in Ordnung', 'sind wieder in Ordnung'],
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
  const last = more > 0 ? plural(more, 'weitere', 'weitere') : names.at(-1);
  const others = more > 0 ? names : names.slice(0, -1);
  return others.length === 0 ? `${last}` : `${others.join(', ')} und ${last}`;
}

/** The change in one sentence: `4 Umgebungen sind fehlgeschlagen: a, b, c und 1 weitere.` */
export function announcementText({ kind, members }: Announcement): string {
  const [singular, many] = CHANGE_WORDS[kind];
  const [first] = members;
  if (first !== undefined && members.length === 1) {
    return `${changedName(first)} ${singular}: ${stateText(first.status?.state)}.`;
  }
  const names = members.slice(0, MAX_NAMED).map(changedName);
  return `${figures(members.length)} Umgebungen ${many}: ${listText(names, members.length - names.length)}.`;
}

/** The page's title, worst count first, because a tab shows only its beginning: `2 fehlgeschlagen · Release train`. */
export function pageTitle({ failing, warning, notReached, refused }: Headline, name: string): string {
  const board = name.trim() || PRODUCT;
  const parts = [
    failing > 0 && failingText(figures(failing)),
    warning > 0 && plural(warning, 'Warnung', 'Warnungen'),
    notReached > 0 && `${figures(notReached)} nicht erreicht`,
    refused > 0 && `${figures(refused)} unbekannt`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? board : `${parts.join(', ')} · ${board}`;
}

export const SOUND_ON = 'Der Ton ist an.';
export const SOUND_OFF = 'Der Ton ist aus.';

/** Shown in the header and on the wall until the browser lets the page play sound. */
export const SOUND_WAITS = 'Ton wartet auf einen Klick';
export const SOUND_WAITS_HINT =
  'Browser spielen vor dem ersten Klick oder Tastendruck auf einer Seite keinen Ton. Klicken Sie irgendwohin, oder drücken Sie eine Taste.';
