import type { Progress } from '#domain/deployment.ts';
import { durationText } from './time.ts';

/** An estimate does not change each second. */
const roundedUp = (seconds: number): number => {
  const step = seconds > 60 ? 10 : 5;
  return Math.ceil(seconds / step) * step;
};

/** How far a running deployment is, measured by what is usual. */
export function progressText(progress: Progress): string {
  switch (progress.kind) {
    case 'left':
      return `about ${durationText(roundedUp(progress.seconds))} left`;
    case 'over':
      return 'a little longer than usual';
    case 'tooLong':
      return `longer than usual (${durationText(progress.usualSeconds)})`;
    default:
      return progress satisfies never;
  }
}

export const usuallyText = (usualSeconds: number): string => `usually ${durationText(usualSeconds)}`;
