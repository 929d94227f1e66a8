import { isInProgress, toneOf } from './tone.ts';

export const RESULTS = ['failed', 'well', 'cancelled', 'running', 'other'] as const;
/**
 * How a deployment ended. `running`: it has not ended. `other`: a state that shows neither, or that Envboard does not
 * know.
 */
export type Result = (typeof RESULTS)[number];

/** Returns the result of a deployment, or of an observed change, from its last state. */
export function resultOf(state: string): Result {
  if (state === 'CANCELED') return 'cancelled';
  const tone = toneOf(state);
  if (tone === 'failing') return 'failed';
  if (tone === 'ok' || tone === 'idle') return 'well';
  return isInProgress(tone) ? 'running' : 'other';
}
