import type { Server } from 'node:net';

export const DEFAULT_PORT = 5173;

/** Returns a port from 1 to 65535; undefined for any other text. */
export function parsePort(text: string): number | undefined {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? port : undefined;
}

/** Prints one sentence and exits with 1. A stack would not help with a wrong environment variable. */
export function exitWithMessage(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** Returns the port in PORT, by default 5173. Exits when PORT is not a port. */
export function readPort({ PORT = '' }: Readonly<Record<string, string | undefined>>): number {
  if (PORT === '') return DEFAULT_PORT;
  const port = parsePort(PORT);
  return port ?? exitWithMessage(`PORT is "${PORT}", which is not a port. Set it to a number from 1 to 65535.`);
}

/**
 * Prints one sentence when the port is in use. It runs before Vite's own listener, which would print a stack.
 * `setting` names what chooses the port.
 */
export function reportPortInUse(server: Server, setting = 'PORT'): void {
  server.prependListener('error', (error: NodeJS.ErrnoException & { readonly port?: number }) => {
    if (error.code === 'EADDRINUSE')
      exitWithMessage(
        `Port ${error.port} is in use. Stop the program that uses it, or set ${setting} to another port.`,
      );
  });
}
