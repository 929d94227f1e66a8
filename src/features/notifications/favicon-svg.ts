import type { FaviconState } from '#domain/view/headline.ts';

/** Browsers have light and dark tabs, so these are not the theme's colours. */
const COLOURS = {
  ok: '#008a55',
  idle: '#6f7782',
  queued: '#7d5fc7',
  busy: '#0877d1',
  unknown: '#6f7782',
  unreachable: '#6f7782',
  warning: '#b06a00',
  failing: '#d3303a',
} as const satisfies Record<FaviconState['look'], string>;

const OUTLINE = '<circle cx="16" cy="16" r="13"/>';
/** Filled shapes, for the states with a count. */
const SHAPES = {
  failing: '<path d="M12.4 4.2a4.2 4.2 0 0 1 7.2 0l10 17.8a4.2 4.2 0 0 1-3.6 6.3H6a4.2 4.2 0 0 1-3.6-6.3z"/>',
  warning:
    '<path d="M14 2.8a2.8 2.8 0 0 1 4 0L29.2 14a2.8 2.8 0 0 1 0 4L18 29.2a2.8 2.8 0 0 1-4 0L2.8 18a2.8 2.8 0 0 1 0-4z"/>',
  unreachable: OUTLINE,
} as const;

/** Outlines, for all other states. */
const SIGNS = {
  ok: `<g fill="currentColor">${OUTLINE}</g><path stroke="#fff" d="m10 16.6 4.2 4.2 8-9"/>`,
  idle: '<rect x="4" y="4" width="24" height="24" rx="5"/>',
  queued: `<g stroke-dasharray="5 4.1">${OUTLINE}</g><path d="M16 9v7l4.5 3"/>`,
  busy: `<g opacity=".35">${OUTLINE}</g><path d="M16 3a13 13 0 0 1 13 13"/>`,
  unknown: `<g stroke-dasharray="6 4.2">${OUTLINE}</g><path d="M12.5 13a3.5 3.5 0 1 1 4.7 3.3c-.8.4-1.2.9-1.2 2M16 22.8v.01"/>`,
} as const;

const MAX_COUNTED = 99;
/** Font size of the count by its number of characters, in units of the 32 by 32 icon. */
const TEXT_SIZE = { filled: [0, 20, 17, 13], hollow: [0, 17, 14, 10] } as const;

function countOf({ look, count, isLoaded }: FaviconState): string {
  const text = count > MAX_COUNTED ? `${MAX_COUNTED}+` : String(count);
  const size = TEXT_SIZE[isLoaded ? 'filled' : 'hollow'][text.length] ?? 0;
  const y = (look === 'failing' ? 19 : 16) + size * 0.36;
  const fill = isLoaded ? '#fff' : 'currentColor';
  return `<text x="16" y="${y}" text-anchor="middle" font-family="system-ui,sans-serif" font-weight="700" font-size="${size}" fill="${fill}" stroke="none">${text}</text>`;
}

/**
 * Returns the page's icon as a `data:` URL: shape and colour of the tone, and the count. The shape is hollow and dashed
 * when the environments were unreachable. Equal states give equal texts, so the icon changes only when it must.
 */
export function faviconSvg(mark: FaviconState): string {
  const { look, isLoaded } = mark;
  const isCounted = look === 'failing' || look === 'warning' || look === 'unreachable';
  const pen = isLoaded ? 'fill="currentColor"' : 'stroke-linecap="butt" stroke-dasharray="4.8 3.2"';
  const shape = isCounted ? `<g ${pen}>${SHAPES[look]}</g>${countOf(mark)}` : SIGNS[look];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" color="${COLOURS[look]}" fill="none" stroke="currentColor" stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round">${shape}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
