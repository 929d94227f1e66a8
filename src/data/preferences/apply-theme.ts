import type { Settings } from '#domain/settings.ts';
import { readSettings, subscribeToSettings } from './settings-store.ts';

/** As public/theme.js does before the first paint. The second line is for the blank page before the styles come. */
function show({ theme }: Settings): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  const scheme = document.querySelector<HTMLMetaElement>('meta[name="color-scheme"]');
  if (scheme) scheme.content = theme === 'system' ? 'light dark' : theme;
}

/** Shows the theme that is chosen, here or in another tab, until the function returned is called. */
export function watchTheme(): () => void {
  const follow = () => show(readSettings());
  follow();
  return subscribeToSettings(follow);
}
