import type { Grouping } from '#domain/board/board.ts';
import { TONES, type Tone } from '#domain/environment/tone.ts';
import { SNOOZED } from './environment.ts';
import { modeText, TONE_WORDS } from './qovery-terms.ts';

const isTone = (word: string): word is Tone => TONES.some((tone) => tone === word);

const NO_GROUP = {
  none: 'Entornos',
  project: 'Proyecto desconocido',
  organization: 'Organización desconocida',
  mode: 'Modo desconocido',
  cluster: 'Clúster desconocido',
  tone: 'Desconocido',
} as const satisfies Record<Grouping, string>;

/** A group's heading: the name from Qovery, or a translated mode or tone. */
export function groupTitle(by: Grouping, title: string): string {
  if (title === '') return NO_GROUP[by];
  if (by === 'mode') return modeText(title);
  if (by === 'tone' && title === 'snoozed') return SNOOZED;
  return by === 'tone' && isTone(title) ? TONE_WORDS[title] : title;
}

/** A board's name, or a replacement for an empty one. */
export const boardTitle = (name: string): string => (name.trim() === '' ? 'Tablero sin título' : name);
