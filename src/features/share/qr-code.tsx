import { encode } from 'uqr';
import { QR_LABEL, qrTooLongText } from '#messages/share.ts';

/** White margin of four modules on each side: without it, cameras do not find the code. */
const QUIET_ZONE = 4;
/** Capacity of the largest code, in bytes. */
const MAX_BYTES = 2_953;
/** Size of a module of a large code, in pixels, so that cameras can distinguish modules. */
const MODULE_SIZE = 3.4;
const MIN_SIZE = 220;

/** Returns an SVG path with one horizontal segment for each run of dark modules in a row. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  const runs = rows.flatMap((row, y) =>
    row.flatMap((isDark, x) => {
      if (!isDark || row[x - 1] === true) return [];
      const end = row.indexOf(false, x);
      return `M${x} ${y}h${(end < 0 ? row.length : end) - x}v1H${x}z`;
    }),
  );
  return runs.join('');
}

/** Renders a link as a QR code: black on white in both themes, because many cameras read no other colours. */
export function QrCode({ href }: { readonly href: string }) {
  if (new TextEncoder().encode(href).length > MAX_BYTES) {
    return <p className="text-mute">{qrTooLongText(MAX_BYTES)}</p>;
  }
  const { data, size } = encode(href, { ecc: 'L', border: QUIET_ZONE });
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={QR_LABEL}
      shapeRendering="crispEdges"
      className="mx-auto block max-w-full rounded-lg border border-line"
      style={{ width: Math.max(MIN_SIZE, size * MODULE_SIZE) }}
    >
      <path d={`M0 0h${size}v${size}H0z`} className="fill-white" />
      <path d={pathOf(data)} className="fill-black" />
    </svg>
  );
}
