import type { Headline } from '#domain/headline.ts';
import { failingText } from './environment.ts';
import { figures, plural } from './plural.ts';
import { PRODUCT } from './product.ts';

/** The page's title, the worst first, for a tab shows only its beginning: `2 failing, 3 not reached · Release train`. */
export function pageTitle({ failing, warning, notReached }: Headline, name: string): string {
  const board = name.trim() || PRODUCT;
  const parts = [
    failing > 0 && failingText(figures(failing)),
    warning > 0 && plural(warning, 'warning'),
    notReached > 0 && `${figures(notReached)} not reached`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? board : `${parts.join(', ')} · ${board}`;
}

export const SOUND_ON = 'Sound is on.';
export const SOUND_OFF = 'Sound is off.';
