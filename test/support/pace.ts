/** Matches the polling status button in all of its states. */
export const PACE = /^(Live|Slow|Paused|Offline|Not reached|Token refused|Signed out|Waiting|Nothing to check)/;
