import type { BoardEnvironment } from '#domain/environment/board-environment.ts';

/**
 * Returns the five `data-*` attributes that each view sets on an environment's element. The README documents them for
 * users' own scripts and styles, so every view must set the same names and values.
 */
export const environmentAttributes = ({ id, status, tone, freshness }: BoardEnvironment) => ({
  'data-environment-id': id,
  'data-state': status?.state ?? '',
  'data-tone': tone,
  'data-configuration': status?.configuration ?? '',
  'data-freshness': freshness,
});
