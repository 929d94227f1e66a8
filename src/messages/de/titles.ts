import type { Grouping } from '#domain/board/board.ts';
import { TONES, type Tone } from '#domain/environment/tone.ts';
import { SNOOZED } from './environment.ts';
import { modeText, TONE_WORDS } from './qovery-terms.ts';

const isTone = (word: string): word is Tone => TONES.some((tone) => tone === word);

const NO_GROUP = {
  none: 'Umgebungen',
  project: 'Unbekanntes Projekt',
  organization: 'Unbekannte Organisation',
  mode: 'Unbekannter Modus',
  cluster: 'Unbekannter Cluster',
  tone: 'Unbekannt',
} as const satisfies Record<Grouping, string>;

/** A group's heading: the name from Qovery, or a translated mode or tone. */
export function groupTitle(by: Grouping, title: string): string {
  if (title === '') return NO_GROUP[by];
  if (by === 'mode') return modeText(title);
  if (by === 'tone' && title === 'snoozed') return SNOOZED;
  return by === 'tone' && isTone(title) ? TONE_WORDS[title] : title;
}

/** A board's name, or a replacement for an empty one. */
export const boardTitle = (name: string): string => (name.trim() === '' ? 'Board ohne Namen' : name);
