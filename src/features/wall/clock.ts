const CLOCK = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** `14:32`, by this screen's clock. `at` is in epoch milliseconds. */
export const clockText = (at: number): string => CLOCK.format(at);
