/** Width in CSS pixels of the padding and the borders beside a table. */
const BESIDE_PX = 50;

/**
 * Returns the CSS `zoom` with which a table of this width fits a printed page, on which nothing scrolls. On paper, `100vw` is
 * the width of the page, which scripts cannot read. CSS divides lengths in `atan2` only.
 */
export const paperZoom = (widthPx: number): string => `min(1, tan(atan2(100vw - ${BESIDE_PX}px, ${widthPx}px)))`;
