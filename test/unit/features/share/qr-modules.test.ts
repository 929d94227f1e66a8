import jsQR from 'jsqr';
import { expect, test } from 'vitest';
import { DEFAULT_BOARD } from '#domain/board/board.ts';
import { linkTo } from '#domain/board/share-link.ts';
import { MIN_MODULE_DEVICE_PX, qrModules, qrSidePx } from '#features/share/qr-modules.ts';
import { anId } from '#test/support/ids.ts';
import { photographed } from '#test/support/qr-camera.ts';

const hrefOf = (count: number): string =>
  linkTo('https://board.example/status/', {
    ...DEFAULT_BOARD,
    name: 'Release train',
    pins: Array.from({ length: count }, (_, n) => ({ kind: 'environment', id: anId(n * 7_919_777) })),
  }).href;

const modulesOf = (count: number) => {
  const modules = qrModules(hrefOf(count));
  if (!modules) throw new Error(`no code for ${count} pins`);
  return modules;
};

const TURNED = [0, 0.02, 0.04, 0.06];
/** Number of photographs, each turned by some radians, in which jsQR reads the link. A camera takes many a second. */
const readOf = (count: number, modulePx: number): number =>
  TURNED.filter((turned) => {
    const { pixels, side } = photographed(modulesOf(count), modulePx, turned);
    return jsQR(pixels, side, side)?.data === hrefOf(count);
  }).length;

test.each([12, 80, 110])(
  'jsQR reads most photographs of a code of %i pins at the smallest size that the view shows',
  (count) => {
    expect(readOf(count, MIN_MODULE_DEVICE_PX)).toBeGreaterThanOrEqual(3);
  },
);

test('jsQR misses most photographs of a code at half that size', () => {
  expect(readOf(80, MIN_MODULE_DEVICE_PX / 2)).toBeLessThanOrEqual(1);
});

test('qrModules returns nothing when the link is longer than the largest code', () => {
  expect(qrModules(hrefOf(120))).toBeDefined();
  expect(qrModules(hrefOf(140))).toBeUndefined();
});

test('qrSidePx gives each module a whole number of device pixels, and nothing when they are too small', () => {
  const modules = { data: [], size: 100 };
  expect(qrSidePx(modules, 650, 1)).toBe(600);
  expect(qrSidePx(modules, 650, 1.5)).toBe(600);
  expect(qrSidePx(modules, 650, 2)).toBe(650);
  expect(qrSidePx(modules, 399, 1)).toBeUndefined();
  expect(qrSidePx(modules, 360, 3)).toBeCloseTo(333.3, 1);
  expect(qrSidePx(modules, 240, 3)).toBeUndefined();
});
