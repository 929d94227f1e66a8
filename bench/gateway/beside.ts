import { type ChildProcess, fork } from 'node:child_process';
import { resolve } from 'node:path';

export type Beside<Order, Report> = { readonly ask: (order: Order) => Promise<Report>; readonly stop: () => void };

/** Starts a part of the bench in a process of its own, so that the parts take no time from each other. */
export function startBeside<Order extends object, Report>(name: string): Beside<Order, Report> {
  const child: ChildProcess = fork(resolve('bench/run.mjs'), [name]);
  return {
    ask: (order) =>
      new Promise((done, fail) => {
        const end = (code: number | null) => fail(new Error(`${name} ended with ${code}`));
        child.once('exit', end);
        child.once('message', (report: Report) => {
          child.off('exit', end);
          done(report);
        });
        child.send(order);
      }),
    stop: () => void child.kill(),
  };
}

/** Runs in the started process: answers each order, and exits when the bench exits. */
export function serveBeside<Order, Report>(answer: (order: Order) => Promise<Report>): void {
  process.on('disconnect', () => process.exit());
  process.on('message', async (order: Order) => {
    const report = await answer(order);
    process.send?.(report);
  });
}
