import { lazyPart } from '#browser/lazy-component.tsx';

/** What opens over the board is fetched when it is first opened. */
export const PinDialog = lazyPart(() => import('#features/pin-picker/pin-dialog.tsx').then((part) => part.PinDialog));
export const ShareDialog = lazyPart(() => import('#features/share/share-dialog.tsx').then((part) => part.ShareDialog));
export const SettingsDialog = lazyPart(() =>
  import('#features/settings/settings-dialog.tsx').then((part) => part.SettingsDialog),
);
export const TokenDialog = lazyPart(() =>
  import('#features/connect/token-dialog.tsx').then((part) => part.TokenDialog),
);
export const Palette = lazyPart(() => import('#features/palette/palette.tsx').then((part) => part.Palette));
export const KeysDialog = lazyPart(() => import('#features/palette/keys-dialog.tsx').then((part) => part.KeysDialog));
