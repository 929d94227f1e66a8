import { lazyComponent, preloadedComponent } from '#browser/lazy-component.tsx';

/** Preloaded: every board shows these right after the first screen. */
export const Notifications = preloadedComponent(() =>
  import('#features/notifications/board-notifications.tsx').then((part) => part.Notifications),
);
export const MenuShortcut = preloadedComponent(() =>
  import('#features/keyboard/keyboard-shortcuts.tsx').then((part) => part.MenuShortcut),
);
export const BoardNotices = preloadedComponent(() => import('./board-notices.tsx').then((part) => part.BoardNotices));
export const BoardOverlays = preloadedComponent(() =>
  import('./board-overlays.tsx').then((part) => part.BoardOverlays),
);
export const SlowdownNotice = preloadedComponent(() =>
  import('#features/polling/slowdown-notice.tsx').then((part) => part.SlowdownNotice),
);
export const NothingPinned = preloadedComponent(() => import('./empty-states.tsx').then((part) => part.NothingPinned));
export const NothingMatches = preloadedComponent(() =>
  import('./empty-states.tsx').then((part) => part.NothingMatches),
);

/** Fetched when first rendered: most first screens do not show these. */
export const DetailsPanel = lazyComponent(() =>
  import('#features/details/details-panel.tsx').then((part) => part.DetailsPanel),
);
export const Wall = lazyComponent(() => import('#features/wall/wall.tsx').then((part) => part.Wall));
export const TableBoard = lazyComponent(() =>
  import('#features/table/table-board.tsx').then((part) => part.TableBoard),
);
export const CompactBoard = lazyComponent(() =>
  import('#features/compact/compact-board.tsx').then((part) => part.CompactBoard),
);
export const VersionsPage = lazyComponent(() =>
  import('#features/versions/versions-page.tsx').then((part) => part.VersionsPage),
);
export const ActivityPage = lazyComponent(() =>
  import('#features/activity/activity-page.tsx').then((part) => part.ActivityPage),
);
export const DeliveryPage = lazyComponent(() =>
  import('#features/delivery/delivery-page.tsx').then((part) => part.DeliveryPage),
);
export const SoundNotice = lazyComponent(() =>
  import('#features/notifications/sound-notice.tsx').then((part) => part.SoundNotice),
);
export const LateParts = lazyComponent(() => import('./late-parts.tsx').then((part) => part.LateParts));
export const CardMenu = lazyComponent(() => import('#features/cards/card-menu.tsx').then((part) => part.CardMenu));
export const BoardsMenu = lazyComponent(() =>
  import('#features/saved-boards/boards-menu.tsx').then((part) => part.BoardsMenu),
);
export const HeaderMenu = lazyComponent(() => import('./header-menu.tsx').then((part) => part.HeaderMenu));
export const Notice = lazyComponent(() => import('#ui/notice.tsx').then((part) => part.Notice));
