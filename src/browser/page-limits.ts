import { areChannelsRefused } from './channel.ts';
import { areLocksRefused } from './locks.ts';
import { removeText, writeText } from './storage.ts';

const PROBE = 'envboard.probe';

/** Returns whether the local storage takes a text now. It changes the storage for a moment. */
export const canStore = (): boolean => writeText('local', PROBE, '1') && removeText('local', PROBE);

/** Returns whether the tabs of this browser can elect a leader and send messages, as far as this tab has tried. */
export const canShareTabs = (): boolean => !areLocksRefused() && !areChannelsRefused();
