import { lazy } from 'react';

/** What is not on the first screen is fetched when it is first used. */
export const ConnectPage = lazy(async () => ({ default: (await import('./connect-page.tsx')).ConnectPage }));
export const SharedBoardBanner = lazy(async () => ({
  default: (await import('#features/boards/shared-board-banner.tsx')).SharedBoardBanner,
}));
export const PinDialog = lazy(async () => ({
  default: (await import('#features/pin-picker/pin-dialog.tsx')).PinDialog,
}));
export const ShareDialog = lazy(async () => ({
  default: (await import('#features/share/share-dialog.tsx')).ShareDialog,
}));
export const DetailsPanel = lazy(async () => ({
  default: (await import('#features/details/details-panel.tsx')).DetailsPanel,
}));
export const Wall = lazy(async () => ({ default: (await import('#features/wall/wall.tsx')).Wall }));
export const TableBoard = lazy(async () => ({ default: (await import('#features/table/table-board.tsx')).TableBoard }));
export const CompactBoard = lazy(async () => ({
  default: (await import('#features/compact/compact-board.tsx')).CompactBoard,
}));
export const SettingsDialog = lazy(async () => ({
  default: (await import('#features/settings/settings-dialog.tsx')).SettingsDialog,
}));
export const EditDialog = lazy(async () => ({ default: (await import('#features/board/edit-dialog.tsx')).EditDialog }));
export const CardMenu = lazy(async () => ({ default: (await import('#features/board/card-menu.tsx')).CardMenu }));
export const BoardsMenu = lazy(async () => ({
  default: (await import('#features/boards/boards-menu.tsx')).BoardsMenu,
}));
export const Attention = lazy(async () => ({ default: (await import('#features/attention/attention.tsx')).Attention }));
export const HeaderMenu = lazy(async () => ({
  default: (await import('#features/settings/header-menu.tsx')).HeaderMenu,
}));
export const TokenDialog = lazy(async () => ({
  default: (await import('#features/connect/token-dialog.tsx')).TokenDialog,
}));
export const Palette = lazy(async () => ({ default: (await import('#features/palette/palette.tsx')).Palette }));
export const KeysDialog = lazy(async () => ({
  default: (await import('#features/palette/keys-dialog.tsx')).KeysDialog,
}));
export const BoardKeys = lazy(async () => ({ default: (await import('./board-keys.tsx')).BoardKeys }));
export const MenuKey = lazy(async () => ({ default: (await import('./board-keys.tsx')).MenuKey }));
