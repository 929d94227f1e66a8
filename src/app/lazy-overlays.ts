import { lazyComponent } from '#browser/lazy-component.tsx';

/** Each overlay's chunk is fetched when the overlay first opens. */
export const PinDialog = lazyComponent(() =>
  import('#features/pin-picker/pin-dialog.tsx').then((part) => part.PinDialog),
);
export const LabelsDialog = lazyComponent(() =>
  import('#features/labels/labels-dialog.tsx').then((part) => part.LabelsDialog),
);
export const ShareDialog = lazyComponent(() =>
  import('#features/share/share-dialog.tsx').then((part) => part.ShareDialog),
);
export const SettingsDialog = lazyComponent(() =>
  import('#features/settings/settings-dialog.tsx').then((part) => part.SettingsDialog),
);
export const TokenDialog = lazyComponent(() =>
  import('#features/tokens/token-dialog.tsx').then((part) => part.TokenDialog),
);
const importPalette = () => import('#features/command-palette/command-palette.tsx');
export const CommandPalette = lazyComponent(() => importPalette().then((part) => part.CommandPalette));
/** Fetches the palette's files before it opens. A failure is reported when the palette opens. */
export const prefetchPalette = (): void => {
  importPalette().catch(() => {});
};
export const ShortcutsDialog = lazyComponent(() =>
  import('#features/keyboard/shortcuts-dialog.tsx').then((part) => part.ShortcutsDialog),
);
