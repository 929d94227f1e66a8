import { countingIn } from '#languages/counting.ts';
import { localeOf } from '#languages/locale.ts';

export const LOCALE = localeOf('fr');
export const counting = countingIn('fr');
