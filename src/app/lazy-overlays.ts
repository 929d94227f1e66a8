import { lazyComponent } from '#browser/lazy-component.tsx';

/** What opens over the board is fetched when it is first opened. */
export const PinDialog = lazyComponent(() =>
  import('#features/pin-picker/pin-dialog.tsx').then((part) => part.PinDialog),
);
export const ShareDialog = lazyComponent(() =>
  import('#features/share/share-dialog.tsx').then((part) => part.ShareDialog),
);
export const SettingsDialog = lazyComponent(() =>
  import('#features/settings/settings-dialog.tsx').then((part) => part.SettingsDialog),
);
export const TokenDialog = lazyComponent(() =>
  import('#features/connect/token-dialog.tsx').then((part) => part.TokenDialog),
);
export const Palette = lazyComponent(() => import('#features/palette/palette.tsx').then((part) => part.Palette));
export const KeysDialog = lazyComponent(() =>
  import('#features/palette/keys-dialog.tsx').then((part) => part.KeysDialog),
);
