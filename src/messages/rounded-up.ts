/**
 * Rounds the seconds that remain up to 5 s, or to 10 s above a minute, so that the text does not change each second. At
 * least 5: "0 s left" would claim an end that was not observed.
 */
export const roundedUp = (seconds: number): number => {
  const step = seconds > 60 ? 10 : 5;
  return Math.max(step, Math.ceil(seconds / step) * step);
};
