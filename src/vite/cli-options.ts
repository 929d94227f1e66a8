import { parseArgs } from 'node:util';
import { DEFAULT_PORT, parsePort } from './port.ts';

/** The options of the `envboard` command. */
export type CliOptions = {
  readonly port: number;
  /** The address to listen on. */
  readonly host: string;
  /** A file that holds the token; undefined where the environment holds it, or for the simulated account. */
  readonly tokenFile: string | undefined;
  /** A file of team boards; undefined without one. */
  readonly boardsFile: string | undefined;
  /** Opens the page in the user's browser. */
  readonly opensPage: boolean;
};

export type CliCommand =
  | { readonly kind: 'serve'; readonly options: CliOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  /** A sentence that names the problem. */
  | { readonly kind: 'invalid'; readonly message: string };

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1']);

/** True for an address that only programs of this machine can reach. */
export const isLoopback = (host: string): boolean => LOOPBACK.has(host);

/** Returns the address in lower case and without the brackets that an IPv6 address has in a link. */
const plainHost = (host: string): string => host.toLowerCase().replace(/^\[(.*)\]$/, '$1');

export const HELP = `envboard shows a status board for the environments of a Qovery account.

  envboard [options]

Without a token it shows a simulated account. With QOVERY_API_TOKEN in the environment it forwards the page's requests to
Qovery; the token stays in this process.

  --port <number>       the port to listen on (${DEFAULT_PORT}, or PORT)
  --host <address>      the address to listen on (localhost). Everyone who can reach another address sees the board.
  --token-file <file>   reads the token from a file instead of QOVERY_API_TOKEN
  --boards <file>       shows the boards of a file, in the form of an export, as team boards
  --open                opens the page in your browser
  --version             prints the version
  --help                prints this text
`;

/** Reads the arguments of the command line. `PORT` of the environment is the default port. Never throws. */
export function parseCliArguments(
  args: readonly string[],
  { PORT = '', QOVERY_API_TOKEN = '' }: Readonly<Record<string, string | undefined>>,
): CliCommand {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        host: { type: 'string', default: 'localhost' },
        'token-file': { type: 'string' },
        boards: { type: 'string' },
        open: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        version: { type: 'boolean', short: 'v', default: false },
      },
    });
    if (values.help) return { kind: 'help' };
    if (values.version) return { kind: 'version' };
    const portText = values.port ?? (PORT || String(DEFAULT_PORT));
    const port = parsePort(portText);
    if (port === undefined)
      return { kind: 'invalid', message: `"${portText}" is no port: use a number from 1 to 65535.` };
    if (values.host === '') return { kind: 'invalid', message: '--host is empty: use an address, such as 0.0.0.0.' };
    if (values['token-file'] !== undefined && QOVERY_API_TOKEN !== '')
      return { kind: 'invalid', message: 'Both --token-file and QOVERY_API_TOKEN are set: keep one.' };
    return {
      kind: 'serve',
      options: {
        port,
        host: plainHost(values.host),
        tokenFile: values['token-file'],
        boardsFile: values.boards,
        opensPage: values.open,
      },
    };
  } catch (error) {
    const message = error instanceof Error ? error.message.split('. ')[0] : String(error);
    return { kind: 'invalid', message: `${message}. Run "envboard --help" to see the options.` };
  }
}
