import { shortAge } from './time.ts';

const aheadText = (skewMs: number): string =>
  `${shortAge(Math.abs(skewMs))} ${skewMs > 0 ? 'ahead of' : 'behind'} the server’s`;

/** Beside the freshness line: `Clock 3 m ahead`. */
export const shortSkewText = (skewMs: number): string =>
  `Clock ${shortAge(Math.abs(skewMs))} ${skewMs > 0 ? 'ahead' : 'behind'}`;

/** In full, with what it means. `skewMs` is positive for a clock that is ahead. */
export const skewText = (skewMs: number): string =>
  `This computer’s clock is ${aheadText(skewMs)}. Ages on this page use the server’s time. Set the clock in the system settings.`;
