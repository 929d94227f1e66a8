import type { TabTeam } from './tab-team.ts';

/** A tab on its own, where there is no team to be had. */
export function loneTab(): TabTeam {
  return { leads: () => true, stand() {}, takeOver() {}, tell() {}, join: () => () => {} };
}
