/** Paths for `StrokeIcon`. */
export const HOURGLASS = 'M4.5 2.5h7m-7 11h7M5.5 2.5c0 3.4 5 3.6 5 5.5s-5 2.1-5 5.5m5-11c0 3.4-5 3.6-5 5.5s5 2.1 5 5.5';
export const UNPLUGGED = 'm3 3 10 10M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11';
