/** What every board shows right after the first screen, and what must be here when nothing can be fetched: one file. */
export { Attention } from '#features/attention/attention.tsx';
export { SoundNotice } from '#features/attention/sound-notice.tsx';
export { StretchReason } from '#features/polling/stretch-reason.tsx';
export { MenuKey } from './board-keys.tsx';
export { NothingMatches, NothingPinned } from './board-messages.tsx';
export { BoardNotices } from './board-notices.tsx';
export { BoardOverlays } from './board-overlays.tsx';
export { CrashPage } from './crash-page.tsx';
