import type { Settings } from '#domain/settings.ts';

export const THEME_WORDS = {
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
} as const satisfies Record<Settings['theme'], string>;
