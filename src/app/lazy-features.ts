import { lazyPart } from '#data/lazy-part.ts';

/** What is not on the first screen is fetched when it is first used. */
export const DetailsPanel = lazyPart(() =>
  import('#features/details/details-panel.tsx').then((part) => part.DetailsPanel),
);
export const Wall = lazyPart(() => import('#features/wall/wall.tsx').then((part) => part.Wall));
export const TableBoard = lazyPart(() => import('#features/table/table-board.tsx').then((part) => part.TableBoard));
export const CompactBoard = lazyPart(() =>
  import('#features/compact/compact-board.tsx').then((part) => part.CompactBoard),
);
export const EditDialog = lazyPart(() => import('#features/board/edit-dialog.tsx').then((part) => part.EditDialog));
export const CardMenu = lazyPart(() => import('#features/board/card-menu.tsx').then((part) => part.CardMenu));
export const BoardsMenu = lazyPart(() => import('#features/boards/boards-menu.tsx').then((part) => part.BoardsMenu));
export const Attention = lazyPart(() => import('#features/attention/attention.tsx').then((part) => part.Attention));
export const HeaderMenu = lazyPart(() => import('#features/settings/header-menu.tsx').then((part) => part.HeaderMenu));
export const MenuKey = lazyPart(() => import('./board-keys.tsx').then((part) => part.MenuKey));

/** Asked for at once, since it must be here when nothing can be fetched any more. */
const notices = import('./board-notices.tsx');
export const BoardNotices = lazyPart(async () => (await notices).BoardNotices);
export const BoardOverlays = lazyPart(() => import('./board-overlays.tsx').then((part) => part.BoardOverlays));
export const Notice = lazyPart(() => import('#ui/notice.tsx').then((part) => part.Notice));
export const StretchReason = lazyPart(() =>
  import('#features/polling/stretch-reason.tsx').then((part) => part.StretchReason),
);

/** Asked for at once: a filter may leave nothing while nothing can be fetched. */
const messages = import('./board-messages.tsx');
export const NothingPinned = lazyPart(async () => (await messages).NothingPinned);
export const NothingMatches = lazyPart(async () => (await messages).NothingMatches);
