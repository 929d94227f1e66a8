import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type CliOptions, HELP, isLoopback, parseCliArguments } from './cli-options.ts';
import { openApi } from './dev-api.ts';
import { createPageServer } from './page-server.ts';
import { exitWithMessage, reportPortInUse } from './port.ts';
import { boardsFileProblems } from './served-boards.ts';

const PAGE = fileURLToPath(new URL('../dist', import.meta.url));
const MANIFEST = new URL('../package.json', import.meta.url);

const NO_PROBLEMS = { problems: [], isUsable: true } as const;

const print = (text: string): void => void process.stdout.write(`${text}\n`);

function readToken(file: string): string {
  let token: string;
  try {
    token = readFileSync(file, 'utf8').trim();
  } catch {
    return exitWithMessage(`The token file ${file} cannot be read: check its path and who may read it.`);
  }
  if (token === '') return exitWithMessage(`The token file ${file} is empty: write a Qovery API token into it.`);
  return /[\r\n]/.test(token)
    ? exitWithMessage(`The token file ${file} has more than one line: keep the line of the token.`)
    : token;
}

/** Opens an address in the user's browser. A machine without a browser keeps the printed address. */
function openPage(address: string): void {
  const commands: Readonly<Record<string, readonly string[]>> = {
    darwin: ['open', address],
    win32: ['cmd', '/c', 'start', '', address],
  };
  const [command = '', ...rest] = commands[process.platform] ?? ['xdg-open', address];
  spawn(command, rest, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

/** Starts the server and prints its address. Ends the process with one sentence when that fails. */
async function serve({ port, host, tokenFile, boardsFile, opensPage }: CliOptions): Promise<void> {
  const { problems, isUsable } = boardsFile === undefined ? NO_PROBLEMS : boardsFileProblems(boardsFile);
  if (!isUsable) exitWithMessage(problems.join('\n'));
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  const isLocal = isLoopback(host);
  const token = tokenFile === undefined ? process.env.QOVERY_API_TOKEN : readToken(tokenFile);
  const { handle, auth } = await openApi({ ...process.env, QOVERY_API_TOKEN: token });
  const server = createPageServer({ folder: PAGE, handleApi: handle, host, isLocal, boardsFile });
  reportPortInUse(server, '--port');
  server.on('error', (error) => exitWithMessage(`The server cannot listen on ${host}: ${error.message}.`));
  server.listen(port, host, () => {
    const address = `http://${isLocal || host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${port}/`;
    print(`Envboard is at ${address}`);
    if (auth === 'demo') print('It shows a simulated account. Set QOVERY_API_TOKEN to see your own environments.');
    if (!isLocal) print(`Everyone who can reach ${host} sees ${auth === 'demo' ? 'it' : 'what the token may read'}.`);
    if (opensPage) openPage(address);
  });
}

const command = parseCliArguments(process.argv.slice(2), process.env);
if (command.kind === 'help') print(HELP.trimEnd());
else if (command.kind === 'version') print(JSON.parse(readFileSync(MANIFEST, 'utf8')).version);
else if (command.kind === 'invalid') exitWithMessage(command.message);
else serve(command.options).catch((error) => exitWithMessage(error instanceof Error ? error.message : String(error)));
