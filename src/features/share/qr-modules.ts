import { encode } from 'uqr';

/** White margin of four modules on each side: without it, cameras do not find the code. */
const QUIET_ZONE = 4;
/** Capacity of the largest code, in bytes. */
const MAX_BYTES = 2_953;
/**
 * Below this many device pixels for a module, QR scanners miss a code that a camera sees a little turned or blurred.
 */
export const MIN_MODULE_DEVICE_PX = 4;
/** Below this many CSS pixels, the modules of a phone's screen are too small for most cameras. */
const MIN_MODULE_PX = 2.5;

/** A square of dark and light modules, with its white margin. */
export type QrModules = { readonly data: readonly (readonly boolean[])[]; readonly size: number };

/** Returns the code of a link; undefined when the link is longer than the largest code. */
export function qrModules(href: string): QrModules | undefined {
  if (new TextEncoder().encode(href).length > MAX_BYTES) return undefined;
  return encode(href, { ecc: 'L', border: QUIET_ZONE });
}

/**
 * Returns the side of a code in CSS pixels, for a square of `spacePx`; undefined when QR scanners would miss a code of
 * that size. Each module gets a whole number of device pixels, because QR scanners miss codes with modules of different
 * sizes.
 */
export function qrSidePx({ size }: QrModules, spacePx: number, pixelRatio: number): number | undefined {
  const devicePx = Math.floor((spacePx * pixelRatio) / size);
  const isReadable = devicePx >= MIN_MODULE_DEVICE_PX && devicePx / pixelRatio >= MIN_MODULE_PX;
  return isReadable ? (devicePx * size) / pixelRatio : undefined;
}

/** Returns an SVG path with one horizontal segment for each run of dark modules in a row. */
export function pathOf({ data }: QrModules): string {
  const runs = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => {
      if (!isDark || row[x - 1] === true) return [];
      const end = row.indexOf(false, x);
      return `M${x} ${y}h${(end < 0 ? row.length : end) - x}v1H${x}z`;
    }),
  );
  return runs.join('');
}
