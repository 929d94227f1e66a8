import type { Server } from 'node:net';

const DEFAULT_PORT = 5173;

/** Ends the process with one sentence: a mistake in the environment is not worth a stack. */
export function exitWithMessage(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** The port that PORT asks for; ends the process for what is no port. */
export function readPort({ PORT = '' }: Readonly<Record<string, string | undefined>>): number {
  if (PORT === '') return DEFAULT_PORT;
  const port = /^\d{1,5}$/.test(PORT) ? Number(PORT) : 0;
  if (port >= 1 && port <= 65_535) return port;
  return exitWithMessage(`PORT is "${PORT}", which is no port: set it to a number from 1 to 65535.`);
}

/** Says in one sentence that the port is taken. Vite's own listener, which comes after, would print a stack. */
export function reportPortInUse(server: Server): void {
  server.prependListener('error', (error: NodeJS.ErrnoException & { readonly port?: number }) => {
    if (error.code === 'EADDRINUSE')
      exitWithMessage(`Port ${error.port} is taken: stop what uses it, or set PORT to another one.`);
  });
}
