import { lazyPart, soonPart } from '#browser/lazy-component.tsx';

/** What every board shows comes right after the first screen; so does what may be needed when nothing can be fetched. */
export const Attention = soonPart(() => import('./soon.ts').then((part) => part.Attention));
export const MenuKey = soonPart(() => import('./soon.ts').then((part) => part.MenuKey));
export const BoardNotices = soonPart(() => import('./soon.ts').then((part) => part.BoardNotices));
export const BoardOverlays = soonPart(() => import('./soon.ts').then((part) => part.BoardOverlays));
export const SoundNotice = soonPart(() => import('./soon.ts').then((part) => part.SoundNotice));
export const StretchReason = soonPart(() => import('./soon.ts').then((part) => part.StretchReason));
export const NothingPinned = soonPart(() => import('./soon.ts').then((part) => part.NothingPinned));
export const NothingMatches = soonPart(() => import('./soon.ts').then((part) => part.NothingMatches));

/** What is not on the first screen is fetched when it is first used. */
export const DetailsPanel = lazyPart(() =>
  import('#features/details/details-panel.tsx').then((part) => part.DetailsPanel),
);
export const Wall = lazyPart(() => import('#features/wall/wall.tsx').then((part) => part.Wall));
export const TableBoard = lazyPart(() => import('#features/table/table-board.tsx').then((part) => part.TableBoard));
export const CompactBoard = lazyPart(() =>
  import('#features/compact/compact-board.tsx').then((part) => part.CompactBoard),
);
export const NewVersionNotice = lazyPart(() =>
  import('./new-version-notice.tsx').then((part) => part.NewVersionNotice),
);
export const EditDialog = lazyPart(() => import('#features/board/edit-dialog.tsx').then((part) => part.EditDialog));
export const CardMenu = lazyPart(() => import('#features/board/card-menu.tsx').then((part) => part.CardMenu));
export const BoardsMenu = lazyPart(() => import('#features/boards/boards-menu.tsx').then((part) => part.BoardsMenu));
export const HeaderMenu = lazyPart(() => import('#features/settings/header-menu.tsx').then((part) => part.HeaderMenu));
export const Notice = lazyPart(() => import('#ui/notice.tsx').then((part) => part.Notice));
