import type { Settings } from '#domain/settings.ts';
import { readSettings, subscribeToSettings } from './settings-store.ts';

/** Does the same as `public/theme.js` before the first paint. The meta element colours the page until its styles load. */
function show({ theme }: Settings): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  const scheme = document.querySelector<HTMLMetaElement>('meta[name="color-scheme"]');
  if (scheme) scheme.content = theme === 'system' ? 'light dark' : theme;
}

/** Applies the theme that the user chooses in any tab, until the returned function is called. */
export function watchTheme(): () => void {
  const follow = () => show(readSettings());
  follow();
  return subscribeToSettings(follow);
}
