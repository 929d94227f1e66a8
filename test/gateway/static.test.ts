import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { temporaryFolder, writePage } from './support/gateway.ts';

it('a static host finds its files, and compressed copies that open to the same', () => {
  using folder = temporaryFolder();
  const page = writePage(folder.path);
  execFileSync(process.execPath, [join(import.meta.dirname, '../../deploy/static.mjs'), page]);
  const read = (file: string) => readFileSync(join(page, file));
  expect(read('404.html').toString()).toMatch(/^<!doctype html>/);
  expect(read('404.html').toString()).not.toMatch(/<script|<style|href=|src=/);
  expect(read('_headers').toString()).toContain("/*\n  Content-Security-Policy: frame-ancestors 'none'\n");
  const asset = read('assets/index-a1b2c3d4.js');
  expect(gunzipSync(read('assets/index-a1b2c3d4.js.gz')).equals(asset)).toBe(true);
  expect(brotliDecompressSync(read('assets/index-a1b2c3d4.js.br')).equals(asset)).toBe(true);
});
