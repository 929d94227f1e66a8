import { describe, expect, it } from 'vitest';
import { HELP, isLoopback, parseCliArguments } from '#vite/cli-options.ts';

const parse = (args: readonly string[], environment = {}) => parseCliArguments(args, environment);

describe('the arguments of the envboard command', () => {
  it('serves this machine on port 5173 when nothing is given', () => {
    expect(parse([])).toEqual({
      kind: 'serve',
      options: { port: 5173, host: 'localhost', tokenFile: undefined, boardsFile: undefined, opensPage: false },
    });
  });

  it('takes every option, and the option before PORT of the environment', () => {
    const args = ['--port', '8080', '--host=0.0.0.0', '--token-file', 'token.txt', '--boards', 'b.json', '--open'];
    expect(parse(args, { PORT: '9000' })).toEqual({
      kind: 'serve',
      options: { port: 8080, host: '0.0.0.0', tokenFile: 'token.txt', boardsFile: 'b.json', opensPage: true },
    });
    expect(parse([], { PORT: '9000' })).toMatchObject({ options: { port: 9000 } });
  });

  it.each([
    [['--help'], 'help'],
    [['-h', '--port', 'x'], 'help'],
    [['--version'], 'version'],
  ])('reads %j as %s', (args, kind) => {
    expect(parse(args)).toEqual({ kind });
  });

  it.each([
    [['--port', '0'], '"0" is no port: use a number from 1 to 65535.'],
    [['--port', '65536'], '"65536" is no port: use a number from 1 to 65535.'],
    [['--port', 'http'], '"http" is no port: use a number from 1 to 65535.'],
    [['--host='], '--host is empty: use an address, such as 0.0.0.0.'],
  ])('says in one sentence what is wrong with %j', (args, message) => {
    expect(parse(args)).toEqual({ kind: 'invalid', message });
  });

  it.each([[['--frob']], [['board.json']], [['--port']]])('names the way to the options for %j', (args) => {
    expect(parse(args)).toMatchObject({ kind: 'invalid', message: expect.stringContaining('envboard --help') });
  });

  it('refuses two tokens', () => {
    expect(parse(['--token-file', 'token.txt'], { QOVERY_API_TOKEN: 'qov_1' })).toEqual({
      kind: 'invalid',
      message: 'Both --token-file and QOVERY_API_TOKEN are set: keep one.',
    });
  });

  it.each([
    ['LOCALHOST', 'localhost'],
    ['[::1]', '::1'],
  ])('takes --host %s as %s', (given, host) => {
    expect(parse(['--host', given])).toMatchObject({ options: { host } });
  });

  it('describes every option in the help', () => {
    for (const option of ['--port', '--host', '--token-file', '--boards', '--open', '--version', '--help'])
      expect(HELP).toContain(`  ${option}`);
  });

  it('tells addresses of this machine from those of a network', () => {
    expect(['localhost', '127.0.0.1', '::1'].every(isLoopback)).toBe(true);
    expect(['0.0.0.0', '::', '192.168.1.7'].some(isLoopback)).toBe(false);
  });
});
