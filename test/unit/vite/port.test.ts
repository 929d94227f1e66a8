import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';

type Ending = { readonly code: number | string | null | undefined; readonly stderr: string };

/** Starts the dev server as `npm start` does, and waits until it exits. */
const start = (port: string): Promise<Ending> =>
  new Promise((resolve) => {
    const environment = { ...process.env, PORT: port, VITEST: '', NO_COLOR: '1' };
    execFile('node_modules/.bin/vite', { env: environment, timeout: 25_000 }, (error, _, stderr) =>
      resolve({ code: error?.code, stderr: stderr.trim() }),
    );
  });

test('prints one sentence when the port is in use', async () => {
  const other = createServer();
  const port = await new Promise<number>((resolve) => {
    other.listen(0, 'localhost', () => {
      const address = other.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  const { code, stderr } = await start(String(port));
  other.close();
  expect(code).toBe(1);
  expect(stderr).toBe(`Port ${port} is in use. Stop the program that uses it, or set PORT to another port.`);
});

test.each(['abc', '0', '70000', '-1'])('prints one sentence when PORT is %s', async (port) => {
  const { code, stderr } = await start(port);
  expect(code).toBe(1);
  expect(stderr).toBe(`PORT is "${port}", which is not a port. Set it to a number from 1 to 65535.`);
});
