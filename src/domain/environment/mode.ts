/** Qovery's modes of an environment, in the order in which the board shows them. */
const MODES = ['PRODUCTION', 'STAGING', 'DEVELOPMENT', 'PREVIEW'];
/** The same in the order in which a change walks through them. */
const ON_THE_WAY = ['DEVELOPMENT', 'STAGING', 'PRODUCTION', 'PREVIEW'];

const rankIn = (modes: readonly string[], mode: string): number =>
  (modes.indexOf(mode) + modes.length + 1) % (modes.length + 1);

/** Returns the position of a mode in the board's order; modes that this version does not know come last. */
export const modeRank = (mode: string): number => rankIn(MODES, mode);

/** Returns the position of a mode on the way of a change to production; modes that this version does not know come last. */
export const columnRank = (mode: string): number => rankIn(ON_THE_WAY, mode);
