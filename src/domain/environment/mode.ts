/** Qovery's modes of an environment, in the order in which the board shows them. */
const MODES = ['PRODUCTION', 'STAGING', 'DEVELOPMENT', 'PREVIEW'];

/** Returns the position of a mode in the board's order; modes that this version does not know come last. */
export const modeRank = (mode: string): number => (MODES.indexOf(mode) + MODES.length + 1) % (MODES.length + 1);
