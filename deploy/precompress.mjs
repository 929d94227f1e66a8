// node deploy/precompress.mjs [folder]: writes a .gz and a .br beside every text file of the built page, for servers that
// send them as they are (the gateway's nginx does).
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const TEXT = /\.(?:css|html|js|json|svg|txt|webmanifest)$/;
const SMALL_BYTES = 512;

export function precompress(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !TEXT.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    const bytes = readFileSync(file);
    if (bytes.length < SMALL_BYTES) continue;
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }));
    writeFileSync(`${file}.br`, brotliCompressSync(bytes));
  }
}

if (process.argv[1] === import.meta.filename) precompress(process.argv[2] ?? 'dist');
