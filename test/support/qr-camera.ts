import type { QrModules } from '#features/share/qr-modules.ts';

const DARK = 25;
const LIGHT = 235;
const WALL = 200;

/** Pseudo-random numbers from 0 to 1, the same in each run. */
function numbers(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 0x1_0000_0000;
  };
}

/**
 * Returns a code as a camera sees it whose pixels are as large as the screen's: turned by some radians, blurred over two
 * pixels, and with noise. `pixels` are red, green, blue and alpha, row by row.
 */
export function photographed({ data, size }: QrModules, modulePx: number, turned: number) {
  const codeSide = modulePx * size;
  const side = Math.ceil(codeSide * 1.12);
  const random = numbers();
  const [cos, sin, middle] = [Math.cos(turned), Math.sin(turned), side / 2];
  const lightAt = (x: number, y: number): number => {
    const [fromX, fromY] = [x - middle, y - middle];
    const column = Math.floor((cos * fromX - sin * fromY + codeSide / 2) / modulePx);
    const row = Math.floor((sin * fromX + cos * fromY + codeSide / 2) / modulePx);
    const isDark = data[row]?.[column];
    if (isDark === undefined) return WALL;
    return isDark ? DARK : LIGHT;
  };
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      let sum = 0;
      for (let up = -0.5; up <= 0.5; up += 0.5)
        for (let left = -0.5; left <= 0.5; left += 0.5) sum += lightAt(x + left, y + up);
      const at = (y * side + x) * 4;
      pixels.fill(sum / 9 + (random() - 0.5) * 20, at, at + 3);
    }
  }
  return { pixels, side };
}
