import { type ChildProcess, fork } from 'node:child_process';
import { resolve } from 'node:path';
import type { Order, Reply } from './server.ts';
import type { Workload } from './workload.ts';

export type BenchServer = {
  readonly origin: string;
  /** How many environments are in a state of tone `unknown`. */
  readonly unknown: number;
  change(share: number): Promise<void>;
  hold(isHeld: boolean): Promise<void>;
  stop(): void;
};

const ask = (child: ChildProcess, order: Order): Promise<Reply> =>
  new Promise((done, fail) => {
    const end = (code: number | null) => fail(new Error(`the bench server ended with ${code}`));
    child.once('exit', end);
    child.once('message', (reply: Reply) => {
      child.off('exit', end);
      done(reply);
    });
    child.send(order);
  });

/** Starts the server in a process of its own, so that it takes no time from the process that measures. */
export async function startServer(folders: Readonly<Record<string, string>>, workload: Workload): Promise<BenchServer> {
  const child = fork(resolve('bench/run.mjs'), ['server']);
  const started = await ask(child, { kind: 'start', folders, workload });
  if (!('port' in started)) throw new Error('the bench server did not start');
  return {
    origin: `http://127.0.0.1:${started.port}`,
    unknown: started.unknown,
    change: async (share) => void (await ask(child, { kind: 'change', share })),
    hold: async (isHeld) => void (await ask(child, { kind: 'hold', isHeld })),
    stop: () => void child.kill(),
  };
}
