/** In place of an environment whose drawing failed. */
export const cannotBeShown = (name: string): string => `${name} cannot be shown.`;
/** When not even the crash page can be shown, or the page's file never came. */
export const LAST_WORDS = 'Envboard stopped working. Reload the page.';
