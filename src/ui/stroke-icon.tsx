/** Renders an icon of a single stroke, in the colour of its text. */
export function StrokeIcon({ path, className }: { readonly path: string; readonly className: string }) {
  return (
    <svg viewBox="0 0 16 16" className={className} aria-hidden="true">
      <path d={path} fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}

export const ZZZ = 'M3 8.5h4l-4 5h4M9 3h4L9 8h4';
export const ARROW_UP = 'M8 13V4M4.2 7.6 8 3.8l3.8 3.8';
export const CHEVRON_DOWN = 'm4 6 4 4 4-4';
export const CHEVRON_RIGHT = 'm6 4 4 4-4 4';
export const DOTS = 'M3.5 8h.01M8 8h.01M12.5 8h.01';
export const NOT_REACHED =
  'M2.5 6.5a8 8 0 0 1 3-1.7M13.5 6.5a8 8 0 0 0-4-2M5 9.3a4.6 4.6 0 0 1 1.6-.9M8 12h.01M3 2.5l10 11';
export const CLOSE = 'm4 4 8 8m0-8-8 8';
/** Path of the icon for an external link. */
export const EXTERNAL_LINK = 'M9.5 3.5h3v3M12.5 3.5l-5 5M11.5 9.5v3h-8v-8h3';
