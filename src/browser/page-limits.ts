import { areChannelsRefused } from './channel.ts';
import { areLocksRefused } from './locks.ts';
import { removeText, writeText } from './storage.ts';

const PROBE = 'envboard.probe';

/** Returns whether the local storage accepts a text now. Writes and removes a probe key. */
export const canStore = (): boolean => writeText('local', PROBE, '1') && removeText('local', PROBE);

/** Returns whether the tabs of this browser can elect a leader and send messages, by the result of this tab's last attempt. */
export const canShareTabs = (): boolean => !areLocksRefused() && !areChannelsRefused();
