import type { Summary } from '#domain/view/summary.ts';
import { counted, figures, plural } from './common.ts';

/** Texts that only the wall uses. */
export const WORDS = {
  unnamed: 'Board ohne Namen',
  leave: 'Wand verlassen',
  escape: 'Esc',
  fullScreen: 'Vollbild',
  leaveFullScreen: 'Vollbild verlassen',
  rotate: 'Meine Boards im Wechsel:',
  rotateNever: 'aus',
  rotateNeedsTwo: 'Speichern Sie ein zweites Board, um sie im Wechsel zu zeigen.',
  controls: 'Wand',
  noWallHere: 'Diese Seite hat keine Wand: Das sind ihre Umgebungen.',
  summary: 'Zusammenfassung',
  environments: 'Umgebungen',
  live: 'Live',
  notLive: 'Nicht live',
  outOfDate: 'Veraltet',
  notReached: 'Nicht erreicht',
  stuck: 'Länger als üblich',
  snoozed: 'Stumm',
  inProgress: 'läuft',
  waiting: 'wartet',
  neverDeployed: 'nie deployt',
  nothingPinned: 'Noch nichts angeheftet',
  nothingPinnedNext: 'Verlassen Sie die Wand, und heften Sie die Umgebungen an, die Ihnen wichtig sind.',
  noneYet: 'Noch nichts zu zeigen',
  noneYetNext: 'In den angehefteten Projekten wurde noch keine Umgebung gefunden.',
  nothingMatches: 'Keine Umgebung passt',
  clear: 'Filter löschen',
  notChecked: 'Noch nicht geprüft.',
  cutLink: 'Diesem Link fehlt die Endmarke: Vielleicht fehlen Umgebungen.',
  paused: 'Sie haben das Board angehalten.',
  pausedHidden: 'Angehalten, während die Seite verborgen war.',
  trying: 'Versuch läuft.',
  screenLapsed: 'Der Browser lässt diesen Bildschirm ausgehen',
  showingLastKnown: 'Die Kacheln zeigen den letzten bekannten Status.',
} as const;

export const startedText = (moment: string): string => `gestartet: ${moment}`;
export const startedAgoText = (age: string): string => `vor ${age} gestartet`;
export const stuckText = (age: string | undefined): string =>
  age === undefined ? 'länger als üblich' : `länger als üblich: ${age}`;

export const shownText = (shown: number, all: number): string => `${figures(shown)} von ${figures(all)} gezeigt`;
export const positionText = (position: number, all: number): string => `Board ${figures(position)} von ${figures(all)}`;
export const unreadableText = (pins: number): string =>
  counted(pins, {
    one: '# Pin dieses Boards konnte nicht gelesen werden.',
    other: '# Pins dieses Boards konnten nicht gelesen werden.',
  });
export const lateText = (late: number): string => `${plural(late, 'Antwort', 'Antworten')} überfällig.`;
export const sinceText = (clock: string, failing: number, all: number): string =>
  `Schlägt fehl seit ${clock}${failing < all ? `: ${figures(failing)} von ${plural(all, 'Anfrage', 'Anfragen')}` : ''}.`;
export const nextTryText = (seconds: number): string => `Nächster Versuch in ${seconds} s.`;
export const nextCheckText = (seconds: number): string => `Nächste Prüfung in ${seconds} s.`;
export const noneMatchesText = (all: number): string =>
  `Die Filter blenden ${plural(all, 'Umgebung', 'Umgebungen')} auf diesem Board aus.`;

/** Summarizes the environments behind the last tile: `2 fehlgeschlagen`, or `keine fehlgeschlagen`. */
export function restText({ counts: { failing, unknown }, notReached }: Summary): string {
  const parts = [
    failing > 0 && `${figures(failing)} fehlgeschlagen`,
    failing === 0 && unknown === 0 && 'keine fehlgeschlagen',
    unknown > 0 && `${figures(unknown)} unbekannt`,
    notReached > 0 && `${figures(notReached)} nicht erreicht`,
  ].filter((part) => part !== false);
  return parts.join(', ');
}
export const moreText = (more: number): string => `+${figures(more)} weitere`;

/** A dwell time in words: `10 s`, `5 min`. */
export const dwellText = (seconds: number): string =>
  seconds >= 60 && seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
