import { lazyPart } from '#data/lazy-part.ts';

/** What is not on the first screen is fetched when it is first used. */
export const SharedBoardBanner = lazyPart(
  async () => (await import('#features/boards/shared-board-banner.tsx')).SharedBoardBanner,
);
export const PinDialog = lazyPart(async () => (await import('#features/pin-picker/pin-dialog.tsx')).PinDialog);
export const ShareDialog = lazyPart(async () => (await import('#features/share/share-dialog.tsx')).ShareDialog);
export const DetailsPanel = lazyPart(async () => (await import('#features/details/details-panel.tsx')).DetailsPanel);
export const Wall = lazyPart(async () => (await import('#features/wall/wall.tsx')).Wall);
export const TableBoard = lazyPart(async () => (await import('#features/table/table-board.tsx')).TableBoard);
export const CompactBoard = lazyPart(async () => (await import('#features/compact/compact-board.tsx')).CompactBoard);
export const SettingsDialog = lazyPart(
  async () => (await import('#features/settings/settings-dialog.tsx')).SettingsDialog,
);
export const EditDialog = lazyPart(async () => (await import('#features/board/edit-dialog.tsx')).EditDialog);
export const CardMenu = lazyPart(async () => (await import('#features/board/card-menu.tsx')).CardMenu);
export const BoardsMenu = lazyPart(async () => (await import('#features/boards/boards-menu.tsx')).BoardsMenu);
export const Attention = lazyPart(async () => (await import('#features/attention/attention.tsx')).Attention);
export const HeaderMenu = lazyPart(async () => (await import('#features/settings/header-menu.tsx')).HeaderMenu);
export const TokenDialog = lazyPart(async () => (await import('#features/connect/token-dialog.tsx')).TokenDialog);
export const Palette = lazyPart(async () => (await import('#features/palette/palette.tsx')).Palette);
export const KeysDialog = lazyPart(async () => (await import('#features/palette/keys-dialog.tsx')).KeysDialog);
export const BoardKeys = lazyPart(async () => (await import('./board-keys.tsx')).BoardKeys);
export const MenuKey = lazyPart(async () => (await import('./board-keys.tsx')).MenuKey);
export const AddressNotice = lazyPart(async () => (await import('./address-notice.tsx')).AddressNotice);

/** Asked for at once, since it must be here when nothing can be fetched any more. */
const banner = import('#features/polling/trouble-banner.tsx');
export const TroubleBanner = lazyPart(async () => (await banner).TroubleBanner);
export const Notice = lazyPart(async () => (await import('#ui/notice.tsx')).Notice);
export const StretchReason = lazyPart(async () => (await import('#features/polling/stretch-reason.tsx')).StretchReason);
