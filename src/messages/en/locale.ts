import { countingIn } from '#languages/counting.ts';
import { localeOf } from '#languages/locale.ts';

export const LOCALE = localeOf('en');
export const counting = countingIn('en');
